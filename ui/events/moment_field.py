"""A day and a time in one line, such as 21.10.2026, 12.00; nothing in it stands for no limit."""

from datetime import date, datetime, time

from app.language import clock_time, short_date
from ui.kit.date_field import read_day, read_time
from ui.kit.forms import TextField


class MomentField(TextField):
    """A day alone means its beginning, or its last minute for a ``last`` moment."""

    def __init__(
        self, moment: datetime | None, today: date, placeholder: str, *, last: bool = False
    ) -> None:
        super().__init__(_written(moment) if moment else "", placeholder)
        self._today, self._usual = today, time(23, 59) if last else time()
        self.editingFinished.connect(self._show)

    @property
    def readable(self) -> bool:
        return not self.text().strip() or self.moment() is not None

    def moment(self) -> datetime | None:
        """None when nothing is written, and while it cannot be read."""
        day_text, time_text = _halves(self.text())
        day = read_day(day_text, self._today)
        at = read_time(time_text) if time_text else self._usual
        return datetime.combine(day, at) if day and at else None

    def _show(self) -> None:
        if moment := self.moment():
            self.setText(_written(moment))


def _halves(text: str) -> tuple[str, str]:
    """At the comma, or else at the last gap."""
    typed = text.strip()
    if "," in typed:
        day, _, at = typed.partition(",")
    else:
        day, _, at = typed.partition(" ")
    return day.strip(), at.strip()


def _written(moment: datetime) -> str:
    return f"{short_date(moment.date())}, {clock_time(moment.time())}"
