"""One session with its list, as the board shows it: who is awaited, who came, what is free."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.bookings.model import Room
from app.clock import to_wall
from app.events.details import EventDetails, SessionPlace
from app.events.listed import Listed, listed
from app.events.model import Absence, EventSession, HeadCount, RegistrationStatus, Via
from app.events.record import details_of, place_of
from app.permission import Permission
from app.visitors.model import Band


@dataclass(frozen=True)
class ListRow:
    """A person in the table; ``line`` is her number while she waits. Times are wall-clock."""

    visitor_id: UUID
    list_name: str
    origin: str
    status: RegistrationStatus
    via: Via
    came: datetime | None
    attendance_id: UUID | None
    registration_id: UUID
    line: int = 0
    left: datetime | None = None
    absence: Absence | None = None
    companions: int = 0
    wheelchair_place: bool = False

    @property
    def awaited(self) -> bool:
        """Has a place, and nothing is known yet of whether she came."""
        on_list = self.status == RegistrationStatus.REGISTERED
        return on_list and self.attendance_id is None and self.absence is None

    @property
    def walk_in(self) -> UUID | None:
        """The registration that goes when her tick is taken away."""
        return self.registration_id if self.via == Via.WALK_IN else None


@dataclass(frozen=True)
class BoardOfSession:
    """Everything the board shows; ``details`` and ``place`` are what an edit must say it saw."""

    session_id: UUID
    event_id: UUID
    details: EventDetails
    place: SessionPlace
    room: str
    """The name of the room, or the place elsewhere."""
    cancelled: bool
    unnamed: dict[Band, int]
    rows: tuple[ListRow, ...]
    dates: int = 1
    """How many its event has."""

    @property
    def title(self) -> str:
        return self.details.title

    @property
    def leader(self) -> str:
        return self.details.leader

    @property
    def capacity(self) -> int | None:
        return self.details.capacity

    @property
    def open_doors(self) -> bool:
        return self.details.open_doors

    @property
    def named(self) -> int:
        return sum(row.attendance_id is not None for row in self.rows)

    @property
    def heads(self) -> int:
        return sum(self.unnamed.values())

    @property
    def present(self) -> int:
        return self.named + self.heads

    @property
    def awaited(self) -> int:
        return sum(row.awaited for row in self.rows)

    @property
    def missed(self) -> int:
        return sum(row.absence is not None for row in self.rows)

    @property
    def companions(self) -> int:
        """Who come along with those who come."""
        return sum(row.companions for row in self.rows if row.came is not None or row.awaited)

    @property
    def wheelchairs(self) -> int:
        there = (row for row in self.rows if row.came is not None or row.awaited)
        return sum(row.wheelchair_place for row in there)

    @property
    def over(self) -> int:
        """How many more came than there are places."""
        return max(0, self.present - self.capacity) if self.capacity is not None else 0

    @property
    def waiting(self) -> int:
        return sum(row.line > 0 for row in self.rows)

    @property
    def free(self) -> int | None:
        """Places nobody has; None when as many may come as like."""
        if self.capacity is None:
            return None
        along = self.companions - self.details.companion_places
        return max(0, self.capacity - self.present - self.awaited - max(0, along))


@dataclass(frozen=True)
class SessionGone:
    """The session that was asked for has been taken away."""

    session_id: UUID


@dataclass(frozen=True)
class SessionBoard:
    """One session with its list."""

    session_id: UUID
    permission: ClassVar[Permission] = Permission.SEE_EVENTS

    def answer(self, session: Session) -> BoardOfSession | SessionGone:
        attended = session.get(EventSession, self.session_id)
        if attended is None or attended.removed or attended.event.removed:
            return SessionGone(self.session_id)
        place = place_of(attended)
        room = session.get(Room, place.room_id) if place.room_id else None
        event = attended.event
        return BoardOfSession(
            attended.id,
            event.id,
            details_of(event),
            place,
            room.name if room else place.place,
            event.cancelled,
            _unnamed(session, attended),
            _rows(listed(session, attended), event.confidential),
            _dates(session, event.id),
        )


def _dates(session: Session, event_id: UUID) -> int:
    dates = select(func.count()).where(EventSession.event_id == event_id, ~EventSession.removed)
    return session.scalar(dates) or 0


def _unnamed(session: Session, attended: EventSession) -> dict[Band, int]:
    rows = session.execute(
        select(HeadCount.band, HeadCount.heads).where(
            HeadCount.session_id == attended.id, ~HeadCount.removed
        )
    )
    return dict(rows.all())


def _rows(people: tuple[Listed, ...], confidential: bool) -> tuple[ListRow, ...]:
    waiting = sorted(
        (one for one in people if one.status == RegistrationStatus.WAITLISTED and one.came is None),
        key=lambda one: (one.registered, one.registration_id),
    )
    lines = {one.registration_id: line for line, one in enumerate(waiting, 1)}
    return tuple(
        ListRow(
            one.visitor_id,
            one.name,
            _origin(one, confidential),
            one.status,
            one.via,
            to_wall(one.came) if one.came else None,
            one.attendance_id,
            one.registration_id,
            lines.get(one.registration_id, 0),
            to_wall(one.left) if one.left else None,
            one.absence,
            one.companions,
            one.wheelchair_place,
        )
        for one in people
    )


def _origin(one: Listed, confidential: bool) -> str:
    """The town first: an organisation can give away a group somebody belongs to."""
    return one.town or ("" if confidential else one.organisation)
