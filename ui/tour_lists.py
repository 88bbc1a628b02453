"""Steps of the tour about lists: who waits, who moves up, a group of pasted names, single dates."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.events.board import BoardOfSession
from app.events.group_match import Outcome
from app.events.queries import Agenda
from app.language import tr
from app.visitors.rows import VisitorRow
from app.visitors.search import VisitorsMatching
from ui.tour import Guide

if TYPE_CHECKING:
    from ui.events.group_drawer import GroupDrawer
    from ui.events.session_view import SessionView

OTHER = Qt.FocusReason.OtherFocusReason
THURSDAY, DAYS = date(2026, 10, 15), 40
EXCURSION, COURSE = "Ekskursija uz Aglonu", "Latviešu valoda"
NOBODY = "Zalcmane Undīne 2016; Preiļu 1. pamatskola\nKurmis Teodors 2013"


class ListSteps:
    """The bus of the sample's excursion is full and three wait."""

    def __init__(self, guide: Guide) -> None:
        self.g = guide

    def steps(self) -> tuple[tuple[str, str, Callable[[], None]], ...]:
        return (
            (
                "waiting_list",
                tr("Companions and wheelchairs are counted; who waits has her number"),
                self.waiting_list,
            ),
            ("moves_up", tr("Somebody cancels: the first in line has the place"), self.moves_up),
            ("place_told", tr("Who has a place now is to be told"), self.place_told),
            ("group", tr("Pasted names: found, new, doubtful"), self.group),
            ("group_listed", tr("The whole group is on the list"), self.group_listed),
            ("single_dates", tr("On the list for single dates only"), self.single_dates),
        )

    def waiting_list(self) -> None:
        view = self._opened(EXCURSION)
        lines = [row for row in self._board().rows if row.line]
        self.g.expect(len(lines) > 1, "nobody waits")
        view.table.choose(lines[0].registration_id)
        self.g.settle()

    def moves_up(self) -> None:
        view = self._view()
        first = next(row for row in self._board().rows if row.awaited and not row.companions)
        view.table.setFocus(OTHER)
        view.table.choose(first.registration_id)
        self.g.settle()
        before = self._board().waiting
        self.g.keys("Delete")
        self.g.settle()
        self.g.expect(self._board().waiting == before - 1, f"nobody moved up: {self.g.said()}")

    def place_told(self) -> None:
        from ui.events.news_drawer import NewsDrawer

        self._view().head.tell.emit()
        self.g.settle()
        drawers = self.g.program.window.findChildren(NewsDrawer)
        self.g.expect(drawers and drawers[0].table.rows, "nobody is to be told")

    def group(self) -> None:
        """Two found by name and year, one name misspelt, two nobody knows."""
        self.g.keys("Escape")
        self.g.settle()
        listed = {row.visitor_id for row in self._board().rows}
        known = [
            row
            for row in self.g.ask(VisitorsMatching("liep", 40)).rows
            if row.id not in listed and row.birth_year and len(row.family_name) > 4
        ]
        self.g.expect(len(known) > 2, "the sample knows too few people of that name")
        found = [f"{_line(row)}\t{row.birth_year}" for row in known[:2]]
        name = known[2].family_name
        misspelt = f"{name[:3]}{name[4]}{name[3]}{name[5:]} {known[2].given_name}"
        self._view().entry.mode.choose(0)
        self._view().register_group()
        self.g.settle()
        drawer = self._drawer()
        drawer.names.setPlainText("\n".join([*found, misspelt, NOBODY]))
        self.g.wait(lambda: len(drawer.rows.rows) == len(found) + 3, "the names are not looked for")
        self.g.settle()
        self.g.expect(drawer.rows.count(Outcome.NEW) >= 2, "nobody is new")

    def group_listed(self) -> None:
        """Whoever is doubtful is said to be somebody new."""
        from ui.events.group_rows import Who

        drawer = self._drawer()
        for choice in drawer.rows.undecided():
            choice.set_value(Who(None))
            choice.picked.emit(Who(None))
        self.g.settle()
        before = len(self._board().rows)
        self.g.keys("Ctrl+Return")
        self.g.settle()
        self.g.expect(len(self._board().rows) >= before + 4, f"not on the list: {self.g.said()}")

    def single_dates(self) -> None:
        view = self._opened(COURSE)
        view.table.setFocus(OTHER)
        view.table.choose(self._board().rows[0].registration_id)
        self.g.settle()
        self.g.keys("R")
        self.g.settle()

    def _opened(self, title: str) -> "SessionView":
        days = self.g.ask(Agenda(THURSDAY, DAYS))
        found = [row for day in days for row in day.rows if row.title.startswith(title)]
        self.g.expect(found, f"the sample has no {title}")
        wanted = found[0].session_id
        self.g.view.show_tab("events", wanted)
        self.g.settle()
        view = self._view()
        self.g.wait(lambda: view.board and view.board.session_id == wanted, title)
        self.g.settle()
        return view

    def _view(self) -> "SessionView":
        view: SessionView = self.g.view.tab().events.view  # type: ignore[attr-defined]
        return view

    def _board(self) -> BoardOfSession:
        board = self._view().board
        assert board is not None
        return board

    def _drawer(self) -> "GroupDrawer":
        from ui.events.group_drawer import GroupDrawer

        drawers = self.g.program.window.findChildren(GroupDrawer)
        self.g.expect(drawers, "the drawer of the group is not open")
        return drawers[0]


def _line(row: VisitorRow) -> str:
    return f"{row.family_name} {row.given_name}"
