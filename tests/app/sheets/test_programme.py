"""The programme of the month: what is on it, in which words, on how many pages, nothing cut."""

from dataclasses import replace
from datetime import date, datetime, time
from io import BytesIO

import pytest
from pypdf import PdfReader

from app.language import Language, say, say_count
from app.sheets.plan import CentreOnPaper
from app.sheets.programme import Entry, Programme, draw_programme
from app.sheets.programme_text import programme_text

AT = datetime(2026, 10, 15, 11, 48)
CENTRE = CentreOnPaper(
    {Language.LV: "Preiļu kopienas resursu centrs", Language.UK: "Громадський центр"},
    phone="+371 65 300 001",
    week=(*(((time(9), time(20)),) * 5), (time(10), time(16)), None),
)
LONG = "Keramikas un stāstu darbnīca visai ģimenei ar māla dedzināšanu un glazēšanu " * 3


def entry(day: int, title: str = "Senioru kafejnīca", **rest: object) -> Entry:
    return Entry(date(2026, 11, day), time(14), title, "Кав’ярня", "Lielā zāle", **rest)  # type: ignore[arg-type]


def programme(*entries: Entry) -> Programme:
    return Programme(CENTRE, date(2026, 11, 1), entries, ("Lielā zāle",), funder="ESF+ 4.3.6.")


def pages(pdf: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages]


def test_eleven_lines_fill_a_page_and_the_twelfth_begins_another() -> None:
    eleven = programme(*(entry(day) for day in range(1, 12)))
    assert len(pages(draw_programme(eleven, (Language.UK,), AT))) == 1
    twelve = replace(eleven, entries=(*eleven.entries, entry(12)))
    first, second = pages(draw_programme(twelve, (Language.UK,), AT))
    assert first.count("Senioru kafejnīca") == 11
    assert second.count("Senioru kafejnīca") == 1
    assert "2026" in second


def test_eleven_lines_with_a_note_each_and_three_languages_still_fill_one_page() -> None:
    place = say_count("{n} place, please register", "{n} places, please register", 30)
    notes = (place, say("every Thursday"))
    eleven = programme(*(entry(day, notes=notes) for day in range(1, 12)))
    assert len(pages(draw_programme(eleven, (Language.EN, Language.UK), AT))) == 1


@pytest.mark.parametrize("large", [False, True])
def test_latvian_first_then_the_other_language_and_every_letter_of_a_long_title(
    large: bool,
) -> None:
    pdf = draw_programme(
        programme(entry(3, LONG, notes=()), entry(4)), (Language.UK,), AT, large=large
    )
    text = " ".join(pages(pdf))
    assert text.replace(" ", "").count(LONG.replace(" ", "")) == 1
    assert "Novembrī pie mums" in text
    assert "У листопаді в нас" in text
    assert "+371 65 300 001" in text
    assert "Кав’ярня" in text


def test_large_print_has_nothing_smaller_than_18_points() -> None:
    sizes: set[float] = set()

    def look(text: str, _cm: object, _tm: object, _font: object, size: float) -> None:
        if text.strip():
            sizes.add(size)

    month = replace(programme(entry(3), entry(4, "Talka")), funder="Eiropas Sociālais fonds " * 6)
    pdf = draw_programme(month, (Language.UK,), AT, large=True)
    for page in PdfReader(BytesIO(pdf)).pages:
        page.extract_text(visitor_text=look)
    assert min(sizes) >= 18


def test_only_embedded_fonts_a_title_and_a_language() -> None:
    reader = PdfReader(BytesIO(draw_programme(programme(), (), AT)))
    fonts = reader.pages[0]["/Resources"]["/Font"].values()  # type: ignore[index]
    assert all("Roboto" in str(font.get_object()["/BaseFont"]) for font in fonts)
    assert reader.metadata is not None
    assert reader.metadata.title == "Novembrī pie mums 2026"
    assert reader.trailer["/Root"]["/Lang"] == "lv"


def test_as_plain_text_for_the_local_paper() -> None:
    text = programme_text(programme(entry(4, "Talka", notes=(say("for families"),))), Language.EN)
    head, lines, foot = text.strip().split("\n\n")
    assert head == "Preiļu kopienas resursu centrs\nNovember with us 2026"
    assert lines == "Wednesday, 4 Nov 14:00 — Talka. Lielā zāle. for families."
    assert foot == "+371 65 300 001"
