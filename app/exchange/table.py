"""A foreign table as plain text: lines with the numbers they have in their own file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from app.errors import Refused
from app.language import say, say_count

LARGEST = 40 * 1024 * 1024
"""Bytes a file may have: ten times a list of 100,000 people."""
UNFOLDED = 100 * 1024 * 1024
"""Bytes that the parts of a zipped file may have together; they are read as they come."""
MOST_LINES = 200_000
MOST_CELLS = 2_000_000
"""Together with the file's text they stay within 300 MB of memory."""
WIDEST = 200
"""Cells of one line that are looked at; a workbook may have 16,384."""

Progress: TypeAlias = Callable[[int, int], None]
"""Called with lines read and lines in all (0: not known); cancels by raising, which passes through."""

EVERY = 200
"""Lines between two calls of the progress."""


@dataclass(frozen=True, slots=True)
class Line:
    """The cells of one line; blanks at the end are cut off."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """What is in the file, before anybody asked what it means; empty lines are left out."""

    kind: str
    """``CSV``, ``XLSX``, ``ODS`` or ``vCard``."""
    lines: tuple[Line, ...]
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""


class Gathering:
    """Collects lines, drops empty ones, reports progress and stops at too many."""

    def __init__(self, progress: Progress | None, total: int = 0) -> None:
        self.lines: list[Line] = []
        self._progress = progress
        self._total = total
        self._seen = self._cells = 0

    def add(self, number: int, cells: list[str]) -> None:
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            self.lines.append(Line(number, tuple(cells)))
            self._cells += len(cells)
        if len(self.lines) > MOST_LINES:
            raise Refused(
                say_count(
                    "The list is longer than {n} line. Divide it into several files.",
                    "The list is longer than {n} lines. Divide it into several files.",
                    MOST_LINES,
                )
            )
        if self._cells > MOST_CELLS:
            raise too_large()
        self._seen += 1
        if self._progress and self._seen % EVERY == 0:
            self._progress(self._seen, self._total)


def too_large() -> Refused:
    return Refused(say("The file is too large. Save only the list of people in a file of its own."))
