"""Saving a booking with all its rules beside a bare durable commit; finding a room over a year.

Bars: a saved booking 4 × a bare commit of one row in the same file, and 1.2 × from 5,000 to 500,000
bookings; a free room over 20 rooms and 50,000 bookings in 10 ms.
"""

import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from datetime import time as clock
from itertools import count, islice
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import insert, text

from app.bookings.actions import BookRoom
from app.bookings.details import BookingDetails
from app.bookings.finding import FreeRooms
from app.bookings.model import Booking, BookingKind, BookingStatus, Claim
from app.clock import StandingClock
from app.database.engine import Database
from app.database.upgrade import ready_file
from app.desk import Desk
from app.ids import new_id
from app.permission import SignedIn
from app.slot import Place, Slot
from tests.conftest import KEY, NOW
from tests.making.bookings import details, make_room

ROOMS = 20
A_DAY = 10
"""Bookings of one room on one day, an hour each."""
SAVES = 200
FIRST = date(2027, 1, 1)
SIZES = (5_000, 500_000)


def fill(database: Database, rooms: list[UUID], many: int, first: date) -> None:
    """Write so many bookings with their claims, past the actions; the latest lies before ``first``."""
    for chunk in _chunks(_places(rooms, first), many):
        bookings = [
            {
                "id": new_id(),
                "title": "Choir",
                "room_id": place.room_id,
                "starts": place.slot.start,
                "ends": place.slot.end,
                "kind": BookingKind.NGO,
                "status": BookingStatus.CONFIRMED,
            }
            for place in chunk
        ]
        claims = [
            {
                "booking_id": one["id"],
                "room_id": one["room_id"],
                "starts": one["starts"],
                "ends": one["ends"],
            }
            for one in bookings
        ]
        with database.writing() as session:
            session.execute(insert(Booking), bookings)
            session.execute(insert(Claim), claims)
    with database.writing() as session:
        session.execute(text("ANALYZE"))


def _places(rooms: list[UUID], first: date) -> Iterator[Place]:
    for days in count(1):
        for room_id in rooms:
            for hour in range(A_DAY):
                start = datetime.combine(first - timedelta(days=days), clock(8 + hour))
                yield Place(room_id, Slot(start, start + timedelta(hours=1)))


def _chunks(places: Iterator[Place], many: int) -> Iterator[list[Place]]:
    left = many
    while chunk := list(islice(places, min(left, 10_000))):
        left -= len(chunk)
        yield chunk


@pytest.fixture
def big_desk(
    tmp_path: Path, clock: StandingClock, somebody: SignedIn
) -> Iterator[Callable[[str], Desk]]:
    opened: list[Database] = []

    def open_it(name: str) -> Desk:
        database = ready_file(tmp_path / f"{name}.db", KEY)
        opened.append(database)
        desk = Desk(database, clock)
        desk.sign_in(somebody)
        return desk

    yield open_it
    for database in opened:
        database.close()


@pytest.mark.benchmark
def test_saving_a_booking(
    big_desk: Callable[[str], Desk], capsys: pytest.CaptureFixture[str]
) -> None:
    found: dict[int, tuple[float, float]] = {}
    for many in SIZES:
        desk = big_desk(str(many))
        rooms = [make_room(desk, f"Room {n}", setup_minutes=0) for n in range(ROOMS)]
        fill(desk.database, rooms, many, FIRST)
        found[many] = _saved(desk, rooms)
    with capsys.disabled():
        for many, (bare, save) in found.items():
            print(
                f"\n{many:>8,} bookings: bare commit {bare:.2f} ms, a booking with its rules {save:.2f} ms,"
                f" {save / bare:.1f} × (≤ 4)"
            )
        growth = found[SIZES[1]][1] / found[SIZES[0]][1]
        print(f"from {SIZES[0]:,} to {SIZES[1]:,}: × {growth:.2f} (≤ 1.2)")
    assert growth <= 1.2


def _saved(desk: Desk, rooms: list[UUID]) -> tuple[float, float]:
    """Medians in milliseconds: the bare driver's commit of one row, and a booking, in turns."""
    pool = desk.database.engine.raw_connection()
    raw = pool.driver_connection
    assert raw is not None
    raw.execute("CREATE TABLE IF NOT EXISTS bare (id BLOB PRIMARY KEY, words TEXT)")
    bare: list[float] = []
    save: list[float] = []
    starts = (
        datetime.combine(FIRST + timedelta(days=n // A_DAY), clock(8 + n % A_DAY)) for n in count()
    )
    for n in range(SAVES):
        start = next(starts)
        place = Place(rooms[n % ROOMS], Slot(start, start + timedelta(hours=1)))
        action = BookRoom(new_id(), _details(place))
        begin = time.perf_counter()
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("INSERT INTO bare VALUES (?, ?)", (new_id().bytes, "one row"))
        raw.execute("COMMIT")
        bare.append(time.perf_counter() - begin)
        begin = time.perf_counter()
        desk.do(action)
        save.append(time.perf_counter() - begin)
    pool.close()
    return statistics.median(bare) * 1000, statistics.median(save) * 1000


def _details(place: Place) -> BookingDetails:

    return replace(details(place.room_id), place=place)


@pytest.mark.benchmark
def test_finding_a_free_room(
    big_desk: Callable[[str], Desk], capsys: pytest.CaptureFixture[str]
) -> None:
    desk = big_desk("year")
    rooms = [make_room(desk, f"Room {n}", capacity=10 + n) for n in range(ROOMS)]
    fill(desk.database, rooms, 50_000, NOW.date() + timedelta(days=180))
    took: list[float] = []
    for n in range(300):
        day = NOW.date() + timedelta(days=1 + n % 150)
        question = FreeRooms(day, 12, (clock(8), clock(21)), 60)
        begin = time.perf_counter()
        answer = desk.ask(question)
        took.append(time.perf_counter() - begin)
        assert answer.fitting
    took.sort()
    p50, p95 = took[len(took) // 2] * 1000, took[len(took) * 95 // 100] * 1000
    with capsys.disabled():
        print(
            f"\na free room among {ROOMS} and 50,000 bookings: p50 {p50:.1f} ms, p95 {p95:.1f} ms (≤ 10)"
        )
    assert p95 <= 10
