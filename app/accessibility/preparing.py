"""Arranging a support for a session: how far it has come, and who does it; no names of visitors."""

from dataclasses import dataclass, replace
from typing import ClassVar
from uuid import UUID, uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.accessibility.model import Preparation, SupportState
from app.accessibility.vocabulary import WORDS, Support
from app.action import Change, Kind, about
from app.errors import ChangedElsewhere
from app.events.record import own_session
from app.language import Message, say
from app.permission import Permission
from app.visitors.details import line

STATES: dict[SupportState, Message] = {
    SupportState.REQUESTED: say("Requested"),
    SupportState.ARRANGED: say("Arranged"),
    SupportState.CONFIRMED: say("Confirmed"),
    SupportState.PROVIDED: say("Ready"),
    SupportState.IMPOSSIBLE: say("Could not be provided"),
}
READY = frozenset({SupportState.CONFIRMED, SupportState.PROVIDED})


@dataclass(frozen=True)
class Prepared:
    """How far a support has come, and who arranges it."""

    state: SupportState = SupportState.REQUESTED
    responsible: str = ""


@dataclass(frozen=True)
class SetPreparation:
    """Say who arranges a support for a session, or how far it has come."""

    session_id: UUID
    support: Support
    seen: Prepared
    wanted: Prepared
    permission: ClassVar[Permission] = Permission.PREPARE

    def perform(self, session: Session) -> Change:
        own_session(session, self.session_id)
        row = session.scalars(
            select(Preparation).where(
                Preparation.session_id == self.session_id, Preparation.support == self.support
            )
        ).first()
        there = Prepared(row.state, row.responsible) if row and not row.removed else Prepared()
        if there != self.seen:
            raise ChangedElsewhere(say("Somebody else has changed this. Look at it again."))
        wanted = replace(self.wanted, responsible=line(self.wanted.responsible))
        if row is None:
            # One row per session and support, so that a second desk would write the same.
            row_id = uuid5(self.session_id, self.support)
            row = Preparation(id=row_id, session_id=self.session_id, support=self.support)
            session.add(row)
        row.state, row.responsible = wanted.state, wanted.responsible
        row.removed = wanted == Prepared()
        return Change(
            self._message(wanted),
            frozenset({about(Kind.NEEDS, self.session_id)}),
            SetPreparation(self.session_id, self.support, seen=wanted, wanted=self.seen),
        )

    def _message(self, wanted: Prepared) -> Message:
        said = {"what": WORDS[self.support], "state": STATES[wanted.state]}
        if not wanted.responsible:
            return say("{what}: {state}", **said)
        return say("{what}: {state}, {who}", who=wanted.responsible, **said)
