"""Desks that all want the same hours: what each does, and what it was told.

They work in processes of their own, as they do in a centre. All in one, 64 desks shared one
interpreter and the longest waited 2.1 s, most of it for the others' arithmetic.
"""

import random
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier
from pathlib import Path
from uuid import UUID

from app import tables
from app.action import Action
from app.bookings.actions import BookRoom, MoveBooking
from app.bookings.status import CancelBooking, ConfirmBooking, RestoreBooking
from app.clock import StandingClock
from app.database.engine import Database, open_file, open_server
from app.desk import Desk
from app.errors import Refused
from app.ids import new_id
from app.permission import Role, SignedIn
from app.slot import Place, Slot
from tests.conftest import KEY, NOW
from tests.making.bookings import details

assert tables.MODELS

FIRST = date(2026, 11, 2)
HOURS = range(8, 18)
SLOTS = 1000
PROCESSES = 8
_all_ready: list[Barrier] = []
"""In a process of desks: where all of them wait for one another."""


@dataclass
class Told:
    """What the desks of one process did, and what they heard; each list is only appended to."""

    made: list[UUID] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)
    """Seconds until each answer."""
    did: Counter[str] = field(default_factory=Counter)

    def add(self, other: "Told") -> None:
        self.made += other.made
        self.refusals += other.refusals
        self.waits += other.waits
        self.did += other.did


@dataclass(frozen=True)
class Task:
    """``where`` is a file or the address of a server; every desk of ``numbers`` wants ``each`` slots."""

    where: str
    rooms: tuple[UUID, ...]
    each: int
    numbers: Sequence[int] = ()


def all_at_work(task: Task, desks: int) -> Told:
    """Every desk wants its share of the slots and changes its mind; ends when all have finished."""
    processes = min(PROCESSES, desks)
    context = get_context("spawn")
    shares = [replace(task, numbers=range(one, desks, processes)) for one in range(processes)]
    told = Told()
    with ProcessPoolExecutor(
        processes, context, initializer=_remember, initargs=(context.Barrier(desks),)
    ) as pool:
        for one in pool.map(_share, shares):
            told.add(one)
    return told


def _remember(all_ready: Barrier) -> None:
    _all_ready.append(all_ready)


def where_is(database: Database) -> str:
    """The file, or the address of the server."""
    if not database.is_file:
        return database.engine.url.render_as_string(hide_password=False)
    with database.engine.connect() as connection:
        return str(connection.exec_driver_sql("PRAGMA database_list").one()[2])


def _share(task: Task) -> Told:
    told = Told()
    databases = [_open(task.where) for _ in task.numbers]
    with ThreadPoolExecutor(len(task.numbers)) as pool:
        for done in [
            pool.submit(_one_desk, database, number, task, told)
            for database, number in zip(databases, task.numbers, strict=True)
        ]:
            done.result()
    for database in databases:
        database.close()
    return told


def _open(where: str) -> Database:
    return open_server(where) if "://" in where else open_file(Path(where), KEY)


def _one_desk(database: Database, number: int, task: Task, told: Told) -> None:
    desk = Desk(database, StandingClock.at_wall(NOW), name=f"desk {number}")
    desk.sign_in(SignedIn(new_id(), "Inese Gavare", frozenset(Role)))
    chance = random.Random(number)
    slots = [chance.randrange(SLOTS) for _ in range(task.each)]
    _all_ready[0].wait()
    _work(desk, task.rooms, told, slots, chance)


def _work(
    desk: Desk, rooms: Sequence[UUID], told: Told, slots: list[int], chance: random.Random
) -> None:
    mine: list[tuple[UUID, Place]] = []
    for slot in slots:
        place, id_ = _place(rooms, slot, chance), new_id()
        wanted = details(place.room_id, title=desk.name, pending=chance.random() < 0.2)
        if _tries(desk, told, "book", BookRoom(id_, replace(wanted, place=place))):
            mine.append((id_, place))
            told.made.append(id_)
        if mine and chance.random() < 0.4:
            id_, place = chance.choice(mine)
            there = _place(rooms, chance.randrange(SLOTS), chance)
            verb = chance.choice(("move", "cancel", "restore", "approve"))
            action: Action = {
                "move": MoveBooking(id_, place, there),
                "cancel": CancelBooking(id_),
                "restore": RestoreBooking(id_),
                "approve": ConfirmBooking(id_),
            }[verb]
            if _tries(desk, told, verb, action) and verb == "move":
                mine[mine.index((id_, place))] = (id_, there)


def _place(rooms: Sequence[UUID], slot: int, chance: random.Random) -> Place:
    """The hour of one of 1,000 slots, moved by half an hour now and then, or twice as long."""
    room, hour = slot % len(rooms), slot // len(rooms)
    start = datetime.combine(FIRST, datetime.min.time()) + timedelta(
        days=hour // len(HOURS), hours=HOURS[hour % len(HOURS)]
    )
    start += timedelta(minutes=chance.choice((0, 0, 0, 30)))
    return Place(rooms[room], Slot(start, start + timedelta(hours=chance.choice((1, 1, 1, 2)))))


def _tries(desk: Desk, told: Told, verb: str, action: Action) -> bool:
    begin = time.monotonic()
    try:
        desk.do(action)
    except Refused as refused:
        told.refusals.append(str(refused))
        return False
    finally:
        told.waits.append(time.monotonic() - begin)
    told.did[verb] += 1
    return True
