"""Work that is due: done when somebody signs in and hourly, because the PC is off at night."""

from PySide6.QtCore import QObject, QTimer

from app.clock import day_in_utc, today
from app.people.ended import EndedCount, ForgetEnded
from app.permission import Permission
from app.visitors.together import CloseForgotten, ForgottenCount
from ui.desk import QtDesk

HOURLY = 3_600_000


class WorkThatIsDue(QObject):
    """Deletes what may no longer be kept, and closes visits of earlier days that nobody ended."""

    def __init__(self, desk: QtDesk) -> None:
        super().__init__(desk)
        self._desk = desk
        timer = QTimer(self, interval=HOURLY)
        timer.timeout.connect(self.do)
        timer.start()
        self.do()

    def do(self) -> None:
        day = today(self._desk.clock)
        self._desk.ask(EndedCount(day), self._forget_ended)
        self._desk.ask(ForgottenCount(day_in_utc(day)[0]), self._close_forgotten)

    def _forget_ended(self, ended: int) -> None:
        if ended:
            self._desk.do(ForgetEnded(today(self._desk.clock)))

    def _close_forgotten(self, forgotten: int) -> None:
        if forgotten and self._desk.may(Permission.CHECK_IN):
            begin, _ = day_in_utc(today(self._desk.clock))
            self._desk.do(CloseForgotten(begin))
