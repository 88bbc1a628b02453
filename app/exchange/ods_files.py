"""Reads a spreadsheet of LibreOffice (``.ods``): its longest table, as it comes, cells as plain text."""

from __future__ import annotations

import zipfile
from collections.abc import Collection
from pathlib import Path
from xml.parsers import expat

from app.errors import Refused
from app.exchange.archives import damaged
from app.exchange.mending import cleaned
from app.exchange.table import WIDEST, Gathering, Progress, Table
from app.language import say

_AT_ONCE = 64 * 1024
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0 "
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_BLANKS = (f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break")
_LONGEST = 10_000_000


def is_ods(parts: Collection[str]) -> bool:
    """By the names of the parts of its archive."""
    return "content.xml" in parts and "mimetype" in parts


def read_ods(path: Path, progress: Progress | None = None) -> Table:
    """The longest table; raises `Refused` when it cannot be read.

    Only for an archive that was looked into before (`app.exchange.archives`).
    """
    sheets = _Sheets(progress)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = sheets.begin
    parser.EndElementHandler = sheets.end
    parser.CharacterDataHandler = sheets.text
    parser.StartDoctypeDeclHandler = _no_document_type
    try:
        with zipfile.ZipFile(path) as archive:
            if b"spreadsheet" not in archive.read("mimetype")[:200]:
                raise Refused(say("This is not a spreadsheet. Save the list as .xlsx or .ods."))
            _refuse_locked(archive)
            with archive.open("content.xml") as content:
                while chunk := content.read(_AT_ONCE):
                    parser.Parse(chunk)
            parser.Parse(b"", True)
    except (expat.ExpatError, zipfile.BadZipFile, OSError, EOFError, ValueError, KeyError) as error:
        raise damaged() from error
    return max(sheets.tables, key=lambda table: len(table.lines), default=Table("ODS", ()))


def _no_document_type(*_: object) -> None:
    raise damaged()


def _refuse_locked(archive: zipfile.ZipFile) -> None:
    name = "META-INF/manifest.xml"
    if name in archive.namelist() and b"encryption-data" in archive.read(name):
        raise Refused(say("This file has a password. Save it without one, then load it."))


class _Sheets:
    """Takes the document element by element; nothing but the lines is kept."""

    def __init__(self, progress: Progress | None) -> None:
        self.tables: list[Table] = []
        self._progress = progress
        self._name = ""
        self._gathering = Gathering(progress)
        self._number = 0
        self._row: list[str] = []
        self._rows = self._columns = 1
        self._value: str | None = None
        """What the file itself says the cell holds; otherwise its words count."""
        self._words: list[str] = []
        self._inside = self._note = False

    def begin(self, tag: str, about: dict[str, str]) -> None:
        if tag == f"{_TABLE}table":
            self._name = about.get(f"{_TABLE}name", "")
            self._gathering, self._number = Gathering(self._progress), 0
        elif tag == f"{_TABLE}table-row":
            self._rows = _times(about, f"{_TABLE}number-rows-repeated")
            self._row = []
        elif tag in _CELLS:
            self._columns = _times(about, f"{_TABLE}number-columns-repeated")
            self._value, self._words = _value(about), []
        else:
            self._within_a_cell(tag)

    def _within_a_cell(self, tag: str) -> None:
        if tag == f"{_OFFICE}annotation":
            self._note = True
        elif tag == f"{_TEXT}p":
            self._inside = not self._note
        if tag in _BLANKS and self._inside:
            self._words.append(" ")

    def text(self, written: str) -> None:
        if self._inside:
            self._words.append(written)

    def end(self, tag: str) -> None:
        if tag == f"{_OFFICE}annotation":
            self._note = False
        elif tag == f"{_TEXT}p" and self._inside:
            self._inside = False
            self._words.append("\n")
        elif tag in _CELLS:
            self._end_cell()
        elif tag == f"{_TABLE}table-row":
            self._end_row()
        elif tag == f"{_TABLE}table":
            self.tables.append(Table("ODS", tuple(self._gathering.lines), sheet=self._name))

    def _end_cell(self) -> None:
        cell = cleaned("".join(self._words)) if self._value is None else self._value
        room = max(0, WIDEST - len(self._row))
        self._row += [cell] * min(self._columns, room)

    def _end_row(self) -> None:
        times = self._rows if any(self._row) else 0
        for step in range(times):
            self._gathering.add(self._number + step + 1, list(self._row))
        self._number += self._rows
        if self._number > _LONGEST:
            raise damaged()


def _times(about: dict[str, str], name: str) -> int:
    return max(1, int(about.get(name, "1")))


def _value(about: dict[str, str]) -> str | None:
    if formula := about.get(f"{_TABLE}formula"):
        return "=" + cleaned(formula.partition("=")[2])
    match about.get(f"{_OFFICE}value-type"):
        case "date":
            return cleaned(about.get(f"{_OFFICE}date-value", ""))[:10]
        case "float":
            number = cleaned(about.get(f"{_OFFICE}value", ""))
            return number.removesuffix(".0")
    return None
