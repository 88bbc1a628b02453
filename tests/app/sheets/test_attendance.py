import datetime
import subprocess
import sys
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from app.errors import Refused
from app.language import Language
from app.sheets.attendance import (
    Issued,
    Layout,
    Names,
    SheetHead,
    SheetLine,
    SheetOptions,
    draw_attendance,
)
from app.sheets.fonts import MISSING
from tests.app.sheets.reading import fonts, page_texts, pages, placed, text_of

LV, EN, UK = Language.LV, Language.EN, Language.UK
HEAD = SheetHead(
    centre={LV: "Liepkalnu kopienas centrs", UK: "Громадський центр Лієпкални"},
    title="Vecāku skola: miegs un ekrāni",
    date=datetime.date(2026, 10, 17),
    start=datetime.time(11),
    end=datetime.time(13),
    place="Lielā zāle, 1. stāvs",
    leader="Ieva Dzene",
    project="ESF+ «Kopā ģimenē»",
)
ISSUED = Issued("2026-0151", datetime.datetime(2026, 10, 15, 16, 48))
LINES = [
    SheetLine("Ābele Ņina", "Ķeguma biedrība", short="Ņina Ā."),
    SheetLine("Їжакевич Ґалина", "Спілка «Єдність»"),
    SheetLine("Žīgurs Ģirts", ""),
]


def many(count: int) -> list[SheetLine]:
    return [SheetLine(f"Ozoliņa{n} Anna", f"{n}. pamatskola") for n in range(1, count + 1)]


def test_people_stand_in_the_order_given_with_latvian_and_ukrainian_letters():
    text = text_of(draw_attendance(HEAD, LINES, SheetOptions(), ISSUED))
    assert "1 Ābele Ņina Ķeguma biedrība 2 Їжакевич Ґалина Спілка «Єдність» 3 Žīgurs Ģirts" in text


def test_the_head_says_what_when_where_and_who():
    text = text_of(draw_attendance(HEAD, LINES, SheetOptions(), ISSUED))
    for said in (
        "Liepkalnu kopienas centrs",
        "Vecāku skola: miegs un ekrāni",
        "Sestdiena, 2026. gada 17. oktobris",
        "11.00–13.00",
        "Lielā zāle, 1. stāvs",
        "Ieva Dzene",
        "ESF+ «Kopā ģimenē»",
        "Izdrukāts 15.10.2026 16.48",
    ):
        assert said in text


def test_every_page_has_its_own_digits_and_says_which_of_how_many_it_is():
    first, second, third = page_texts(draw_attendance(HEAD, many(45), SheetOptions(), ISSUED))
    assert "9 2026 0151 01 3" in first
    assert "9 2026 0151 02 1" in second
    assert "9 2026 0151 03 9" in third
    assert "Lapa 1 no 3" in first
    assert "Lapa 3 no 3" in third
    assert all("Lapa Nr. 2026-0151" in page for page in (first, second, third))


def test_a_sample_is_marked_and_has_no_number():
    text = text_of(draw_attendance(HEAD, many(45), SheetOptions()))
    assert "Paraugs" in text
    assert "Lapa Nr." not in text
    assert "Izdrukāts" not in text


@pytest.mark.parametrize("languages", [(), (UK,), (EN, LV), (LV, LV)])
def test_latvian_is_always_there_and_first(languages):
    pdf = draw_attendance(HEAD, LINES, SheetOptions(languages=languages), ISSUED)
    assert PdfReader(BytesIO(pdf)).trailer["/Root"]["/Lang"] == "lv"
    assert "Vārds, uzvārds" in text_of(pdf)


def test_three_languages_stand_side_by_side():
    text = text_of(draw_attendance(HEAD, LINES, SheetOptions(languages=(LV, EN, UK)), ISSUED))
    assert "Dalībnieku saraksts · Attendance sheet · Список учасників" in text
    assert "Liepkalnu kopienas centrs | Громадський центр Лієпкални" in text
    assert "Дані обробляє Громадський центр Лієпкални" in text


def test_a_confidential_sheet_tells_neither_the_subject_nor_the_organisation():
    hidden = replace(HEAD, confidential=True)
    pdf = draw_attendance(hidden, LINES, SheetOptions(), ISSUED)
    text = text_of(pdf)
    assert "Nodarbība" in text
    assert "Ņina Ā." in text
    assert "Ģirts Ž." in text
    for kept_back in ("Vecāku skola", "Ābele", "Žīgurs", "biedrība", "Foto", "0–12"):
        assert kept_back not in text
    assert "Vecāku" not in str(PdfReader(BytesIO(pdf)).metadata)


def test_numbers_only_leaves_every_name_out_and_something_to_sign():
    options = SheetOptions(names=Names.NUMBER, organisation=False, signature=False)
    text = text_of(draw_attendance(HEAD, LINES, options, ISSUED))
    assert "Paraksts" in text
    assert not any(word in text for word in ("Ābele", "Ņina", "Ґалина", "Vārds, uzvārds"))


def test_columns_can_be_left_out():
    options = SheetOptions(organisation=False, photo=False, signature=False)
    text = text_of(draw_attendance(HEAD, LINES, options, ISSUED))
    assert "Vārds, uzvārds" in text
    assert not any(word in text for word in ("Iestāde", "Foto", "Paraksts", "Ķeguma", "0–12"))


