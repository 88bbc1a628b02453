"""Sign-in sheets of the sample centre: yesterday's are entered, today's are printed."""

from datetime import timedelta

from app.clock import to_utc, wall_now
from app.desk import Desk
from app.events.queries import AgendaDay, SessionRow
from app.events.sheets import IssueSheet
from app.events.way_back import Paper
from app.events.way_back_closing import CloseSheet, Closing
from app.ids import new_id

BEFORE = timedelta(hours=2)
OPTIONS = "{}"
"""As sheets are printed when nobody chooses anything."""


def issue_papers(desk: Desk) -> None:
    """The newest numbers belong to the sessions that are still to come today."""
    today = wall_now(desk.clock).date()
    for days in (1, 0):
        for row in desk.ask(AgendaDay(today - timedelta(days=days))):
            if not (row.open_doors or row.cancelled):
                _issue(desk, row)


def _issue(desk: Desk, row: SessionRow) -> None:
    sheet_id, now = new_id(), desk.clock.now()
    printed = min(to_utc(row.start) - BEFORE, now)
    desk.do(IssueSheet(sheet_id, row.session_id, OPTIONS, printed))
    over = to_utc(row.end)
    if over < now:
        entered = desk.ask(Paper(sheet_id)).entered
        desk.do(CloseSheet(sheet_id, Closing(entered, over)))
