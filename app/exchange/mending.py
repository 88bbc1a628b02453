"""Text that was saved in the wrong encoding once: ``BÄ“rziÅ†a`` can become ``Bērziņa`` again.

Its letters were written as UTF-8, read by a program that took the bytes for one of the old
encodings, and saved so. Turning it back is certain when every byte fits; otherwise it stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import normalize

from app.exchange.table import Line, Table
from app.text import clean

_CODECS = ("cp1252", "cp1257", "cp1251", "iso8859-13")
_LEADS = "ÂÃÄÅĆĐÐÑŃŠРСДЕГ"
"""What the first byte of a Latvian or Cyrillic letter becomes in them."""
_SUSPECT = re.compile(f"[{_LEADS}][^\x00-\x7f]")
_UNSEEN_HALF = re.compile(f"(?<=[{_LEADS}])[\x80-\xa0\xad]")
_GOOD = re.compile(
    "[\x20-\x7eāčēģīķļņōŗšūžĀČĒĢĪĶĻŅŌŖŠŪŽäöüõÄÖÜÕéèąęėįųłńśźż"
    "а-яА-ЯёЁіІїЇєЄґҐʼ\u2010-\u2026«»„“”’№°§\u00a0]+"
)
_ASIDE = 0x2800
_BACK = {_ASIDE + code: code for code in range(256)}


def cleaned(written: str) -> str:
    """Like `app.text.clean`, but the unseen half of a damaged letter stays, or it is lost for good."""
    if written.isprintable():
        return " ".join(normalize("NFC", written).split())
    if not _UNSEEN_HALF.search(written):
        return clean(written)
    aside = _UNSEEN_HALF.sub(lambda half: chr(_ASIDE + ord(half[0])), written)
    return clean(aside).translate(_BACK)


def mended(cell: str) -> str:
    """The cell as it was meant; the same when nothing is wrong, or nothing is certain."""
    if cell.isascii() or not _SUSPECT.search(cell):
        return cell
    for codec in _CODECS:
        found = _turned_back(cell, codec)
        if found and found != cell and _GOOD.fullmatch(found) and not found.isascii():
            return clean(found)
    return cell


def damage(lines: Iterable[Line]) -> tuple[str, str] | None:
    """The first cell that can be mended, as it is written and as it was meant."""
    for line in lines:
        for cell in line.cells:
            if (meant := mended(cell)) != cell:
                return cell, meant
    return None


def mended_table(table: Table) -> Table:
    lines = tuple(Line(one.number, tuple(map(mended, one.cells))) for one in table.lines)
    return Table(table.kind, lines, table.encoding, table.delimiter, table.sheet)


def _turned_back(cell: str, codec: str) -> str:
    try:
        return b"".join(_byte(sign, codec) for sign in cell).decode("utf-8")
    except (UnicodeDecodeError, UnicodeEncodeError):
        return ""


def _byte(sign: str, codec: str) -> bytes:
    """Bytes the old encoding has no letter for came through as they were."""
    try:
        return sign.encode(codec)
    except UnicodeEncodeError:
        if sign > "\xff":
            raise
        return bytes((ord(sign),))
