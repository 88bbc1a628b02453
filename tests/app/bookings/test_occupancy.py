"""How full rooms are through a month, and the days on which the clock is changed."""

from datetime import date, time, timedelta

from app.bookings.clock_change import clock_change
from app.bookings.occupancy import MonthOccupancy, covered
from app.bookings.queries import FullSpanBoard, SpanBoard
from app.bookings.status import CancelBooking
from app.centre.actions import SetOpeningHours
from app.desk import Desk
from tests.making.bookings import THURSDAY, make_booking, make_closure, make_room, slot


def test_a_hall_and_its_parts_are_counted_once(desk: Desk) -> None:
    for weekday in range(6):
        desk.do(SetOpeningHours(weekday, None, (time(9), time(20))))
    hall = make_room(desk, "Hall")
    part, other = (make_room(desk, name, part_of_id=hall) for name in ("Part", "Other"))
    small = make_room(desk, "Small")
    make_booking(desk, part, "10:00", "12:00")
    make_booking(desk, other, "11:00", "13:00")
    make_booking(desk, hall, "15:00", "17:30")
    gone = make_booking(desk, small, "10:00", "11:00")
    desk.do(CancelBooking(gone))
    make_booking(desk, small, "19:00", "20:00", day=date(2026, 10, 31))
    make_closure(desk, small, "9:00", "12:00", "Heating")
    month = desk.ask(MonthOccupancy(THURSDAY))
    assert (month.first, len(month.dates)) == (date(2026, 10, 1), 31)
    rows = {row.room.name: row for row in month.rooms}
    used = {name: row.days[14] for name, row in rows.items()}
    assert {name: (use.count, use.booked) for name, use in used.items()} == {
        "Hall": (3, 330),
        "Part": (2, 270),
        "Other": (2, 270),
        "Small": (0, 0),
    }
    assert (used["Hall"].open, used["Hall"].share) == (660, 0.5)
    assert (used["Small"].shut, used["Small"].reason, used["Small"].is_closed) == (
        180,
        "Heating",
        False,
    )
    assert rows["Hall"].days[3].is_closed
    assert (rows["Small"].count, rows["Small"].booked) == (1, 60)


def test_a_week_shows_every_booking_once_and_masks_private_ones(desk: Desk) -> None:
    hall = make_room(desk, "Hall")
    make_booking(desk, hall, "10:00", "11:00", "Talk", private=True)
    make_booking(desk, hall, "10:00", "11:00", "Play", day=THURSDAY + timedelta(days=2))
    make_booking(desk, hall, "10:00", "11:00", "Later", day=THURSDAY + timedelta(days=7))
    monday = THURSDAY - timedelta(days=3)
    assert [card.title for card in desk.ask(SpanBoard(monday, 7)).cards] == ["", "Play"]
    assert [card.title for card in desk.ask(FullSpanBoard(monday, 7)).cards] == ["Talk", "Play"]


def test_what_overlaps_is_covered_once() -> None:
    slots = [
        slot("9:00", "10:00"),
        slot("9:30", "9:45"),
        slot("9:50", "11:00"),
        slot("12:00", "12:30"),
    ]
    assert covered(slots) == 150
    assert covered([]) == 0


def test_two_days_of_a_year_have_another_length() -> None:
    """Riga, except 2000, when Latvia did not change its clocks."""
    days = [date(1997, 1, 1) + timedelta(days=n) for n in range(43 * 365 + 10)]
    changes = {day: change for day in days if (change := clock_change(day))}
    assert all(day.weekday() == 6 for day in changes)
    years = {day.year: [c.twice for d, c in changes.items() if d.year == day.year] for day in days}
    assert {year for year, found in years.items() if found != [False, True]} == {2000}
    hours = {(one.slot.start.hour, one.slot.end.hour) for one in changes.values()}
    assert hours == {(3, 4)}
