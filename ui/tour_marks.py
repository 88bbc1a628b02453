"""Steps of the tour about who came: the way back from paper, a row's verbs, a check-in's offer."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.clock import wall_now
from app.events.board import BoardOfSession, ListRow, SessionBoard
from app.events.queries import AgendaDay
from app.events.way_back_choices import PapersIssued
from app.language import tr
from ui.tour import Guide, StepFailed

if TYPE_CHECKING:
    from ui.events.way_back_page import WayBackPage

OTHER = Qt.FocusReason.OtherFocusReason
POTTERY = "Keramikas darbnīca"


class MarkSteps:
    """Tonight's sheet of the sample is entered; nobody has been ticked on it before."""

    def __init__(self, guide: Guide) -> None:
        self.g = guide

    def steps(self) -> tuple[tuple[str, str, Callable[[], None]], ...]:
        return (
            (
                "papers",
                tr("Which paper came back: scanned, its number, or from the list"),
                self.papers,
            ),
            (
                "way_back",
                tr("Digits and Enter tick the rows, in the order of the paper"),
                self.tick,
            ),
            ("walk_in", tr("Letters begin the name of a walk-in: found or new"), self.walk_in),
            ("differs", tr("What the paper says is compared with the ticks"), self.differs),
            ("finished", tr("The sheet is finished"), self.finished),
            ("missed", tr("Excused, did not come, left early"), self.missed),
            ("offer_tick", tr("A check-in offers the tick at the event"), self.offer_tick),
        )

    def papers(self) -> None:
        self.g.close_drawers()
        self.g.view.show_tab("events", ("paper", None))
        self.g.settle()
        self.g.expect(self._page().list.table.rows, "no sheet is in the list")

    def tick(self) -> None:
        found = [one for one in self.g.ask(PapersIssued()) if one.title.startswith(POTTERY)]
        self.g.expect(found, "the sheet of the pottery is not there")
        page = self._page()
        page.list.field.setFocus(OTHER)
        self.g.type(found[0].number)
        self._enter()
        for typed in ("1-3", "5", "6n", "7 8", "11 12 j", "2 +"):
            self.g.type(typed)
            self._enter()
        self.g.type("9")
        paper = page.entry.paper
        self.g.expect(paper and paper.by_name >= 8, "the rows are not ticked")

    def walk_in(self) -> None:
        self.g.keys("Escape")
        self.g.type("Viktors Prikulis")
        self.g.settle()
        self._enter()
        self.g.type("Preiļi")
        self._enter()
        self._enter()
        paper = self._page().entry.paper
        self.g.expect(paper and paper.walked_in == 1, f"nobody walked in: {self.g.said()}")

    def differs(self) -> None:
        self._enter()  # an empty name leads back to the rows
        page = self._page()
        assert page.entry.paper is not None
        self.g.type(f"={page.entry.paper.entered + 1}")
        self._enter()
        self.g.expect(page.entry.side.verdict.isVisible(), "the difference is not said")

    def finished(self) -> None:
        self.g.type("9")
        self._enter()
        self.g.keys("Ctrl+Return")
        self.g.settle()
        paper = self._page().entry.paper
        self.g.expect(paper and paper.closed, "the sheet is not finished")

    def missed(self) -> None:
        """Of the session that goes on now."""
        board = self._now()
        self.g.view.show_tab("events", board.session_id)
        self.g.settle()
        view = self.g.view.tab().events.view  # type: ignore[attr-defined]
        here = next(row for row in board.rows if row.came is not None)
        for row, key in ((here, "L"), (self._awaited()[-1], "E")):
            view.table.setFocus(OTHER)
            view.table.choose(row.registration_id)
            self.g.settle()
            self.g.keys(key)
            self.g.settle()
        self.g.expect(view.board.missed == 1, "nobody is excused")

    def offer_tick(self) -> None:
        person = self._awaited()[0]
        self.g.view.omni.check_in(person.visitor_id)
        self.g.settle()
        self.g.expect(self.g.view.last_action.offers.buttons, f"no offer: {self.g.said()}")

    def _awaited(self) -> list[ListRow]:
        rows = [row for row in self._now().rows if row.awaited]
        self.g.expect(rows, "nobody is awaited")
        return rows

    def _now(self) -> BoardOfSession:
        now = wall_now(self.g.view.desk.clock)
        going_on = [one for one in self.g.ask(AgendaDay(now.date())) if one.start <= now < one.end]
        self.g.expect(going_on, "no session goes on now")
        board = self.g.ask(SessionBoard(going_on[0].session_id))
        if not isinstance(board, BoardOfSession):
            raise StepFailed("the session is gone")
        return board

    def _enter(self) -> None:
        self.g.keys("Return")
        self.g.settle()

    def _page(self) -> "WayBackPage":
        from ui.events.way_back_page import WayBackPage

        page = self.g.view.tab().page  # type: ignore[attr-defined]
        if not isinstance(page, WayBackPage):
            raise StepFailed("the page of the way back is not shown")
        return page
