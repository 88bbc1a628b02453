"""How many places an event has, and how many are given: people, those who come along, wheelchairs."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.events.model import Event, Registration, RegistrationStatus


@dataclass(frozen=True)
class Places:
    """Companions have places of their own; who finds none of those left takes a participant's."""

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

    def with_one_more(self, companions: int = 0, *, wheelchair: bool = False) -> "Places":
        return Places(
            self.capacity,
            self.companion_places,
            self.wheelchair_places,
            self.people + 1,
            self.companions + companions,
            self.wheelchairs + wheelchair,
        )

    def has_room(self, companions: int = 0, *, wheelchair: bool = False) -> bool:
        """For one more person with so many who come along; wheelchairs count where places are named."""
        after = self.with_one_more(companions, wheelchair=wheelchair)
        if self.capacity is not None and after.given > self.capacity:
            return False
        return not (
            wheelchair and self.wheelchair_places and after.wheelchairs > self.wheelchair_places
        )


def places_of(session: Session, event: Event) -> Places:
    counted = select(
        func.count(),
        func.coalesce(func.sum(Registration.companions), 0),
        func.count().filter(Registration.wheelchair_place),
    ).where(
        Registration.event_id == event.id,
        Registration.status == RegistrationStatus.REGISTERED,
        ~Registration.removed,
    )
    people, companions, wheelchairs = session.execute(counted).one()
    return Places(
        event.capacity,
        event.companion_places,
        event.wheelchair_places,
        people,
        int(companions),
        wheelchairs,
    )
