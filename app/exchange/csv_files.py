"""Reads CSV as Excel, LibreOffice and older programs write it here."""

from __future__ import annotations

import csv
import io
from collections import Counter
from itertools import islice

from app.errors import Refused
from app.exchange.encodings import decode
from app.exchange.table import Gathering, Progress, Table
from app.language import say
from app.text import clean

_DELIMITERS = ";,\t"
_LOOKED_AT = 40
_SAMPLE = 100_000


def read_csv(raw: bytes, progress: Progress | None = None) -> Table:
    """The table in these bytes; raises `Refused` when it is none."""
    found = decode(raw)
    if found is None:
        raise Refused(say("This is not a list. Choose a CSV or Excel (.xlsx) file."))
    text, encoding = found
    declared, start = _declared_delimiter(text)
    delimiter = declared or _likeliest_delimiter(text)
    gathering = Gathering(progress, text.count("\n"))
    reader = csv.reader(io.StringIO(text[start:], newline=""), delimiter=delimiter)
    before = 1 if start else 0
    number = before + 1
    try:
        for cells in reader:
            gathering.add(number, [_cell(cell) for cell in cells])
            number = before + reader.line_num + 1
    except csv.Error as error:
        raise Refused(
            say(
                "Line {line} of the file is damaged. Open it in Excel and save it again.",
                line=number,
            )
        ) from error
    return Table("CSV", tuple(gathering.lines), encoding, delimiter)


def _declared_delimiter(text: str) -> tuple[str, int]:
    """Excel's own first line ``sep=;`` and where the text after it begins."""
    first, end, _ = text.partition("\n")
    mark = first.strip().strip('"')
    if mark.lower().startswith("sep=") and len(mark) == 5:
        return mark[4], len(first) + len(end)
    return ("\t", len(first) + len(end)) if mark.lower() == "sep=" and "\t" in first else ("", 0)


def _likeliest_delimiter(text: str) -> str:
    """The one that gives most lines the same number of cells, and more than one."""
    return max(_DELIMITERS, key=lambda delimiter: _evenness(text, delimiter))


def _evenness(text: str, delimiter: str) -> tuple[int, int]:
    lines = csv.reader(io.StringIO(text[:_SAMPLE], newline=""), delimiter=delimiter)
    try:
        widths = Counter(len(cells) for cells in islice(lines, _LOOKED_AT) if len(cells) > 1)
    except csv.Error:
        return 0, 0
    width, count = max(widths.items(), key=lambda pair: pair[1], default=(0, 0))
    return count, width


def _cell(written: str) -> str:
    """``="0012"`` is how Excel is told that digits are text."""
    cell = clean(written)
    if cell.startswith('="') and cell.endswith('"') and '"' not in cell[2:-1]:
        return cell[2:-1]
    return cell
