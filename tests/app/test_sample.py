"""Where a finished sample centre is kept, and for how long."""

import os
from datetime import datetime
from pathlib import Path

import pytest

from app.clock import StandingClock
from app.folders import folders_in
from app.sample import KEPT, place_sample


def test_the_newest_are_kept_and_the_oldest_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.sample.filling.fill", lambda _: None)
    folders = folders_in(tmp_path).make()
    for day in range(1, 6):
        place_sample(folders, StandingClock.at_wall(datetime(2026, 10, day, 9)), "three words here")
        newest = max(folders.cache.glob("sample-*"), key=lambda file: file.name)
        os.utime(newest, (day, day))
    kept = sorted(file.name[-13:-3] for file in folders.cache.glob("sample-*"))
    assert len(kept) == KEPT
    assert kept == ["2026-10-03", "2026-10-04", "2026-10-05"]


def test_one_that_another_window_is_making_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = folders_in(tmp_path).make()
    other = folders.cache / "sample-of-another-window.new"
    monkeypatch.setattr("app.sample.filling.fill", lambda _: other.touch())
    for day in (1, 2):
        place_sample(folders, StandingClock.at_wall(datetime(2026, 10, day, 9)), "three words here")
    assert other.exists()
