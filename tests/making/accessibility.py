"""Needs and consents for tests, made as people make them: through actions."""

from datetime import date
from uuid import UUID

from app.accessibility.actions import NewNeed, RecordNeeds
from app.accessibility.vocabulary import Support
from app.desk import Desk
from app.ids import new_id
from app.visitors.model import How

NEXT_YEAR = date(2027, 10, 15)


def needs(visitor_id: UUID, *supports: Support, own_words: str = "", **rest: object) -> RecordNeeds:
    """The action that records ``supports``; ``until`` and ``event_id`` as the consent has them."""
    wanted = tuple(NewNeed(new_id(), support, own_words) for support in supports)
    until = rest.pop("until", NEXT_YEAR)
    at = rest.pop("at")
    return RecordNeeds(visitor_id, wanted, new_id(), How.SPOKEN, until, at, **rest)  # type: ignore[arg-type]


def make_needs(
    desk: Desk, visitor_id: UUID, *supports: Support, own_words: str = "", **rest: object
) -> RecordNeeds:
    """Records them and gives the action, whose ``consent_id`` and ``needs`` tests need."""
    action = needs(visitor_id, *supports, own_words=own_words, at=desk.clock.now(), **rest)
    desk.do(action)
    return action
