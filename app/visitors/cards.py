"""What stands on visitor cards: plain facts for paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.centre.queries import CentreForm
from app.language import Language
from app.permission import Permission
from app.sheets.cards import CentreOnCard, NameCard
from app.visitors.card_code import card_digits, readable
from app.visitors.model import Visitor
from app.visitors.rows import AT_ONCE


@dataclass(frozen=True)
class CardsToPrint:
    """The centre and a card for each of these people, in their order; who was removed has none."""

    visitor_ids: tuple[UUID, ...]
    permission: ClassVar[Permission] = Permission.SEE_VISITORS

    def answer(self, session: Session) -> tuple[CentreOnCard, tuple[NameCard, ...]]:
        centre = CentreForm().answer(session)
        cards = _cards(session, self.visitor_ids)
        found = tuple(cards[one] for one in dict.fromkeys(self.visitor_ids) if one in cards)
        return CentreOnCard(centre.name, centre.logo), found


def _cards(session: Session, visitor_ids: Sequence[UUID]) -> dict[UUID, NameCard]:
    cards: dict[UUID, NameCard] = {}
    for start in range(0, len(visitor_ids), AT_ONCE):
        found = session.execute(
            select(
                Visitor.id,
                Visitor.number,
                Visitor.given_name,
                Visitor.family_name,
                Visitor.language,
            ).where(
                Visitor.id.in_(visitor_ids[start : start + AT_ONCE]), Visitor.removed.is_(False)
            )
        )
        for visitor_id, number, given, family, language in found:
            code = card_digits(number)
            cards[visitor_id] = NameCard(
                number, code, readable(code), given, family, _ours(language)
            )
    return cards


def _ours(code: str) -> Language | None:
    return Language(code) if code in set(Language) else None
