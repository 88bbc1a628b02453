"""The title, the pages to choose from, and the verbs; the pages go below where it would be narrow."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.language import tr
from ui.kit.buttons import Button, Segments
from ui.kit.labels import Label
from ui.theme import px

ONE_ROW, TWO_ROWS = 900, 640
"""Its own width at 100 %."""

PLACES = {
    1: ((0, 0, 1, 1), (0, 1, 1, 1), (0, 2, 1, 1)),
    2: ((0, 0, 1, 1), (1, 0, 1, 3), (0, 2, 1, 1)),
    3: ((0, 0, 1, 3), (1, 0, 1, 3), (2, 0, 1, 3)),
}
"""Row, column and their spans, of the title, the pages and the verbs."""


class TitleRow(QWidget):
    """Asks for no more width than in two rows."""

    def __init__(self, *, may_record: bool) -> None:
        super().__init__()
        self.title = QWidget()
        names = QVBoxLayout(self.title)
        names.setContentsMargins(0, 0, 0, 0)
        names.setSpacing(px(1))
        names.addWidget(Label(tr("Access needs"), role="h1", wrap=True))
        names.addWidget(
            Label(tr("Shows what is to be prepared: no names, no diagnoses"), role="sub", wrap=True)
        )
        titles = [tr("Coming"), tr("People"), tr("Rooms"), tr("Consents")]
        self.segments = Segments(titles, tr("Which page"))
        self.print = Button(tr("Print the list"), icon="print")
        self.print.setToolTip("Ctrl+P")
        self.record = Button(tr("Record a need"), kind="primary", icon="add")
        self.record.setToolTip("F6")
        self._verbs = QWidget()
        row = QHBoxLayout(self._verbs)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        row.addWidget(self.print)
        row.addWidget(self.record)
        self.record.setVisible(may_record)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(px(10))
        self._grid.setColumnStretch(0, 1)
        self._parts = (self.title, self.segments, self._verbs)
        for part, place in zip(self._parts, PLACES[2], strict=True):
            self._grid.addWidget(part, *place)
        QWidget.setTabOrder(self.segments, self.print)
        self._rows = 2

    def minimumSizeHint(self) -> QSize:
        parts = (self.title, self._verbs, self.segments)
        title, verbs, pages = (part.minimumSizeHint().width() for part in parts)
        width = max(title, verbs, pages)
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        rows = 1 if width >= px(ONE_ROW) else 2 if width >= px(TWO_ROWS) else 3
        if rows != self._rows:
            self._rows = rows
            for part, place in zip(self._parts, PLACES[rows], strict=True):
                self._grid.removeWidget(part)
                self._grid.addWidget(part, *place)
