"""When the centre is open: working days, Saturday, Sunday. Single days are set in the settings."""

from datetime import time
from typing import Any

from PySide6.QtWidgets import QGridLayout, QWidget

from app.centre.details import USUAL_WEEK, Hours
from app.language import tr
from ui.kit.cards import Card
from ui.kit.date_field import TimeChoice
from ui.kit.forms import Tick
from ui.kit.labels import Label
from ui.theme import px

MORNING, EVENING = time(9), time(20)


class _Row:
    def __init__(self, name: str, hours: Hours) -> None:
        opens, closes = hours or (MORNING, EVENING)
        self.open = Tick(name, on=hours is not None)
        self.opens, self.closes = TimeChoice(opens), TimeChoice(closes)
        self.opens.setAccessibleName(tr("{days}: opens at", days=name))
        self.closes.setAccessibleName(tr("{days}: closes at", days=name))
        self.open.toggled.connect(self._show)
        self._show(hours is not None)

    def _show(self, is_open: bool) -> None:
        for choice in (self.opens, self.closes):
            choice.setEnabled(is_open)

    def hours(self) -> Hours:
        opens, closes = self.opens.at(), self.closes.at()
        return (opens, closes) if self.open.isChecked() and opens and closes else None

    def is_wrong(self) -> bool:
        if not self.open.isChecked():
            return False
        hours = self.hours()
        return hours is None or hours[1] <= hours[0]


class HoursForm(Card):
    """Three rows stand for seven days."""

    def __init__(self) -> None:
        super().__init__(margins=(20, 14, 20, 18), gap=8)
        self.column.addWidget(Label(tr("Opening hours"), role="h3"))
        names = (tr("Monday to Friday"), tr("Saturday"), tr("Sunday"))
        self.rows = [
            _Row(name, USUAL_WEEK[day]) for name, day in zip(names, (0, 5, 6), strict=True)
        ]
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(10))
        grid.setVerticalSpacing(px(6))
        grid.setColumnStretch(0, 1)
        for number, row in enumerate(self.rows):
            grid.addWidget(row.open, number, 0)
            grid.addWidget(row.opens, number, 1)
            grid.addWidget(Label("–"), number, 2)
            grid.addWidget(row.closes, number, 3)
        self.column.addLayout(grid)
        self._wrong = Label("", role="error", wrap=True)
        self._wrong.hide()
        self.column.addWidget(self._wrong)
        self.column.addStretch(1)

    def week(self) -> tuple[Hours, ...]:
        working, saturday, sunday = (row.hours() for row in self.rows)
        return (*([working] * 5), saturday, sunday)

    def first_wrong(self) -> QWidget | None:
        """Marks what is wrong and gives the widget that wants the focus."""
        found = next((row for row in self.rows if row.is_wrong()), None)
        self._wrong.setText(tr("The centre must close after it opens.") if found else "")
        self._wrong.setVisible(found is not None)
        return found.opens if found else None

    def typed(self) -> Any:
        return [(row.open.isChecked(), row.opens.at(), row.closes.at()) for row in self.rows]

    def put_back(self, typed: Any) -> None:
        for row, (is_open, opens, closes) in zip(self.rows, typed, strict=True):
            row.open.setChecked(is_open)
            if opens:
                row.opens.set_time(opens)
            if closes:
                row.closes.set_time(closes)
