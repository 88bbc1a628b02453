"""An idea is noted, grows, comes to its stages."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.action import Change
from app.errors import ChangedElsewhere, Refused
from app.initiatives.details import InitiativeDetails, details_of, write
from app.initiatives.model import Asked, Initiative, Member, Noted, Stage, StageReached
from app.initiatives.record import (
    change,
    changed_meanwhile,
    own_initiative,
    refuse_unless_leading,
)
from app.initiatives.vocabulary import STAGES
from app.language import say
from app.permission import Permission


@dataclass(frozen=True)
class NoteIdea:
    """Write an idea down; its first day is the day it was told."""

    initiative_id: UUID
    reached_id: UUID
    details: InitiativeDetails
    day: date
    permission: ClassVar[Permission] = Permission.NOTE_IDEAS

    def perform(self, session: Session) -> Change:
        found = Initiative(id=self.initiative_id, proposed=self.day, stage=Stage.IDEA)
        write(found, self.details.checked())
        session.add(found)
        session.flush()
        session.add(
            StageReached(id=self.reached_id, initiative_id=found.id, stage=Stage.IDEA, day=self.day)
        )
        message = say("Idea noted: “{title}”", title=found.title)
        return change(found, message, RemoveInitiative(found.id, details_of(found)))


@dataclass(frozen=True)
class RemoveInitiative:
    """It was written down by mistake.

    ``seen``: only while it is as it was noted, and nothing has grown on it; without it whoever leads
    initiatives takes out whatever has become of it.
    """

    initiative_id: UUID
    seen: InitiativeDetails | None = None
    permission: ClassVar[Permission] = Permission.NOTE_IDEAS

    def perform(self, session: Session) -> Change:
        found = own_initiative(session, self.initiative_id)
        if self.seen is None:
            refuse_unless_leading(session)
        elif details_of(found) != self.seen or _has_grown(session, found):
            raise changed_meanwhile(found)
        found.removed = True
        days = session.scalars(
            select(StageReached).where(
                StageReached.initiative_id == found.id, ~StageReached.removed
            )
        ).all()
        for day in days:
            day.removed = True
        message = say("Idea taken back: “{title}”", title=found.title)
        back = PutBackInitiative(found.id, tuple(day.id for day in days), self.seen)
        return change(found, message, back)


@dataclass(frozen=True)
class PutBackInitiative:
    """It is there again, with the days on which it came to its stages."""

    initiative_id: UUID
    days: tuple[UUID, ...] = ()
    seen: InitiativeDetails | None = None
    permission: ClassVar[Permission] = Permission.NOTE_IDEAS

    def perform(self, session: Session) -> Change:
        found = session.get(Initiative, self.initiative_id)
        if found is None or not found.removed:
            raise ChangedElsewhere(say("This idea is already there."))
        found.removed = False
        for day in self.days:
            session.get_one(StageReached, day).removed = False
        message = say("The idea is there again: “{title}”", title=found.title)
        return change(found, message, RemoveInitiative(found.id, self.seen))


@dataclass(frozen=True)
class EditInitiative:
    """Change what is said about it."""

    initiative_id: UUID
    seen: InitiativeDetails
    wanted: InitiativeDetails
    permission: ClassVar[Permission] = Permission.RUN_INITIATIVES

    def perform(self, session: Session) -> Change:
        found, wanted = own_initiative(session, self.initiative_id), self.wanted.checked()
        if details_of(found) != self.seen:
            raise changed_meanwhile(found)
        write(found, wanted)
        message = say("Initiative changed: “{title}”", title=found.title)
        return change(found, message, EditInitiative(found.id, wanted, self.seen))


@dataclass(frozen=True)
class ReachStage:
    """It comes to a stage, or goes back to one; the day is kept."""

    initiative_id: UUID
    reached_id: UUID
    seen: Stage
    wanted: Stage
    day: date
    permission: ClassVar[Permission] = Permission.RUN_INITIATIVES

    def perform(self, session: Session) -> Change:
        found = own_initiative(session, self.initiative_id)
        if found.stage != self.seen:
            raise changed_meanwhile(found)
        if found.stage == self.wanted:
            raise Refused(say("“{title}” has come to this stage already.", title=found.title))
        found.stage = self.wanted
        self._write_day(session, found)
        message = say("“{title}”: {stage}", title=found.title, stage=STAGES[self.wanted])
        back = BackToStage(found.id, self.reached_id, self.wanted, self.seen, self.day)
        return change(found, message, back)

    def _write_day(self, session: Session, found: Initiative) -> None:
        known = session.get(StageReached, self.reached_id)
        if known is None:
            session.add(
                StageReached(
                    id=self.reached_id,
                    initiative_id=found.id,
                    stage=self.wanted,
                    day=self.day,
                )
            )
        else:
            known.removed = False


@dataclass(frozen=True)
class BackToStage:
    """It had not come to that stage: its day is forgotten too."""

    initiative_id: UUID
    reached_id: UUID
    seen: Stage
    wanted: Stage
    day: date
    permission: ClassVar[Permission] = Permission.RUN_INITIATIVES

    def perform(self, session: Session) -> Change:
        found = own_initiative(session, self.initiative_id)
        if found.stage != self.seen:
            raise changed_meanwhile(found)
        found.stage = self.wanted
        session.get_one(StageReached, self.reached_id).removed = True
        message = say("“{title}”: {stage}", title=found.title, stage=STAGES[self.wanted])
        again = ReachStage(found.id, self.reached_id, self.wanted, self.seen, self.day)
        return change(found, message, again)


@dataclass(frozen=True)
class FinishStep:
    """The next step is done: it becomes a line of the notes, and a new one can be written."""

    initiative_id: UUID
    note_id: UUID
    seen: InitiativeDetails
    day: date
    permission: ClassVar[Permission] = Permission.RUN_INITIATIVES

    def perform(self, session: Session) -> Change:
        found = own_initiative(session, self.initiative_id)
        if details_of(found) != self.seen:
            raise changed_meanwhile(found)
        if not found.next_step:
            raise Refused(say("Write the next step first."))
        step = found.next_step
        found.next_step = found.next_who = ""
        found.next_by = None
        known = session.get(Noted, self.note_id)
        if known is None:
            session.add(Noted(id=self.note_id, initiative_id=found.id, day=self.day, words=step))
        else:
            known.removed = False
        back = UnfinishStep(found.id, self.note_id, self.seen, self.day)
        return change(found, say("Done: {step}", step=step), back)


@dataclass(frozen=True)
class UnfinishStep:
    """It is not done after all; of ``wanted`` only the step is written, the rest may have changed."""

    initiative_id: UUID
    note_id: UUID
    wanted: InitiativeDetails
    day: date
    permission: ClassVar[Permission] = Permission.RUN_INITIATIVES

    def perform(self, session: Session) -> Change:
        found, wanted = own_initiative(session, self.initiative_id), self.wanted
        note = session.get_one(Noted, self.note_id)
        if found.next_step or found.next_who or found.next_by or note.removed:
            raise changed_meanwhile(found)
        found.next_step, found.next_who = wanted.next_step, wanted.next_who
        found.next_by = wanted.next_by
        note.removed = True
        message = say("Still to do: {step}", step=found.next_step)
        again = FinishStep(found.id, self.note_id, details_of(found), self.day)
        return change(found, message, again)


def _has_grown(session: Session, found: Initiative) -> bool:
    """It has come to a stage, or has a team, a wish or a note."""
    lines = (
        select(table.id).where(table.initiative_id == found.id, ~table.removed)
        for table in (Member, Asked, Noted)
    )
    grown = any(session.scalar(line.limit(1)) is not None for line in lines)
    return grown or found.stage is not Stage.IDEA
