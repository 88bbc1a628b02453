"""The sample centre: made through actions only, for a given day, the same each time."""

import shutil
from datetime import date
from pathlib import Path
from random import Random
from uuid import UUID

from app.bookings.details import RoomDetails
from app.bookings.room_features import Offering, SetRoomFeature
from app.bookings.rooms import AddRoom
from app.clock import Clock, wall_now
from app.database.engine import Database
from app.database.keys import Cost, Key, KeyFile
from app.database.upgrade import HEAD, ready_file
from app.desk import Desk
from app.folders import Folders
from app.ids import new_id
from app.permission import Role, SignedIn
from app.sample.founding import found
from app.sample.happenings import book_rooms, close_for_repair, let_people_come, plan_events
from app.sample.needs import record_needs
from app.sample.people import add_organisations, add_visitors
from app.sample.rooms import ROOMS

KEY = Key(b"everybody may open the sample...")
"""Not a secret: nobody in the sample is real."""
QUICK = Cost(passes=1, memory_kib=8192, lanes=1)
"""The key is no secret, so its wrapping need not be slow."""
USER_NAME = "inese"
SEED = 2019
EDITION = 1
"""Raised when the sample changes, so that a kept one is made anew."""


def open_sample(folders: Folders, clock: Clock) -> tuple[Database, SignedIn]:
    """The sample centre in a database of its own; made once a day, then copied from the cache."""
    kept = _kept(folders.cache, wall_now(clock).date(), clock)
    shutil.copyfile(kept, folders.database)
    database = ready_file(folders.database, KEY)
    return database, who_signs_in(database)


def place_sample(folders: Folders, clock: Clock, password: str) -> None:
    """The sample centre as an ordinary one, which Inese opens with ``password``: for the tour."""
    shutil.copyfile(_kept(folders.cache, wall_now(clock).date(), clock), folders.database)
    KeyFile(folders.keys, QUICK).wrap(KEY, USER_NAME, password)


def who_signs_in(database: Database) -> SignedIn:
    """Inese Gavare, who founded the centre and may do everything."""
    from sqlalchemy import select

    from app.staff.model import Staff

    with database.reading() as session:
        person = session.scalars(select(Staff).order_by(Staff.id)).first()
        if person is None:
            raise LookupError("The sample centre has nobody who works there")
        return SignedIn(person.id, person.name, frozenset(Role(role) for role in person.roles))


def fill(desk: Desk) -> None:
    """Make everything in an empty database, for the day of the desk's clock."""
    chance = Random(SEED)  # noqa: S311 - the same each time is the point
    found(desk)
    rooms = _add_rooms(desk)
    organisations = add_organisations(desk)
    people = add_visitors(desk, organisations, chance, wall_now(desk.clock).date())
    close_for_repair(desk, rooms["Jauniešu istaba"])
    plan_events(desk, rooms, people, chance)
    book_rooms(desk, rooms, organisations)
    let_people_come(desk, people, chance)
    record_needs(desk, people, chance)


def _add_rooms(desk: Desk) -> dict[str, UUID]:
    ids: dict[str, UUID] = {}
    for position, room in enumerate(ROOMS):
        ids[room.name] = new_id()
        details = RoomDetails(
            name=room.name,
            short_name=room.short_name,
            position=position,
            capacity=room.capacity,
            wheelchair_places=room.wheelchair_places,
            where=room.where,
            part_of_id=ids.get(room.part_of),
        )
        desk.do(AddRoom(ids[room.name], details))
        for feature, (having, measure) in room.features.items():
            wanted = Offering(having, measure)
            desk.do(SetRoomFeature(ids[room.name], feature, Offering(), wanted))
    return ids


def _kept(cache: Path, day: date, clock: Clock) -> Path:
    """The finished file in the cache, made beside and renamed when it is not there yet."""
    path = cache / f"sample-{HEAD}-{EDITION}-{day.isoformat()}.db"
    if path.exists():
        return path
    cache.mkdir(parents=True, exist_ok=True)
    for old in cache.glob("sample-*"):
        old.unlink(missing_ok=True)
    beside = path.with_suffix(f".{new_id().hex}.new")
    database = ready_file(beside, KEY)
    try:
        desk = Desk(database, clock, name="sample")
        fill(desk)
    finally:
        database.close()
    beside.replace(path)
    return path
