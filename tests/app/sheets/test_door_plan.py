"""The plan on a door: everything booked stands on it, whole, in the order of the clock."""

from datetime import date, datetime, time
from io import BytesIO

import pytest
from pypdf import PdfReader

from app.language import Language
from app.sheets.door_blocks import lanes
from app.sheets.door_plan import draw_door_plan, hatched
from app.sheets.plan import ShutTime
from tests.app.sheets.plans import (
    BAD,
    EMOJI,
    MONDAY,
    NOW,
    RTL,
    door_plan,
    one_day,
    taken,
)
from tests.app.sheets.reading import fonts, page_texts, pages, text_of

LV, EN, UK = Language.LV, Language.EN, Language.UK
LANGUAGES = ((LV,), (UK,), (EN, UK))


@pytest.mark.parametrize("languages", LANGUAGES, ids=["lv", "uk", "en, uk"])
def test_a_week_is_one_landscape_page_with_latvian_first(languages: tuple[Language, ...]) -> None:
    plan = door_plan(
        taken(0, 9, 10.5, "Latviešu valoda A2", holder="«Preiļi UA»"), taken(2, 13, 15)
    )
    pdf = draw_door_plan(plan, languages, NOW)
    (page,) = pages(pdf)
    assert page.mediabox.width > page.mediabox.height
    text = text_of(pdf)
    assert text.startswith("Zāle")
    assert "12.–18. oktobris · 2. stāvs · 30 vietas · bez sliekšņiem" in text
    assert "9.00–10.30" in text
    assert "Latviešu valoda A2" in text
    assert "«Preiļi UA»" in text
    assert "Aizņemts" in text
    assert "Slēgts" in text
    for language, word, day in ((UK, "Зайнято", "Пн"), (EN, "Taken", "Mon")):
        assert (word in text) == (language in languages)
        assert (day in text) == (language in languages)
    assert "Pirmd.–Piektd. 9.00–20.00, Sestd. 10.00–16.00" in text
    assert "12.10.2026 8.40" in text
    assert all(fonts(pdf).values())
    with_title = PdfReader(BytesIO(pdf))
    assert with_title.metadata is not None
    assert with_title.metadata.title == "Zāle, 12.–18. oktobris"
    assert with_title.trailer["/Root"]["/Lang"] == "lv"


def test_nothing_booked_is_said_and_a_closed_day_too() -> None:
    empty = door_plan()
    assert "Aizņemts" not in text_of(draw_door_plan(empty, (LV,), NOW))
    assert "Nothing is booked." in text_of(draw_door_plan(one_day(empty, 3), (EN,), NOW))
    assert "Slēgts" in text_of(draw_door_plan(one_day(empty, 6), (LV,), NOW))


def test_why_it_is_closed_stands_where_it_is_closed() -> None:
    shut = ShutTime(datetime(2026, 10, 15, 12), datetime(2026, 10, 15, 16), "Apkure")
    plan = door_plan(shut=(shut,))
    for one in (plan, one_day(plan, 3)):
        assert "Apkure" in text_of(draw_door_plan(one, (LV,), NOW))


@pytest.mark.parametrize("large", [False, True], ids=["as usual", "large print"])
def test_forty_bookings_of_a_day_all_stand_there_in_order(large: bool) -> None:
    booked = [taken(0, 8 + n / 4, 8.25 + n / 4, f"Nodarbība-{n}") for n in range(40)]
    plan = door_plan(*booked)
    for one in (plan, one_day(plan, 0)):
        read = page_texts(draw_door_plan(one, (LV,), NOW, large=large))
        assert len(read) > 1
        assert f"Lapa {len(read)} no {len(read)}" in read[-1]
        text = " ".join(read)
        found = [text.index(f"Nodarbība-{n}") for n in range(40)]
        assert found == sorted(found)


def test_names_of_200_letters_are_never_cut() -> None:
    long, one_word = ("Ļoti gara nosaukuma " * 10).strip(), "x" * 200
    booked = (
        taken(0, 9, 10, long, holder=long),
        taken(1, 9, 20, one_word),
        taken(2, 9, 10, "Koris"),
    )
    plan = door_plan(*booked, room=long)
    for one in (plan, one_day(plan, 0)):
        text = text_of(draw_door_plan(one, (LV, EN, UK), NOW))
        assert text.count("Ļoti gara nosaukuma") >= 30 - (10 if len(one.days) == 7 else 0)
    week = page_texts(draw_door_plan(plan, (LV,), NOW))
    assert long in week[-1]  # what the grid cannot hold is told whole after it
    assert "Koris" not in week[-1]
    assert one_word in "".join(week).replace(" ", "")


def test_markup_other_scripts_and_pictures_stay_words() -> None:
    plan = door_plan(taken(0, 9, 12, f"{BAD} {RTL} {EMOJI}", holder=BAD), room=BAD)
    for one in (plan, one_day(plan, 0)):
        pdf = draw_door_plan(one, (LV,), NOW)
        text = text_of(pdf)
        assert "<b>&amp; {0}%s" in text
        assert "\N{REPLACEMENT CHARACTER}" in text
        assert "\u202e" not in text
        assert all(fonts(pdf).values())


def test_parts_of_a_hall_stand_side_by_side() -> None:
    assert lanes([(9, 11), (10, 12), (11, 13), (13, 14)]) == [(0, 2), (1, 2), (0, 2), (0, 1)]
    assert lanes([]) == []
    plan = door_plan(
        taken(0, 9, 14, "Koris", where="Daļa A"), taken(0, 10, 15, "Deja", where="Daļa B")
    )
    text = text_of(draw_door_plan(plan, (LV,), NOW))
    assert "Koris" in text
    assert "Deja" in text
    assert "Daļa" in text


def test_a_night_stands_on_both_days() -> None:
    plan = door_plan(taken(4, 22, 26, "Nakts"))
    text = text_of(draw_door_plan(plan, (LV,), NOW))
    assert text.count("Nakts") == 2
    assert "24.00" in text


def test_a_centre_without_hours_and_a_moment_of_a_booking() -> None:
    plan = door_plan(taken(0, 9, 9.02, "Mirklis"))
    always = tuple(type(day)(day.day, (time(), time()), day.taken) for day in plan.days)
    without = type(plan)(type(plan.centre)(), "Zāle", "", 0, (), always)
    read = page_texts(draw_door_plan(without, (LV,), NOW))
    assert "Mirklis" in read[-1]
    assert "Slēgts" not in " ".join(read)


def test_large_print_is_large_everywhere() -> None:
    plan = door_plan(taken(0, 9, 10, "Koris", holder="Biedrība"))
    sizes: set[float] = set()

    def visit(text: str, _outer: object, _inner: object, _font: object, size: float) -> None:
        if text.strip():
            sizes.add(size)

    for page in pages(draw_door_plan(plan, (LV, UK), NOW, large=True)):
        page.extract_text(visitor_text=visit)
    assert min(sizes) >= 17.9


def test_hatching_stays_within_its_area() -> None:
    for x1, y1, x2, y2 in hatched((10, 20, 100, 40)):
        assert 10 <= x1 <= x2 <= 110.001
        assert 20 <= y2 <= y1 <= 60.001


def test_the_same_facts_give_the_same_bytes() -> None:
    plan = door_plan(taken(0, 9, 10, "Koris"))
    assert draw_door_plan(plan, (LV,), NOW) == draw_door_plan(plan, (LV,), NOW)
    assert plan.days[0].day == MONDAY == date(2026, 10, 12)
