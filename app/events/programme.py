"""What is on in a month, as it hangs on the door: no draft, no support group, nothing cancelled."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any, ClassVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.bookings.house import week
from app.bookings.model import Booking, Feature, Having, Room, RoomFeature
from app.bookings.paper_facts import centre_on_paper
from app.bookings.rules import closures
from app.events.model import Event, EventSession, TargetGroup
from app.events.vocabulary import FOR_TARGETS
from app.language import Message, say, say_count, sort_key
from app.permission import Permission
from app.sheets.programme import Entry, Programme
from app.slot import Slot

WHOLE_DAY = timedelta(hours=20)
EVERY: tuple[Message, ...] = (
    say("every Monday"),
    say("every Tuesday"),
    say("every Wednesday"),
    say("every Thursday"),
    say("every Friday"),
    say("every Saturday"),
    say("every Sunday"),
)
REGULAR = 3
"""So many dates on one weekday are said as one line."""
MOST_LEFT_OUT = 2
MOST_TARGETS = 2


@dataclass(frozen=True)
class ProgrammeOf:
    """The programme of the month in which ``day`` lies."""

    day: date
    permission: ClassVar[Permission] = Permission.SEE_EVENTS

    def answer(self, session: Session) -> Programme:
        month = self.day.replace(day=1)
        later = (month + timedelta(days=32)).replace(day=1)
        span = Slot(datetime.combine(month, time()), datetime.combine(later, time()))
        found = list(_sessions(session, span))
        rooms = {one.room_id for one in found}
        shut = (one for one in closures(session, span) if one.room_id is None)
        closed = sorted(
            (max(one.slot.start.date(), month), one.reason)
            for one in shut
            if one.slot.length >= WHOLE_DAY
        )
        projects = dict.fromkeys(filter(None, (one.project for one in found)))
        return Programme(
            centre_on_paper(session, week(session)),
            month,
            tuple(_entries(found, later)),
            _having(session, rooms, Feature.STEP_FREE),
            _having(session, rooms, Feature.HEARING_LOOP),
            tuple(closed),
            " · ".join(projects),
        )


@dataclass(frozen=True)
class _Found:
    """One session, with what its line says."""

    entry: Entry
    room_id: Any
    project: str

    @property
    def kind(self) -> tuple[object, ...]:
        """Sessions alike in this are one line when there are enough of them."""
        entry = self.entry
        return entry.title, entry.day.weekday(), entry.start, entry.where, entry.notes


def _sessions(session: Session, span: Slot) -> Iterator[_Found]:
    rows = session.execute(
        select(Event, EventSession.starts, EventSession.place, Room.name, Room.id)
        .join(EventSession, EventSession.event_id == Event.id)
        .outerjoin(Booking, Booking.id == EventSession.booking_id)
        .outerjoin(Room, Room.id == Booking.room_id)
        .where(
            ~Event.removed,
            ~EventSession.removed,
            ~Event.cancelled,
            ~Event.draft,
            ~Event.confidential,
            Event.on_poster,
            EventSession.starts >= span.start,
            EventSession.starts < span.end,
        )
        .order_by(EventSession.starts, EventSession.id)
    )
    for event, starts, place, room, room_id in rows:
        entry = Entry(
            starts.date(),
            starts.time(),
            event.title,
            event.title_in_ukrainian,
            room or place,
            tuple(_notes(event)),
        )
        yield _Found(entry, room_id, event.project)


def _notes(event: Event) -> Iterator[Message]:
    """For whom, and whether one must register."""
    groups = [TargetGroup(one) for one in filter(None, event.target_groups.split(","))]
    if len(groups) <= MOST_TARGETS:
        yield from (FOR_TARGETS[one] for one in groups)
    if event.open_doors or not event.capacity:
        if not groups:
            yield say("everybody is welcome")
    else:
        yield say_count("{n} place, please register", "{n} places, please register", event.capacity)


def _entries(found: Iterable[_Found], later: date) -> list[Entry]:
    """In the order of days; what is regular stands where it begins."""
    alike: dict[tuple[object, ...], list[Entry]] = defaultdict(list)
    for one in found:
        alike[one.kind].append(one.entry)
    entries: list[Entry] = []
    for group in alike.values():
        said = _regular([one.day for one in group], later)
        if said is None:
            entries += group
        else:
            entries.append(replace(group[0], notes=(*group[0].notes, said)))
    return sorted(entries, key=lambda one: (one.day, one.start, sort_key(one.title)))


def _regular(days: list[date], later: date) -> Message | None:
    """``every Wednesday``, with the dates left out; None when it is not regular enough."""
    first = days[0]
    span = range(0, (later - first).days, 7)
    missing = [day for n in span if (day := first + timedelta(days=n)) not in days]
    last = max(days)
    gaps = [day for day in missing if day < last]
    if len(days) < REGULAR or len(gaps) > MOST_LEFT_OUT or len(set(days)) != len(days):
        return None
    every = EVERY[first.weekday()]
    if missing and missing[-1] > last:
        every = say("{every} until {day:day_month}", every=every, day=last)
    if not gaps:
        return every
    if len(gaps) == 1:
        return say("{every} except {day:day_month}", every=every, day=gaps[0])
    return say(
        "{every} except {day:day_month} and {other:day_month}",
        every=every,
        day=gaps[0],
        other=gaps[1],
    )


def _having(session: Session, room_ids: set[Any], feature: Feature) -> tuple[str, ...]:
    """The names of those of the rooms that have it."""
    names = session.scalars(
        select(Room.name)
        .join(RoomFeature, RoomFeature.room_id == Room.id)
        .where(
            Room.id.in_([one for one in room_ids if one]),
            RoomFeature.feature == feature,
            RoomFeature.having == Having.YES,
            ~RoomFeature.removed,
        )
    )
    return tuple(sorted(names, key=sort_key))
