"""Many desks do everything at once; the history is read afterwards: nothing overlaps, nothing is lost."""

import random
import threading
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from app.bookings.actions import BookRoom, MoveBooking
from app.bookings.details import BookingDetails
from app.bookings.model import HOLDING, Booking, BookingStatus, Claim
from app.bookings.status import CancelBooking, ConfirmBooking, RestoreBooking
from app.desk import Desk
from app.errors import Refused
from app.ids import new_id
from app.slot import Place, Slot
from tests.hostile.test_race import new_desk
from tests.making.bookings import details, make_room

__all__ = ["new_desk"]

FIRST = date(2026, 11, 2)
HOURS = range(8, 18)
SLOTS = 1000
LONGEST_WAIT = 1.0
"""Seconds anybody may wait for an answer."""


class Crowd:
    """What all desks did and were told; each list is only appended to."""

    def __init__(self, rooms: list[UUID]) -> None:
        self.rooms = rooms
        self.made: list[UUID] = []
        self.told: list[str] = []
        self.waits: list[float] = []
        self.did: Counter[str] = Counter()

    def place(self, slot: int, chance: random.Random) -> Place:
        """The hour of one of 1,000 slots, moved by half an hour now and then, or twice as long."""
        room, hour = slot % len(self.rooms), slot // len(self.rooms)
        start = datetime.combine(FIRST, datetime.min.time()) + timedelta(
            days=hour // len(HOURS), hours=HOURS[hour % len(HOURS)]
        )
        start += timedelta(minutes=chance.choice((0, 0, 0, 30)))
        return Place(
            self.rooms[room], Slot(start, start + timedelta(hours=chance.choice((1, 1, 1, 2))))
        )


def work(desk: Desk, crowd: Crowd, slots: list[int], chance: random.Random) -> None:
    """One desk wants every slot of its list, and changes its mind about some that it got."""
    mine: list[tuple[UUID, Place]] = []
    for slot in slots:
        place, id_ = crowd.place(slot, chance), new_id()
        wanted = details(place.room_id, title=desk.name, pending=chance.random() < 0.2)
        if tries(desk, crowd, "book", BookRoom(id_, _at(wanted, place))):
            mine.append((id_, place))
            crowd.made.append(id_)
        if mine and chance.random() < 0.4:
            id_, place = chance.choice(mine)
            there = crowd.place(chance.randrange(SLOTS), chance)
            verb = chance.choice(("move", "cancel", "restore", "approve"))
            action = {
                "move": MoveBooking(id_, place, there),
                "cancel": CancelBooking(id_),
                "restore": RestoreBooking(id_),
                "approve": ConfirmBooking(id_),
            }[verb]
            if tries(desk, crowd, verb, action) and verb == "move":
                mine[mine.index((id_, place))] = (id_, there)


def tries(desk: Desk, crowd: Crowd, verb: str, action: object) -> bool:
    begin = time.monotonic()
    try:
        desk.do(action)  # type: ignore[arg-type]
    except Refused as refused:
        crowd.told.append(str(refused))
        return False
    finally:
        crowd.waits.append(time.monotonic() - begin)
    crowd.did[verb] += 1
    return True


def _at(wanted: BookingDetails, place: Place) -> BookingDetails:
    return replace(wanted, place=place)


def check(desk: Desk, crowd: Crowd) -> tuple[int, int]:
    """Overlaps in the finished history, and bookings that were confirmed to a desk and are not there."""
    with desk.database.reading() as session:
        rows = session.execute(select(Booking.id, Booking.status).where(~Booking.removed)).all()
        states: dict[UUID, BookingStatus] = dict(map(tuple, rows))
        claims = session.execute(select(Claim.room_id, Claim.starts, Claim.ends)).all()
    by_room: dict[UUID, list[tuple[datetime, datetime]]] = {}
    for room_id, starts, ends in claims:
        by_room.setdefault(room_id, []).append((starts, ends))
    overlaps = sum(
        ends > next_starts
        for slots in by_room.values()
        for (_, ends), (next_starts, _) in zip(sorted(slots), sorted(slots)[1:], strict=False)
    )
    holding = [id_ for id_, state in states.items() if state in HOLDING]
    assert len(claims) == len(holding)
    lost = len(set(crowd.made) - set(states))
    return overlaps, lost


@pytest.mark.long
@pytest.mark.parametrize(
    ("kind", "count"), [("sqlite", 8), ("postgresql", 64)], ids=["8 on a file", "64 on a server"]
)
def test_a_thousand_slots_wanted_by_everybody(
    desk: Desk,
    new_desk: Callable[[int], Desk],
    kind: str,
    count: int,
    capsys: pytest.CaptureFixture[str],
) -> None:
    crowd = Crowd([make_room(desk, f"Room {number}") for number in range(20)])
    desks = [new_desk(number) for number in range(count)]
    together = threading.Barrier(count)

    def run(number: int) -> None:
        chance = random.Random(number)
        each = SLOTS * 4 // count
        slots = [chance.randrange(SLOTS) for _ in range(each)]
        together.wait()
        work(desks[number], crowd, slots, chance)

    begin = time.monotonic()
    with ThreadPoolExecutor(count) as pool:
        list(pool.map(run, range(count)))
    took = time.monotonic() - begin
    overlaps, lost = check(desk, crowd)
    waits = sorted(crowd.waits)
    with capsys.disabled():
        print(
            f"\n{count} desks, {kind}: {len(waits)} actions in {took:.1f} s, done {dict(crowd.did)}, refused"
            f" {len(crowd.told)}; {overlaps} overlaps, {lost} lost; waited p50 {waits[len(waits) // 2] * 1000:.0f} ms,"
            f" p99 {waits[len(waits) * 99 // 100] * 1000:.0f} ms, at most {waits[-1] * 1000:.0f} ms (≤ 1000)"
        )
    assert (overlaps, lost) == (0, 0)
    unexplained = [one for one in crowd.told if "taken" in one and "desk " not in one]
    assert not unexplained
    assert waits[-1] <= LONGEST_WAIT
