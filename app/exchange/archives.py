"""Looks into a zipped file before anything in it is unfolded: what it holds, and how much."""

from __future__ import annotations

import zipfile
from pathlib import Path

from app.errors import Refused
from app.exchange.table import UNFOLDED, too_large
from app.language import say

_END = b"PK\x05\x06"
_END_OF_LARGE = b"PK\x06\x07"
_END_LENGTH = 22
_COMMENT = 65_535
_DIRECTORY = 1024 * 1024
"""Bytes of the table of contents; half a million empty parts would fill the memory by their names."""


def parts_of(path: Path) -> dict[str, int]:
    """The parts and their sizes when unfolded. Raises `Refused` when that is too much.

    A workbook of 1.3 MB can unfold to 512 MB. A size that lies is no danger: reading ends there.
    """
    try:
        if _directory_size(path) > _DIRECTORY:
            raise too_large()
        with zipfile.ZipFile(path) as archive:
            parts = {part.filename: part.file_size for part in archive.infolist()}
            total = sum(part.file_size for part in archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise damaged() from error
    if total > UNFOLDED:
        raise too_large()
    return parts


def damaged() -> Refused:
    return Refused(say("The file is damaged. Open it in Excel or LibreOffice and save it again."))


def _directory_size(path: Path) -> int:
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - _END_LENGTH - _COMMENT))
        tail = file.read()
    place = tail.rfind(_END)
    if place < 0:
        raise zipfile.BadZipFile
    if _END_OF_LARGE in tail[max(0, place - 20) : place]:
        return size  # made for files beyond 4 GB: no list is
    return int.from_bytes(tail[place + 12 : place + 16], "little")
