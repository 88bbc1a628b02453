"""From the start of the process to the first painted frame and the first key answered, against a
bare PySide6 window, in turn, in one run.
"""

import os
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
ROUNDS = 7

BARE = """
import sys, time
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        print("painted", time.time())
        QApplication.exit()
app = QApplication(sys.argv)
window = Window(); window.setCentralWidget(QLineEdit()); window.resize(1366, 768); window.show()
app.exec()
"""

DEMO = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from ui import program
class Eye(QObject):
    painted = False
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and not self.painted:
            self.painted = True
            print("painted", time.time())
        return False
eye = Eye()
def press():
    if made[0].view is None:
        QTimer.singleShot(2, press)
        return
    box = made[0].view.omni.field
    QTest.keyClicks(box, "a")
    assert box.text() == "a"
    box.repaint()
    print("answered", time.time())
    made[0].window.close()
    QApplication.exit()
made = []
real = program.Program.__init__
def init(self, *a, **k):
    real(self, *a, **k); made.append(self); self.app.installEventFilter(eye); QTimer.singleShot(0, press)
program.Program.__init__ = init
program.open_desk(demo=True)
"""


def run(script: str, home: Path) -> dict[str, float]:
    """Milliseconds from the start of the process to each thing that it says."""
    import time

    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "KOPA_HOME": str(home)}
    start = time.time()
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=env,
        check=True,
    )
    said = (line.split() for line in done.stdout.splitlines())
    return {word: (float(at) - start) * 1000 for word, at in said}


@pytest.mark.benchmark
def test_first_frame_and_first_key(tmp_path: Path) -> None:
    run(DEMO, tmp_path)  # prepares the theme and the sample centre once, as on the first day
    bare, painted, answered = [], [], []
    for _ in range(ROUNDS):
        bare.append(run(BARE, tmp_path)["painted"])
        demo = run(DEMO, tmp_path)
        painted.append(demo["painted"])
        answered.append(demo["answered"])
    base = statistics.median(bare)
    first, key = statistics.median(painted) / base, statistics.median(answered) / base
    print(f"bare {base:.0f} ms; first frame {first:.2f} x (≤ 1.4); first key {key:.2f} x (≤ 4)")
    assert first <= 1.4
    assert key <= 4
