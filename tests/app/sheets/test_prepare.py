from datetime import datetime

from app.language import Language
from app.sheets.prepare import PrepareBlock, PrepareLine, draw_prepare
from tests.app.sheets.reading import page_texts, text_of

AT = datetime(2026, 10, 15, 11, 48)
BLOCK = PrepareBlock(
    "Keramikas darbnīca",
    "Šodien 17.30",
    "Radošā darbnīca",
    (
        PrepareLine("Brīva vieta pie galda, ceļš 90 cm", 1, "Madara", done=True),
        PrepareLine("Indukcijas cilpa", 2, "", done=False),
    ),
)


def test_it_tells_what_how_many_and_who():
    text = text_of(draw_prepare("Centrs", [BLOCK], AT, Language.LV))
    assert "Keramikas darbnīca Šodien 17.30 · Radošā darbnīca" in text
    assert "Jāsagatavo: 1" in text
    assert "Brīva vieta pie galda, ceļš 90 cm 1 cilvēks Madara" in text
    assert "Indukcijas cilpa 2 cilvēki Kurš?" in text
    assert "Izdrukāts 15.10.2026 11.48" in text


def test_an_event_with_everything_done_says_so():
    done = PrepareBlock("Talka", "Rīt 10.00", "", BLOCK.lines[:1])
    assert "Viss gatavs" in text_of(draw_prepare("Centrs", [done], AT, Language.LV))


def test_nothing_to_prepare_is_said():
    assert "Nothing to prepare." in text_of(draw_prepare("Centre", [], AT, Language.EN))


def test_an_event_that_goes_on_over_the_page_is_named_again():
    lines = tuple(PrepareLine(f"Darbs {n}", 1, "Madara", done=False) for n in range(40))
    pages = page_texts(
        draw_prepare("Centrs", [PrepareBlock("Garais", "Rīt", "", lines)], AT, Language.LV)
    )
    assert len(pages) == 2
    assert all("Garais" in page for page in pages)


def test_hostile_texts_stay_text():
    bad = '<img src="file:///etc/hostname">\0\u202e{0}%s' + "x" * 5000
    block = PrepareBlock(bad, bad, bad, (PrepareLine(bad, 10**9, bad, done=False),))
    assert "<img" in text_of(draw_prepare(bad, [block], AT, Language.UK))
