"""Files made to do harm, or that are not what they say: a plain sentence, soon, in little memory."""

import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from app.errors import Refused
from app.exchange.people import read_people
from app.exchange.tables import read_table
from app.language import words

MOST_MEMORY = 300 * 1024 * 1024
MOST_SECONDS = 5.0
"""Of work: what other programs take meanwhile is not the reader's."""
MEGABYTE = 1024 * 1024
STATUS = Path("/proc/self/status")
READ = (
    "import re, sys, time\n"
    "from pathlib import Path\n"
    "from app.errors import Refused\n"
    "from app.exchange.people import read_people\n"
    "begin = time.process_time()\n"
    "try:\n"
    "    print(len(read_people(Path(sys.argv[1])).rows), 'people')\n"
    "except Refused as refused:\n"
    "    print(refused)\n"
    "print(time.process_time() - begin)\n"
    "print(1024 * int(re.search('VmHWM:.*?([0-9]+)', Path('/proc/self/status').read_text())[1]))\n"
)


def workbook(parts: dict[str, bytes]) -> bytes:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Name", "Surname"])
    raw = io.BytesIO()
    book.save(raw)
    made = io.BytesIO()
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, parts.get(name, old.read(name)))
        for name in parts.keys() - set(old.namelist()):
            new.writestr(name, parts[name])
    return made.getvalue()


def bomb() -> bytes:
    return workbook({"xl/worksheets/sheet1.xml": b" " * (512 * MEGABYTE)})


def laughs() -> bytes:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    sheet = f'<!DOCTYPE x [<!ENTITY l0 "ha">{levels}]><worksheet><sheetData><row><c t="inlineStr"><is><t>&l9;</t></is></c></row></sheetData></worksheet>'
    return workbook({"xl/worksheets/sheet1.xml": sheet.encode()})


def many_parts() -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        for number in range(30_000):
            archive.writestr(f"xl/{number}", b"")
    return raw.getvalue()


BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "a zip bomb": (bomb, "too large"),
    "laughs": (laughs, "damaged"),
    "an archive of endless parts": (many_parts, "too large"),
    "a line of a million cells": (lambda: b"Name;Town\n" + b"x;" * 1_000_000, "too many cells"),
    "a quoted line of a million cells": (lambda: b'"a\n";' * 1_000_000, "too many cells"),
    "endless cells": (lambda: (b"ab;" * 100 + b"\n") * 120_000, "too large"),
    "a cell without an end": (lambda: b'Name\n"' + b"x\n" * 5_000_000, "is damaged"),
    "a huge file": (lambda: b"Name;Town\n" * (41 * MEGABYTE // 10), "too large"),
    "one line of 30 MB": (lambda: b"x" * (30 * MEGABYTE), "is damaged"),
    "contacts without an end": (
        lambda: b"BEGIN:VCARD\nN:" + b"\n x" * 5_000_000,
        "too large",
    ),
}


@pytest.mark.skipif(not STATUS.exists(), reason="only Linux tells how much memory was taken")
@pytest.mark.parametrize("name", BAD)
def test_a_harmful_file_is_refused_soon_and_in_little_memory(tmp_path: Path, name: str) -> None:
    make, sentence = BAD[name]
    path = tmp_path / "list.csv"
    path.write_bytes(make())
    done = subprocess.run(
        [sys.executable, "-c", READ, str(path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[3],
        timeout=60,
    )
    said, seconds, memory = done.stdout.strip().rsplit("\n", 2)
    assert said
    assert int(memory) <= MOST_MEMORY
    assert float(seconds) <= MOST_SECONDS
    with pytest.raises(Refused, match=sentence):
        read_table(path)


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"%PDF-1.7\n1 0 obj", "This is a PDF"),
        (b"{\\rtf1\\ansi Anna}", "This is a text document"),
        (b"<html><table><tr><td>Name</td></tr></table></html>", "This is a web page"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><Workbook/>", "This is a web page"),
        (b"SQLite format 3\0" + bytes(100), "This is not a list"),
    ],
)
def test_a_file_that_is_not_what_it_says(tmp_path: Path, raw: bytes, sentence: str) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(raw)
    with pytest.raises(Refused, match=sentence):
        read_table(path)


def test_harmful_lines_are_reported_and_the_others_go_on(tmp_path: Path) -> None:
    lines = [
        "Vārds;Uzvārds;Dzimis;Pagasts",
        f"{'Ā' * 10_000};Bērziņa;1990;",
        "Anna;Bērziņa;31.02.2001;",
        '=cmd|"x";Bērziņa;1990;',
        "Anna un Jānis;Bērziņi;;",
        "A\x00n\x07n\u202ea;Bērziņa\x1b;1990;Preiļi",
        "<b>Ivo<b>;O'Neil;1990;",
    ]
    path = tmp_path / "list.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    found = read_people(path, today=date(2026, 10, 15))
    assert [(one.line_number, words(one.message)[:28]) for one in found.problems] == [
        (2, "The name is too long."),
        (3, "There is no such date."),
        (4, "This is a formula. Write the"),
        (5, "There are several people in "),
    ]
    assert [(one.given_name, one.family_name) for one in found.rows] == [
        ("Anna", "Bērziņa"),
        ("<b>Ivo<b>", "O'Neil"),
    ]
