"""The notice on data: one page in every language, whatever the centre is called."""

from datetime import date

import pytest

from app.language import Language
from app.sheets.notice import WhoKeeps, draw_notice
from tests.app.sheets.reading import fonts, page_texts

DAY = date(2026, 10, 15)
CENTRE = WhoKeeps("Liepkalnu centrs", "Preiļu novads", "Liepu iela 1", "+371 65300000", "dati@x.lv")


@pytest.mark.parametrize("language", list(Language))
def test_one_page_says_who_keeps_the_data_and_how_to_reach_them(language: Language) -> None:
    pdf = draw_notice(CENTRE, DAY, language)
    (page,) = page_texts(pdf)
    for said in ("Liepkalnu centrs, Preiļu novads, Liepu iela 1", "+371 65300000", "dati@x.lv"):
        assert said in page
    assert "www.dvi.gov.lv" in page
    assert all(fonts(pdf).values())


def test_what_why_how_long_and_what_may_be_asked() -> None:
    (page,) = page_texts(draw_notice(CENTRE, DAY, Language.EN))
    for heading in (
        "Who keeps the data",
        "What we write down",
        "What it is for",
        "How long",
        "Who sees it",
        "What you may ask of us",
    ):
        assert heading in page
    assert "Printed on 15/10/2026" in page


def test_without_a_telephone_one_asks_at_the_desk() -> None:
    (page,) = page_texts(draw_notice(WhoKeeps("Centrs"), DAY, Language.EN))
    assert page.count("ask at the front desk") == 1
    assert "Telephone:" not in page


@pytest.mark.parametrize("language", list(Language))
def test_the_longest_names_still_leave_one_page(language: Language) -> None:
    long = ("Ļ" * 19 + " ") * 10
    pages = page_texts(draw_notice(WhoKeeps(*(long,) * 5), DAY, language))
    assert len(pages) == 1
    assert "www.dvi.gov.lv" in pages[0]
