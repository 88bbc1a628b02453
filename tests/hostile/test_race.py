"""Many desks want the same hour of the same room at the same moment: one has it."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import func, select

from app.bookings.actions import BookRoom
from app.bookings.model import Claim
from app.bookings.queries import DayBoard
from app.clock import StandingClock
from app.database.engine import Database
from app.desk import Desk
from app.errors import Refused
from app.ids import new_id
from app.permission import SignedIn
from tests.making.bookings import THURSDAY, details, make_room

Opens = Callable[[], Database]


@pytest.fixture
def new_desk(
    open_database: Opens, clock: StandingClock, somebody: SignedIn
) -> Callable[[int], Desk]:
    def make(number: int) -> Desk:
        desk = Desk(open_database(), clock, name=f"desk {number}")
        desk.sign_in(somebody)
        return desk

    return make


def race(desk: Desk, desks: list[Desk], hour: int, room: object) -> None:
    """Everybody wants ``hour``; the loser must be told the name of whoever won."""
    together = threading.Barrier(len(desks))

    def want(one: Desk) -> str:
        wanted = details(room, f"{hour}:00", f"{hour + 1}:00", one.name)  # type: ignore[arg-type]
        together.wait()
        try:
            one.do(BookRoom(new_id(), wanted))
        except Refused as refused:
            return str(refused)
        return ""

    with ThreadPoolExecutor(len(desks)) as pool:
        said = list(pool.map(want, desks))
    cards = [card for card in desk.ask(DayBoard(THURSDAY)).cards if card.slot.start.hour == hour]
    assert len(cards) == 1
    assert said.count("") == 1
    taken = f"Great hall is taken: “{cards[0].title}”, {hour:02}:00–{hour + 1:02}:00."
    assert set(said) == {"", taken}


def test_eight_desks_and_one_hour(desk: Desk, new_desk: Callable[[int], Desk]) -> None:
    room = make_room(desk)
    desks = [new_desk(number) for number in range(8)]
    for hour in (10, 11):
        race(desk, desks, hour, room)
    with desk.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Claim)) == 2


@pytest.mark.long
@pytest.mark.parametrize("kind", ["postgresql"])
def test_sixty_four_desks_and_eight_hours(
    desk: Desk, new_desk: Callable[[int], Desk], kind: str
) -> None:
    room = make_room(desk)
    desks = [new_desk(number) for number in range(64)]
    for hour in range(8, 16):
        race(desk, desks, hour, room)


@pytest.mark.long
@pytest.mark.parametrize("kind", ["sqlite"])
def test_eight_desks_and_every_hour_of_the_day(
    desk: Desk, new_desk: Callable[[int], Desk], kind: str
) -> None:
    room = make_room(desk)
    desks = [new_desk(number) for number in range(8)]
    for hour in range(23):
        race(desk, desks, hour, room)
