"""Steps of the tour about planning: an event with all its sessions, whom to tell, a copy, the programme."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QWidget

from app.events.queries import Agenda
from app.language import tr
from ui.tour import Guide, StepFailed

if TYPE_CHECKING:
    from ui.events.events_page import EventsPage
    from ui.events.programme_page import ProgrammePage

NOVEMBER, DAYS = date(2026, 11, 1), 30
COURSE = "Keramika ģimenēm"
W = TypeVar("W", bound=QWidget)


class EventSteps:
    """The course of the sample: its second session was moved, and one of nine knows."""

    def __init__(self, guide: Guide) -> None:
        self.g = guide

    def steps(self) -> tuple[tuple[str, str, Callable[[], None]], ...]:
        return (
            (
                "event_drawer",
                tr("An event with all its sessions, each checked against its room"),
                self.drawer,
            ),
            (
                "event_sessions",
                tr("The sessions of an event by a pattern, each with what the rules say"),
                self.pattern,
            ),
            (
                "event_tell",
                tr("Whom to tell that a session was moved, and who knows"),
                self.tell,
            ),
            ("event_copy", tr("A copy of an event, with its people"), self.copy),
            (
                "programme",
                tr("The programme of the month, for the door and the local paper"),
                self.programme,
            ),
            ("programme_large", tr("The programme in large print"), self.large),
        )

    def drawer(self) -> None:
        from ui.events.form import EventDrawer

        days = self.g.ask(Agenda(NOVEMBER, DAYS))
        found = [row for day in days for row in day.rows if row.title.startswith(COURSE)]
        self.g.expect(len(found) > 1, "the course of the sample is not there")
        self.g.view.show_tab("events", found[1].session_id)
        self.g.settle()
        self._page().edit()
        self.g.settle()
        drawer = self._shown(EventDrawer)
        rows = drawer.dates.table.rows
        self.g.expect(len(rows) == len(found), f"{len(rows)} sessions are shown")
        self.g.expect(all(row.check for row in rows), "a session is not checked")

    def pattern(self) -> None:
        from ui.events.form import EventDrawer
        from ui.events.more_dates import MoreDatesDrawer

        self._shown(EventDrawer).dates.repeat.click()
        self.g.settle()
        dates = self._shown(MoreDatesDrawer)
        self.g.wait(lambda: len(dates.rows.rows) > 1, "the sessions of the pattern")

    def tell(self) -> None:
        from ui.events.form import EventDrawer
        from ui.events.more_dates import MoreDatesDrawer
        from ui.events.news_drawer import NewsDrawer

        for kind in (MoreDatesDrawer, EventDrawer):
            self._shown(kind).dismiss()
            self.g.settle()
        self._page().view.head.tell.emit()
        self.g.settle()
        rows = self._shown(NewsDrawer).table.rows
        self.g.expect(sum(row.told for row in rows) == 1, "it is not kept who was told")

    def copy(self) -> None:
        from ui.events.copy_drawer import CopyDrawer
        from ui.events.news_drawer import NewsDrawer

        self._shown(NewsDrawer).dismiss()
        self.g.settle()
        board = self._page().view.board
        if board is None:
            raise StepFailed("the course is not shown")
        self._page().drawers.copy(board.event_id)
        self.g.settle()
        drawer = self._shown(CopyDrawer)
        self.g.wait(drawer.with_people.isEnabled, "the people of the course")
        drawer.with_people.setChecked(True)

    def programme(self) -> None:
        from ui.events.copy_drawer import CopyDrawer

        self._shown(CopyDrawer).dismiss()
        self.g.settle()
        self.g.view.show_tab("events", ("programme", NOVEMBER))
        self.g.settle()
        page = self._programme()
        self.g.wait(lambda: page.preview.pages > 0, "the programme")
        page.when_drawn(lambda: page.save_to(self.g.out / "programme.pdf"))

    def large(self) -> None:
        page = self._programme()
        pages = page.preview.pages
        page.large.setChecked(True)
        self.g.wait(lambda: page.preview.pages > pages, "the programme in large print")
        page.when_drawn(lambda: page.save_to(self.g.out / "programme_large.pdf"))
        self.g.settle()

    def _page(self) -> "EventsPage":
        page: EventsPage = self.g.view.tab().events  # type: ignore[attr-defined]
        return page

    def _programme(self) -> "ProgrammePage":
        page: ProgrammePage = self.g.view.tab().page  # type: ignore[attr-defined]
        return page

    def _shown(self, kind: type[W]) -> W:
        found = [one for one in self.g.program.window.findChildren(kind) if one.isVisible()]
        self.g.expect(found, f"{kind.__name__} is not shown")
        return found[-1]
