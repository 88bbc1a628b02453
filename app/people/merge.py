"""Making one of two people who are one, everywhere, and taking that back whole."""

from dataclasses import dataclass, replace
from typing import ClassVar
from uuid import UUID

from sqlalchemy.orm import Session

from app.accessibility.merging import merge_needs
from app.action import Action, Change, Kind, about
from app.bookings.merging import merge_bookings
from app.database.cells import Cell, Cells, put_back
from app.errors import ChangedElsewhere, Refused
from app.events.merging import merge_events
from app.events.moving_up import told
from app.initiatives.merging import merge_initiatives
from app.language import Message, say
from app.opinions.merging import merge_opinions
from app.permission import Permission
from app.visitors.details import VisitorDetails
from app.visitors.finding_keys import write_keys
from app.visitors.merging import merge_visitors, with_other_spellings
from app.visitors.model import Visitor
from app.visitors.register import details_of
from app.visitors.visits import known_visitor, named

TOUCHED = (
    Kind.VISITORS,
    Kind.VISITS,
    Kind.CONSENTS,
    Kind.BOOKINGS,
    Kind.REGISTRATIONS,
    Kind.ATTENDANCE,
    Kind.NEEDS,
    Kind.INITIATIVES,
    Kind.OPINIONS,
)


@dataclass(frozen=True)
class MergePeople:
    """``gone`` becomes part of ``kept``, who is then as ``wanted`` says and found by both names."""

    kept_id: UUID
    gone_id: UUID
    seen: tuple[VisitorDetails, VisitorDetails]
    """Of the one who stays, and of the other."""
    wanted: VisitorDetails
    permission: ClassVar[Permission] = Permission.REGISTER_VISITORS

    def perform(self, session: Session) -> Change:
        if self.kept_id == self.gone_id:
            raise Refused(say("This is one person already."))
        kept = known_visitor(session, self.kept_id)
        gone = known_visitor(session, self.gone_id)
        if (details_of(kept), details_of(gone)) != self.seen:
            who = named(kept)
            raise ChangedElsewhere(
                say("{who} was changed in the meantime. Look at both again.", who=who)
            )
        cells = Cells(session)
        merge_needs(cells, kept.id, gone.id)
        moved = merge_events(cells, kept.id, gone.id)
        merge_opinions(cells, kept.id, gone.id)
        merge_initiatives(cells, kept.id, gone.id)
        merge_bookings(cells, kept.id, gone.id)
        merge_visitors(cells, kept, gone, self._wanted())
        message = say("{who} was in the list twice and is one person now", who=named(kept))
        if moved:
            message = told(say("{what}.", what=message), moved)
        return _change(kept, gone, message, SplitPeople(self, cells.written))

    def _wanted(self) -> VisitorDetails:
        wanted = with_other_spellings(self.wanted.checked(), self.seen)
        if wanted.guardian_id in (self.kept_id, self.gone_id):
            return replace(wanted, guardian_id=None)
        return wanted


@dataclass(frozen=True)
class SplitPeople:
    """They were two after all: every cell that was written holds again what it held."""

    merge: MergePeople
    cells: tuple[Cell, ...]
    permission: ClassVar[Permission] = Permission.REGISTER_VISITORS

    def perform(self, session: Session) -> Change:
        kept = known_visitor(session, self.merge.kept_id)
        put_back(session, self.cells)
        gone = session.get_one(Visitor, self.merge.gone_id)
        write_keys(session, [kept, gone])
        message = say("{who} and {other} are two people again", who=named(kept), other=named(gone))
        return _change(kept, gone, message, self.merge)


def _change(kept: Visitor, gone: Visitor, message: Message, undo: Action) -> Change:
    return Change(message, frozenset(about(kind, kept.id, gone.id) for kind in TOUCHED), undo)
