"""A sheet is finished: what the paper says is compared with what was entered."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy.orm import Session

from app.action import Action, Change, Kind, about
from app.errors import ChangedElsewhere, Refused
from app.events.model import EventSession, IssuedSheet
from app.events.way_back import Paper, own_sheet, sheet_number
from app.language import Message, say
from app.permission import Permission
from app.visitors.details import line

MOST_HEADS = 9_999


@dataclass(frozen=True)
class Closing:
    """What whoever finishes a sheet says: how many are on the paper, and why it differs."""

    on_paper: int
    at: datetime
    note: str = ""
    session_id: UUID | None = None
    """Of a course, the date whose sum is compared: its last one."""


@dataclass(frozen=True)
class CloseSheet:
    """Everything on the paper is entered. Where the sum differs, a note must say why."""

    sheet_id: UUID
    closing: Closing
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def perform(self, session: Session) -> Change:
        sheet = own_sheet(session, self.sheet_id)
        if sheet.closed is not None:
            raise ChangedElsewhere(say("This sheet is finished already."))
        if not 0 <= self.closing.on_paper <= MOST_HEADS:
            raise Refused(say("Write how many were there, as the paper says."))
        note, entered = line(self.closing.note), self._entered(session)
        if self.closing.on_paper != entered and not note:
            raise Refused(
                say(
                    "The paper says {paper}, and {entered} are entered. Tick the rest, or write why.",
                    paper=self.closing.on_paper,
                    entered=entered,
                )
            )
        sheet.on_paper, sheet.closed, sheet.note = self.closing.on_paper, self.closing.at, note
        message = say("Sheet {number} finished: {n} present", number=sheet_number(sheet), n=entered)
        undo = OpenSheetAgain(sheet.id, self.closing.at, self.closing.session_id)
        return _change(session, sheet, message, undo)

    def _entered(self, session: Session) -> int:
        return Paper(self.sheet_id, self.closing.session_id).answer(session).entered


@dataclass(frozen=True)
class OpenSheetAgain:
    """Something on it was wrong."""

    sheet_id: UUID
    seen_closed: datetime
    session_id: UUID | None = None
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def perform(self, session: Session) -> Change:
        sheet = own_sheet(session, self.sheet_id)
        if sheet.closed != self.seen_closed or sheet.on_paper is None:
            raise ChangedElsewhere(say("This sheet was changed in the meantime."))
        closing = Closing(sheet.on_paper, sheet.closed, sheet.note, self.session_id)
        sheet.on_paper, sheet.closed, sheet.note = None, None, ""
        message = say("Sheet {number} is open again", number=sheet_number(sheet))
        return _change(session, sheet, message, CloseSheet(sheet.id, closing))


def _change(session: Session, sheet: IssuedSheet, message: Message, undo: Action) -> Change:
    attended = session.get_one(EventSession, sheet.session_id)
    topics = {about(Kind.EVENTS, attended.event_id), about(Kind.ATTENDANCE, attended.id)}
    return Change(message, frozenset(topics), undo)
