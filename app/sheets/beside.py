"""Writes a file beside the wanted one, then puts it in its place: never half a file."""

from __future__ import annotations

import errno
import os
import secrets
from pathlib import Path

from app.errors import Refused
from app.language import Message, say

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_OTHER = say("The file could not be written. Choose another folder or another file name.")
_GONE = {errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.EIO}


def write_beside(path: Path, content: bytes) -> None:
    """Raises `Refused` when the file cannot be written; what was there before then stays."""
    if os.path.exists(path) and not os.path.isfile(path):
        raise Refused(_OTHER)  # a folder, or a device that must not be replaced by a file
    beside = path.parent / f".kopa-{secrets.token_hex(6)}.new"
    try:
        _write(beside, content)
        beside.replace(path)
        _settle(path.parent)
    except OSError as error:
        raise Refused(_sentence(error)) from error
    finally:
        _remove(beside)


def _write(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    """Make the new name durable too; Windows keeps no such file descriptors."""
    if os.name != "posix":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    except OSError as error:
        if error.errno != errno.EINVAL:  # some network folders cannot
            raise
    finally:
        os.close(opened)


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return  # the folder itself is gone, or may not be written: already said


def _sentence(error: OSError) -> Message:
    if error.errno in _NO_ROOM:
        return say("There is no room left there. Free some space or choose another folder.")
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return say(
            "The file cannot be written there. If it is open in another program, close it; "
            "or choose another folder."
        )
    if error.errno in _GONE:
        return say("This folder cannot be reached any more. Choose another folder.")
    return _OTHER
