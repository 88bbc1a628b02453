"""‹ Today › and the days that are shown, which can be clicked to type or choose another one."""

from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.language import tr
from ui.bookings.span import Shown, Span
from ui.kit.buttons import Button, IconButton
from ui.kit.date_field import DateField
from ui.theme import px, tokens


class DayTitle(QWidget):
    """Tells which days are wanted; ``show_days`` shows them."""

    wanted = Signal(object)
    """Shown."""

    def __init__(self, shown: Shown, today: date) -> None:
        super().__init__()
        self._shown, self._today = shown, today
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        self.before = IconButton("left", "", kind="")
        self.today = Button(tr("Today"))
        self.after = IconButton("right", "", kind="")
        self.date = Button("", kind="quiet")
        look = f"font-size: {px(22)}px; font-weight: 700; color: {tokens().text};"
        self.date.setStyleSheet(f"QPushButton {{ {look} padding: 0 {px(6)}px; }}")
        self.date.setToolTip(tr("Choose another day"))
        for widget in (self.before, self.today, self.after, self.date):
            row.addWidget(widget)
        self.before.clicked.connect(lambda: self.step(-1))
        self.after.clicked.connect(lambda: self.step(1))
        self.today.clicked.connect(lambda: self.wanted.emit(self._shown.on(self._today)))
        self.date.clicked.connect(self._open)
        self.show_days(shown, today)

    def show_days(self, shown: Shown, today: date) -> None:
        self._shown, self._today = shown, today
        self.date.setText(shown.title)
        names = {
            Span.DAY: (tr("Previous day"), tr("Next day")),
            Span.WEEK: (tr("Previous week"), tr("Next week")),
            Span.MONTH: (tr("Previous month"), tr("Next month")),
        }[shown.span]
        for button, name in zip((self.before, self.after), names, strict=True):
            button.setAccessibleName(name)
            button.setToolTip(name)

    def step(self, steps: int) -> None:
        self.wanted.emit(self._shown.stepped(steps))

    def _open(self) -> None:
        box = QFrame(self, Qt.WindowType.Popup)
        box.setObjectName("card")
        column = QVBoxLayout(box)
        column.setContentsMargins(px(12), px(12), px(12), px(12))
        field = DateField(self._shown.day, self._today)
        field.setAccessibleName(tr("Day"))
        field.setMinimumWidth(px(260))
        field.changed.connect(lambda day: self._chosen(box, day))
        column.addWidget(field)
        box.move(self.date.mapToGlobal(QPoint(0, self.date.height())))
        box.show()
        field.field.setFocus()
        field.field.selectAll()

    def _chosen(self, box: QFrame, day: date | None) -> None:
        if day is not None:
            box.close()
            self.wanted.emit(self._shown.on(day))
