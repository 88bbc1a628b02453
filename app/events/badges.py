"""Name badges of a session: who is expected or there, who leads, who comes along."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.centre.model import Centre
from app.database.base import THIS_CENTRE
from app.events.listed import Listed
from app.events.model import Event, Registration, RegistrationStatus
from app.events.record import own_session
from app.events.sheet_head import people_on
from app.permission import Permission
from app.sheets.badges import COMPANION, LEADS, Badge, BadgeHead
from app.sheets.sheet import Order
from app.visitors.card_code import card_digits
from app.visitors.model import Visitor

SPOKEN = {
    "lv": "Latviešu",
    "lg": "Latgalīšu",
    "uk": "Українська",
    "ru": "Русский",
    "en": "English",
}
"""By their code, in their own words."""


@dataclass(frozen=True)
class BadgesOf:
    """The leader first, then people by surname, then a blank one for everybody who comes along.

    At a confidential event given names only, and nothing that leads back to a person.
    """

    session_id: UUID
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def answer(self, session: Session) -> tuple[BadgeHead, tuple[Badge, ...]]:
        attended = own_session(session, self.session_id)
        event = attended.event
        centre = session.get(Centre, THIS_CENTRE)
        head = BadgeHead(event.title, centre.logo if centre else None, event.confidential)
        people = people_on(session, attended, Order.SURNAME)
        speak = _languages(session, event)
        badges = [_badge(one, event, speak.get(one.visitor_id, "")) for one in people]
        coming = (one for one in people if one.status == RegistrationStatus.REGISTERED)
        along = [Badge(role=COMPANION)] * sum(one.companions for one in coming)
        return head, (*_leader(event), *badges, *along)


def _badge(one: Listed, event: Event, language: str) -> Badge:
    if event.confidential:
        return Badge(one.given_name)
    spoken = (SPOKEN[language],) if language in SPOKEN else ()
    return Badge(one.given_name, one.family_name, code=card_digits(one.number), spoken=spoken)


def _leader(event: Event) -> Sequence[Badge]:
    given, _, family = event.leader.strip().rpartition(" ")
    if not family:
        return ()
    return (Badge(given or family, family if given else "", LEADS),)


def _languages(session: Session, event: Event) -> dict[UUID, str]:
    rows = session.execute(
        select(Visitor.id, Visitor.language)
        .join(Registration, Registration.visitor_id == Visitor.id)
        .where(Registration.event_id == event.id)
    )
    return {row[0]: row[1] for row in rows}
