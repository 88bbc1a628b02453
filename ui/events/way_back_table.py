"""The rows of the paper on the screen: its order, its numbers, never sorted again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent

from app.events.way_back import PaperRow, PaperToEnter
from app.language import tr
from ui.kit.tables import Column, Table
from ui.theme import px

HEIGHT = 31
ORIGIN = 3
NARROW = 508
"""Logical px: narrower, where from stands behind the name."""


class PaperTable(Table):
    """The field ticks; here Enter and a double click do, and Space and Delete take off too."""

    tick = Signal(object)
    take_off = Signal(object)
    """PaperRow."""

    def __init__(self) -> None:
        self.private = self._narrow = False
        super().__init__(
            tr("Rows of the sheet"),
            [
                Column(tr("No."), lambda row: str(row.row), 52, bold=True),
                Column(
                    tr("Present"),
                    lambda row: tr("present") if row.present else "",
                    112,
                    icon=lambda row: "check" if row.present else "",
                    ink=lambda _: "ok",
                ),
                Column(
                    tr("Name, surname (as on the sheet)"),
                    self._name,
                    220,
                    stretch=True,
                    bold=True,
                    muted=lambda row: row.gone,
                    wrap=True,
                ),
                Column(tr("From where"), self._origin, 170, stretch=True, wrap=True),
                Column(tr("Photo"), _photo, 84),
            ],
            lambda row: row.row,
        )
        self.opened.connect(self.tick)

    def show_paper(self, paper: PaperToEnter) -> None:
        self.set_rows(paper.rows)

    def said(self, row: PaperRow) -> str:
        """One row in a few words."""
        return f"{row.row}. {self._name(row)}" + (f", {tr('present')}" if row.present else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row: PaperRow | None = self.current_row()
        if row is not None and event.key() == Qt.Key.Key_Space:
            (self.take_off if row.present else self.tick).emit(row)
            return
        if row is not None and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.take_off.emit(row)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = event.size().width() < px(NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            self.setColumnHidden(ORIGIN, narrow)
        super().resizeEvent(event)

    def _fit(self) -> None:
        """As close as paper: all of them at one height, and many at a glance."""
        if self.verticalHeader().defaultSectionSize() != px(HEIGHT):
            self.verticalHeader().setDefaultSectionSize(px(HEIGHT))
        self._fit_wrapped()

    def _name(self, row: PaperRow) -> str:
        if row.gone:
            return tr("no longer in the list")
        if self.private:
            return " ".join(f"{part[0].upper()}." for part in row.name.split() if part)
        return f"{row.name} · {row.origin}" if self._narrow and row.origin else row.name

    def _origin(self, row: PaperRow) -> str:
        return "" if self.private or row.gone else row.origin


def _photo(row: PaperRow) -> str:
    if not row.present:
        return ""
    return {True: tr("agrees"), False: tr("declines"), None: "—"}[row.photo]
