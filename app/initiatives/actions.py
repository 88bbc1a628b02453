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
from app.initiatives.model import Initiative, Noted, Stage, StageReached
from app.initiatives.record import change, changed_meanwhile, own_initiative
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
        return change(found, message, RemoveInitiative(found.id))


@dataclass(frozen=True)
class RemoveInitiative:
    """It was written down by mistake."""

    initiative_id: UUID
    permission: ClassVar[Permission] = Permission.NOTE_IDEAS

    def perform(self, session: Session) -> Change:
        found = own_initiative(session, self.initiative_id)
        found.removed = True
        days = session.scalars(
            select(StageReached).where(
                StageReached.initiative_id == found.id, ~StageReached.removed
            )
        ).all()
        for day in days:
            day.removed = True
        message = say("Idea taken back: “{title}”", title=found.title)
        back = PutBackInitiative(found.id, tuple(day.id for day in days))
        return change(found, message, back)


@dataclass(frozen=True)
class PutBackInitiative:
    """It is there again, with the days on which it came to its stages."""

    initiative_id: UUID
    days: tuple[UUID, ...] = ()
    permission: ClassVar[Permission] = Permission.NOTE_IDEAS

    def perform(self, session: Session) -> Change:
        found = session.get(Initiative, self.initiative_id)
        if found is None or not found.removed:
            raise ChangedElsewhere(say("This idea is already there."))
        found.removed = False
        for day in self.days:
            session.get_one(StageReached, day).removed = False
        message = say("The idea is there again: “{title}”", title=found.title)
        return change(found, message, RemoveInitiative(found.id))


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
    """It is not done after all."""

    initiative_id: UUID
    note_id: UUID
    wanted: InitiativeDetails
    day: date
    permission: ClassVar[Permission] = Permission.RUN_INITIATIVES

    def perform(self, session: Session) -> Change:
        found = own_initiative(session, self.initiative_id)
        write(found, self.wanted)
        session.get_one(Noted, self.note_id).removed = True
        message = say("Still to do: {step}", step=found.next_step)
        again = FinishStep(found.id, self.note_id, self.wanted, self.day)
        return change(found, message, again)
