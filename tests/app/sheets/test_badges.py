"""Name badges and certificates, read back from their PDFs."""

import datetime
from dataclasses import replace

import pytest

from app.language import Language
from app.sheets.badges import COMPANION, LEADS, Badge, BadgeHead, draw_badges
from app.sheets.certificate import CertificateHead, Diploma, draw_certificates
from app.visitors.card_code import card_digits
from tests.app.sheets.reading import fonts, page_texts, pages, placed, text_of
from tests.app.sheets.test_attendance import EN, HOSTILE, LV, UK

HEAD = BadgeHead("Keramikas darbnīca")
ANNA = Badge("Anna", "Bērziņa", code=card_digits(7), spoken=("Latviešu", "English"))
COURSE = CertificateHead(
    {LV: "Liepkalnu kopienas centrs", UK: "Громадський центр"},
    "Latviešu valoda A2",
    datetime.date(2026, 10, 5),
    datetime.date(2026, 10, 29),
    12,
    "Zane Vītola",
    "ESF+ 4.3.6.",
)
OKSANA = Diploma("Oksana Bondarenko", 11, 990, "A-2026-031")
SIGNED = datetime.date(2026, 10, 30)


def test_ten_badges_lie_on_a_sheet_and_the_last_one_is_blank():
    names = [f"Anna{n}" for n in range(10)]
    texts = page_texts(draw_badges(HEAD, [Badge(name) for name in names], (LV,)))
    assert len(texts) == 2
    assert all(name in texts[0] for name in names)
    assert texts[1].count("Keramikas darbnīca") == 10


def test_a_badge_says_the_name_large_the_part_and_the_languages():
    badges = [ANNA, Badge("Zane", "Vītola", LEADS), Badge(role=COMPANION)]
    text = text_of(draw_badges(HEAD, badges, (LV, EN)))
    for said in ("Anna", "Bērziņa", "Latviešu", "English", "participant", "leads", "companion"):
        assert said in text


def test_the_part_in_three_languages_is_whole_and_can_be_read():
    where = placed(pages(draw_badges(HEAD, [ANNA], (LV, EN, UK)))[0])
    assert {"dalībniece / dalībnieks / participant /", "учасниця / учасник"} <= where.keys()


def test_badges_of_a_confidential_event_do_not_name_it():
    text = text_of(draw_badges(replace(HEAD, confidential=True), [ANNA], (LV,)))
    assert "Keramikas" not in text
    assert "Nodarbība" in text


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_names_stay_in_their_places(text):
    calm = draw_badges(HEAD, [ANNA, ANNA], (LV,))
    pdf = draw_badges(HEAD, [Badge(text, text), replace(ANNA, given_name="Biruta")], (LV,))
    name = placed(pages(calm)[0])["Anna"]
    assert placed(pages(pdf)[0])["Biruta"][0] == name[0]
    logo = text.encode("utf-8", "replace")
    assert draw_badges(BadgeHead(text, logo), [ANNA], (LV, EN, UK)).startswith(b"%PDF")
    head = replace(COURSE, title=text, leader=text, foot=text, centre={LV: text}, logo=logo)
    one = replace(OKSANA, name=text)
    assert "A-2026-031" in text_of(draw_certificates(head, [one], (LV, UK), SIGNED))


@pytest.mark.parametrize(
    ("language", "days", "hours"),
    [
        (LV, "05.10.2026–29.10.2026", "16,5"),
        (EN, "05/10/2026–29/10/2026", "16.5"),
    ],
)
def test_a_certificate_says_who_what_when_and_how_long(language: Language, days, hours):
    text = text_of(draw_certificates(COURSE, [OKSANA], (language,), SIGNED))
    for said in ("Oksana Bondarenko", "Latviešu valoda A2", days, hours, "A-2026-031"):
        assert said in text
    assert "2026. gada 30. oktobris" in text
    for said in ("Zane Vītola", "ESF+ 4.3.6.", "Liepkalnu kopienas centrs"):
        assert said in text


def test_a_certificate_without_a_number_is_a_sample():
    texts = page_texts(
        draw_certificates(COURSE, [replace(OKSANA, number=""), OKSANA], (LV,), SIGNED)
    )
    assert ["Paraugs" in text for text in texts] == [True, False]


def test_an_evening_is_told_without_counting_sessions():
    evening = replace(COURSE, last=COURSE.first, sessions=1)
    text = text_of(draw_certificates(evening, [replace(OKSANA, minutes=120)], (EN,), SIGNED))
    assert "2026. gada 5. oktobris" in text
    assert "sessions" not in text


def test_only_our_own_letters_are_in_both():
    pdfs = (
        draw_badges(HEAD, [ANNA], (LV, EN, UK)),
        draw_certificates(COURSE, [OKSANA], (UK,), SIGNED),
    )
    for pdf in pdfs:
        assert all("Roboto" in name and inside for name, inside in fonts(pdf).items())
