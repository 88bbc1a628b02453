"""A table written for Excel and LibreOffice: typed cells, and no text that ever runs as a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, TypeAlias

from app.text import clean

Cell: TypeAlias = str | int | date | None
Progress: TypeAlias = Callable[[int], None]
"""Called with rows written; stops by raising."""

EVERY = 500
_RUNS = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"[+-]?[\d\s().,/-]*\d[\d\s().,/-]*")
"""``-5`` and ``+371 29 337 510``: a number or a telephone, which nothing runs."""
_WIDEST, _NARROWEST = 40, 8
_SHEET_NAME = re.compile(r"[\[\]:*?/\\]")


def as_xlsx(
    title: str,
    headings: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    progress: Progress | None = None,
) -> bytes:
    """Text is written as text, whatever it begins with; numbers and dates as what they are."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet(_SHEET_NAME.sub(" ", title)[:31])
    sheet.freeze_panes = "A2"
    _set_widths(sheet, headings)
    writer = _Writer(sheet)
    writer.headings(headings)
    for number, row in enumerate(rows):
        if progress and number % EVERY == 0:
            progress(number)
        writer.row(row)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def as_csv(headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """As Excel here opens it with two clicks: UTF-8 with its mark, semicolons, CRLF."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow([_guarded(one) for one in headings])
    writer.writerows([_in_csv(cell) for cell in row] for row in rows)
    return written.getvalue().encode("utf-8-sig")


class _Writer:
    """Plain values as they come; a cell of its own only for text that would be taken for more."""

    def __init__(self, sheet: Any) -> None:
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Font

        self._sheet = sheet
        self._cell = WriteOnlyCell
        self._bold = Font(bold=True)

    def headings(self, headings: Sequence[str]) -> None:
        cells = [self._text(one) for one in headings]
        for cell in cells:
            cell.font = self._bold
        self._sheet.append(cells)

    def row(self, row: Sequence[Cell]) -> None:
        self._sheet.append([self._typed(cell) for cell in row])

    def _typed(self, value: Cell) -> object:
        if not isinstance(value, str):
            return value
        if value.startswith(_RUNS):
            cell = self._text(value)
            cell.quotePrefix = True  # it stays text when somebody edits the cell
            return cell
        return clean(value)

    def _text(self, value: str) -> Any:
        cell = self._cell(self._sheet, clean(value))
        cell.data_type = "s"
        return cell


def _set_widths(sheet: Any, headings: Sequence[str]) -> None:
    from openpyxl.utils import get_column_letter

    for place, heading in enumerate(headings, start=1):
        width = min(max(len(heading) + 6, _NARROWEST), _WIDEST)
        sheet.column_dimensions[get_column_letter(place)].width = width


def _in_csv(value: Cell) -> str:
    match value:
        case None:
            return ""
        case str():
            return _guarded(clean(value))
        case date():
            return value.isoformat()
    return str(value)


def _guarded(text: str) -> str:
    """An apostrophe before what would run, and before nothing else."""
    return f"'{text}" if text.startswith(_RUNS) and not _NUMBER.fullmatch(text) else text
