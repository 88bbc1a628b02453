"""Opens a foreign list, whatever it is, and says plainly what is wrong when it cannot be read."""

from __future__ import annotations

from pathlib import Path

from app.errors import Refused
from app.exchange.csv_files import read_csv
from app.exchange.table import LARGEST, Progress, Table, too_large
from app.exchange.workbooks import read_workbook
from app.language import say

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"


def read_table(path: Path, progress: Progress | None = None) -> Table:
    """The lines of a CSV or XLSX file; what it is, its first bytes say, not its name."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            begin = file.read(4)
            if size > LARGEST:
                raise too_large()
            rest = b"" if begin == _ZIP else file.read()
    except OSError as error:
        raise Refused(
            say(
                "The file {name} cannot be read. If it is open in another program, close it there.",
                name=path.name,
            )
        ) from error
    if begin == _OLE:
        raise Refused(
            say(
                "This is an old Excel file, or one with a password. "
                "Save it in Excel as .xlsx without a password."
            )
        )
    table = read_workbook(path, progress) if begin == _ZIP else read_csv(begin + rest, progress)
    if not table.lines:
        raise Refused(say("There is nothing in the file {name}.", name=path.name))
    return table
