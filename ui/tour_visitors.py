"""Steps of the tour about people: two cards of one person, a family, who is in the centre now."""

from datetime import date
from uuid import UUID

from app.visitors.queries import VisitorCard, Visitors, Who
from ui.tour import Guide, StepFailed

THURSDAY = date(2026, 10, 15)


class PeopleSteps:
    """What is shown of the visitors beyond finding and registering."""

    def __init__(self, guide: Guide) -> None:
        self.g = guide

    def likely_duplicates(self) -> None:
        """The person registered a moment ago has the name of another."""
        self.g.view.show_tab("visitors", "duplicates")
        page = self.g.view.tab().duplicates  # type: ignore[attr-defined]
        self.g.wait(lambda: page.table.rows, "the likely duplicates")
        page.setFocus()

    def merge(self) -> None:
        from ui.visitors.merge_drawer import MergeDrawer

        self.g.keys("Return")
        self.g.settle()
        drawers = self.g.program.window.findChildren(MergeDrawer)
        self.g.expect(any(one.isVisible() for one in drawers), "the two cards are not compared")

    def merged(self) -> None:
        before = self.g.said()
        self.g.keys("Ctrl+Return")
        self.g.settle()
        self.g.expect(self.g.said() != before, "they were not merged")

    def two_again(self) -> None:
        before = self.g.said()
        self.g.keys("Ctrl+Z")
        self.g.settle()
        self.g.expect(self.g.said() != before, "the merge was not taken back")

    def on_site(self) -> None:
        self.g.view.show_tab("visitors", "on site")
        self.g.settle()
        page = self.g.view.tab().on_site  # type: ignore[attr-defined]
        self.g.expect(page.isVisible(), "the page is not shown")

    def family(self) -> None:
        """A mother who is not in yet, with her children: all are ticked."""
        tab = self.g.view.tab()
        tab.show_this(self._with_children())
        self.g.settle()
        side = tab.card  # type: ignore[attr-defined]
        side.show_family()
        self.g.settle()
        self.g.expect(side.family.isVisible(), "the family is not shown")

    def _with_children(self) -> UUID:
        for row in self.g.ask(Visitors(Who.ALL, THURSDAY)):
            card = self.g.ask(VisitorCard(row.id))
            if card and card.row.since is None and len(card.family) > 1:
                return row.id
        raise StepFailed("nobody has a family")