@pytest.mark.parametrize(
    ("people", "blank", "expected"),
    [
        (3, 6, [12]),  # the page is filled up
        (3, 0, [0]),  # nobody may walk in
        (17, 6, [0, 17]),  # fewer than four fit: they get a page
        (3, 20, [12, 17]),  # as many pages as the wanted rows need
        (0, 6, [15]),
    ],
)
def test_walk_in_rows(people, blank, expected):
    options = SheetOptions(blank_rows=blank)
    drawn = page_texts(draw_attendance(HEAD, many(people), options, ISSUED))
    assert [page.count("65+") for page in drawn] == expected


def test_walk_in_rows_are_numbered_on():
    text = text_of(draw_attendance(HEAD, LINES, SheetOptions(walk_in_ages=False), ISSUED))
    assert "Atnākuši bez pieteikšanās" in text
    assert " 4 5 6 7 " in text


HOSTILE = {
    "markup": '<img src="file:///etc/hostname"/><b>x</b>&amp;',
    "right to left": "\u202eanna \u05d0\u05d1\u2066 محمد",
    "nul": "An\0na",
    "ten thousand letters": "x" * 10_000,
    "ten thousand words": "ābc " * 10_000,
    "percent": "%s %d %(name)s %n",
    "braces": "{} {0} {name} {",
    "emoji": "👩‍👩‍👧 Anna 😀",
    "letters Roboto lacks": "漢字 ქართული ไทย",
    "lone surrogate": "An\ud800na",
    "combining": "Z" + "\u0301\u0327" * 500,
    "lines": "An\nna\r\n\tx\u2028y",
    "backslashes and brackets": "\\) Tj ET (",
    "blank": " ",
    "empty": "",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_text_stays_text_and_moves_nothing(text):
    calm = draw_attendance(HEAD, many(3), SheetOptions(), ISSUED)
    lines = [SheetLine(text, text), *many(3)[1:]]
    pdf = draw_attendance(HEAD, lines, SheetOptions(), ISSUED)
    ours, theirs = placed(pages(pdf)[0]), placed(pages(calm)[0])
    for untouched in ("Ozoliņa2 Anna", "Ozoliņa3 Anna", "3. pamatskola", "Paraksts"):
        assert ours[untouched] == theirs[untouched]
    assert "/XObject" not in pages(pdf)[0]["/Resources"]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize(
    ("layout", "names"),
    [*((layout, Names.FULL) for layout in Layout), *((Layout.PORTRAIT, one) for one in Names)],
)
def test_a_hostile_head_is_drawn(text, names, layout):
    head = replace(
        HEAD, centre={LV: text, EN: text}, title=text, place=text, leader=text, project=text
    )
    options = SheetOptions(layout, (LV, EN, UK), names=names)
    drawn = page_texts(draw_attendance(head, [SheetLine(text, text)], options, ISSUED))
    assert all("2026-0151" in page for page in drawn)


def test_what_cannot_be_drawn_leaves_a_mark_and_what_is_long_an_ellipsis():
    lines = [SheetLine("漢 Anna"), SheetLine("y" * 10_000)]
    text = text_of(draw_attendance(HEAD, lines, SheetOptions(), ISSUED))
    assert f"{MISSING} Anna" in text
    assert "yyyy…" in text


def test_the_same_input_gives_the_same_bytes():
    first, second = (draw_attendance(HEAD, LINES, SheetOptions(), ISSUED) for _ in range(2))
    assert first == second


def test_the_file_says_what_it_is():
    said = PdfReader(BytesIO(draw_attendance(HEAD, LINES, SheetOptions(), ISSUED))).metadata
    assert said.title == "Dalībnieku saraksts — Vecāku skola: miegs un ekrāni"
    assert said.author == "Liepkalnu kopienas centrs"
    assert said.creation_date == ISSUED.at


def test_every_font_is_in_the_file():
    drawn = fonts(draw_attendance(HEAD, LINES, SheetOptions(languages=(LV, UK)), ISSUED))
    assert drawn
    assert all(drawn.values())
    assert all("Roboto" in name for name in drawn)


def test_progress_is_told_after_every_page_and_can_stop_it():
    told = []
    draw_attendance(
        HEAD, many(45), SheetOptions(), ISSUED, lambda done, of: told.append((done, of))
    )
    assert told == [(1, 3), (2, 3), (3, 3)]

    def stop(_done: int, _of: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        draw_attendance(HEAD, many(45), SheetOptions(), ISSUED, stop)


def test_a_list_for_more_pages_than_a_number_can_tell_is_refused():
    with pytest.raises(Refused, match="Divide the list"):
        draw_attendance(HEAD, many(30_000), SheetOptions(), ISSUED)
    with pytest.raises(Refused, match="Divide the list"):
        draw_attendance(HEAD, many(5_000), SheetOptions(Layout.EASY), ISSUED)


def test_drawing_brings_neither_qt_nor_the_database():
    script = (
        "import sys, app.sheets.attendance, app.sheets.fonts as fonts; fonts.load_fonts();"
        "loaded = {'PySide6', 'qt_material', 'sqlalchemy', 'reportlab.platypus'} & set(sys.modules);"
        "sys.exit(', '.join(loaded) or None)"
    )
    ran = subprocess.run([sys.executable, "-c", script], check=False, stderr=subprocess.PIPE)
    assert ran.returncode == 0, ran.stderr
