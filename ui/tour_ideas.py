"""Steps of the tour about residents: an idea grows, opinions are heard."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.initiatives.queries import Initiatives
from app.language import tr
from ui.tour import Guide, StepFailed

if TYPE_CHECKING:
    from ui.events.tab import EventsTab

OTHER = Qt.FocusReason.OtherFocusReason
IDEA = "Velosipēdu darbnīca pagalmā"


class IdeaSteps:
    """The last of them leaves the window locked, as it must be."""

    def __init__(self, guide: Guide) -> None:
        self.g = guide

    def steps(self) -> tuple[tuple[str, str, Callable[[], None]], ...]:
        return (
            ("idea", tr("An idea in one line"), self.idea),
            ("initiative", tr("An initiative on its way, with all it needs"), self.initiative),
            ("opinions", tr("What people said, and what was answered"), self.opinions),
            ("opinion_screen", tr("The screen turned to the visitor"), self.screen),
        )

    def idea(self) -> None:
        self._tab("ideas")
        self.g.keys("Ctrl+N")
        self.g.type(IDEA)
        self.g.keys("Return")
        self.g.settle()
        noted = [row for row in self.g.ask(Initiatives()) if row.title == IDEA]
        self.g.expect(noted, "the idea was not noted")

    def initiative(self) -> None:
        rows = self.g.ask(Initiatives())
        self.g.expect(rows, "the sample has no initiative")
        self.g.view.show_tab("events", ("ideas", rows[0].id))
        self.g.settle()

    def opinions(self) -> None:
        tab = self._tab("opinions")
        self.g.expect(tab.page.isVisible(), "the opinions are not shown")

    def screen(self) -> None:
        from ui.opinions.page import OpinionsPage

        page = self._tab("opinions").page
        if not isinstance(page, OpinionsPage):
            raise StepFailed("the opinions are not shown")
        page.turn.click()
        self.g.settle()
        if page.screen_ is None:
            raise StepFailed("the screen is not turned")
        QTest.keyClick(page.screen_, Qt.Key.Key_Right)

    def _tab(self, name: str) -> "EventsTab":
        from ui.events.tab import EventsTab

        self.g.view.show_tab("events", (name, None))
        self.g.settle()
        tab = self.g.view.tab()
        if not isinstance(tab, EventsTab):
            raise StepFailed("the events are not shown")
        return tab
