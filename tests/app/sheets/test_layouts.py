"""Every layout of the attendance sheet, read back from its PDF."""

import datetime
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from app.sheets.attendance import (
    Layout,
    SheetLine,
    SheetOptions,
    ToDraw,
    draw_attendance,
    draw_sheets,
)
from app.sheets.fonts import MEDIUM, Style, width
from app.sheets.page import MARGIN, MM
from app.sheets.sheet import Issued, Names
from tests.app.sheets.reading import fonts, page_texts, pages, placed, text_of
from tests.app.sheets.test_attendance import EN, HEAD, ISSUED, LV, UK, many
from tests.app.sheets.test_cards import png

FIRST = datetime.date(2026, 10, 5)
COURSE = replace(HEAD, dates=tuple(FIRST + datetime.timedelta(days=7 * n) for n in range(12)))


def drawn(layout: Layout, people: int, *languages, head=HEAD, **rest) -> bytes:
    options = SheetOptions(layout, languages or (LV,), **rest)
    return draw_attendance(head, many(people), options, ISSUED)


def size(pdf: bytes) -> tuple[float, float]:
    box = PdfReader(BytesIO(pdf)).pages[0].mediabox
    return float(box.width), float(box.height)


@pytest.mark.parametrize("layout", list(Layout))
def test_only_our_own_letters_are_in_the_file(layout):
    assert all("Roboto" in name for name in fonts(drawn(layout, 12, LV, EN, UK, head=COURSE)))


@pytest.mark.parametrize("layout", list(Layout))
def test_every_page_can_come_back(layout):
    """Its number, its digits and how many pages there are."""
    texts = page_texts(drawn(layout, 40, head=COURSE))
    for number, text in enumerate(texts, 1):
        assert "Lapa Nr. 2026-0151" in text
        assert f"9 2026 0151 {number:02}" in text
        assert f"Lapa {number} no {len(texts)}" in text


def test_which_lie_across():
    across = {one for one in Layout if size(drawn(one, 3))[0] > size(drawn(one, 3))[1]}
    assert across == {Layout.LANDSCAPE, Layout.EASY, Layout.COURSE}


def test_large_print_has_ten_people_on_a_page_and_no_organisations():
    pdf = drawn(Layout.LARGE, 12)
    first, second = page_texts(pdf)
    assert "Ozoliņa10 Anna" in first
    assert "Ozoliņa11 Anna" in second
    assert "pamatskola" not in first
    assert "0–12" not in second


def test_an_empty_sheet_and_an_easy_one_name_nobody():
    for layout in (Layout.EMPTY, Layout.EASY):
        assert "Ozoliņa" not in text_of(drawn(layout, 12))


def test_an_easy_sheet_has_a_row_for_everybody_and_says_three_things():
    pdf = drawn(Layout.EASY, 9, blank_rows=3)
    texts = page_texts(pdf)
    assert len(texts) == 3
    for said in ("1. Uzrakstiet", "2. Vai", "3. Parakst", "Jā", "Nē"):
        assert said in texts[0]
    assert " 15 " in f" {texts[2]} "
    without = text_of(drawn(Layout.EASY, 3, photo=False))
    assert "2. Parakst" in without
    assert "Jā" not in without


def test_a_course_has_a_column_for_each_date_and_a_last_row_for_the_leader():
    pdf = drawn(Layout.COURSE, 8, head=COURSE)
    text = text_of(pdf)
    for day in COURSE.dates:
        assert f"{day.day}.{day.month:02}." in text
    assert "05.10.2026–21.12.2026" in text
    assert "Klāt" in text
    where = placed(PdfReader(BytesIO(pdf)).pages[0])
    assert where["5.10."][0] < where["12.10."][0] < where["21.12."][0]


def test_later_pages_of_a_course_say_the_same_days_as_the_first():
    _, second = page_texts(drawn(Layout.COURSE, 20, head=COURSE))[:2]
    assert "05.10.2026–21.12.2026, 11.00–13.00" in second


