"""The rules for many dates at once: one question to the database, then each date by itself."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from functools import lru_cache
from uuid import UUID

from sqlalchemy import DateTime, Integer, String, TextualSelect, Uuid, bindparam, column, text
from sqlalchemy.orm import Session

from app.bookings.availability import LONGEST, Floor
from app.bookings.details import BookingDetails
from app.bookings.facts import Holding, Terms
from app.bookings.house import house
from app.bookings.model import HOLDING, Booking
from app.bookings.objections import Trouble, all_in_one
from app.bookings.rules import closures, near, stops, terms_of
from app.clock import to_wall
from app.errors import Refused
from app.language import Message, say
from app.slot import Place, Slot


@dataclass(frozen=True)
class Asked:
    """One booking among many, at the place it is asked for."""

    id: UUID
    place: Place
    terms: Terms
    anyway: bool
    """It may stand against the rules that a coordinator may set aside."""
    title: str

    @classmethod
    def of_booking(cls, booking: Booking) -> "Asked":
        terms, anyway = terms_of(booking), booking.stands_against_rules
        return cls(booking.id, booking.place, terms, anyway, booking.title)

    @classmethod
    def of_details(cls, id_: UUID, details: BookingDetails) -> "Asked":
        anyway = details.pending or bool(details.override_reason)
        return cls(id_, details.place, details.terms, anyway, details.title)

    @property
    def holding(self) -> Holding:
        place, terms = self.place, self.terms
        return Holding(
            self.id, place.room_id, place.slot, self.title, "", terms.before, terms.after
        )


@dataclass(frozen=True)
class Ground:
    """The floor around each of many dates."""

    floors: Mapping[UUID, Floor]
    """By the id of the booking that is asked for there."""

    def troubles(
        self, asked: Iterable[Asked], only: Collection[UUID] | None = None
    ) -> dict[UUID, tuple[Trouble, ...]]:
        """What stops each one: other bookings, or one another. ``only``: whom to ask about."""
        others = Near(asked)
        found = {}
        for one in others.all:
            if only is not None and one.id not in only:
                continue
            against = self.floor(one, others).troubles(one.place, one.terms, one.id)
            if stopping := self.stopping(one, against):
                found[one.id] = stopping
        return found

    @staticmethod
    def stopping(one: Asked, against: Iterable[Trouble]) -> tuple[Trouble, ...]:
        """Without mere warnings, and without what it may stand against."""
        return tuple(trouble for trouble in against if stops(trouble, anyway=one.anyway))

    def floor(self, one: Asked, near: "Near") -> Floor:
        """The floor there once all the others of ``near`` stand where they are asked for."""
        floor = self.floors[one.id]
        kept = tuple(other for other in floor.holdings if other.id not in near.ids)
        return replace(floor, holdings=kept + near.to(one.place.slot))


class Near:
    """The bookings of one step in the order of their days, to find neighbours quickly."""

    def __init__(self, asked: Iterable[Asked]) -> None:
        self.all = sorted(asked, key=lambda one: one.place.slot)
        self.ids = frozenset(one.id for one in self.all)
        self._by_day: dict[int, list[Holding]] = {}
        for one in self.all:
            day = one.place.slot.start.toordinal()
            self._by_day.setdefault(day, []).append(one.holding)

    def to(self, slot: Slot) -> tuple[Holding, ...]:
        """Those that begin from two days before to two days after."""
        day = slot.start.toordinal()
        return tuple(
            one for other in range(day - 2, day + 3) for one in self._by_day.get(other, ())
        )


def ground(session: Session, asked: Sequence[Asked], *, whole_days: bool = False) -> Ground:
    """Look at all dates at once; ``whole_days`` and all rooms to find other times and rooms too."""
    known = house(session)
    slots = [_day_of(one.place.slot) if whole_days else one.place.slot for one in asked]
    if not slots:
        return Ground({})
    span = Slot(min(slot.start for slot in slots), max(slot.end for slot in slots))
    now: datetime | None = session.info.get("now")
    common = Floor(known.rooms, (), (), known.week, known.room_hours, to_wall(now) if now else None)
    used = {room.id for room in known.rooms} if whole_days else _sharing(common, asked)
    windows = [near(known.rooms, slot) for slot in slots]
    found: list[list[Holding]] = [[] for _ in windows]
    for n, holding in _holdings(session, windows, used):
        found[n].append(holding)
    shut = closures(session, span)
    floors = {}
    for one, slot, there in zip(asked, slots, found, strict=True):
        closed = tuple(closure for closure in shut if closure.slot.overlaps(slot))
        floors[one.id] = replace(common, holdings=tuple(there), closures=closed)
    return Ground(floors)


def check_dates(
    session: Session, asked: Sequence[Asked], only: Collection[UUID] | None = None
) -> None:
    """Raise Refused with everything that stops any of these dates, each named."""
    refuse_dates(asked, ground(session, asked).troubles(asked, only))


def refuse_dates(asked: Iterable[Asked], found: Mapping[UUID, tuple[Trouble, ...]]) -> None:
    told: list[Message] = []
    for one in sorted(asked, key=lambda one: one.place.slot):
        if against := found.get(one.id):
            told.append(say("{day:day_month}:", day=one.place.slot.start.date()))
            told.extend(trouble.message for trouble in against)
    if told:
        raise Refused(together(told))


def together(sentences: Sequence[Message]) -> Message:
    """Many sentences as one message, halved so that it never grows deep."""
    if len(sentences) <= 2:
        return all_in_one(tuple(sentences))
    middle = len(sentences) // 2
    return all_in_one((together(sentences[:middle]), together(sentences[middle:])))


def _day_of(slot: Slot) -> Slot:
    midnight = datetime.combine(slot.start, time())
    return Slot(midnight, max(midnight + timedelta(days=1), slot.end))


def _sharing(floor: Floor, asked: Iterable[Asked]) -> set[UUID]:
    return {room for one in asked for room in floor.sharing(one.place.room_id)}


def _holdings(
    session: Session, windows: Sequence[Slot], room_ids: Collection[UUID]
) -> Iterator[tuple[int, Holding]]:
    """The bookings in any of the windows, each with the number of its window."""
    values: dict[str, object] = {"rooms": list(room_ids), "holding": sorted(HOLDING)}
    for n, window in enumerate(windows):
        values |= {
            f"begins_{n}": window.start - LONGEST - timedelta(minutes=1),
            f"starts_{n}": window.start,
            f"ends_{n}": window.end,
        }
    for n, id_, room_id, starts, ends, *what in session.execute(_near(len(windows)), values):
        yield n, Holding(id_, room_id, Slot(starts, ends), *what)


@lru_cache(maxsize=32)
def _near(many: int) -> TextualSelect:
    """One query for so many windows, which goes through the index once for each and each room.

    Written out, because SQLAlchemy puts a list of VALUES into words anew every time: 8 ms for 52.
    """
    asked = ", ".join(f"({n}, :begins_{n}, :starts_{n}, :ends_{n})" for n in range(many))
    times = (bindparam(f"{name}_{n}", type_=DateTime) for n in range(many) for name in _TIMES)
    rooms = bindparam("rooms", expanding=True, type_=Uuid)
    holding = bindparam("holding", expanding=True, type_=String)
    return (
        text(_NEAR.format(asked=asked))
        .bindparams(*times, rooms, holding)
        .columns(
            column("number", Integer),
            Booking.id,
            Booking.room_id,
            Booking.starts,
            Booking.ends,
            Booking.title,
            column("holder", String),
            Booking.before_minutes,
            Booking.after_minutes,
        )
    )


_TIMES = ("begins", "starts", "ends")
_NEAR = """
WITH asked (number, begins, starts, ends) AS (VALUES {asked})
SELECT asked.number, booking.id, booking.room_id, booking.starts, booking.ends, booking.title,
    coalesce(organisation.name, booking.holder), booking.before_minutes, booking.after_minutes
FROM asked
JOIN booking ON booking.starts > asked.begins AND booking.starts < asked.ends
    AND booking.ends > asked.starts AND booking.room_id IN :rooms
    AND booking.status IN :holding AND NOT booking.removed
LEFT JOIN organisation ON organisation.id = booking.organisation_id
ORDER BY asked.number, booking.starts, booking.id
"""
