"""Coming with a card: the same rules as by name, and a bouncing scanner changes nothing."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, aliased

from app.action import Change
from app.clock import to_wall
from app.errors import Offer, Refused
from app.language import say
from app.permission import Permission
from app.visitors.model import Visit, Visitor
from app.visitors.visits import CheckIn, CheckOut, named, open_visit

SAME_CARD = timedelta(minutes=2)
"""Shown again within this time, a card was read twice, or shown twice out of doubt."""


@dataclass(frozen=True)
class CheckInByCard:
    """Somebody has shown the card with this number; one who is here is offered to check out."""

    visit_id: UUID
    number: int
    at: datetime
    permission: ClassVar[Permission] = Permission.CHECK_IN

    def perform(self, session: Session) -> Change:
        visitor = card_holder(session, self.number)
        if visitor is None:
            raise Refused(
                say("Nobody in the list has card No. {number}.", number=f"{self.number:05}")
            )
        self._refuse_the_same_card(session, visitor)
        here = open_visit(session, visitor.id)
        if here is not None:
            raise Refused(
                say(
                    "{who} has been here since {at}.",
                    who=named(visitor),
                    at=to_wall(here.arrived).time(),
                ),
                (Offer(say("Check out"), CheckOut(visitor.id, self.at)),),
            )
        return CheckIn(self.visit_id, visitor.id, self.at).perform(session)

    def _refuse_the_same_card(self, session: Session, visitor: Visitor) -> None:
        """By what is written, not by what this desk remembers: the next scan may be at another."""
        last = session.scalar(
            select(Visit)
            .where(Visit.visitor_id == visitor.id, Visit.removed.is_(False))
            .order_by(Visit.arrived.desc())
            .limit(1)
        )
        if last is None:
            return
        who = named(visitor)
        if last.left is not None and self._just_now(last.left):
            raise Refused(
                say(
                    "{who} left only just now, at {at}. The same card again changes nothing.",
                    who=who,
                    at=to_wall(last.left).time(),
                )
            )
        if self._just_now(last.arrived):
            raise Refused(
                say(
                    "{who} came only just now, at {at}. The same card again changes nothing.",
                    who=who,
                    at=to_wall(last.arrived).time(),
                )
            )

    def _just_now(self, moment: datetime) -> bool:
        return abs(self.at - moment) < SAME_CARD


def card_holder(session: Session, number: int) -> Visitor | None:
    """Whose card it is; of somebody who was in the list twice both cards are good."""
    printed_for = aliased(Visitor)
    return session.scalar(
        select(Visitor)
        .join(printed_for, or_(printed_for.id == Visitor.id, printed_for.kept_as_id == Visitor.id))
        .where(printed_for.number == number, Visitor.removed.is_(False))
    )
