"""What we ask about bookings: a day, one booking, whether a place is free, for whom we book."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import ClassVar
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.bookings.board import Board, BookingCard
from app.bookings.details import BookingDetails
from app.bookings.facts import NO_TERMS, Terms
from app.bookings.house import room_hours, week
from app.bookings.model import HOLDING, Booking, BookingKind, BookingStatus
from app.bookings.objections import Trouble
from app.bookings.record import details_of
from app.bookings.room_queries import board_rooms
from app.bookings.rules import closures, floor_around, suggested_places, within
from app.clock import to_wall
from app.errors import Refused
from app.language import Message, say, sort_key
from app.permission import Permission
from app.slot import Place, Slot
from app.visitors.model import Organisation, OrganisationKind


@dataclass(frozen=True)
class DayBoard:
    """One day of all rooms; a private booking only says that the room is taken."""

    day: date
    permission: ClassVar[Permission] = Permission.SEE_BOOKINGS

    def answer(self, session: Session) -> Board:
        return board_of(session, self.day).masked()


@dataclass(frozen=True)
class FullDayBoard:
    """The same day for those who book: private bookings with their titles."""

    day: date
    permission: ClassVar[Permission] = Permission.BOOK

    def answer(self, session: Session) -> Board:
        return board_of(session, self.day)


@dataclass(frozen=True)
class SpanBoard:
    """Several days of all rooms, at most a month, from the first; private bookings are masked."""

    day: date
    days: int
    permission: ClassVar[Permission] = Permission.SEE_BOOKINGS

    def answer(self, session: Session) -> Board:
        return board_of(session, self.day, self.days).masked()


@dataclass(frozen=True)
class FullSpanBoard:
    """The same days for those who book."""

    day: date
    days: int
    permission: ClassVar[Permission] = Permission.BOOK

    def answer(self, session: Session) -> Board:
        return board_of(session, self.day, self.days)


@dataclass(frozen=True)
class OpenedBooking:
    """A booking for its form: ``details`` is what an edit must say it saw."""

    id: UUID
    details: BookingDetails
    organisation: str
    room: str
    of_event: bool
    cancelled: bool
    decision: str = ""
    """Why it was refused."""


@dataclass(frozen=True)
class OneBooking:
    """Everything about one booking. Raises Refused when it is no longer there."""

    booking_id: UUID
    permission: ClassVar[Permission] = Permission.BOOK

    def answer(self, session: Session) -> OpenedBooking:
        booking = session.get(Booking, self.booking_id)
        if booking is None or booking.removed:
            raise Refused(say("This booking is no longer there."))
        return OpenedBooking(
            booking.id,
            details_of(booking),
            booking.organisation.name if booking.organisation else "",
            booking.room.name,
            booking.of_event,
            booking.status not in HOLDING,
            booking.decision,
        )


@dataclass(frozen=True)
class PlaceAnswer:
    """What the rules say about a place, and where to go instead."""

    troubles: tuple[Trouble, ...]
    instead: tuple[tuple[Message, Place], ...]
    needed: Slot
    """The booked time with preparing and clearing up."""

    @property
    def is_free(self) -> bool:
        return all(trouble.only_warns for trouble in self.troubles)

    @property
    def may_be_overridden(self) -> bool:
        """Not free, but only by rules that a coordinator may set aside with a reason."""
        stopping = [trouble for trouble in self.troubles if not trouble.only_warns]
        return bool(stopping) and all(trouble.may_be_overridden for trouble in stopping)


@dataclass(frozen=True)
class WhyNot:
    """Whether a place may be had, and every reason why not."""

    place: Place
    terms: Terms = NO_TERMS
    booking_id: UUID | None = None
    permission: ClassVar[Permission] = Permission.BOOK

    def answer(self, session: Session) -> PlaceAnswer:
        floor = floor_around(session, self.place.slot)
        troubles = floor.troubles(self.place, self.terms, self.booking_id)
        instead: tuple[tuple[Message, Place], ...] = ()
        if troubles:
            instead = suggested_places(session, self.place, self.terms, self.booking_id)
        if all(trouble.only_warns for trouble in troubles):
            instead = tuple(one for one in instead if one[1].room_id != self.place.room_id)
        return PlaceAnswer(troubles, instead, floor.needed(self.place, self.terms))


@dataclass(frozen=True)
class OrganisationRow:
    """An organisation a room can be booked for."""

    id: UUID
    name: str
    kind: BookingKind


@dataclass(frozen=True)
class OrganisationsToBookFor:
    """The organisations in use, in the order of the alphabet; at most a thousand."""

    permission: ClassVar[Permission] = Permission.BOOK

    def answer(self, session: Session) -> tuple[OrganisationRow, ...]:
        rows = session.execute(
            select(Organisation.id, Organisation.name, Organisation.kind)
            .where(~Organisation.removed, ~Organisation.retired)
            .limit(1000)
        )
        found = (OrganisationRow(id_, name, _KINDS[kind]) for id_, name, kind in rows)
        return tuple(sorted(found, key=lambda row: sort_key(row.name)))


def board_of(session: Session, day: date, days: int = 1) -> Board:
    """The days with everything on them, private titles too."""
    midnight = datetime.combine(day, time())
    slot = Slot(midnight, midnight + timedelta(days=days))
    cards = tuple(_cards(session, slot))
    used = {card.room_id for card in cards}
    rooms = tuple(r for r in board_rooms(session) if not r.retired or r.id in used)
    return Board(
        day,
        rooms,
        tuple(card for card in cards if not card.cancelled),
        tuple(card for card in cards if card.cancelled),
        closures(session, slot),
        week(session),
        room_hours(session),
        to_wall(session.info["now"]) if "now" in session.info else None,
        days=days,
    )


def _cards(session: Session, slot: Slot) -> Iterable[BookingCard]:
    """Columns, not entities: 400 bookings of a week are read in half the time."""
    rows = session.execute(
        select(
            Booking.id,
            Booking.room_id,
            Booking.starts,
            Booking.ends,
            Booking.title,
            func.coalesce(Organisation.name, Booking.holder),
            Booking.before_minutes,
            Booking.after_minutes,
            Booking.kind,
            Booking.people,
            Booking.setup,
            Booking.status,
            Booking.tentative,
            Booking.private,
            Booking.of_event,
            Booking.series_id,
        )
        .outerjoin(Organisation, Organisation.id == Booking.organisation_id)
        .where(~Booking.removed, *within(slot))
        .order_by(Booking.starts, Booking.id)
    )
    for id_, room_id, starts, ends, title, who, before, after, *rest in rows:
        kind, people, setup, status, tentative, private, of_event, series_id = rest
        yield BookingCard(
            id_,
            room_id,
            Slot(starts, ends),
            title,
            who,
            before,
            after,
            kind,
            people,
            setup,
            status == BookingStatus.PENDING,
            tentative,
            private,
            of_event,
            series_id is not None,
            status not in HOLDING,
        )


_KINDS = {
    OrganisationKind.SCHOOL: BookingKind.SCHOOL,
    OrganisationKind.NGO: BookingKind.NGO,
    OrganisationKind.RESIDENTS: BookingKind.RESIDENTS,
    OrganisationKind.MUNICIPALITY: BookingKind.MUNICIPALITY,
    OrganisationKind.MEDIA: BookingKind.RESIDENTS,
    OrganisationKind.COMPANY: BookingKind.RESIDENTS,
    OrganisationKind.OTHER: BookingKind.RESIDENTS,
}
