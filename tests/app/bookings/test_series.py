"""Booking a series: every date looked at before, kept all at once, further dates later."""

from dataclasses import replace
from datetime import date, time, timedelta
from uuid import UUID

import pytest
from sqlalchemy import event, func, select

from app.bookings.actions import MoveBooking
from app.bookings.closures import AddClosure, AddHolidays
from app.bookings.details import ClosureDetails
from app.bookings.model import BookingKind, Claim
from app.bookings.public_holidays import Holiday
from app.bookings.queries import DayBoard, OneBooking
from app.bookings.repeats import Every, Repeat, weekly
from app.bookings.school_holidays import AddSchoolHoliday, SchoolHolidays
from app.bookings.series import AddSkippedDates, BookSeries, ExtendSeries
from app.bookings.series_preview import (
    DateRow,
    DateState,
    SeriesExtension,
    SeriesPreview,
    SkippedDates,
)
from app.bookings.series_queries import SeriesOf
from app.bookings.series_record import Dated, LeftOut
from app.bookings.status import CancelBooking
from app.desk import Desk
from app.errors import ChangedElsewhere, Refused
from app.ids import new_id
from app.language import words
from app.slot import Slot
from tests.making.bookings import at, details, make_booking, make_room, make_series, on_days, slot
from tests.making.visitors import make_visitor

WEDNESDAY = date(2026, 10, 21)
UNTIL = date(2026, 12, 30)
ELEVEN = weekly(WEDNESDAY, UNTIL)


def claims(desk: Desk) -> int:
    with desk.database.reading() as session:
        return session.scalar(select(func.count()).select_from(Claim)) or 0


def booked_on(desk: Desk, day: date) -> list[str]:
    return [card.title for card in desk.ask(DayBoard(day)).cards]


def look(desk: Desk, room: UUID, repeat: Repeat = ELEVEN, **rest: object) -> tuple[DateRow, ...]:
    said = details(room, "16:30", "18:00", "Conversation club", day=repeat.first, **rest)
    return desk.ask(SeriesPreview(said, repeat)).rows


def test_every_date_is_shown_before_anything_is_kept(desk: Desk) -> None:
    room, _hall = make_room(desk, "Classroom", capacity=30), make_room(desk, "Hall", capacity=80)
    make_booking(desk, room, "16:00", "18:00", "Courses", day=date(2026, 11, 4))
    desk.do(AddHolidays((Holiday(new_id(), date(2026, 11, 18), "Proclamation Day"),)))
    closed = ClosureDetails(None, slot("0:00", "23:00", UNTIL), "stocktaking")
    desk.do(AddClosure(new_id(), closed))
    desk.do(AddSchoolHoliday(new_id(), date(2026, 12, 21), date(2027, 1, 1), "Winter"))

    rows = look(desk, room)

    states = {row.day: row.state for row in rows}
    assert len(rows) == 11
    assert {day: state for day, state in states.items() if state is not DateState.FREE} == {
        date(2026, 11, 4): DateState.TAKEN,
        date(2026, 11, 18): DateState.HOLIDAY,
        date(2026, 12, 30): DateState.CLOSED,
    }
    ways = {row.day: [words(way.said) for way in row.ways] for row in rows}
    assert ways[WEDNESDAY] == ["Book", "Skip this date"]
    assert ways[date(2026, 11, 18)][0] == "Skip this date"
    clash = ways[date(2026, 11, 4)]
    assert clash[:2] == ["Skip this date", "Another room: Hall"]
    assert clash[2].startswith("Another time: ")
    told = {row.day: " ".join(map(words, row.why)) for row in rows}
    assert told[date(2026, 11, 4)] == "Classroom is taken: “Courses”, 16:00–18:00."
    assert told[date(2026, 11, 18)] == "Proclamation Day – public holiday"
    assert "stocktaking" in told[UNTIL]
    assert [row.day for row in rows if row.school_holiday] == [date(2026, 12, 23), UNTIL]
    assert desk.ask(SchoolHolidays())[0].name == "Winter"


def test_a_holiday_nobody_closed_for_is_named_and_left_out_unless_wanted(desk: Desk) -> None:
    rows = look(desk, make_room(desk))
    holiday = next(row for row in rows if row.state is not DateState.FREE)
    assert (holiday.day, holiday.state) == (date(2026, 11, 18), DateState.HOLIDAY)
    assert [words(way.said) for way in holiday.ways] == ["Skip this date", "Book"]


