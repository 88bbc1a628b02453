"""Work that is due: done when somebody signs in and hourly, because the PC is off at night."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer

from app.clock import today, wall_now
from app.people.closing import ClosedSince
from app.people.ended import EndedCount, ForgetEnded
from app.permission import Permission
from app.visitors.together import CloseForgotten, ForgottenCount
from ui.desk import QtDesk

HOURLY = 3_600_000
OFTEN = 600_000


class WorkThatIsDue(QObject):
    """Deletes what may no longer be kept, and closes visits that nobody ended before closing time."""

    def __init__(self, desk: QtDesk) -> None:
        super().__init__(desk)
        self._desk = desk
        for interval, work in ((HOURLY, self.do), (OFTEN, self.close_forgotten)):
            timer = QTimer(self, interval=interval)
            timer.timeout.connect(work)
            timer.start()
        self.do()

    def do(self) -> None:
        day = today(self._desk.clock)
        self._desk.ask(EndedCount(day), self._forget_ended)
        self.close_forgotten()

    def close_forgotten(self) -> None:
        """At closing time, and what is left of earlier days."""
        if self._desk.may(Permission.CHECK_IN):
            self._desk.ask(ClosedSince(wall_now(self._desk.clock)), self._count_forgotten)

    def _forget_ended(self, ended: int) -> None:
        if ended:
            self._desk.do(ForgetEnded(today(self._desk.clock)))

    def _count_forgotten(self, since: datetime) -> None:
        self._desk.ask(ForgottenCount(since), partial(self._close, since))

    def _close(self, since: datetime, forgotten: int) -> None:
        if forgotten:
            self._desk.do(CloseForgotten(since))
