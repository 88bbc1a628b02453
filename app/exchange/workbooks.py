"""Reads an Excel workbook (``.xlsx``): the sheet that holds the list, its cells as plain text."""

from __future__ import annotations

import warnings
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from app.exchange.archives import damaged
from app.exchange.mending import cleaned
from app.exchange.table import WIDEST, Gathering, Progress, Table

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

_NOTHING = (None,) * WIDEST
_LONGEST = 1_048_576  # rows of Excel; a row that claims a higher number would be waited for forever


def is_workbook(parts: Collection[str]) -> bool:
    """By the names of the parts of its archive."""
    return "[Content_Types].xml" in parts and any(name.startswith("xl/") for name in parts)


def read_workbook(path: Path, progress: Progress | None = None) -> Table:
    """The longest sheet of the workbook; raises `Refused` when it cannot be read.

    Only for an archive that was looked into before (`app.exchange.archives`).
    """
    with path.open("rb") as file, closing(_opened(file)) as book:
        tables = [_sheet(book, name, progress) for name in _shown(book)]
    return max(tables, key=lambda table: len(table.lines), default=Table("XLSX", ()))


def _opened(file: BinaryIO) -> Workbook:
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl tells of styles it does not know
            return load_workbook(file, read_only=True, keep_links=False)
    except Exception as error:  # it raises whatever a damaged part of the archive leads to
        raise damaged() from error


def _shown(book: Workbook) -> list[str]:
    shown = [name for name in book.sheetnames if book[name].sheet_state == "visible"]
    return shown or book.sheetnames


def _sheet(book: Workbook, name: str, progress: Progress | None) -> Table:
    sheet = book[name]
    if not hasattr(sheet, "iter_rows"):  # a chart has a sheet of its own
        return Table("XLSX", (), sheet=name)
    if hasattr(sheet, "reset_dimensions"):
        sheet.reset_dimensions()  # what the file says of its own size may be wrong
    gathering = Gathering(progress)
    rows = sheet.iter_rows(max_col=WIDEST, values_only=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a date out of range comes as an error value
        for number, row in enumerate(_rows(rows), start=1):
            if number > _LONGEST:
                raise damaged()
            gathering.add(number, [_text(value) for value in row[: _filled(row)]])
    return Table("XLSX", tuple(gathering.lines), sheet=name)


def _rows(rows: Iterable[tuple[object, ...]]) -> Iterator[tuple[object, ...]]:
    unread = iter(rows)
    while True:
        try:
            row = next(unread)
        except StopIteration:
            return
        except Exception as error:  # as above, met later because sheets are read as they come
            raise damaged() from error
        yield row


def _filled(row: tuple[object, ...]) -> int:
    """How many cells there are up to the last that holds something."""
    if row == _NOTHING:  # a million of them stand before a far row
        return 0
    last = len(row)
    while last and row[last - 1] is None:
        last -= 1
    return last


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case datetime() | date():
            return value.strftime("%Y-%m-%d")
        case float() if value.is_integer():
            return str(int(value))
    return cleaned(str(value))
