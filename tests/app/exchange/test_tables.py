import io
import os
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from app.errors import Refused
from app.exchange import archives
from app.exchange import table as limits
from app.exchange.table import Line
from app.exchange.tables import read_table

LIST = "Vārds;Uzvārds\r\nĢirts;Ķēniņš\r\nJūlija;Šņepste\r\n"
LINES = [(1, ("Vārds", "Uzvārds")), (2, ("Ģirts", "Ķēniņš")), (3, ("Jūlija", "Šņepste"))]


@pytest.fixture
def file(tmp_path: Path) -> Callable[[bytes], Path]:
    def write(raw: bytes) -> Path:
        path = tmp_path / "list.csv"
        path.write_bytes(raw)
        return path

    return write


def lines(path: Path) -> list[tuple[int, tuple[str, ...]]]:
    return [(line.number, line.cells) for line in read_table(path).lines]


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("cp1257", "Windows-1257"),
        ("cp775", "DOS-775"),
    ],
)
def test_latvian_letters_in_every_encoding_in_use(
    file: Callable[[bytes], Path], codec: str, name: str
) -> None:
    path = file(LIST.encode(codec))
    assert lines(path) == LINES
    assert read_table(path).encoding == name


def test_quotes_tell_the_baltic_standard_from_windows(file: Callable[[bytes], Path]) -> None:
    text = "Vārds;Iestāde\nĢirts;“Cerību spārni”\n"
    path = file(text.encode("iso8859-13"))
    assert read_table(path).encoding == "ISO-8859-13"
    assert lines(path)[1] == (2, ("Ģirts", "“Cerību spārni”"))


def test_an_old_ukrainian_file(file: Callable[[bytes], Path]) -> None:
    path = file("Прізвище;Ім'я\nҐереґа;Їван\nЄрмоленко;Юлія\n".encode("cp1251"))
    assert read_table(path).encoding == "Windows-1251"
    assert lines(path)[1] == (2, ("Ґереґа", "Їван"))


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_the_delimiter_is_found(file: Callable[[bytes], Path], delimiter: str) -> None:
    path = file(LIST.replace(";", delimiter).encode())
    assert lines(path) == LINES
    assert read_table(path).delimiter == delimiter


def test_commas_inside_cells_do_not_mislead(file: Callable[[bytes], Path]) -> None:
    text = "Vārds;Adrese\nA;Preiļi, Rīgas iela 1\nB;Preiļi, Rīgas iela 2\nC;Preiļi, Rīgas iela 3\n"
    assert read_table(file(text.encode())).delimiter == ";"


def test_a_declared_delimiter_wins_and_keeps_the_numbers(file: Callable[[bytes], Path]) -> None:
    path = file(b"sep=|\r\nName|Surname\r\nEda|Z;a;r\r\n")
    assert lines(path) == [(2, ("Name", "Surname")), (3, ("Eda", "Z;a;r"))]


def test_a_cell_over_several_lines_keeps_the_number_of_its_first(
    file: Callable[[bytes], Path],
) -> None:
    path = file(b'Name;Town\nEda;"one\ntwo"\nIvo;three\n')
    assert lines(path)[1:] == [(2, ("Eda", "one two")), (4, ("Ivo", "three"))]


def test_empty_lines_and_blank_ends_are_left_out(file: Callable[[bytes], Path]) -> None:
    path = file(b"Name;Town;;\n;;;\n\nEda;;;\n")
    assert lines(path) == [(1, ("Name", "Town")), (4, ("Eda",))]


def test_unseen_characters_and_excels_way_of_forcing_text(file: Callable[[bytes], Path]) -> None:
    path = file('Name;Phone\nE\u202ed\u200ba;"=""29000001"""\n'.encode())
    assert lines(path)[1] == (2, ("Eda", "29000001"))


def workbook(path: Path, fill: Callable[[openpyxl.Workbook], None]) -> Path:
    book = openpyxl.Workbook()
    fill(book)
    book.save(path)
    return path


