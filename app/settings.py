"""What this desk remembers about itself: look, text size, language, last user name.

Nothing about visitors is ever kept here: the file is not encrypted.
"""

import json
import os
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

LOOKS = ("light", "dark", "contrast")
LANGUAGES = ("lv", "en", "uk")
LONGEST_WAIT = 24 * 60
"""Minutes."""
SIZES = (100, 115, 125, 150, 175, 200)
"""Per cent of the normal text size."""


@dataclass(frozen=True)
class Settings:
    """Every value has a default, so that a missing or damaged file never stops the desk."""

    look: str = "light"
    size: int = 100
    language: str = "lv"
    last_user_name: str = ""
    narrow: bool = False
    privacy_after_minutes: int = 3
    lock_after_minutes: int = 5
    beep: bool = False
    database: str = ""
    """Address of a shared PostgreSQL database; empty: the file on this computer."""
    sheet: dict[str, Any] = field(default_factory=dict)
    """The sheet options used last."""

    def __post_init__(self) -> None:
        known = self.look in LOOKS and self.size in SIZES and self.language in LANGUAGES
        waits = (self.privacy_after_minutes, self.lock_after_minutes)
        if not known or not all(0 <= minutes <= LONGEST_WAIT for minutes in waits):
            raise ValueError("Unknown look, text size, language or time")


def read_settings(path: Path) -> Settings:
    """The settings in ``path``; what cannot be understood is left at its default."""
    try:
        written = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    settings = Settings()
    if not isinstance(written, dict):
        return settings
    for one in fields(Settings):
        value = written.get(one.name, getattr(settings, one.name))
        if type(value) is type(getattr(settings, one.name)):
            settings = _with(settings, one.name, value)
    return settings


def _with(settings: Settings, name: str, value: Any) -> Settings:
    try:
        return replace(settings, **{name: value})
    except ValueError:
        return settings


def write_settings(path: Path, settings: Settings) -> None:
    """Write beside, then replace: never half a file."""
    beside = path.with_suffix(f".{os.getpid()}.new")
    beside.write_text(json.dumps(asdict(settings), ensure_ascii=False, indent=1), encoding="utf-8")
    beside.replace(path)
