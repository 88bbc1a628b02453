"""What is typed into the one field of the way back: rows, the total on paper, a name, a sheet."""

import re
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from app.sheets.codes import read_sheet_digits

MOST_ROWS = 9_999
_ROWS = re.compile(r"(\d{1,4})(?:[-\u2010-\u2015\u2212](\d{1,4}))?", re.ASCII)
_TAKE_OFF = re.compile(r"^[-\u2010-\u2015\u2212]")
_NO, _YES = "NnНн", "JjYy+"
"""No Ukrainian т for yes: there it lies where the Latin N does, and yes would be said for no."""


@dataclass(frozen=True)
class Rows:
    """``7``, ``3-6``, ``7 8 12``; ``-7`` takes off, ``8 N`` says no to photographs, ``8 J`` yes."""

    rows: tuple[int, ...]
    take_off: bool = False
    photo: bool | None = None


@dataclass(frozen=True)
class OnPaper:
    """``=15``: so many are there, says the paper."""

    heads: int


@dataclass(frozen=True)
class Name:
    """Letters: somebody who wrote her name into an empty row."""

    text: str


@dataclass(frozen=True)
class Code:
    """The digits of a page that was scanned."""

    number: str
    page: int


Entry: TypeAlias = Rows | OnPaper | Name | Code


def read_entry(typed: str) -> Entry | None:
    """None when it is none of these."""
    text = typed.strip()
    if code := read_sheet_digits(text):
        return Code(*code)
    if text.startswith("="):
        heads = text[1:].strip()
        return OnPaper(int(heads)) if re.fullmatch(r"\d{1,4}", heads, re.ASCII) else None
    if text[:1].isalpha():
        return Name(text)
    return _rows(text)


def which_sheet(typed: str, today: date) -> Code | None:
    """The digits under the code, the number ``2026-0147``, or ``147`` of this year."""
    text = typed.strip()
    if code := read_sheet_digits(text):
        return Code(*code)
    written = re.fullmatch(r"(?:(\d{4})\s*[-\u2010-\u2015/ ]\s*)?(\d{1,4})", text, re.ASCII)
    if written is None:
        return None
    return Code(f"{written[1] or today.year}-{int(written[2]):04}", 1)


def _rows(text: str) -> Rows | None:
    photo = None
    if text[-1:] in _NO + _YES and text:
        photo, text = text[-1] in _YES, text[:-1].rstrip()
    take_off = bool(_TAKE_OFF.match(text))
    text = re.sub(r"\s*([-\u2010-\u2015\u2212])\s*", r"\1", text[1:] if take_off else text)
    rows: dict[int, None] = {}
    for part in re.split(r"[\s,;.]+", text.strip()):
        found = _ROWS.fullmatch(part)
        if found is None:
            return None
        first, last = int(found[1]), int(found[2] or found[1])
        rows |= dict.fromkeys(range(min(first, last), max(first, last) + 1))
    return Rows(tuple(rows), take_off, photo)
