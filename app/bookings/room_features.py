"""Saying what a room offers."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.action import Change, Kind, about
from app.bookings.details import one_line
from app.bookings.model import Feature, Having, RoomFeature
from app.bookings.room_record import known_room
from app.bookings.vocabulary import FEATURES, HAVING
from app.database.journal import house_changed
from app.errors import ChangedElsewhere
from app.ids import new_id
from app.language import say
from app.permission import Permission


@dataclass(frozen=True)
class Offering:
    """Whether a room has a feature, and how much of it ("92" cm, or what is limited)."""

    having: Having = Having.UNKNOWN
    measure: str = ""


@dataclass(frozen=True)
class SetRoomFeature:
    """Say whether a room has a feature; unknown leaves no row."""

    room_id: UUID
    feature: Feature
    seen: Offering
    wanted: Offering
    permission: ClassVar[Permission] = Permission.RUN_ROOMS

    def perform(self, session: Session) -> Change:
        room = known_room(session, self.room_id)
        wanted = Offering(self.wanted.having, one_line(self.wanted.measure))
        row = session.scalars(
            select(RoomFeature).where(
                RoomFeature.room_id == room.id, RoomFeature.feature == self.feature
            )
        ).first()
        if _offering(row) != self.seen:
            raise ChangedElsewhere(
                say("{room} was changed in the meantime. Look at it again.", room=room.name)
            )
        if row is None:
            row = RoomFeature(id=new_id(), room_id=room.id, feature=self.feature)
            session.add(row)
        row.having, row.measure = wanted.having, wanted.measure
        row.removed = wanted == Offering()
        house_changed(session)
        return Change(
            say(
                "{room}: {feature} – {having}",
                room=room.name,
                feature=FEATURES[self.feature],
                having=HAVING[wanted.having],
            ),
            frozenset({about(Kind.ROOMS, room.id)}),
            SetRoomFeature(room.id, self.feature, seen=wanted, wanted=self.seen),
        )


def _offering(row: RoomFeature | None) -> Offering:
    if row is None or row.removed:
        return Offering()
    return Offering(row.having, row.measure)
