"""Requests that wait for the coordinator, the oldest first, each checked by every rule at once."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.bookings.availability import Floor
from app.bookings.board import BoardRoom
from app.bookings.details import BookingDetails
from app.bookings.facts import RoomFacts
from app.bookings.model import Booking, BookingStatus, Having, Wish
from app.bookings.objections import Rule, Trouble
from app.bookings.record import details_of
from app.bookings.room_queries import board_rooms
from app.bookings.rules import closures, floor_around, holdings, near
from app.bookings.vocabulary import MET_BY, WISHES
from app.clock import to_wall
from app.language import Message, say, say_count
from app.permission import Permission
from app.staff.model import Staff

MOST = 200
THERE = (Having.YES, Having.LIMITED)


@dataclass(frozen=True)
class Check:
    """One line of what was looked at: what, whether it is in order, and the figure."""

    what: Message
    fine: bool
    figures: tuple[Message, ...]


@dataclass(frozen=True)
class Request:
    """A booking that waits; ``asked_by`` is the person of the staff who entered it."""

    id: UUID
    details: BookingDetails
    room: str
    holder: str
    asked_by: str
    asked_at: datetime | None
    """Wall-clock time."""
    of_event: bool
    checks: tuple[Check, ...]
    troubles: tuple[Trouble, ...]

    @property
    def objections(self) -> int:
        return sum(not check.fine for check in self.checks)

    @property
    def against_rules(self) -> bool:
        """It may be approved only with a reason."""
        return any(not trouble.only_warns for trouble in self.troubles)


@dataclass(frozen=True)
class WaitingForDecision:
    """At most two hundred requests whose time is not yet past."""

    permission: ClassVar[Permission] = Permission.DECIDE_BOOKINGS

    def answer(self, session: Session) -> tuple[Request, ...]:
        now: datetime = session.info["now"]
        rows = session.execute(
            select(Booking, Staff.given_name, Staff.family_name)
            .outerjoin(Staff, Staff.id == Booking.entered_by_id)
            .where(
                ~Booking.removed,
                Booking.status == BookingStatus.PENDING,
                Booking.ends > to_wall(now),
            )
            .order_by(Booking.entered_at, Booking.id)
            .limit(MOST)
        )
        named = [(one, f"{given or ''} {family or ''}".strip()) for one, given, family in rows]
        return tuple(_requests(session, named))


def _requests(session: Session, rows: list[tuple[Booking, str]]) -> Iterable[Request]:
    if not rows:
        return
    rooms = {room.id: room for room in board_rooms(session)}
    plan = floor_around(session, rows[0][0].place.slot)
    for booking, name in rows:
        details = details_of(booking)
        slot = details.place.slot
        floor = replace(
            plan,
            holdings=holdings(session, near(plan.rooms, slot)),
            closures=closures(session, slot),
        )
        troubles = floor.troubles(details.place, details.terms, booking.id)
        room = rooms[booking.room_id]
        wanted = tuple(_wishes(details, room))
        yield Request(
            booking.id,
            details,
            room.name,
            booking.organisation.name if booking.organisation else booking.holder,
            name,
            to_wall(booking.entered_at) if booking.entered_at else None,
            booking.of_event,
            (*_checks(floor, room, details, troubles), *wanted),
            troubles,
        )


def _checks(
    floor: Floor, room: RoomFacts, details: BookingDetails, troubles: tuple[Trouble, ...]
) -> Iterable[Check]:
    """Rule by rule in their order; what is fine says the figure that made it so."""
    slot = details.place.slot
    minutes = int(slot.length.total_seconds() // 60)
    needed = floor.needed(details.place, details.terms)
    seats = room.seats_when(details.setup)
    hours = floor.hours_of(room.id, slot.start.weekday())
    lines: tuple[tuple[Message, frozenset[Rule], Message | None], ...] = (
        (
            say("Time and length"),
            frozenset({Rule.ROOM, Rule.TIME, Rule.LENGTH}),
            say_count("{n} minute", "{n} minutes", minutes),
        ),
        (say("Asked in time"), frozenset({Rule.NOTICE}), None),
        (
            say("Opening hours"),
            frozenset({Rule.HOURS}),
            say("open {opens}–{closes}", opens=hours.opens, closes=hours.closes) if hours else None,
        ),
        (say("Not closed"), frozenset({Rule.CLOSURE}), None),
        (
            say("Room is free"),
            frozenset({Rule.TAKEN, Rule.BUFFER}),
            say("from {start} to {end}", start=needed.start.time(), end=needed.end.time()),
        ),
        (
            say("Seats enough"),
            frozenset({Rule.CAPACITY}),
            say("{people} of {seats}", people=details.people, seats=seats)
            if details.people and seats
            else None,
        ),
    )
    for what, rules, figure in lines:
        against = tuple(one.message for one in troubles if one.rule in rules)
        yield Check(what, not against, against or ((figure,) if figure else ()))


def _wishes(details: BookingDetails, room: BoardRoom) -> Iterable[Check]:
    asked = [wish for wish, _ in details.wishes if wish in MET_BY]
    if not asked:
        return
    lacking = tuple(_lacking(wish) for wish in asked if room.having(MET_BY[wish]) not in THERE)
    has = tuple(WISHES[wish] for wish in asked)
    yield Check(say("What to provide"), not lacking, lacking or has)


def _lacking(wish: Wish) -> Message:
    return say("not in the room: {what}", what=WISHES[wish])


@dataclass(frozen=True)
class HowManyWait:
    """How many requests wait whose time is not yet past."""

    permission: ClassVar[Permission] = Permission.DECIDE_BOOKINGS

    def answer(self, session: Session) -> int:
        now: datetime = session.info["now"]
        waiting = select(func.count()).where(
            ~Booking.removed, Booking.status == BookingStatus.PENDING, Booking.ends > to_wall(now)
        )
        return session.scalar(waiting) or 0
