"""The confirmation: what was booked, how to give it back, and the rules of the house."""

from app.language import Language, say
from app.sheets.confirmation import draw_confirmation
from app.sheets.plan import CentreOnPaper, Confirmation
from tests.app.sheets.plans import BAD, CENTRE, NOW, taken
from tests.app.sheets.reading import fonts, page_texts, text_of

LV, EN, UK = Language.LV, Language.EN, Language.UK
BOOKED = taken(3, 17, 19, "Mēģinājums", holder="Ģimnāzija")


def test_everything_that_was_agreed_stands_there() -> None:
    booking = Confirmation(
        CENTRE, BOOKED, "Lielā zāle", "1. stāvs", 40, wishes=(say("Hearing loop"),)
    )
    pdf = draw_confirmation(booking, (UK,), NOW)
    text = text_of(pdf)
    for said in (
        "Preiļu centrs Центр",
        "Mēģinājums",
        "Ģimnāzija",
        "Lielā zāle, 1. stāvs",
        "Ceturtdiena, 2026. gada 15. oktobris Четвер, 15 жовтня 2026 р.",
        "17.00–19.00",
        "40",
        "Indukcijas cilpa / Індукційна петля",
        "Tālrunis: 65300001",
    ):
        assert said in text, said
    assert text.index("Ceturtdiena") < text.index("Четвер")
    assert all(fonts(pdf).values())


def test_house_rules_are_printed_in_the_languages_that_have_them() -> None:
    rules = {LV: "Kurpes novelk.", UK: "Взуття знімають."}
    booking = Confirmation(CENTRE, BOOKED, "Zāle", "", house_rules=rules)
    text = text_of(draw_confirmation(booking, (LV, EN, UK), NOW))
    assert "Kurpes novelk." in text
    assert "Взуття знімають." in text
    assert "Взуття" not in text_of(draw_confirmation(booking, (LV,), NOW))
    without = Confirmation(CENTRE, BOOKED, "Zāle", "")
    assert "House rules" not in text_of(draw_confirmation(without, (EN,), NOW))


def test_long_rules_run_over_the_page_and_lose_no_word() -> None:
    rules = {LV: " ".join(f"punkts-{n}" for n in range(600))}
    booking = Confirmation(CENTRE, BOOKED, "Zāle", "", house_rules=rules)
    read = page_texts(draw_confirmation(booking, (LV,), NOW))
    assert len(read) > 1
    assert f"Lapa 1 no {len(read)}" in read[0]
    assert [f"punkts-{n}" in " ".join(read).split() for n in range(600)] == [True] * 600


def test_what_is_not_settled_is_not_called_confirmed() -> None:
    booking = Confirmation(CENTRE, BOOKED, "Zāle", "", state=say("Asked for, not yet confirmed"))
    text = text_of(draw_confirmation(booking, (EN,), NOW))
    assert "Asked for, not yet confirmed" in text
    assert "Booking confirmation" not in text


def test_a_bare_centre_and_hostile_texts() -> None:
    bad = taken(3, 22, 26, BAD + "x" * 180, holder=BAD)
    booking = Confirmation(CentreOnPaper(), bad, BAD, BAD, 0, house_rules={LV: BAD * 50})
    text = text_of(draw_confirmation(booking, (LV, EN, UK), NOW))
    assert "<b>&amp; {0}%s" in text
    assert "16.10.2026 2.00" in text
