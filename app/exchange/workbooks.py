"""Reads an Excel workbook (``.xlsx``): the sheet that holds the list, its cells as plain text."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from app.errors import Refused
from app.exchange.table import LARGEST, Gathering, Progress, Table, too_large
from app.language import say
from app.text import clean

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

_WIDEST = 200
_LONGEST = 1_048_576  # rows of Excel; a row that claims a higher number would be waited for forever


def read_workbook(path: Path, progress: Progress | None = None) -> Table:
    """The longest sheet of the workbook; raises `Refused` when it cannot be read."""
    _look_before_opening(path)
    with path.open("rb") as file, closing(_opened(file)) as book:
        tables = [_sheet(book, name, progress) for name in _shown(book)]
    return max(tables, key=lambda table: len(table.lines), default=Table("XLSX", ()))


def _look_before_opening(path: Path) -> None:
    """A workbook of 1.3 MB can unfold to 512 MB: the archive says its sizes beforehand."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            size = sum(part.file_size for part in archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise _damaged() from error
    if size > LARGEST:
        raise too_large()
    if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
        raise Refused(say("This is not an Excel file. Save the list as CSV or Excel (.xlsx)."))


def _opened(file: BinaryIO) -> Workbook:
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl tells of styles it does not know
            return load_workbook(file, read_only=True, keep_links=False)
    except Exception as error:  # it raises whatever a damaged part of the archive leads to
        raise _damaged() from error


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
    for number, row in enumerate(_rows(sheet.iter_rows(values_only=True)), start=1):
        if number > _LONGEST:
            raise _damaged()
        gathering.add(number, [_text(value) for value in row[:_WIDEST]])
    return Table("XLSX", tuple(gathering.lines), sheet=name)


def _rows(rows: Iterable[tuple[object, ...]]) -> Iterator[tuple[object, ...]]:
    unread = iter(rows)
    while True:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # a date out of range comes as an error value
                row = next(unread)
        except StopIteration:
            return
        except Exception as error:  # as above, met later because sheets are read as they come
            raise _damaged() from error
        yield row


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case datetime() | date():
            return value.strftime("%Y-%m-%d")
        case float() if value.is_integer():
            return str(int(value))
    return clean(str(value))


def _damaged() -> Refused:
    return Refused(say("The Excel file is damaged. Open it in Excel and save it again."))