def test_cells_of_a_workbook_become_text(tmp_path: Path) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        sheet = book.worksheets[0]
        sheet.append(["Name", "Born", "Phone", "Note"])
        sheet.append([])
        sheet.append(["Eda", date(1990, 5, 2), 37129337510.0, "=A1"])
        sheet.append(["Ivo", "1991", 1.5, True])

    table = read_table(workbook(tmp_path / "list.xlsx", fill))
    assert table.kind == "XLSX"
    assert table.lines[1:] == (
        Line(3, ("Eda", "1990-05-02", "37129337510", "=A1")),
        Line(4, ("Ivo", "1991", "1.5", "True")),
    )


def test_the_longest_sheet_in_sight_is_the_list(tmp_path: Path) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        book.worksheets[0].append(["a note"])
        people = book.create_sheet("People")
        hidden = book.create_sheet("Hidden")
        hidden.sheet_state = "hidden"
        for number in range(5):
            people.append([number])
            hidden.append([number])
            hidden.append([number])

    assert read_table(workbook(tmp_path / "list.xlsx", fill)).sheet == "People"


def test_a_workbook_is_known_by_what_is_in_it_not_by_its_name(tmp_path: Path) -> None:
    path = workbook(tmp_path / "list.csv", lambda book: book.worksheets[0].append(["Name", "Town"]))
    assert read_table(path).kind == "XLSX"


def zipped(parts: dict[str, bytes]) -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return raw.getvalue()


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "There is nothing in the file list.csv."),
        (b";;;\n;;\n", "There is nothing in the file list.csv."),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0", "This is not a list."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "This is an old Excel file"),
        (b"PK\x03\x04 broken", "The file is damaged."),
        (zipped({"content.xml": b"<office/>"}), "This is not a list."),
        (
            zipped({"[Content_Types].xml": b"<", "xl/workbook.xml": b"<"}),
            "The file is damaged",
        ),
    ],
)
def test_what_is_no_list_is_refused_with_a_plain_sentence(
    file: Callable[[bytes], Path], raw: bytes, reason: str
) -> None:
    with pytest.raises(Refused, match=reason):
        read_table(file(raw))


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"The file none.csv cannot be read"):
        read_table(tmp_path / "none.csv")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="not a list"):
        read_table(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name on this system")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    with pytest.raises(Refused, match="not a list"):
        read_table(tmp_path / "pipe.csv")


def test_a_workbook_that_would_unfold_too_far_is_not_opened(
    file: Callable[[bytes], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "UNFOLDED", 10_000)
    bomb = zipped({"[Content_Types].xml": b"", "xl/worksheets/sheet1.xml": b" " * 20_000})
    assert len(bomb) < 1000
    with pytest.raises(Refused, match="The file is too large"):
        read_table(file(bomb))


def test_a_sheet_cut_off_in_the_middle_is_refused(tmp_path: Path) -> None:
    whole = workbook(tmp_path / "whole.xlsx", lambda book: book.worksheets[0].append(["Name"]))
    with zipfile.ZipFile(whole) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    cut = tmp_path / "cut.xlsx"
    cut.write_bytes(zipped({**parts, sheet: parts[sheet][:-20]}))
    with pytest.raises(Refused, match="The file is damaged"):
        read_table(cut)


def test_a_row_that_claims_to_be_the_billionth_is_refused(tmp_path: Path) -> None:
    whole = workbook(tmp_path / "whole.xlsx", lambda book: book.worksheets[0].append(["Name"]))
    with zipfile.ZipFile(whole) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    far = parts[sheet].replace(b'r="1"', b'r="9999999999"').replace(b'r="A1"', b'r="A9999999999"')
    path = tmp_path / "far.xlsx"
    path.write_bytes(zipped({**parts, sheet: far}))
    with pytest.raises(Refused, match="The file is damaged"):
        read_table(path)


def test_too_many_lines_are_refused(
    file: Callable[[bytes], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MOST_LINES", 3)
    with pytest.raises(Refused, match="The list is longer than 3 lines"):
        read_table(file(b"Name;Town\n" * 5))


class StoppedError(Exception):
    pass


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_progress_is_told_and_may_stop_the_reading(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"list.{kind}"
    if kind == "csv":
        path.write_bytes(b"Name;Town\n" * 1000)
    else:
        workbook(path, lambda book: [book.worksheets[0].append(["Name"]) for _ in range(1000)])
    told: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        if done >= 400:
            raise StoppedError

    with pytest.raises(StoppedError):
        read_table(path, stop)
    assert told == [(done, 1000 if kind == "csv" else 0) for done in (200, 400)]
