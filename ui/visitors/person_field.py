"""Somebody we know, found while her name is typed, or only a name."""

from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCompleter

from app.visitors.rows import VisitorRow
from app.visitors.search import Matches, VisitorsMatching
from ui.desk import QtDesk
from ui.kit.forms import SuggestField

PAUSE_MS = 150
MOST = 6
SHORTEST = 2


class PersonField(SuggestField):
    """``value()`` is the id of a person we know; ``text()`` alone is a name we do not know."""

    def __init__(self, desk: QtDesk, text: str = "", but: UUID | None = None) -> None:
        super().__init__(text)
        self._desk, self._but = desk, but
        completer = self.completer()
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._looking = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._looking.timeout.connect(self._look)
        self.textEdited.connect(lambda _: self._looking.start())

    def know(self, visitor_id: UUID, words: str) -> None:
        """Begin with who is written down."""
        self.set_options([(visitor_id, words)])
        self.set_value(visitor_id)

    @property
    def is_offering(self) -> bool:
        """Those found stand under it."""
        popup = self.completer().popup()
        return popup is not None and popup.isVisible()

    def _look(self) -> None:
        if len(self.text().strip()) >= SHORTEST and self.value() is None:
            self._desk.ask(VisitorsMatching(self.text(), MOST), self.offer)

    def offer(self, matches: Matches) -> None:
        """What was found, unless it was typed on meanwhile."""
        if matches.text == self.text():
            self.show_options([self.words_of(row) for row in matches.rows if row.id != self._but])

    def show_options(self, options: list[tuple[UUID, str]]) -> None:
        self.set_options(options)
        if options and self.hasFocus():
            self.completer().complete()

    @staticmethod
    def words_of(row: VisitorRow) -> tuple[UUID, str]:
        """With the year and the number, so that two of one name are told apart."""
        year = str(row.birth_year) if row.birth_year else ""
        return row.id, " · ".join(filter(None, (row.name, year, row.town, f"{row.number:05}")))
