"""Opens a foreign list, whatever it is, and says plainly what is wrong when it cannot be read.

What a file is, its first bytes say, never its name.
"""

from __future__ import annotations

from pathlib import Path

from app.errors import Refused
from app.exchange.archives import parts_of
from app.exchange.csv_files import read_csv
from app.exchange.encodings import decode
from app.exchange.ods_files import is_ods, read_ods
from app.exchange.table import LARGEST, Progress, Table, too_large
from app.exchange.vcards import is_vcard, read_vcards
from app.exchange.workbooks import is_workbook, read_workbook
from app.language import Message, say

_ZIP = b"PK\x03\x04"
_BEGIN = 16
_OTHERS: tuple[tuple[bytes, Message], ...] = (
    (
        b"\xd0\xcf\x11\xe0",
        say(
            "This is an old Excel file, or one with a password. "
            "Save it in Excel as .xlsx without a password."
        ),
    ),
    (
        b"%PDF",
        say(
            "This is a PDF. Open the list in the program it was made with "
            "and save it as Excel (.xlsx) or CSV."
        ),
    ),
    (
        b"{\\rtf",
        say("This is a text document. Copy the list into a spreadsheet and save it as .xlsx."),
    ),
)


def read_table(path: Path, progress: Progress | None = None) -> Table:
    """The lines of a CSV, XLSX, ODS or vCard file. Raises `Refused` when it is none of them."""
    try:
        begin, size = _begin(path)
        if size > LARGEST:
            raise too_large()
        _refuse_others(begin)
        text = None if begin.startswith(_ZIP) else _text(path)
    except OSError as error:
        raise Refused(
            say(
                "The file {name} cannot be read. If it is open in another program, close it there.",
                name=path.name,
            )
        ) from error
    table = _zipped(path, progress) if text is None else read_written(*text, progress)
    if not table.lines:
        raise Refused(say("There is nothing in the file {name}.", name=path.name))
    return table


def _begin(path: Path) -> tuple[bytes, int]:
    if path.exists() and not path.is_file():
        raise _no_list()  # a folder; a pipe would be waited for without an end
    with path.open("rb") as file:
        return file.read(_BEGIN), path.stat().st_size


def _refuse_others(begin: bytes) -> None:
    for mark, sentence in _OTHERS:
        if begin.startswith(mark):
            raise Refused(sentence)


def _text(path: Path) -> tuple[str, str]:
    found = decode(path.read_bytes())
    if found is None:
        raise _no_list()
    return found


def read_written(text: str, encoding: str, progress: Progress | None = None) -> Table:
    """A file that is text: contacts, or else a table with a delimiter."""
    if is_vcard(text):
        return read_vcards(text, encoding, progress)
    if text[:200].lstrip().lower().startswith(("<!doctype", "<html", "<?xml", "<table", "<meta")):
        raise Refused(
            say(
                "This is a web page, not a table. "
                "Open it in Excel or LibreOffice and save it as .xlsx."
            )
        )
    return read_csv(text, encoding, progress)


def _zipped(path: Path, progress: Progress | None) -> Table:
    parts = parts_of(path)
    if is_workbook(parts):
        return read_workbook(path, progress)
    if is_ods(parts):
        return read_ods(path, progress)
    raise _no_list()


def _no_list() -> Refused:
    return Refused(say("This is not a list. Choose a CSV, Excel (.xlsx), ODS or vCard file."))
