"""Sheets that were issued, for tests of the way back."""

from dataclasses import dataclass
from uuid import UUID

from app.desk import Desk
from app.events.attending import MarkPresent
from app.events.plan import PlanEvent
from app.events.sheets import IssueSheet
from app.events.way_back import Paper, PaperToEnter
from app.events.way_back_rows import WriteRow
from app.events.way_back_ticks import RowTick, TickRows
from app.ids import new_id
from app.visitors.details import VisitorDetails
from tests.making.events import make_event, make_registration
from tests.making.visitors import make_visitor


@dataclass(frozen=True)
class Issued:
    """A sheet that was printed, and who stands on it in the order of its rows."""

    sheet_id: UUID
    event: PlanEvent
    people: tuple[UUID, ...]

    def on(self, desk: Desk) -> PaperToEnter:
        return desk.ask(Paper(self.sheet_id))


def make_paper(desk: Desk, *names: str, **event: object) -> Issued:
    """Registers people with these family names and prints the sheet."""
    plan = make_event(desk, **event)  # type: ignore[arg-type]
    people = tuple(make_visitor(desk, "Anna", name) for name in names)
    for visitor in people:
        make_registration(desk, plan.event_id, visitor)
    return Issued(print_again(desk, plan.session_id), plan, people)


def print_again(desk: Desk, session_id: UUID) -> UUID:
    sheet_id = new_id()
    desk.do(IssueSheet(sheet_id, session_id, "{}", desk.clock.now()))
    return sheet_id


def ticks(desk: Desk, sheet_id: UUID, *rows: int, photo: bool | None = None) -> TickRows:
    made = tuple(RowTick(row, new_id(), new_id()) for row in rows)
    return TickRows(sheet_id, made, desk.clock.now(), photo)


def written(
    desk: Desk, paper: Issued, row: int, visitor_id: UUID, new: VisitorDetails | None = None
) -> WriteRow:
    session_id, now = paper.event.session_id, desk.clock.now()
    mark = MarkPresent(new_id(), session_id, visitor_id, now, new_id())
    return WriteRow(paper.sheet_id, row, visitor_id, mark, new=new)
