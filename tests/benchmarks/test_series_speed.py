"""A checked series of 52 beside a bare durable commit and one booking, in a year of 50,000 bookings.

Bar: a series ≤ 10 × saving one booking with its rules, in the same file or on the same server.
"""

import random
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from statistics import median

import pytest
from sqlalchemy import insert, text

from app.bookings.actions import BookRoom
from app.bookings.model import Booking, BookingKind, BookingStatus, Claim
from app.bookings.repeats import weekly
from app.bookings.series import BookSeries
from app.bookings.series_preview import SeriesPreview
from app.clock import StandingClock
from app.database.engine import Database
from app.database.upgrade import ready_file, ready_server
from app.desk import Desk
from app.ids import new_id
from app.permission import Role, SignedIn
from tests import postgres
from tests.conftest import KEY, NOW
from tests.making.bookings import details, make_room, on_days

ROOMS, BOOKINGS, TURNS = 20, 50_000, 15
FIRST = date(2026, 10, 21)
FIFTY_TWO = weekly(FIRST, FIRST + timedelta(weeks=51))


@pytest.fixture(params=["file", "server"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    if request.param == "file":
        opened = ready_file(tmp_path / "kopa.db", KEY)
        yield opened
        opened.close()
        return
    found = postgres.binaries()
    if found is None:
        pytest.skip(postgres.HOW_TO_GET_IT)
    with postgres.running_server(found) as socket:
        opened = ready_server(f"postgresql+psycopg://postgres@/postgres?host={socket}")
        yield opened
        opened.close()


@pytest.mark.benchmark
def test_a_series_of_52(database: Database, capsys: pytest.CaptureFixture[str]) -> None:
    desk = Desk(database, StandingClock.at_wall(NOW))
    desk.sign_in(SignedIn(new_id(), "Inese Gavare", frozenset(Role)))
    rooms = [make_room(desk, f"Room {n}", capacity=20 + n) for n in range(ROOMS)]
    _fill(database, rooms)
    said = details(rooms[0], "6:00", "7:30", day=FIRST)
    hours = iter(range(TURNS))

    raw = database.engine.raw_connection().driver_connection
    assert raw is not None
    raw.execute("CREATE TABLE bare (id TEXT PRIMARY KEY, words TEXT)")
    raw.execute("COMMIT") if not database.is_file else None

    def bare() -> None:
        raw.execute("BEGIN IMMEDIATE" if database.is_file else "BEGIN")
        raw.execute(f"INSERT INTO bare VALUES ('{new_id()}', 'one row')")
        raw.execute("COMMIT")

    def one() -> None:
        day = FIRST + timedelta(days=next(hours) + 500)
        desk.do(BookRoom(new_id(), details(rooms[1], "6:00", "7:00", day=day)))

    def series() -> None:
        dates = on_days(said, FIFTY_TWO.dates().days)
        desk.do(BookSeries(new_id(), new_id(), said, FIFTY_TWO, dates))

    def preview() -> None:
        desk.ask(SeriesPreview(said, FIFTY_TWO))

    preview()
    taken: dict[str, list[float]] = {}
    for _ in range(TURNS):
        for ask in (bare, one, preview, series):
            taken.setdefault(ask.__name__, []).append(_ms(ask))
        desk.undo()
    ms = {name: median(times) for name, times in taken.items()}
    ratio = ms["series"] / ms["one"]
    with capsys.disabled():
        print(
            f"\n{'file' if database.is_file else 'server':>7}: bare commit {ms['bare']:.2f} ms, one booking"
            f" {ms['one']:.2f}, preview of 52 {ms['preview']:.1f}, series of 52 {ms['series']:.1f} ms"
            f" = ×{ms['series'] / ms['bare']:.1f} of a bare commit, ×{ratio:.1f} of one booking (≤ 10)"
        )
    assert ratio <= 10


def _ms(ask: Callable[[], None]) -> float:
    begin = time.perf_counter()
    ask()
    return (time.perf_counter() - begin) * 1000


def _fill(database: Database, rooms: list[object]) -> None:
    """A year of bookings between eight and twenty-one, none of them at six in the morning."""
    chance = random.Random(4)
    bookings = []
    for n in range(BOOKINGS):
        day, place = divmod(n, ROOMS * 7)
        room, turn = divmod(place, 7)
        start = datetime(2026, 10, 15, 8) + timedelta(days=day, minutes=turn * 110)
        end = start + timedelta(minutes=chance.choice((60, 90)))
        same = {"starts": start, "ends": end, "room_id": rooms[room]}
        facts = {"title": f"Group {n}", "kind": BookingKind.NGO, "holder": "", "people": 10}
        status = {"status": BookingStatus.CONFIRMED, "removed": False}
        bookings.append({"id": new_id(), **same, **facts, **status})
    claims = [
        {"booking_id": b["id"], **{k: b[k] for k in ("room_id", "starts", "ends")}}
        for b in bookings
    ]
    with database.writing() as session:
        session.execute(insert(Booking), bookings)
        session.execute(insert(Claim), claims)
    with database.writing() as session:
        session.execute(text("ANALYZE"))
