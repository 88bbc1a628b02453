"""Many desks do everything at once; the history is read afterwards: nothing overlaps, nothing is lost."""

import time
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

import pytest
from sqlalchemy import select

from app.bookings.model import HOLDING, Booking, BookingStatus, Claim
from app.desk import Desk
from tests.hostile.crowd import SLOTS, Task, all_at_work, where_is
from tests.making.bookings import make_room

LONGEST_WAIT = 1.0
"""Seconds anybody may wait for an answer."""
TIMES = 4
"""As often each slot is wanted, on average."""


def read_history(desk: Desk, made: Iterable[UUID]) -> tuple[int, int]:
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
    lost = len(set(made) - set(states))
    return overlaps, lost


@pytest.mark.long
@pytest.mark.parametrize(
    ("kind", "count"), [("sqlite", 8), ("postgresql", 64)], ids=["8 on a file", "64 on a server"]
)
def test_a_thousand_slots_wanted_by_everybody(
    desk: Desk, kind: str, count: int, capsys: pytest.CaptureFixture[str]
) -> None:
    rooms = tuple(make_room(desk, f"Room {number}") for number in range(20))
    where = where_is(desk.database)
    begin = time.monotonic()
    told = all_at_work(Task(where, rooms, SLOTS * TIMES // count), count)
    took = time.monotonic() - begin
    overlaps, lost = read_history(desk, told.made)
    waits = sorted(told.waits)
    with capsys.disabled():
        print(
            f"\n{count} desks, {kind}: {len(waits)} actions in {took:.1f} s, done {dict(told.did)}, refused"
            f" {len(told.refusals)}; {overlaps} overlaps, {lost} lost; waited p50 {waits[len(waits) // 2] * 1000:.0f} ms,"
            f" p99 {waits[len(waits) * 99 // 100] * 1000:.0f} ms, at most {waits[-1] * 1000:.0f} ms (≤ 1000)"
        )
    assert (overlaps, lost) == (0, 0)
    unexplained = [one for one in told.refusals if "taken" in one and "desk " not in one]
    assert not unexplained
    assert waits[-1] <= LONGEST_WAIT