@pytest.mark.parametrize("layout", [one for one in Layout if SheetOptions(one).named])
def test_a_long_name_and_a_long_title_are_whole(layout):
    name = "Liepiņa-Kalnabērziņa Anna Elizabete Magdalena"
    title = "Ļoti garš nosaukums, kurā izstāstīts viss, kas notiks, kad cilāsim mālu un dziedāsim"
    head = replace(COURSE, title=title)
    options = SheetOptions(layout, (LV, EN, UK))
    text = text_of(draw_attendance(head, [SheetLine(name)], options, ISSUED))
    for whole in (name, title):
        assert whole in text


def test_a_course_without_dates_is_still_a_sheet():
    assert "Ozoliņa1 Anna" in text_of(drawn(Layout.COURSE, 3))


def test_a_confidential_easy_sheet_has_a_neutral_title():
    text = text_of(drawn(Layout.EASY, 3, head=replace(HEAD, confidential=True)))
    assert "Vecāku" not in text
    assert "Nodarbība" in text


def test_a_batch_is_one_file_in_which_every_sheet_counts_its_own_pages():
    at = ISSUED.at
    wanted = [
        ToDraw(HEAD, many(40), Issued("2026-0001", at)),
        ToDraw(replace(HEAD, title="Koris"), [SheetLine("Ozols Jānis")], Issued("2026-0002", at)),
    ]
    told: list[tuple[int, int]] = []
    texts = page_texts(draw_sheets(wanted, SheetOptions(), lambda *done: told.append(done)))
    assert "Lapa 1 no 3" in texts[0]
    assert "Lapa 1 no 1" in texts[3]
    assert "2026-0002" in texts[3]
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_the_logos_of_centre_and_funder_stand_on_the_first_page():
    both = replace(HEAD, logo=png(), funder_logo=png(30), initiative="Vecāku klubs")
    first, second = pages(drawn(Layout.PORTRAIT, 40, head=both))[:2]
    assert len(first.images) == 2
    assert not second.images
    assert first.extract_text().count("Vecāku klubs") == 1
    words, without = (placed(pages(drawn(Layout.PORTRAIT, 4, head=one))[0]) for one in (both, HEAD))
    assert words["Ozoliņa1 Anna"][0] == without["Ozoliņa1 Anna"][0]
    broken = replace(HEAD, logo=b"GIF89a", funder_logo=png()[:60])
    assert not pages(drawn(Layout.LARGE, 4, head=broken))[0].images


def test_who_is_never_photographed_is_not_asked():
    text = text_of(drawn(Layout.PORTRAIT, 4, head=replace(HEAD, photographed=False)))
    assert "Foto" not in text
    assert "nefotografējam" in text


def test_yes_and_no_in_three_languages_stay_off_the_line_to_sign_on():
    where = placed(pages(drawn(Layout.EASY, 3, LV, EN, UK))[0])
    no_ends = where["Nē/No/Ні"][0] + width("Nē/No/Ні", Style(MEDIUM, 14, ""))
    assert no_ends < MARGIN + 0.66 * 269 * MM + 4 * MM


NAMED = [one for one in Layout if SheetOptions(one).named]


@pytest.mark.parametrize("languages", [(LV,), (LV, EN, UK)], ids=["one language", "three"])
@pytest.mark.parametrize("layout", NAMED)
def test_pages_break_between_people_and_lose_nobody(layout, languages):
    """In the order given, once each, inside the margins and above the notes."""
    seen = []
    for page in pages(drawn(layout, 61, *languages, head=COURSE)):
        where = placed(page)
        notes = min(y for text, (_, y) in where.items() if text.startswith("Datus apstrādā"))
        names = {text: at for text, at in where.items() if text.startswith("Ozoliņa")}
        assert all(x > MARGIN and y > notes for x, y in names.values())
        assert len({y for _, y in names.values()}) == len(names)
        seen += sorted(names, key=lambda name: -names[name][1])
    assert seen == [line.name for line in many(61)]


@pytest.mark.parametrize("names", list(Names))
@pytest.mark.parametrize("layout", list(Layout))
def test_no_layout_tells_more_of_a_name_than_was_chosen(layout, names):
    options = SheetOptions(layout, names=names)
    line = SheetLine("Ozoliņa Anna", "1. pamatskola", "Anna O.")
    text = text_of(draw_attendance(COURSE, [line], options, ISSUED))
    told = ["Ozoliņa Anna" in text, "Anna O." in text]
    wanted = [names is Names.FULL, names is Names.INITIAL]
    assert told == (wanted if options.named else [False, False])
