"""The table of a session: a tick, the name, where from, a neutral mark, how registered, when came."""

from collections.abc import Set
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from app.events.board import ListRow
from app.events.model import OUT, RegistrationStatus
from app.language import tr
from ui.events.shown import came_words, shown_name, via_words
from ui.kit.tables import Column, Table

LETTERS = frozenset("NELTFGRA")
"""Did not come, excused, leaves now, times, family, group, registration, family to register."""


class PeopleTable(Table):
    """Space toggles the tick; Enter marks present; Delete says that somebody will not come."""

    not_coming = Signal(object)
    """ListRow."""
    letter = Signal(object, str)
    """ListRow, and one of ``LETTERS``."""

    def __init__(self) -> None:
        self.private = False
        self._flagged: Set[UUID] = frozenset()
        super().__init__(
            tr("People of this session"),
            [
                Column(tr("Present"), lambda _: "", 84, tick=lambda row: row.came is not None),
                Column(
                    tr("Name, surname"),
                    lambda row: shown_name(row, private=self.private),
                    220,
                    stretch=True,
                    bold=True,
                    muted=_is_out,
                    wrap=True,
                    struck=lambda row: row.status in OUT,
                ),
                Column(
                    tr("From where"),
                    lambda row: "" if self.private else row.origin,
                    180,
                    stretch=True,
                    wrap=True,
                ),
                Column("", lambda _: "", 44, icon=self._flag),
                Column(tr("Signed up"), via_words, 104),
                Column(tr("Came"), came_words, 128, muted=lambda row: row.came is None),
            ],
            lambda row: row.registration_id,
        )

    def set_flagged(self, visitors: Set[UUID]) -> None:
        """Whose ⓘ is shown; empty without the permission, and in privacy mode."""
        self._flagged = visitors
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.current_row() is not None:
            self.not_coming.emit(self.current_row())
            return
        letter = event.text().upper()
        if letter in LETTERS and self.current_row() is not None and not event.modifiers():
            self.letter.emit(self.current_row(), letter)
            return
        super().keyPressEvent(event)

    def _flag(self, row: ListRow) -> str:
        return "info" if row.visitor_id in self._flagged and not self.private else ""

    def _sentence(self, row: Any) -> str:
        sentence = super()._sentence(row)
        return f"{sentence}, {tr('something is to be prepared')}" if self._flag(row) else sentence


def _is_out(row: ListRow) -> bool:
    return row.status != RegistrationStatus.REGISTERED and row.came is None
