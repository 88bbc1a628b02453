"""The waiting list: giving somebody a place, and letting her wait again."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from sqlalchemy.orm import Session

from app.action import Change
from app.errors import Refused
from app.events.facts import facts_of
from app.events.model import RegistrationStatus
from app.events.moving_up import give_place, wait_again
from app.events.places import places_of
from app.events.record import refuse_if_cancelled
from app.events.registering import change, own_registration
from app.language import say
from app.permission import Permission
from app.visitors.visits import named


@dataclass(frozen=True)
class GivePlace:
    """Somebody who waited has a place now, when there is one; ``tells``: she must hear of it."""

    registration_id: UUID
    tells: bool = True
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def perform(self, session: Session) -> Change:
        found = own_registration(session, self.registration_id)
        refuse_if_cancelled(found.event)
        if found.status != RegistrationStatus.WAITLISTED:
            raise Refused(say("{who} does not wait for a place.", who=named(found.visitor)))
        if not places_of(session, found.event).has_room(facts_of(session, found)):
            raise Refused(
                say("“{title}” is still full. Make more places first.", title=found.event.title)
            )
        give_place(session, found, tells=self.tells)
        message = say(
            "{who} has a place: “{title}”", who=named(found.visitor), title=found.event.title
        )
        return change(found, message, WaitAgain(found.id))


@dataclass(frozen=True)
class WaitAgain:
    """She stands on the waiting list again, where she was."""

    registration_id: UUID
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def perform(self, session: Session) -> Change:
        found = own_registration(session, self.registration_id)
        if found.status != RegistrationStatus.REGISTERED:
            raise Refused(say("{who} has no place.", who=named(found.visitor)))
        told = found.moved_up is not None
        wait_again(session, found)
        message = say(
            "{who} waits again: “{title}”", who=named(found.visitor), title=found.event.title
        )
        return change(found, message, GivePlace(found.id, told))
