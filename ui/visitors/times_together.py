"""When a family was last here together: the day, the event, and who of them."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.clock import wall_now
from app.language import day_month, short_date, tr
from app.people.family_times import TimesTogether, TimeTogether
from ui.desk import QtDesk
from ui.kit.labels import Label
from ui.theme import px


class TimesTogetherBox(QWidget):
    """Asks by itself."""

    def __init__(self, desk: QtDesk, names: Mapping[UUID, str]) -> None:
        super().__init__()
        self._desk, self._names = desk, names
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(5))
        column.addWidget(Label(tr("Last times together"), role="h2", wrap=True))
        self._lines = QGridLayout()
        self._lines.setColumnStretch(1, 1)
        self._lines.setHorizontalSpacing(px(12))
        column.addLayout(self._lines)
        desk.ask(TimesTogether(tuple(names)), self._show)

    def _show(self, times: tuple[TimeTogether, ...]) -> None:
        if not times:
            self._lines.addWidget(Label(tr("Not yet."), role="sub"), 0, 0)
        today = wall_now(self._desk.clock).date()
        for place, one in enumerate(times):
            day = day_month(one.day) if (today - one.day).days < 300 else short_date(one.day)
            top = Qt.AlignmentFlag.AlignTop
            self._lines.addWidget(Label(day, role="sub"), place, 0, top)
            self._lines.addWidget(Label(self._words(one), wrap=True), place, 1)

    def _words(self, one: TimeTogether) -> str:
        everybody = len(one.visitor_ids) == len(self._names)
        first = [name.split()[0] for who, name in self._names.items() if who in one.visitor_ids]
        who = tr("everybody") if everybody else ", ".join(first)
        return " · ".join(filter(None, (one.title, who)))