def test_schools_stay_away_in_their_holidays(desk: Desk) -> None:
    desk.do(AddSchoolHoliday(new_id(), WEDNESDAY, WEDNESDAY, "Autumn"))
    room = make_room(desk)
    first_choice = [
        words(look(desk, room, kind=kind)[0].ways[0].said)
        for kind in (BookingKind.SCHOOL, BookingKind.NGO)
    ]
    assert first_choice == ["Skip this date", "Book"]


def test_one_question_for_all_dates_together(desk: Desk) -> None:
    room = make_room(desk)

    def asked(times: int) -> int:
        statements: list[str] = []

        def hear(*heard: object) -> None:
            statements.append(str(heard[2]))

        event.listen(desk.database.engine, "before_cursor_execute", hear)
        look(desk, room, replace(ELEVEN, until=None, times=times))
        event.remove(desk.database.engine, "before_cursor_execute", hear)
        return len(statements)

    assert asked(3) == asked(9)


def test_a_series_is_kept_whole_and_taken_back_whole(desk: Desk) -> None:
    room, hall = make_room(desk, "Classroom"), make_room(desk, "Hall")
    said = details(room, "16:30", "18:00", "Club", day=WEDNESDAY)
    first, second, *rest, last = ELEVEN.dates().days
    elsewhere = replace(on_days(said, [second])[0].place, room_id=hall)
    dates = (*on_days(said, [first, *rest]), Dated(new_id(), second, elsewhere))
    series_id = new_id()
    change = desk.do(
        BookSeries(series_id, new_id(), said, ELEVEN, dates, (LeftOut(new_id(), last),))
    )
    assert words(change.message) == "“Club” booked 10 times: 21 Oct – 23 Dec"
    assert claims(desk) == 10
    card = desk.ask(SeriesOf(dates[-1].booking_id))
    assert card is not None
    assert (card.id, card.to_come, card.skipped, card.by_itself) == (series_id, 10, 1, True)
    assert words(card.said) == "every Wednesday"
    desk.undo()
    assert claims(desk) == 0
    assert booked_on(desk, first) == []
    desk.redo()
    assert claims(desk) == 10


def test_a_series_for_a_person_of_the_list_bears_her_name_on_every_date(desk: Desk) -> None:
    anna = make_visitor(desk, "Anna", "Kalniņa")
    said = details(make_room(desk), day=WEDNESDAY, holder="Anna", visitor_id=anna)
    _, dates = make_series(desk, said, ELEVEN)
    holders = {desk.ask(OneBooking(one)).details.holder for one in dates}
    assert holders == {"Anna Kalniņa"}


def test_who_came_first_is_named_for_every_date_and_nothing_is_kept(desk: Desk) -> None:
    room = make_room(desk)
    said = details(room, "16:30", "18:00", "Club", day=WEDNESDAY)
    dates = on_days(said, ELEVEN.dates().days)
    for day in (date(2026, 11, 4), date(2026, 12, 9)):
        make_booking(desk, room, "17:00", "19:00", f"Choir {day.day}", day=day)
    with pytest.raises(Refused) as refused:
        desk.do(BookSeries(new_id(), new_id(), said, ELEVEN, dates))
    assert str(refused.value) == (
        "4 Nov: Great hall is taken: “Choir 4”, 17:00–19:00. "
        "9 Dec: Great hall is taken: “Choir 9”, 17:00–19:00."
    )
    assert claims(desk) == 2
    with pytest.raises(Refused, match="no longer those of the pattern"):
        desk.do(BookSeries(new_id(), new_id(), said, ELEVEN, dates[1:]))
    with pytest.raises(Refused, match="Book at least one"):
        desk.do(BookSeries(new_id(), new_id(), said, ELEVEN, ()))


def test_a_series_is_never_in_its_own_way_unseen(desk: Desk) -> None:
    """Two dates of one series put into one place: refused like any two bookings."""
    room = make_room(desk)
    said = details(room, "9:00", "10:00", "Club", day=WEDNESDAY)
    two = Repeat(Every.WEEK, WEDNESDAY, times=2, weekdays=frozenset({2, 3}))
    first, second = on_days(said, two.dates().days)
    moved = replace(second, place=first.place)
    with pytest.raises(Refused, match="taken: “Club”"):
        desk.do(BookSeries(new_id(), new_id(), said, two, (first, moved)))


