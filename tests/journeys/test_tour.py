"""A whole day at the desk: the tour drives the real window by keys, and every step must come true."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

ROOT = Path(__file__).parent.parent.parent
LOOKS = [
    ("lv", "light"),
    pytest.param("uk", "dark", marks=pytest.mark.long),
    pytest.param("en", "contrast", marks=pytest.mark.long),
]


@pytest.mark.parametrize(("language", "look"), LOOKS)
def test_the_tour_comes_to_its_end(
    tmp_path: Path, shared_cache: Path, language: str, look: str
) -> None:
    words = ["tour", str(tmp_path), "--language", language, "--theme", look]
    done = subprocess.run(
        [sys.executable, "-m", "ui", *words],
        cwd=ROOT,
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "KOPA_HOME": str(shared_cache.parent),
        },
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )
    told = json.loads((tmp_path / "tour.json").read_text(encoding="utf-8"))
    assert [one for one in told if not one["ok"]] == [], done.stderr[-2000:]
    assert done.returncode == 0, done.stderr[-2000:]
    assert len(list(tmp_path.glob("*.png"))) == len(told) > 15
    text = PdfReader(tmp_path / "attendance.pdf").pages[0].extract_text()
    assert "Kaimiņu vakars" in text
    assert re.search(r"2026-00\d\d", text)
