"""What the rules say to each date of an event while its form is open, and what may be chosen there."""

from dataclasses import dataclass, replace
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.bookings.availability import Floor
from app.bookings.details import BookingDetails
from app.bookings.facts import Terms
from app.bookings.house import house
from app.bookings.many_dates import Asked, Near, ground
from app.bookings.model import BookingKind
from app.bookings.objections import Rule
from app.bookings.other_ways import other_ways
from app.bookings.queries import PlaceAnswer
from app.bookings.repeats import Repeat
from app.bookings.series_preview import SeriesDates, look_at
from app.clock import to_wall
from app.events.details import PlannedDate
from app.events.model import Event
from app.events.record import seats_of
from app.initiatives.model import Initiative
from app.language import Message, say, say_count, sort_key
from app.permission import Permission
from app.slot import Place
from app.visitors.model import Organisation


@dataclass(frozen=True)
class DateCheck:
    """What the rules say to one date; no ``found``: it is elsewhere or over, and nobody is asked."""

    session_id: UUID
    found: PlaceAnswer | None = None
    short: Message | None = None
    """The answer in two or three words, for a narrow column."""


@dataclass(frozen=True)
class CheckDates:
    """Every date against its own room, all at once and against one another."""

    dates: tuple[PlannedDate, ...]
    capacity: int | None
    companions: int = 0
    permission: ClassVar[Permission] = Permission.PLAN_EVENTS

    def answer(self, session: Session) -> tuple[DateCheck, ...]:
        now = to_wall(session.info["now"])
        terms = Terms(people=seats_of(self.capacity, self.companions))
        asked = {
            one.session_id: Asked(one.booking_id or one.session_id, place, terms, False, "")
            for one in self.dates
            if (place := one.place.in_room) and place.slot.end > now
        }
        found = ground(session, list(asked.values()), whole_days=True)
        near = Near(asked.values())
        seats = {room.id: room.capacity for room in house(session).rooms}
        checks = []
        for one in self.dates:
            there = asked.get(one.session_id)
            if there is None:
                over = one.place.slot.end <= now
                checks.append(DateCheck(one.session_id, None, say("Past") if over else None))
                continue
            answer = _answer(found.floor(there, near), there)
            short = _short(answer, seats[there.place.room_id])
            checks.append(DateCheck(one.session_id, answer, short))
        return tuple(checks)


def _answer(floor: Floor, asked: Asked) -> PlaceAnswer:
    against = floor.troubles(asked.place, asked.terms, asked.id)
    ways = other_ways(floor, asked) if against else ()
    instead = tuple((way.said, way.place) for way in ways if way.place is not None)
    answer = PlaceAnswer(against, instead, floor.needed(asked.place, asked.terms))
    if not answer.is_free:
        return answer
    return replace(
        answer, instead=tuple(one for one in instead if one[1].room_id != asked.place.room_id)
    )


def _short(answer: PlaceAnswer, seats: int) -> Message:
    if not answer.troubles:
        return say("Free")
    if answer.is_free:
        return say_count("Only {n} seat", "Only {n} seats", seats)
    rules = {trouble.rule for trouble in answer.troubles}
    if rules & {Rule.HOURS, Rule.CLOSURE}:
        return say("Closed")
    return say("Taken") if rules & {Rule.TAKEN, Rule.BUFFER} else say("Not possible")


@dataclass(frozen=True)
class MoreDates:
    """The dates of a pattern for an event, each with what the rules say and what else to do."""

    title: str
    place: Place
    repeat: Repeat
    people: int | None
    permission: ClassVar[Permission] = Permission.PLAN_EVENTS

    def answer(self, session: Session) -> SeriesDates:
        details = BookingDetails(self.title, self.place, BookingKind.CENTRE, people=self.people)
        self.repeat.check_length(self.place.slot)
        dates = self.repeat.dates()
        return SeriesDates(look_at(session, details, dates.days), dates.left_out)


@dataclass(frozen=True)
class EventChoices:
    """What may be chosen in the form of an event: initiatives, organisers, projects known so far."""

    initiatives: tuple[tuple[UUID, str], ...]
    organisers: tuple[tuple[UUID, str], ...]
    projects: tuple[str, ...]


@dataclass(frozen=True)
class ChoicesForEvent:
    """In the order of the alphabet."""

    permission: ClassVar[Permission] = Permission.PLAN_EVENTS

    def answer(self, session: Session) -> EventChoices:
        initiatives = session.execute(
            select(Initiative.id, Initiative.title).where(~Initiative.removed).limit(1000)
        )
        organisers = session.execute(
            select(Organisation.id, Organisation.name)
            .where(~Organisation.removed, ~Organisation.retired)
            .limit(1000)
        )
        projects = session.scalars(
            select(Event.project).where(~Event.removed, Event.project != "").distinct().limit(200)
        )
        return EventChoices(
            tuple(sorted(((id_, name) for id_, name in initiatives), key=_by_name)),
            tuple(sorted(((id_, name) for id_, name in organisers), key=_by_name)),
            tuple(sorted(projects, key=sort_key)),
        )


def _by_name(option: tuple[UUID, str]) -> tuple[str, str]:
    return sort_key(option[1])
