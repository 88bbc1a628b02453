"""Holding needs against the room: what it lacks, and which free room has it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.accessibility.vocabulary import ROOM_ANSWERS, Support
from app.bookings.model import Having, Room, RoomFeature
from app.bookings.rules import troubles
from app.slot import Place, Slot


@dataclass(frozen=True)
class Mismatch:
    """The room does not have, or is not known to have, what somebody needs."""

    support: Support
    room: str
    having: Having
    free_room_id: UUID | None = None
    free_room: str = ""


def mismatches(
    session: Session,
    room_id: UUID | None,
    times: tuple[datetime, datetime],
    wanted: frozenset[Support],
) -> tuple[Mismatch, ...]:
    """What ``wanted`` asks of a room and this one does not surely have."""
    asked = [support for support in ROOM_ANSWERS if support in wanted]
    if room_id is None or not asked:
        return ()
    havings = _havings(session)
    found = []
    for support in asked:
        having = havings.get((room_id, ROOM_ANSWERS[support]), Having.UNKNOWN)
        if having in (Having.YES, Having.LIMITED):
            continue
        free = _free_room(session, room_id, Slot(*times), support)
        found.append(
            Mismatch(
                support,
                session.get_one(Room, room_id).name,
                having,
                free.id if free else None,
                free.name if free else "",
            )
        )
    return tuple(found)


def _havings(session: Session) -> dict[tuple[UUID, str], Having]:
    rows = session.scalars(select(RoomFeature).where(RoomFeature.removed.is_(False)))
    return {(row.room_id, row.feature): row.having for row in rows}


def _free_room(session: Session, but: UUID, slot: Slot, support: Support) -> Room | None:
    """The smallest room that has it and nobody has taken then."""
    fitting = session.scalars(
        select(Room)
        .join(RoomFeature, RoomFeature.room_id == Room.id)
        .where(RoomFeature.feature == ROOM_ANSWERS[support], RoomFeature.having == Having.YES)
        .where(RoomFeature.removed.is_(False), Room.removed.is_(False), Room.retired.is_(False))
        .where(Room.id != but)
        .order_by(Room.capacity, Room.name)
    )
    for room in fitting:
        if not tuple(troubles(session, Place(room.id, slot))):
            return room
    return None
