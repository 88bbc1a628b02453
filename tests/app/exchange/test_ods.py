"""Spreadsheets of LibreOffice: cells by what the file says they hold, comments and bombs left out."""

import io
import zipfile
from pathlib import Path

import pytest

from app.errors import Refused
from app.exchange import archives
from app.exchange.table import Line, Table
from app.exchange.tables import read_table

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
    "<office:body><office:spreadsheet>"
)
TAIL = "</office:spreadsheet></office:body></office:document-content>"
MIME = b"application/vnd.oasis.opendocument.spreadsheet"


def cell(text: str, about: str = 'office:value-type="string"', more: str = "") -> str:
    return f"<table:table-cell {about}>{more}<text:p>{text}</text:p></table:table-cell>"


def row(*cells: str, times: int = 1) -> str:
    repeated = f' table:number-rows-repeated="{times}"' if times > 1 else ""
    return f"<table:table-row{repeated}>{''.join(cells)}</table:table-row>"


def sheet(*rows: str, name: str = "People") -> str:
    return f'<table:table table:name="{name}">{"".join(rows)}</table:table>'


def written(folder: Path, content: str, **parts: bytes) -> Path:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", MIME)
        archive.writestr("content.xml", content)
        for name, part in parts.items():
            archive.writestr(name.replace("_", "/"), part)
    path = folder / "list.xlsx"  # the name lies; what is inside counts
    path.write_bytes(raw.getvalue())
    return path


def read(folder: Path, *sheets: str) -> Table:
    return read_table(written(folder, HEAD + "".join(sheets) + TAIL))


EMPTY = '<table:table-cell table:number-columns-repeated="16380"/>'


def test_cells_become_text(tmp_path: Path) -> None:
    note = "<office:annotation><text:p>a comment</text:p></office:annotation>"
    table = read(
        tmp_path,
        sheet(
            row(cell("Name"), cell("Born"), cell("Phone"), EMPTY),
            row(EMPTY, times=3),
            row(
                cell("Anna<text:s/>Marija", more=note),
                cell(
                    "12.05.87", 'office:value-type="date" office:date-value="1987-05-12T00:00:00"'
                ),
                cell("29 111 222", 'office:value-type="float" office:value="29111222"'),
                EMPTY,
            ),
            row(cell("2", 'table:formula="of:=1+1" office:value-type="float" office:value="2"')),
            row(EMPTY, times=1_048_000),
        ),
        sheet(row(cell("short")), name="Other"),
    )
    assert (table.kind, table.sheet) == ("ODS", "People")
    assert table.lines == (
        Line(1, ("Name", "Born", "Phone")),
        Line(5, ("Anna Marija", "1987-05-12", "29111222")),
        Line(6, ("=1+1",)),
    )


def test_a_cell_repeated_a_million_times_is_cut(tmp_path: Path) -> None:
    wide = '<table:table-cell table:number-columns-repeated="1000000"><text:p>x</text:p></table:table-cell>'
    (line,) = read(tmp_path, sheet(row(wide))).lines
    assert len(line.cells) == 200


def test_a_line_repeated_a_million_times_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="longer than"):
        read(tmp_path, sheet(row(cell("x"), times=9_000_000)))


@pytest.mark.parametrize(
    "content",
    [
        "<!DOCTYPE a [<!ENTITY b 'bbbb'>]>" + HEAD + TAIL,
        HEAD,
        "not xml",
        HEAD + sheet('<table:table-row table:number-rows-repeated="x"/>') + TAIL,
        HEAD + sheet(row(EMPTY, times=99_999_999)) + TAIL,
    ],
    ids=["a document type", "cut off", "no xml", "no number", "too far down"],
)
def test_what_is_damaged_is_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(Refused, match="The file is damaged"):
        read_table(written(tmp_path, content.replace("<?xml", "<?xml", 1)))


def test_a_locked_file_says_so(tmp_path: Path) -> None:
    path = written(tmp_path, "…", **{"META-INF_manifest.xml": b"<manifest:encryption-data/>"})
    with pytest.raises(Refused, match="has a password"):
        read_table(path)


def test_a_text_document_is_no_list(tmp_path: Path) -> None:
    path = tmp_path / "letter.odt"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", HEAD + TAIL)
    with pytest.raises(Refused, match="not a spreadsheet"):
        read_table(path)


def test_what_would_unfold_too_far_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "UNFOLDED", 100_000)
    with pytest.raises(Refused, match="too large"):
        read_table(written(tmp_path, " " * 200_000))
