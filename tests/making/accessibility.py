"""Needs, consents and preparations for tests, made as people make them: through actions."""

from datetime import date
from uuid import UUID

from app.accessibility.actions import NewNeed, RecordNeeds
from app.accessibility.reveal import Revealed, RevealNeeds, Why
from app.accessibility.vocabulary import Support
from app.bookings.model import Feature, Having
from app.bookings.room_features import Offering, SetRoomFeature
from app.desk import Desk
from app.ids import new_id
from app.visitors.model import How

TODAY = date(2026, 10, 15)
NEXT_YEAR = date(2027, 10, 15)


def recorded(
    desk: Desk,
    visitor_id: UUID,
    *supports: Support,
    words: str = "",
    until: date = NEXT_YEAR,
    event_id: UUID | None = None,
) -> RecordNeeds:
    """The action that records them; ``words`` go with the first."""
    needs = tuple(
        NewNeed(new_id(), support, words if place == 0 else "")
        for place, support in enumerate(supports or (Support.STEP_FREE,))
    )
    now = desk.clock.now()
    return RecordNeeds(visitor_id, needs, new_id(), How.SPOKEN, until, now, event_id)


def make_needs(desk: Desk, visitor_id: UUID, *supports: Support, **rest: object) -> RecordNeeds:
    """Records them and gives the action, whose ids tests need."""
    action = recorded(desk, visitor_id, *supports, **rest)  # type: ignore[arg-type]
    desk.do(action)
    return action


def make_feature(desk: Desk, room_id: UUID, feature: Feature, having: Having = Having.YES) -> None:
    desk.do(SetRoomFeature(room_id, feature, Offering(), Offering(having)))


def look(desk: Desk, visitor_id: UUID) -> Revealed:
    """What a journalled look shows now."""
    shown = desk.do(RevealNeeds(visitor_id, Why.CARD, desk.clock.now()))
    assert isinstance(shown, Revealed)
    return shown
