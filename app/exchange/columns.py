"""Where the headings of a list are, what each column holds, and which columns are locked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from app.exchange.fields import Field, forbidden, guessed, is_heading
from app.exchange.table import Line
from app.text import digits

_TITLE_LINES = 30
_PERSONAL_CODE = re.compile(r"\d{6}\s?[-–]\s?\d{5}")
_DIAGNOSIS = re.compile(r"[A-TV-Z]\d{2}(?:\.\d{1,2})?")  # a code of ICD-10
_LOOKED_AT = 200


@dataclass(frozen=True)
class Column:
    """One column: its heading, what it is read as, and an example that tells nobody's number."""

    heading: str
    field: Field | None
    sample: str
    locked: bool = False
    """Never read, whatever is chosen: personal codes, diagnoses."""


def find_headings(lines: tuple[Line, ...]) -> tuple[Line | None, tuple[Line, ...]]:
    """The line of the headings and the lines below it; above it are titles."""
    best, place = 0, -1
    for number, line in enumerate(lines[:_TITLE_LINES]):
        known = {cell for cell in line.cells if is_heading(cell)}
        if len(known) > best and (len(known) > 1 or len(line.cells) == 1):
            best, place = len(known), number
    return (lines[place], lines[place + 1 :]) if best else (None, lines)


def recognised(
    headings: Line | None, below: tuple[Line, ...], mapping: Mapping[int, Field | None] | None
) -> tuple[Column, ...]:
    """Every column up to the last heading, or up to the longest line when there are none."""
    width = len(headings.cells) if headings else max((len(line.cells) for line in below), default=0)
    named = headings.cells if headings else tuple(_letters(place) for place in range(width))
    columns: list[Column] = []
    taken: set[Field] = set()
    for place, heading in enumerate(named):
        examples = [cell for line in below[:_LOOKED_AT] if (cell := cell_at(line, place))]
        if forbidden(heading) or _looks_forbidden(examples):
            columns.append(Column(heading, None, "", locked=True))
            continue
        field = guessed(heading) if mapping is None else mapping.get(place)
        if field in taken:
            field = None
        elif field:
            taken.add(field)
        columns.append(Column(heading, field, _masked(examples[0] if examples else "", field)))
    return tuple(columns)


def cell_at(line: Line, place: int) -> str:
    return line.cells[place] if place < len(line.cells) else ""


def _looks_forbidden(examples: list[str]) -> bool:
    for pattern in (_PERSONAL_CODE, _DIAGNOSIS):
        if 2 * sum(bool(pattern.fullmatch(cell)) for cell in examples) > len(examples):
            return True
    return False


def _masked(example: str, field: Field | None) -> str:
    """``2X XXX 731``: enough to see what the column holds."""
    if field is Field.EMAIL and example:
        name, _, host = example.partition("@")
        return f"{name[:1]}…@{host}"
    if field is Field.BIRTH_YEAR and (year := re.search(r"\d{4}", example)):
        return year[0]
    if field is Field.PHONE or (field is None and len(digits(example)) >= 7):
        hidden = iter(range(len(digits(example))))
        last = len(digits(example)) - 3
        return re.sub(r"\d", lambda found: "X" if 0 < next(hidden) < last else found[0], example)
    return example


def _letters(place: int) -> str:
    """The name of a column without a heading, as spreadsheets have it: A, B … Z, AA."""
    return ("" if place < 26 else _letters(place // 26 - 1)) + chr(ord("A") + place % 26)
