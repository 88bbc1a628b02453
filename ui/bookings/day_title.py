"""‹ Today › and the date, which can be clicked to type or choose another."""

from datetime import date, timedelta

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.language import long_date, tr
from ui.kit.buttons import Button, IconButton
from ui.kit.date_field import DateField
from ui.theme import px, tokens


class DayTitle(QWidget):
    """Tells which day is wanted; ``set_day`` shows it."""

    wanted = Signal(object)

    def __init__(self, day: date, today: date) -> None:
        super().__init__()
        self._day, self._today = day, today
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        self.before = IconButton("left", tr("Previous day"), kind="")
        self.today = Button(tr("Today"))
        self.after = IconButton("right", tr("Next day"), kind="")
        self.date = Button("", kind="quiet")
        look = f"font-size: {px(22)}px; font-weight: 700; color: {tokens().text};"
        self.date.setStyleSheet(f"QPushButton {{ {look} padding: 0 {px(6)}px; }}")
        self.date.setToolTip(tr("Choose another day"))
        for widget in (self.before, self.today, self.after, self.date):
            row.addWidget(widget)
        self.before.clicked.connect(lambda: self.step(-1))
        self.after.clicked.connect(lambda: self.step(1))
        self.today.clicked.connect(lambda: self.wanted.emit(self._today))
        self.date.clicked.connect(self._open)
        self.set_day(day, today)

    def set_day(self, day: date, today: date) -> None:
        self._day, self._today = day, today
        self.date.setText(long_date(day))

    def step(self, days: int) -> None:
        self.wanted.emit(self._day + timedelta(days=days))

    def _open(self) -> None:
        box = QFrame(self, Qt.WindowType.Popup)
        box.setObjectName("card")
        column = QVBoxLayout(box)
        column.setContentsMargins(px(12), px(12), px(12), px(12))
        field = DateField(self._day, self._today)
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
            self.wanted.emit(day)
