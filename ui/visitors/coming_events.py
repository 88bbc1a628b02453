"""What somebody is registered for: the corner of her card."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.clock import wall_now
from app.events.queries import UpcomingOf, UpcomingRow
from app.language import clock_time, day_month, tr, weekday_short
from ui.desk import QtDesk
from ui.kit.buttons import Button
from ui.kit.labels import Label, plain_tip
from ui.theme import px

MOST = 4


class ComingEvents(QWidget):
    """Asks by itself; a click opens the event."""

    go = Signal(str, object)

    def __init__(self, desk: QtDesk, visitor_id: UUID) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(2))
        self._column.addWidget(Label(tr("Coming events"), role="h2"))
        desk.ask(UpcomingOf(visitor_id, wall_now(desk.clock).date()), self._show)

    def _show(self, rows: tuple[UpcomingRow, ...]) -> None:
        if not rows:
            self._column.addWidget(Label(tr("Not on a list."), role="sub"))
        for row in rows[:MOST]:
            day = row.start.date()
            when = f"{weekday_short(day)} {day_month(day)} {clock_time(row.start)}"
            self._column.addWidget(Label(when, role="sub"))
            title = row.title or tr("Session")
            link = Button(title, kind="link")
            link.setToolTip(plain_tip(title))
            link.clicked.connect(lambda _=False, one=row.session_id: self.go.emit("events", one))
            self._column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
