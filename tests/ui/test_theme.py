"""The look: every pair of colours can be read (WCAG 2.2 AA), the cache survives a crowd."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from ui import theme, theme_sheet
from ui.theme_tokens import LOOKS, Tokens

READ = 4.5
SEEN = 3.0
PAIRS = [
    ("text", "surface", READ), ("text", "bg", READ), ("text", "surface2", READ),
    ("text", "raised", READ), ("text", "sel", READ), ("text", "hover", READ),
    ("text2", "surface", READ), ("text2", "bg", READ), ("text2", "surface2", READ),
    ("text2", "sel", READ), ("text2", "raised", READ),
    ("on_primary", "primary", READ), ("on_primary", "primary_hover", READ),
    ("on_container", "container", READ), ("primary", "surface", READ), ("primary", "bg", READ),
    ("link", "surface", READ), ("danger", "surface", READ), ("danger", "danger_bg", READ),
    ("warn", "warn_bg", READ), ("ok", "ok_bg", READ), ("info", "info_bg", READ),
    ("side_text", "side", READ), ("side_text2", "side", READ), ("side_text", "side_sel", READ),
    ("focus", "surface", SEEN), ("focus", "bg", SEEN), ("focus", "raised", SEEN),
    ("focus_fill", "primary", SEEN), ("outline", "surface", SEEN), ("outline", "bg", SEEN),
    ("disabled", "surface", SEEN), ("side_focus", "side", SEEN), ("now", "surface", SEEN),
    ("text", "warn_bg", READ),
]  # fmt: skip


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("look", LOOKS.values(), ids=lambda look: look.name)
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_every_pair_can_be_read(look: Tokens, ink: str, ground: str, least: float) -> None:
    assert contrast(getattr(look, ink), getattr(look, ground)) >= least


@pytest.mark.parametrize("look", LOOKS.values(), ids=lambda look: look.name)
def test_every_kind_of_booking_can_be_read(look: Tokens) -> None:
    for tint in look.kinds.values():
        assert contrast(tint.ink, tint.fill) >= READ
        assert contrast(tint.bar, tint.fill) >= SEEN


@pytest.mark.parametrize("look", LOOKS.values(), ids=lambda look: look.name)
def test_every_target_group_can_be_read(look: Tokens) -> None:
    assert look.groups.keys() == LOOKS["light"].groups.keys()
    for tint in look.groups.values():
        assert contrast(tint.ink, tint.fill) >= READ


@pytest.mark.parametrize("name", LOOKS)
@pytest.mark.parametrize("size", [1.0, 2.0])
def test_the_sheet_is_whole(qtbot: QtBot, tmp_path: Path, name: str, size: float) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, name, size, tmp_path)
    sheet = app.styleSheet()
    assert "@" not in sheet.replace("@media", "")
    assert "text-transform: none" in sheet
    assert app.palette().color(QPalette.ColorRole.Text).name().upper() == LOOKS[name].text
    assert theme.px(10) == 10 * size
    theme.apply(app, "light", 1.0, tmp_path)


def test_the_focus_does_not_change_the_size_of_a_field(qtbot: QtBot, tmp_path: Path) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, "light", 1.25, tmp_path)
    field = QLineEdit()
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    field.clearFocus()
    calm = field.sizeHint()
    field.setFocus()
    assert field.sizeHint() == calm
    theme.apply(app, "light", 1.0, tmp_path)


def test_lengths_without_and_with_a_border() -> None:
    sheet = "QLineEdit { color: @text@; height: 34u; } :focus { height: 34u-4; }"
    assert theme_sheet.filled(sheet, LOOKS["light"], 1.5) == (
        "QLineEdit { color: #15201F; height: 51px; } :focus { height: 47px; }"
    )


def test_the_system_decides_when_it_is_asked(qtbot: QtBot, tmp_path: Path) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, "system", 1.0, tmp_path)
    assert theme.tokens().name == theme.system_look(app)
    theme.apply(app, "light", 1.0, tmp_path)


def test_the_second_start_does_not_import_qt_material(tmp_path: Path) -> None:
    script = (
        "import sys\nfrom pathlib import Path\nfrom PySide6.QtWidgets import QApplication\n"
        "from ui import theme\napp = QApplication([])\n"
        f"theme.apply(app, 'dark', 1.25, Path({str(tmp_path)!r}))\n"
        "print('qt_material' in sys.modules, len(app.styleSheet()) > 30000)\n"
    )
    said = [_run(script).stdout.split() for _ in range(2)]
    assert said == [["True", "True"], ["False", "True"]]


def test_eight_starts_at_once_share_one_folder(tmp_path: Path) -> None:
    script = (
        "from pathlib import Path\nfrom PySide6.QtWidgets import QApplication\n"
        "from ui import theme\napp = QApplication([])\n"
        f"theme.apply(app, 'light', 1.0, Path({str(tmp_path)!r}))\n"
    )
    with ThreadPoolExecutor(8) as crowd:
        assert [one.returncode for one in crowd.map(_run, [script] * 8)] == [0] * 8
    assert any((folder / "kopa.qss").exists() for folder in tmp_path.glob("theme-light-*"))


def test_a_cache_that_cannot_be_written_is_no_obstacle(qtbot: QtBot, tmp_path: Path) -> None:
    nowhere = tmp_path / "file"
    nowhere.write_text("")
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, "light", 1.0, nowhere / "cache")
    assert len(app.styleSheet()) > 30_000


def _run(script: str) -> subprocess.CompletedProcess[str]:
    root = Path(__file__).parent.parent.parent
    return subprocess.run(
        [sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True
    )
