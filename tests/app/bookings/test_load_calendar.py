"""A foreign calendar into our rooms: looked at date by date, loaded in one step, loaded again later."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

import pytest

from app.bookings import calendar_import
from app.bookings.calendar_import import ImportBookings
from app.bookings.calendar_preview import CalendarPreview, DateState, ImportRow, Wishes
from app.bookings.calendar_report import CalendarReport, report_lines, to_load
from app.bookings.model import BookingKind
from app.bookings.queries import DayBoard, OneBooking
from app.bookings.status import CancelBooking
from app.centre.actions import SetOpeningHours
from app.desk import Desk
from app.errors import Refused
from app.exchange.calendar_found import CalendarDate, CalendarProblem
from app.exchange.calendar_told import uid_of
from app.ids import new_id
from app.language import say, words
from tests.making.bookings import THURSDAY, at, make_booking, make_closure, make_room, slot

HALL = "Lielā zāle"


def entry(
    start: str, end: str, title: str = "Choir", day: date = THURSDAY, **rest: object
) -> CalendarDate:
    uid = str(rest.pop("uid", f"{title}@elsewhere"))
    which = str(rest.pop("which", ""))
    return CalendarDate(uid, which, at(start, day), at(end, day), title, HALL, **rest)  # type: ignore[arg-type]


def look(
    desk: Desk, room: UUID | None, *dates: CalendarDate, **wishes: object
) -> tuple[ImportRow, ...]:
    wanted = Wishes(((HALL, room),), BookingKind.NGO, **wishes)  # type: ignore[arg-type]
    return desk.ask(CalendarPreview(dates, tuple(new_id() for _ in dates), wanted))


def load(desk: Desk, rows: tuple[ImportRow, ...], *chosen: int) -> None:
    numbers = chosen or tuple(row.number for row in rows if row.can_be_loaded)
    desk.do(ImportBookings(new_id(), "choir.ics", to_load(rows, numbers)))


def titles(desk: Desk, day: date = THURSDAY) -> list[str]:
    return [f"{card.place.slot.start:%H:%M} {card.title}" for card in desk.ask(DayBoard(day)).cards]


def test_every_date_says_what_stands_against_it(desk: Desk) -> None:
    room = make_room(desk)
    make_booking(desk, room, "14:00", "16:00", "Sewing", holder="Women of Preiļi")
    make_closure(desk, room, "18:00", "19:00", "Painting")
    rows = look(
        desk,
        room,
        entry("12:00", "13:00", "Free"),
        entry("12:30", "13:30", "Meets the one before"),
        entry("15:00", "17:00", "Meets sewing"),
        entry("18:30", "19:30", "Painters"),
    )
    assert [row.state for row in rows] == [
        DateState.FREE,
        DateState.CLASH,
        DateState.CLASH,
        DateState.AGAINST,
    ]
    assert [[words(one) for one in row.why] for row in rows] == [
        [],
        ["Great hall is taken: “Free”, 12:00–13:00."],
        ["Great hall is taken: “Sewing” (Women of Preiļi), 14:00–16:00."],
        ["Great hall is closed 18:00–19:00: Painting."],
    ]
    without_first = look(desk, room, *(row.date for row in rows), left=frozenset({0}))
    assert without_first[1].state is DateState.FREE


def test_a_clash_is_never_loaded_and_the_rules_of_the_house_only_with_a_reason(desk: Desk) -> None:
    room = make_room(desk)
    make_booking(desk, room, "14:00", "16:00", "Sewing")
    make_closure(desk, room, "18:00", "19:00")
    dates = entry("15:00", "17:00", "Clash"), entry("18:00", "19:00", "Closed")
    rows = look(desk, room, *dates)
    for number in (0, 1):
        with pytest.raises(Refused):
            load(desk, rows, number)
    rows = look(desk, room, *dates, reason="Agreed by phone", anyway=frozenset({1}))
    assert rows[1].needs_reason
    load(desk, rows, 1)
    assert titles(desk) == ["14:00 Sewing", "18:00 Closed"]


def test_a_whole_day_takes_the_opening_hours_and_a_room_nobody_chose_takes_nothing(
    desk: Desk,
) -> None:
    desk.do(SetOpeningHours(3, None, (time(9), time(20))))
    room = make_room(desk)
    whole = CalendarDate(
        "fair", "", datetime(2026, 10, 15), datetime(2026, 10, 16), "Fair", HALL, all_day=True
    )
    (row,) = look(desk, room, whole)
    assert row.details is not None
    assert row.details.place.slot == slot("9:00", "20:00")
    assert row.state is DateState.FREE
    (row,) = look(desk, None, whole)
    assert row.state is DateState.NO_ROOM


def test_all_dates_are_one_step(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calendar_import, "PART", 2)
    room = make_room(desk)
    days = [THURSDAY + timedelta(days=n) for n in range(5)]
    rows = look(
        desk, room, *(entry("12:00", "13:00", f"Day {n}", day) for n, day in enumerate(days))
    )
    load(desk, rows)
    assert [len(titles(desk, day)) for day in days] == [1] * 5
    desk.undo()
    assert [len(titles(desk, day)) for day in days] == [0] * 5
    desk.redo()
    assert [len(titles(desk, day)) for day in days] == [1] * 5


def test_a_room_taken_meanwhile_leaves_nothing_half_loaded(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calendar_import, "PART", 1)
    room = make_room(desk)
    rows = look(desk, room, entry("12:00", "13:00"), entry("14:00", "15:00", "Later"))
    make_booking(desk, room, "14:30", "15:30", "Quicker")
    with pytest.raises(Refused, match="Quicker"):
        load(desk, rows)
    assert titles(desk) == ["14:30 Quicker"]


def test_the_same_calendar_again_is_already_here_and_a_later_version_changes_it(desk: Desk) -> None:
    room = make_room(desk)
    first, second = (
        entry("12:00", "13:00", "Choir", uid="choir", which="20261015"),
        entry("14:00", "15:00", "Choir", uid="choir", which="20261016"),
    )
    load(desk, look(desk, room, first, second))
    assert {row.state for row in look(desk, room, first, second)} == {DateState.HERE}
    moved = entry("13:00", "14:30", "Choir with guests", uid="choir", which="20261015")
    rows = look(desk, room, moved, second)
    assert [row.state for row in rows] == [DateState.CLASH, DateState.HERE]
    moved = entry("11:00", "12:30", "Choir with guests", uid="choir", which="20261015")
    rows = look(desk, room, moved, second)
    assert [row.state for row in rows] == [DateState.CHANGED, DateState.HERE]
    load(desk, rows)
    assert titles(desk) == ["11:00 Choir with guests", "14:00 Choir"]
    assert look(desk, room, moved)[0].state is DateState.HERE
    desk.undo()
    assert titles(desk) == ["12:00 Choir", "14:00 Choir"]
    assert look(desk, room, moved)[0].state is DateState.CHANGED


def test_what_was_taken_out_or_cancelled_here(desk: Desk) -> None:
    room = make_room(desk)
    date_ = entry("12:00", "13:00")
    load(desk, look(desk, room, date_))
    desk.undo()
    (row,) = look(desk, room, date_)
    assert row.state is DateState.FREE
    load(desk, (row,))
    desk.do(CancelBooking(row.booking_id))
    assert look(desk, room, date_)[0].state is DateState.HERE
    assert desk.ask(OneBooking(row.booking_id)).cancelled


def test_our_own_calendar_coming_back_is_already_here(desk: Desk) -> None:
    room = make_room(desk)
    booking = make_booking(desk, room, "14:00", "16:00")
    (row,) = look(desk, room, entry("14:00", "16:00", uid=uid_of(booking)))
    assert (row.state, row.booking_id) == (DateState.HERE, booking)


def test_the_report_says_of_every_date_why_it_was_not_loaded(desk: Desk) -> None:
    room = make_room(desk)
    make_booking(desk, room, "14:00", "16:00", "Sewing")
    rows = look(
        desk,
        room,
        entry("12:00", "13:00"),
        entry("15:00", "17:00", "=Late"),
        entry("9:00", "10:00", "Left"),
    )
    problem = CalendarProblem(7, "Bell", say("It repeats more often than once a day."))
    lines = report_lines([problem], rows, {0})
    report = CalendarReport("choir.ics", datetime(2026, 10, 15, 11, 48), 1, lines)
    assert report.as_text().decode("utf-8-sig").splitlines()[4:] == [
        "Line 7 · Bell · It repeats more often than once a day.",
        "15/10/2026, 15:00–17:00 · =Late · Great hall is taken: “Sewing”, 14:00–16:00.",
        "15/10/2026, 09:00–10:00 · Left · Left out by choice.",
    ]
    assert b"'=Late" in report.as_csv()
