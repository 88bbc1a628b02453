"""What came of a calendar, to be kept: every date that was not loaded, and why."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.bookings.calendar_import import DateToLoad
from app.bookings.calendar_known import said_of
from app.bookings.calendar_preview import DateState, ImportRow
from app.exchange.calendar_found import CalendarProblem
from app.exchange.export import as_csv
from app.language import Message, clock_time, say, short_date, short_moment, time_range, tr, words

_A_DAY = timedelta(days=1)
STATES = {
    DateState.FREE: say("free"),
    DateState.CHANGED: say("changed in the calendar"),
    DateState.HERE: say("already here"),
    DateState.CLASH: say("taken"),
    DateState.AGAINST: say("against the rules"),
    DateState.NO_ROOM: say("no room chosen"),
    DateState.NEVER: say("not possible"),
}


@dataclass(frozen=True)
class CalendarReportLine:
    """A date, or an entry that could not be read: then ``when`` is the line of the file."""

    when: str
    title: str
    outcome: str


@dataclass(frozen=True)
class CalendarReport:
    """What came of one calendar; ``at`` is wall-clock time."""

    file_name: str
    at: datetime
    loaded: int
    lines: tuple[CalendarReportLine, ...]

    def as_text(self) -> bytes:
        head = [
            f"{self.file_name} · {short_moment(self.at)}",
            tr("Loaded: {n}", n=self.loaded),
            tr("Not loaded: {n}", n=len(self.lines)),
            "",
        ]
        lines = [f"{one.when} · {one.title} · {one.outcome}" for one in self.lines]
        return "\r\n".join([*head, *lines, ""]).encode("utf-8-sig")

    def as_csv(self) -> bytes:
        headings = (tr("When"), tr("Title"), tr("What came of it"))
        return as_csv(headings, [(one.when, one.title, one.outcome) for one in self.lines])


def to_load(rows: Iterable[ImportRow], chosen: Collection[int]) -> tuple[DateToLoad, ...]:
    """Those that are chosen, by number, and can be loaded."""
    return tuple(
        DateToLoad(
            row.booking_id, row.date.uid, row.date.which, said_of(row.date), row.details, row.seen
        )
        for row in rows
        if row.number in chosen and row.details is not None and row.state is not DateState.HERE
    )


def report_lines(
    problems: Iterable[CalendarProblem], rows: Iterable[ImportRow], chosen: Collection[int]
) -> tuple[CalendarReportLine, ...]:
    """What was not loaded: the entries nobody can read first, then the dates in their order."""
    unread = [
        CalendarReportLine(tr("Line {n}", n=one.line), one.title, words(one.message))
        for one in problems
    ]
    left = [
        CalendarReportLine(when(row), row.date.title, outcome(row))
        for row in rows
        if row.number not in chosen
    ]
    return (*unread, *left)


def when(row: ImportRow) -> str:
    date = row.date
    if date.all_day:
        return tr("{day}, the whole day", day=short_date(date.starts.date()))
    day = short_date(date.starts.date())
    if date.ends - date.starts > _A_DAY:
        return f"{day}, {clock_time(date.starts.time())} – {short_moment(date.ends)}"
    return f"{day}, {time_range(date.starts, date.ends)}"


def outcome(row: ImportRow) -> str:
    """The state in words, with every objection."""
    if row.can_be_loaded:
        return tr("Left out by choice.")
    state: Message = STATES[row.state]
    return " ".join(words(one) for one in row.why) or words(state)
