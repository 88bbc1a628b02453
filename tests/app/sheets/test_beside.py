import errno
import os
from pathlib import Path

import pytest

from app.errors import Refused
from app.sheets.beside import write_beside


def test_the_file_is_written_and_replaced(tmp_path):
    path = tmp_path / "lapa.pdf"
    write_beside(path, b"first")
    write_beside(path, b"second")
    assert path.read_bytes() == b"second"
    assert os.listdir(tmp_path) == ["lapa.pdf"]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "no room left"),
        (errno.EACCES, "cannot be written there"),
        (errno.EROFS, "cannot be written there"),
        (errno.EIO, "cannot be reached"),
        (errno.EINTR, "could not be written"),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failure_keeps_what_was_there(tmp_path, monkeypatch, number, said, step):
    path = tmp_path / "lapa.pdf"
    path.write_bytes(b"good")

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(*((os, "fsync") if step == "fsync" else (Path, "replace")), fail)
    with pytest.raises(Refused, match=said):
        write_beside(path, b"half")
    monkeypatch.undo()
    assert path.read_bytes() == b"good"
    assert os.listdir(tmp_path) == ["lapa.pdf"]


def test_a_folder_that_is_gone_is_said_plainly(tmp_path):
    with pytest.raises(Refused, match="cannot be reached"):
        write_beside(tmp_path / "stick" / "lapa.pdf", b"content")


def test_a_folder_of_that_name_is_refused(tmp_path):
    (tmp_path / "lapa.pdf").mkdir()
    with pytest.raises(Refused, match="another file name"):
        write_beside(tmp_path / "lapa.pdf", b"content")
