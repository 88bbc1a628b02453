"""The title, the pages to choose from, and the verbs; the pages go below where it would be narrow."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.language import tr
from ui.kit.buttons import Button, Segments
from ui.kit.labels import Label
from ui.theme import px

ONE_ROW = 900
"""Its own width at 100 %."""


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
        self._grid.addWidget(self.title, 0, 0)
        self._grid.addWidget(self.segments, 1, 0, 1, 3)
        self._grid.addWidget(self._verbs, 0, 2)
        QWidget.setTabOrder(self.segments, self.print)
        self._wide = False

    def minimumSizeHint(self) -> QSize:
        parts = (self.title, self._verbs, self.segments)
        title, verbs, pages = (part.minimumSizeHint().width() for part in parts)
        width = max(title + px(10) + verbs, pages)
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= px(ONE_ROW)
        if wide != self._wide:
            self._wide = wide
            self._grid.removeWidget(self.segments)
            place = (0, 1, 1, 1) if wide else (1, 0, 1, 3)
            self._grid.addWidget(self.segments, *place)
