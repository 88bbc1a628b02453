"""How an event stands: derived from what is known of it, never written down."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.events.details import EventDetails
from app.events.places import Places


class EventStatus(StrEnum):
    """In the order of its life."""

    DRAFT = "draft"
    PLANNED = "planned"
    """Nobody can register yet, or nobody can any more."""
    OPEN = "open"
    FULL = "full"
    HELD = "held"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Standing:
    """What the status is derived from; times are wall-clock."""

    details: EventDetails
    places: Places
    last_ends: datetime
    cancelled: bool

    def at(self, now: datetime) -> EventStatus:
        details = self.details
        steps = (
            (self.cancelled, EventStatus.CANCELLED),
            (self.last_ends <= now, EventStatus.HELD),
            (details.draft, EventStatus.DRAFT),
            (not registers(details, now), EventStatus.PLANNED),
            (self.places.free == 0, EventStatus.FULL),
        )
        return next((status for holds, status in steps if holds), EventStatus.OPEN)


def registers(details: EventDetails, now: datetime) -> bool:
    """Whether registration is open at ``now``."""
    return (details.opens is None or details.opens <= now) and (
        details.closes is None or now < details.closes
    )
