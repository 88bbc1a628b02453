"""Our bookings in other programs: one entry each, series by their rule, nothing private told."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

import icalendar
import pytest

from app.bookings.actions import MoveBooking
from app.bookings.calendar_export import CalendarOf
from app.bookings.repeats import Every, Repeat, weekly
from app.bookings.series_edit import EditSeries
from app.bookings.series_plan import Scope, SeriesWish
from app.bookings.status import CancelBooking
from app.desk import Desk
from app.exchange.calendar_child import read_text
from app.exchange.calendar_file import as_ics
from app.ids import new_id
from app.slot import Place
from tests.making.bookings import THURSDAY, details, make_booking, make_room, make_series, slot

SPAN = (THURSDAY, date(2027, 12, 31))


def text(desk: Desk, *rooms: UUID, **wishes: object) -> str:
    asked = CalendarOf(*SPAN, frozenset(rooms), **wishes)  # type: ignore[arg-type]
    return as_ics("Rooms", desk.ask(asked), "Taken").decode()


def events(desk: Desk, *rooms: UUID, **wishes: object) -> dict[str, icalendar.Event]:
    whole = icalendar.Calendar.from_ical(text(desk, *rooms, **wishes))
    return {str(one["SUMMARY"]): one for one in whole.walk("VEVENT")}


def dates(written: str) -> list[str]:
    """``10-15 14:00-16:00 Choir``, as another program reads the file."""
    shown = []
    for one in read_text(written, SPAN)["dates"]:  # type: ignore[union-attr]
        starts, ends = (datetime.fromisoformat(one[name]) for name in ("starts", "ends"))  # type: ignore[index, call-overload, arg-type]
        shown.append(f"{starts:%m-%d %H:%M}-{ends:%H:%M} {one['title']}")  # type: ignore[index, call-overload]
    return shown


def test_what_is_told_and_what_is_not(desk: Desk) -> None:
    hall = make_room(desk)
    make_booking(
        desk,
        hall,
        "12:00",
        "13:00",
        "Choir",
        holder="Anna Bērziņa",
        notes="key",
        contact="29 111 222",
    )
    make_booking(desk, hall, "13:00", "14:00", "Perhaps", tentative=True)
    make_booking(desk, hall, "14:00", "15:00", "Asked for", pending=True)
    make_booking(desk, hall, "15:00", "16:00", "Meeting of the board", private=True)
    desk.do(CancelBooking(make_booking(desk, hall, "16:00", "17:00", "Called off")))
    written = text(desk)
    assert not any(secret in written for secret in ("Anna", "key", "29 111", "board", "Called off"))
    found = events(desk)
    assert {title: (str(one["STATUS"]), str(one["CLASS"])) for title, one in found.items()} == {
        "Choir": ("CONFIRMED", "PUBLIC"),
        "Perhaps": ("TENTATIVE", "PUBLIC"),
        "Asked for": ("TENTATIVE", "PUBLIC"),
        "Taken": ("CONFIRMED", "PRIVATE"),
    }
    assert found["Choir"]["LOCATION"] == "Great hall"
    assert found["Choir"]["DTSTART"].params["TZID"] == "Europe/Riga"
    assert str(events(desk, cancelled=True)["Called off"]["STATUS"]) == "CANCELLED"


def test_a_name_for_ever_and_a_number_that_only_grows(desk: Desk) -> None:
    hall = make_room(desk)
    booking = make_booking(desk, hall, "14:00", "15:00")
    here, there = (Place(hall, slot(f"{hour}:00", f"{hour + 1}:00")) for hour in (14, 16))
    first = events(desk)["Choir"]
    desk.do(MoveBooking(booking, here, there))
    moved = events(desk)["Choir"]
    desk.undo()
    back = events(desk)["Choir"]
    assert first["UID"] == moved["UID"] == back["UID"] == f"{booking}@kopa"
    assert first["SEQUENCE"] < moved["SEQUENCE"] < back["SEQUENCE"]
    make_booking(desk, hall, "10:00", "11:00", "Another", day=date(2026, 10, 20))
    assert events(desk)["Choir"]["SEQUENCE"] == back["SEQUENCE"]


def test_a_hall_is_taken_by_its_parts_and_other_rooms_stay_out(desk: Desk) -> None:
    hall, other = make_room(desk), make_room(desk, "Kitchen")
    part, beside = (make_room(desk, name, part_of_id=hall) for name in ("A", "B"))
    make_booking(desk, part, "14:00", "15:00", "In a part")
    make_booking(desk, hall, "16:00", "17:00", "In the hall")
    make_booking(desk, other, "16:00", "17:00", "In the kitchen")
    assert set(events(desk, hall)) == {"In a part", "In the hall"}
    assert set(events(desk, beside)) == {"In the hall"}
    assert len(events(desk)) == 3


PATTERNS = [
    weekly(THURSDAY, date(2026, 12, 17)),
    Repeat(Every.WEEK, THURSDAY, date(2027, 1, 10), step=3, weekdays=frozenset({1, 3, 6})),
    Repeat(Every.MONTH_DAY, date(2026, 10, 31), date(2027, 6, 30)),
    Repeat(Every.MONTH_WEEKDAY, THURSDAY, times=6, step=2),
    Repeat(Every.MONTH_WEEKDAY, date(2026, 10, 29), date(2027, 5, 1), from_the_end=True),
    Repeat(Every.YEAR, date(2027, 3, 28), times=1),
    Repeat(Every.DATES, THURSDAY, chosen=(date(2026, 10, 16), date(2026, 11, 5), date(2027, 2, 1))),
]


@pytest.mark.parametrize("kind", ["sqlite"])
@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda one: f"{one.every}-{one.step}")
def test_another_program_finds_the_same_dates(desk: Desk, pattern: Repeat) -> None:
    hall = make_room(desk)
    make_series(desk, details(hall, "14:00", "15:30", day=pattern.dates().days[0]), pattern)
    assert dates(text(desk)) == [f"{day:%m-%d} 14:00-15:30 Choir" for day in pattern.dates().days]


def test_exceptions_of_a_series_go_with_it(desk: Desk) -> None:
    hall, kitchen = make_room(desk), make_room(desk, "Kitchen")
    series, ids = make_series(
        desk, details(hall, "14:00", "15:00"), weekly(THURSDAY, date(2026, 12, 3))
    )
    day = THURSDAY + timedelta(weeks=1)
    desk.do(
        MoveBooking(
            ids[1],
            Place(hall, slot("14:00", "15:00", day)),
            Place(kitchen, slot("16:00", "17:00", day + timedelta(days=1))),
        )
    )
    desk.do(CancelBooking(ids[3]))
    whole = icalendar.Calendar.from_ical(text(desk))
    assert {str(one["UID"]) for one in whole.walk("VEVENT")} == {f"{series}@kopa"}
    assert dates(text(desk)) == [
        "10-15 14:00-15:00 Choir",
        "10-23 16:00-17:00 Choir",
        "10-29 14:00-15:00 Choir",
        "11-12 14:00-15:00 Choir",
        "11-19 14:00-15:00 Choir",
        "11-26 14:00-15:00 Choir",
        "12-03 14:00-15:00 Choir",
    ]
    assert len(dates(text(desk, hall))) == 6
    assert dates(text(desk, kitchen)) == ["10-23 16:00-17:00 Choir"]


def test_a_series_that_is_split_grows_no_older(desk: Desk) -> None:
    hall = make_room(desk)
    said = details(hall, "14:00", "15:00")
    series, ids = make_series(desk, said, weekly(THURSDAY, date(2026, 12, 3)))
    make_booking(desk, hall, "10:00", "11:00", "Another", day=date(2026, 10, 20))
    last = Place(hall, slot("14:00", "15:00", date(2026, 12, 3)))
    desk.do(MoveBooking(ids[-1], last, Place(hall, slot("15:00", "16:00", date(2026, 12, 3)))))
    before = int(_series(desk, series)["SEQUENCE"])
    there = Place(hall, slot("14:00", "15:00", date(2026, 11, 5)))
    seen = replace(said, place=there)
    wish = SeriesWish(ids[3], seen, replace(seen, title="Mixed choir"), desk.clock.now())
    desk.do(EditSeries(wish, Scope.FOLLOWING, new_id(), new_id()))
    assert int(_series(desk, series)["SEQUENCE"]) >= before
    assert len(dates(text(desk))) == 9


def _series(desk: Desk, series: UUID) -> icalendar.Event:
    whole = icalendar.Calendar.from_ical(text(desk))
    return next(one for one in whole.walk("VEVENT") if one["UID"] == f"{series}@kopa")