def test_a_taken_series_cannot_be_put_back(desk: Desk) -> None:
    room = make_room(desk)
    make_series(desk, details(room, day=WEDNESDAY), ELEVEN)
    desk.undo()
    other = Desk(desk.database, desk.clock, name="other")
    assert desk.signed_in
    other.sign_in(desk.signed_in)
    make_booking(other, room, title="Yoga", day=date(2026, 12, 2))
    with pytest.raises(Refused, match="2 Dec: Great hall is taken: “Yoga”"):
        desk.redo()
    assert claims(desk) == 1


def test_dates_left_out_are_added_when_they_come_free(desk: Desk) -> None:
    room = make_room(desk)
    taken = make_booking(desk, room, title="Yoga", day=date(2026, 10, 28))
    said = details(room, title="Club", day=WEDNESDAY)
    three = weekly(WEDNESDAY, date(2026, 11, 4))
    rows = desk.ask(SeriesPreview(said, three)).rows
    skips = tuple(LeftOut(new_id(), row.day, row.reason) for row in rows if row.why)
    dates = on_days(said, [row.day for row in rows if not row.why])
    series_id = new_id()
    desk.do(BookSeries(series_id, new_id(), said, three, dates, skips))
    (row,) = desk.ask(SkippedDates(series_id))
    assert words(row.reason) == "Great hall is taken: “Yoga”, 10:00–11:00."
    assert row.now.state is DateState.TAKEN

    desk.do(CancelBooking(taken))
    (row,) = desk.ask(SkippedDates(series_id))
    assert row.now.state is DateState.FREE
    added = AddSkippedDates(series_id, new_id(), on_days(said, [row.now.day]))
    desk.do(added)
    assert desk.ask(SkippedDates(series_id)) == ()
    assert booked_on(desk, date(2026, 10, 28)) == ["Club"]
    with pytest.raises(ChangedElsewhere, match="no longer left out"):
        desk.do(added)


def test_a_series_goes_on(desk: Desk) -> None:
    room = make_room(desk)
    three = weekly(WEDNESDAY, date(2026, 11, 4))
    series_id, ids = make_series(desk, details(room, title="Club", day=WEDNESDAY), three)
    longer = three.ending(date(2026, 11, 18))
    rows = desk.ask(SeriesExtension(series_id, longer)).rows
    assert [row.day for row in rows] == [date(2026, 11, 11), date(2026, 11, 18)]
    dates = tuple(Dated(new_id(), row.day, row.place) for row in rows)
    desk.do(ExtendSeries(series_id, new_id(), longer, dates))
    card = desk.ask(SeriesOf(ids[0]))
    assert card is not None
    assert (card.to_come, card.last) == (5, date(2026, 11, 18))
    assert booked_on(desk, date(2026, 11, 18)) == ["Club"]


def test_dragging_one_date_marks_it_as_changed_by_itself(desk: Desk) -> None:
    room = make_room(desk)
    _, ids = make_series(desk, details(room, day=WEDNESDAY), ELEVEN)
    here = on_days(details(room, day=WEDNESDAY), [WEDNESDAY])[0].place
    there = replace(here, slot=Slot(at("12:00", WEDNESDAY), at("13:00", WEDNESDAY)))

    def marked() -> bool:
        card = desk.ask(SeriesOf(ids[0]))
        return card is not None and card.by_itself

    desk.do(MoveBooking(ids[0], here, there))
    assert marked()
    desk.undo()
    assert not marked()
    alone = make_booking(desk, room, "8:00", "9:00")
    desk.do(
        MoveBooking(
            alone, *(replace(here, slot=slot(*t)) for t in (("8:00", "9:00"), ("9:00", "10:00")))
        )
    )
    assert desk.ask(SeriesOf(alone)) is None


def test_half_past_two_on_the_night_the_clocks_go_forward(desk: Desk) -> None:
    """The hour that does not exist is told for that date alone; the others stay at 3.30."""
    sunday = date(2027, 3, 21)
    said = details(make_room(desk), "3:30", "4:30", "Night watch", day=sunday)
    rows = desk.ask(SeriesPreview(said, weekly(sunday, sunday + timedelta(days=14)))).rows
    assert [row.state for row in rows] == [DateState.FREE, DateState.AGAINST, DateState.FREE]
    assert all(row.place.slot.start.time() == time(3, 30) for row in rows)
    assert "does not exist" in words(rows[1].why[0])
