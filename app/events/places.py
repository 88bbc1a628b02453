"""How many places an event has, and how many are given: people, those who come along, wheelchairs."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from app.clock import to_wall
from app.events.facts import Facts
from app.events.model import (
    Event,
    EventSession,
    RegisteredSession,
    Registration,
    RegistrationStatus,
)
from app.visitors.model import Visitor


@dataclass(frozen=True)
class Places:
    """Of one date. Companions have places of their own; who finds none left takes a participant's."""

    capacity: int | None
    companion_places: int = 0
    wheelchair_places: int = 0
    people: int = 0
    companions: int = 0
    wheelchairs: int = 0

    @property
    def given(self) -> int:
        """Of the participants' places."""
        return self.people + max(0, self.companions - self.companion_places)

    @property
    def free(self) -> int | None:
        """None: as many as come."""
        return None if self.capacity is None else max(0, self.capacity - self.given)

    @property
    def too_many(self) -> bool:
        return self.capacity is not None and self.given > self.capacity

    @property
    def too_many_wheelchairs(self) -> bool:
        """They count where places for them are named."""
        return 0 < self.wheelchair_places < self.wheelchairs

    def with_more(self, people: int, companions: int, wheelchairs: int) -> "Places":
        return replace(
            self,
            people=self.people + people,
            companions=self.companions + companions,
            wheelchairs=self.wheelchairs + wheelchairs,
        )

    def has_room(self, facts: Facts) -> bool:
        """For one more person; who needs no wheelchair's place is not kept out by those who do."""
        after = self.with_more(1, facts.companions, facts.wheelchair_place)
        return not after.too_many and not (facts.wheelchair_place and after.too_many_wheelchairs)


@dataclass(frozen=True)
class EventPlaces:
    """Of every date that is not over, for whoever comes to every date has a place at each."""

    dates: Mapping[UUID, Places]
    over: bool = False
    """All its dates are over."""

    def among(self, session_ids: frozenset[UUID]) -> list[Places]:
        """Of these dates; none stands for every date."""
        return [one for id_, one in self.dates.items() if not session_ids or id_ in session_ids]

    def has_room(self, facts: Facts) -> bool:
        return all(one.has_room(facts) for one in self.among(facts.session_ids))

    def holds(self, session_ids: frozenset[UUID] = frozenset()) -> bool:
        """Whether everybody who has a place at these dates finds one."""
        hers = self.among(session_ids)
        return not any(one.too_many or one.too_many_wheelchairs for one in hers)

    def free(self, session_ids: frozenset[UUID] = frozenset()) -> int | None:
        """How many can still come to each of these dates; None: as many as like."""
        free = [one.free for one in self.among(session_ids)]
        return min((one for one in free if one is not None), default=None)

    @property
    def emptiest(self) -> Places:
        """An event is full when this date is."""
        return min(self.dates.values(), key=lambda one: one.given, default=Places(None))

    def with_one_more(self, facts: Facts) -> "EventPlaces":
        more = (1, facts.companions, int(facts.wheelchair_place))
        hers = facts.session_ids or self.dates.keys()
        dates = {
            id_: one.with_more(*more) if id_ in hers else one for id_, one in self.dates.items()
        }
        return replace(self, dates=dates)


def places_of(session: Session, event: Event) -> EventPlaces:
    """Who comes to single dates has a place at those only."""
    now = to_wall(session.info["now"])
    ends = dict(
        session.execute(
            select(EventSession.id, EventSession.ends)
            .where(EventSession.event_id == event.id, ~EventSession.removed)
            .order_by(EventSession.starts)
        ).all()
    )
    coming = [id_ for id_, end in ends.items() if end > now]
    taken: dict[UUID | None, tuple[int, int, int]] = {
        id_: (people, companions, wheelchairs)
        for id_, people, companions, wheelchairs in session.execute(_taken(event.id))
    }
    every = Places(event.capacity, event.companion_places, event.wheelchair_places)
    every = every.with_more(*taken.get(None, (0, 0, 0)))
    dates = {id_: every.with_more(*taken.get(id_, (0, 0, 0))) for id_ in coming or ends}
    return EventPlaces(dates, over=not coming)


def _taken(event_id: UUID) -> Select[UUID, int, int, int]:
    """People, companions and wheelchairs of each single date, and (None) of every date."""
    return (
        select(
            RegisteredSession.session_id,
            func.count(),
            func.coalesce(func.sum(Registration.companions), 0),
            func.count().filter(Registration.wheelchair_place),
        )
        .select_from(Registration)
        .join(Visitor, Visitor.id == Registration.visitor_id)
        .outerjoin(RegisteredSession, RegisteredSession.registration_id == Registration.id)
        .where(
            Registration.event_id == event_id,
            Registration.status == RegistrationStatus.REGISTERED,
            ~Registration.removed,
            ~Visitor.removed,
        )
        .group_by(RegisteredSession.session_id)
    )
