"""Days that are not like others: public holidays, as the centre edited them, and school holidays."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.bookings.model import Closure
from app.bookings.public_holidays import holidays_of
from app.bookings.school_holidays import SchoolHolidayRow, school_holidays


@dataclass(frozen=True)
class FreeDays:
    """What each day is called; a day the centre does not close for is only named."""

    public: dict[date, str]
    school: tuple[SchoolHolidayRow, ...]

    def school_on(self, day: date) -> str:
        return next((one.name for one in self.school if one.first <= day <= one.last), "")


def free_days(session: Session, days: Iterable[date]) -> FreeDays:
    """For a year whose holidays were entered those count; for any other the calendar of Latvia.

    The calendar takes 0.3 s to import: only questions may ask, never an action.
    """
    years = sorted({day.year for day in days})
    public: dict[date, str] = {}
    for year in years:
        entered = _entered(session, year)
        public |= entered or {one.day: one.name for one in holidays_of(year)}
    return FreeDays(public, school_holidays(session))


def _entered(session: Session, year: int) -> dict[date, str]:
    """The holidays of a year among the closures, over all their days."""
    begin, end = datetime(year, 1, 1), datetime(year + 1, 1, 1)
    rows = session.execute(
        select(Closure.starts, Closure.ends, Closure.reason).where(
            ~Closure.removed, Closure.holiday, Closure.starts >= begin, Closure.starts < end
        )
    )
    return {
        starts.date() + timedelta(days=n): reason
        for starts, ends, reason in rows
        for n in range(max((ends - datetime.combine(starts, time())).days, 1))
    }
