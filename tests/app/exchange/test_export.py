"""What leaves as a file comes back the same in Excel's format, in CSV, and through LibreOffice."""

import csv
import io
import shutil
import subprocess
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from app.exchange.export import Cell, as_csv, as_xlsx

HEADINGS = ("Uzvārds", "Tālrunis", "Gads", "Reģistrēts")
HARD: list[tuple[Cell, ...]] = [
    ("Bērziņa", "+371 29111222", 1987, date(2026, 10, 15)),
    ("-5", "+37129111222", -5, None),
    ('=HYPERLINK("x")', "=1+1", None, None),
    ("@SUM(1)", "-2+3+cmd|' /C calc'!A0", None, None),
    ('Mazais; "Semikols"', "Шевченко", None, None),
    ("00123", "1E5", None, None),
    ("with\x00control\x08signs", " blanks ", None, None),
]
CLEANED = {"with\x00control\x08signs": "withcontrolsigns", " blanks ": "blanks"}
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


def shown(value: Cell) -> str:
    match value:
        case None:
            return ""
        case date():
            return value.isoformat()
    return CLEANED.get(str(value), str(value))


def test_a_workbook_has_typed_cells_and_no_formulas(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(as_xlsx("Visitors: all / today", HEADINGS, HARD))
    sheet = openpyxl.load_workbook(path).worksheets[0]
    rows = list(sheet.iter_rows())
    assert sheet.title == "Visitors  all   today"
    assert [cell.value for cell in rows[0]] == list(HEADINGS)
    assert {cell.data_type for row in rows for cell in row} == {"s", "n", "d"}
    for row, wanted in zip(rows[1:], HARD, strict=True):
        texts = [cell.value for cell, one in zip(row, wanted, strict=True) if isinstance(one, str)]
        assert texts == [shown(one) for one in wanted if isinstance(one, str)]
    assert [cell.value for cell in rows[2]][2] == -5


def test_csv_is_guarded_only_where_text_would_run() -> None:
    raw = as_csv(HEADINGS, HARD)
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows[0] == list(HEADINGS)
    assert rows[1] == ["Bērziņa", "+371 29111222", "1987", "2026-10-15"]
    assert rows[2] == ["-5", "+37129111222", "-5", ""]
    assert rows[3][:2] == ['\'=HYPERLINK("x")', "'=1+1"]
    assert rows[4][:2] == ["'@SUM(1)", "'-2+3+cmd|' /C calc'!A0"]
    assert rows[5][:2] == ['Mazais; "Semikols"', "Шевченко"]


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed (libreoffice-calc)")
def test_libreoffice_reads_the_same_words(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(as_xlsx("Visitors", HEADINGS, HARD))
    assert OFFICE is not None
    subprocess.run(
        [
            OFFICE,
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,1",
            "--outdir",
            str(tmp_path / "out"),
            str(path),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    (made,) = (tmp_path / "out").glob("*.csv")
    text = made.read_bytes().decode("utf-8")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    assert rows[0] == list(HEADINGS)
    assert [row[:2] for row in rows[1:]] == [[shown(one) for one in line[:2]] for line in HARD]
    assert [row[2] for row in rows[1:3]] == ["1987", "-5"]
