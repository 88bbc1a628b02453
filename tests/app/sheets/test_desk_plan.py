"""The day of all rooms: who comes where, what is prepared, and nothing lost over the pages."""

from app.language import Language, say
from app.sheets.desk_plan import draw_desk_plan
from app.sheets.plan import DeskLine, DeskPlan, DeskRoom, ShutTime
from tests.app.sheets.plans import BAD, CENTRE, MONDAY, NOW, WEEK, taken
from tests.app.sheets.reading import fonts, page_texts, text_of

LV, EN, UK = Language.LV, Language.EN, Language.UK


def room(name: str, *lines: DeskLine, **rest: object) -> DeskRoom:
    return DeskRoom(name, "1. stāvs", 80, WEEK[0], lines, **rest)  # type: ignore[arg-type]


def plan(*rooms: DeskRoom) -> DeskPlan:
    return DeskPlan(CENTRE, MONDAY, rooms)


def test_a_booking_says_what_the_desk_must_know() -> None:
    line = DeskLine(
        taken(0, 9, 11, "Vingrošana", holder="Biedrība"),
        25,
        30,
        15,
        (say("to be confirmed"),),
        (say("Hearing loop"),),
        "Atslēga pie dežuranta.\nZvanīt.",
    )
    pdf = draw_desk_plan(plan(room("Zāle", line), room("Klusā")), (LV,), NOW)
    text = text_of(pdf)
    assert "Pirmdiena, 12. oktobris — 1 rezervācija" in text
    assert "Zāle" in text
    assert "80 vietas · 1. stāvs" in text
    assert "9.00–11.00" in text
    assert "8.30" in text
    assert "11.15" in text
    assert "Vingrošana — jāapstiprina Biedrība · 25 cilvēki Indukcijas cilpa" in text
    assert "Atslēga pie dežuranta. Zvanīt." in text
    assert "Lapa 1 no 1" in text
    assert all(fonts(pdf).values())


def test_a_room_that_goes_on_over_the_page_is_named_again() -> None:
    lines = [DeskLine(taken(0, 8 + n / 4, 8.25 + n / 4, f"N-{n}.")) for n in range(40)]
    read = page_texts(draw_desk_plan(plan(room("Lielā zāle", *lines)), (LV, EN, UK), NOW))
    assert len(read) > 1
    assert all("Lielā zāle" in page for page in read)
    text = " ".join(read)
    found = [text.index(f"N-{n}.") for n in range(40)]
    assert found == sorted(found)


def test_free_closed_and_no_rooms_at_all() -> None:
    monday = taken(0, 0, 24)
    shut = ShutTime(monday.start, monday.end, "Remonts")
    part = ShutTime(taken(0, 12, 14).start, taken(0, 12, 14).end, "Sapulce")
    closed = DeskRoom("Pagalms", "", 0, None)
    rooms = (room("A"), room("B", shut=(shut,)), room("C", shut=(part,)), closed)
    text = text_of(draw_desk_plan(plan(*rooms), (EN,), NOW))
    assert "Free the whole day" in text
    assert "Closed: Remonts" in text
    assert "12.00–14.00" in text
    assert "0 bookings" in text or "0 rezervāciju" in text
    assert page_texts(draw_desk_plan(plan(), (LV,), NOW))


def test_hostile_and_long_texts() -> None:
    line = DeskLine(taken(0, 9, 10, f"{BAD} {'x' * 170}", holder=BAD), note=BAD * 20)
    text = text_of(draw_desk_plan(plan(room(BAD, line)), (LV, UK), NOW))
    assert "<b>&amp; {0}%s" in text
    assert text.replace(" ", "").count("x") >= 170
