"""Whose visitor cards are printed: one person's, or everybody's whom the list shows."""

from uuid import UUID

from app.clock import wall_now
from app.language import tr
from app.visitors.queries import Visitors, Who
from app.visitors.rows import VisitorRow
from app.visitors.search import Matches, VisitorsMatching
from ui.kit.tab import Tab


class CardPrinting:
    """Opens the drawer over the tab; the paper itself is imported only then."""

    def __init__(self, tab: Tab) -> None:
        self._tab = tab

    def print_one(self, visitor_id: UUID) -> None:
        self._open((visitor_id,))

    def print_list(self, typed: str, who: Who) -> None:
        """All who fit, not only those already read for the screen, as far as cards are printed."""
        from ui.visitors.cards_drawer import MOST

        if self._tab.private:
            self._tab.said.emit(tr("Privacy mode is on. F8 ends it."), "info")
        elif typed.strip():
            self._tab.desk.ask(VisitorsMatching(typed, MOST + 1), self._found)
        else:
            today = wall_now(self._tab.desk.clock).date()
            self._tab.desk.ask(Visitors(who, today, MOST + 1), self._listed)

    def _found(self, matches: Matches) -> None:
        self._listed(matches.rows)

    def _listed(self, rows: tuple[VisitorRow, ...]) -> None:
        if rows:
            self._open(tuple(row.id for row in rows))
        else:
            self._tab.said.emit(tr("There is nobody in the list to print a card for."), "info")

    def _open(self, visitor_ids: tuple[UUID, ...]) -> None:
        from ui.visitors.cards_drawer import CardsDrawer

        drawer = CardsDrawer(self._tab, self._tab.desk, visitor_ids)
        drawer.said.connect(self._tab.said)
        drawer.open()
