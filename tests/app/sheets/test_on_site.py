from datetime import UTC, datetime, time

from app.language import Language
from app.sheets.on_site import OnSitePerson, OnSiteRoom, draw_on_site
from tests.app.sheets.reading import page_texts, text_of

AT = datetime(2026, 10, 15, 8, 48, tzinfo=UTC)
ROOMS = [
    OnSiteRoom(
        "Mācību telpa",
        (
            OnSitePerson("Oksana Bondarenko", time(11, 5)),
            OnSitePerson("Ausma Indrika", datetime(2026, 10, 15, 7, 56, tzinfo=UTC), assist=True),
        ),
        unnamed=3,
    ),
    OnSiteRoom("Lielā zāle", ()),
]


def test_people_stand_under_their_room_with_the_flag_but_no_reason():
    text = text_of(draw_on_site("Centrs", ROOMS, AT, Language.LV))
    assert "Mācību telpa 5" in text
    assert "Oksana Bondarenko 11.05" in text
    assert "Ausma Indrika Palīdzēt 10.56" in text
    assert "Bez vārda: 3" in text


def test_totals_and_the_time_are_at_the_top():
    text = text_of(draw_on_site("Centrs", ROOMS, AT, Language.LV))
    assert "Ceturtdiena, 2026. gada 15. oktobris, 11.48" in text
    assert "Pavisam 5: 2 ar vārdu, 3 bez vārda Jāpalīdz iziet: 1" in text


def test_an_empty_room_is_left_out_and_an_empty_centre_said():
    assert "Lielā zāle" not in text_of(draw_on_site("Centrs", ROOMS, AT, Language.LV))
    assert "Centrā tagad neviena nav." in text_of(draw_on_site("Centrs", [], AT, Language.LV))


def test_a_room_that_goes_on_over_the_page_is_named_again():
    people = tuple(OnSitePerson(f"Viesis {n}", time(10)) for n in range(40))
    pages = page_texts(draw_on_site("Centrs", [OnSiteRoom("Zāle", people)], AT, Language.LV))
    assert len(pages) > 1
    assert all("Zāle" in page for page in pages)
    assert sum(page.count("Viesis") for page in pages) == 40


def test_hostile_texts_and_crowds_are_drawn():
    bad = '<img src="file:///etc/hostname">\0\u202e{0}%s' + "x" * 5000
    room = OnSiteRoom(bad, (OnSitePerson(bad, time(10), assist=True),), unnamed=10**6)
    text = text_of(draw_on_site(bad, [room], AT, Language.UK))
    assert "<img" in text
    assert "1000000" in text
