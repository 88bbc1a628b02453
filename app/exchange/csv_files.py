"""Reads CSV as Excel, LibreOffice and older programs write it here."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from app.errors import Refused
from app.exchange.mending import cleaned
from app.exchange.table import Gathering, Progress, Table
from app.language import say

_DELIMITERS = ";,\t"
_LOOKED_AT = 40
_SAMPLE = 100_000
_MOST_CELLS = 16_384
"""Of one line, as in Excel."""
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


def read_csv(text: str, encoding: str, progress: Progress | None = None) -> Table:
    """The table in this text; raises `Refused` when it is none."""
    declared, start = _declared_delimiter(text)
    delimiter = declared or _likeliest_delimiter(text)
    gathering = Gathering(progress, text.count("\n"))
    lines = _Lines(text, start, delimiter)
    reader = csv.reader(lines, delimiter=delimiter)
    before = 1 if start else 0
    number = before + 1
    try:
        for cells in reader:
            gathering.add(number, [_cell(cell) for cell in cells])
            number = before + reader.line_num + 1
            lines.cells = 0
    except csv.Error as error:
        raise Refused(
            say(
                "Line {line} of the file is damaged. Open it in Excel and save it again.",
                line=number,
            )
        ) from error
    return Table("CSV", tuple(gathering.lines), encoding, delimiter)


class _Lines:
    """Lines without a copy of the whole text; one with a million cells is never handed on.

    ``cells`` counts up to the end of a record, because a quoted cell may go on in the next line.
    """

    def __init__(self, text: str, start: int, delimiter: str) -> None:
        self.cells = 0
        self._delimiter = delimiter
        self._found = _LINE.finditer(text, start)
        self._count = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._found)[0]
        self._count += 1
        self.cells += line.count(self._delimiter)
        if self.cells > _MOST_CELLS:
            raise Refused(
                say(
                    "Line {line} has too many cells for a list of people. "
                    "Save the list in a file of its own.",
                    line=self._count,
                )
            )
        return line


def _declared_delimiter(text: str) -> tuple[str, int]:
    """Excel's own first line ``sep=;`` and where the text after it begins."""
    first, end, _ = text[:20].partition("\n")
    mark = first.strip("\r ").strip('"')
    if mark.lower().startswith("sep=") and len(mark) == 5:
        return mark[4], len(first) + len(end)
    return "", 0


def _likeliest_delimiter(text: str) -> str:
    """The one that gives most lines the same number of cells, and more than one."""
    sample = text[:_SAMPLE]
    return max(_DELIMITERS, key=lambda delimiter: _evenness(sample, delimiter))


def _evenness(sample: str, delimiter: str) -> tuple[int, int]:
    lines = csv.reader((one[0] for one in _LINE.finditer(sample)), delimiter=delimiter)
    try:
        widths = Counter(len(cells) for cells in islice(lines, _LOOKED_AT) if len(cells) > 1)
    except csv.Error:
        return 0, 0
    width, count = max(widths.items(), key=lambda pair: pair[1], default=(0, 0))
    return count, width


def _cell(written: str) -> str:
    """``="0012"`` is how Excel is told that digits are text."""
    cell = cleaned(written)
    if cell.startswith('="') and cell.endswith('"') and '"' not in cell[2:-1]:
        return cell[2:-1]
    return cell
