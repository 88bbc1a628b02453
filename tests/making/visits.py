"""Groups and late entries for tests."""

from datetime import timedelta
from uuid import UUID

from app.desk import Desk
from app.ids import new_id
from app.visitors.details import VisitorDetails
from app.visitors.late import EnterVisit
from app.visitors.model import Band
from app.visitors.parties import CountGroup, Head
from app.visitors.register import RegisterVisitor

SENIORS = (Band.SENIOR, Band.SENIOR, Band.ADULT)


def counting(
    desk: Desk,
    bands: tuple[Band, ...] = SENIORS,
    *,
    name: str = "",
    organisation_id: UUID | None = None,
) -> CountGroup:
    heads = tuple(Head(new_id(), band) for band in bands)
    return CountGroup(new_id(), heads, desk.clock.now(), name, organisation_id)


def make_group(desk: Desk, name: str = "Dziedātāji") -> CountGroup:
    group = counting(desk, name=name)
    desk.do(group)
    return group


def entering(desk: Desk, visitor_id: UUID, ago: timedelta, hours: float = 1) -> EnterVisit:
    """A visit that began so long ago and lasted so many hours."""
    now = desk.clock.now()
    arrived = now - ago
    return EnterVisit(new_id(), visitor_id, arrived, arrived + timedelta(hours=hours), now)


def make_unnamed(desk: Desk, **details: object) -> UUID:
    """Somebody with a number and a card, and no name."""
    visitor_id = new_id()
    wanted = VisitorDetails("", **details)  # type: ignore[arg-type]
    desk.do(RegisterVisitor(visitor_id, wanted, desk.clock.now(), unnamed=True))
    return visitor_id
