"""How events are put into words on screen: when and where, how somebody was registered, privacy."""

from datetime import date, timedelta
from uuid import UUID

from app.events.board import BoardOfSession, ListRow
from app.events.model import Absence, RegistrationStatus, Via
from app.language import (
    Message,
    clock_time,
    day_month,
    long_date,
    ntr,
    say,
    short_date,
    time_range,
    tr,
    words,
)

VIA: dict[Via, Message] = {
    Via.PHONE: say("phone"),
    Via.EMAIL: say("e-mail"),
    Via.IN_PERSON: say("in person"),
    Via.SCHOOL: say("school"),
    Via.WALK_IN: say("walk-in"),
}


ABSENCES: dict[Absence, Message] = {
    Absence.NO_SHOW: say("did not come"),
    Absence.EXCUSED: say("excused"),
}


def day_heading(day: date, today: date) -> str:
    """``Today, 15 October``, or the whole weekday."""
    if day == today:
        return tr("Today, {day}", day=_date_only(day))
    if day == today + timedelta(days=1):
        return tr("Tomorrow, {day}", day=_date_only(day))
    return long_date(day)


def _date_only(day: date) -> str:
    """The long date without its weekday."""
    weekday, _, rest = long_date(day).partition(", ")
    return rest or weekday


def when_and_where(board: BoardOfSession, today: date) -> str:
    """The line under the title: day, time, room, leader."""
    slot = board.place.slot
    day = tr("Today") if slot.start.date() == today else long_date(slot.start.date())
    parts = [f"{day} {time_range(slot.start, slot.end)}", board.room]
    if board.leader:
        parts.append(tr("led by {name}", name=board.leader))
    return " · ".join(filter(None, parts))


def arithmetic(board: BoardOfSession) -> str:
    """``8 named + 3 without a name · 16 places``."""
    counted = tr("{named} named + {unnamed} without a name", named=board.named, unnamed=board.heads)
    if board.missed:
        counted += " · " + ntr("{n} did not come", "{n} did not come", board.missed)
    if board.companions:
        counted += " · " + ntr("{n} comes along", "{n} come along", board.companions)
    if places := board.details.wheelchair_places:
        counted += " · " + ntr(
            "{taken} of {n} wheelchair place",
            "{taken} of {n} wheelchair places",
            places,
            taken=board.wheelchairs,
        )
    if board.capacity is None:
        return counted
    return counted + " · " + ntr("{n} place", "{n} places", board.capacity)


def shown_name(row: ListRow, *, private: bool) -> str:
    """In privacy mode initials only: the screen faces the queue."""
    along = f" +{row.companions}" if row.companions else ""
    if not private:
        wheels = f", {tr('wheelchair place')}" if row.wheelchair_place else ""
        return row.list_name + along + wheels
    return " ".join(f"{part[0].upper()}." for part in row.list_name.split() if part) + along


def board_dates(board: BoardOfSession) -> list[tuple[frozenset[UUID], str]]:
    """To what somebody can be registered, in the words of a choice; one date leaves no choice."""
    start = board.place.slot.start
    every = tr("Every date ({n})", n=board.dates)
    this = tr("Only {day}", day=f"{day_month(start.date())}, {clock_time(start)}")
    return [(frozenset(), every), (frozenset({board.session_id}), this)]


def came_words(row: ListRow) -> str:
    """When she came, or why she is not awaited."""
    if row.came is not None:
        return time_range(row.came, row.left) if row.left else clock_time(row.came)
    if row.absence is not None:
        return words(ABSENCES[row.absence])
    if row.line:
        return tr("number {n} in line", n=row.line)
    if row.status == RegistrationStatus.WITHDRAWN:
        return tr("taken off")
    return tr("will not come") if row.status == RegistrationStatus.CANCELLED else ""


def via_words(row: ListRow) -> str:
    return words(VIA[row.via])


def sheet_subtitle(board: BoardOfSession) -> str:
    start = board.place.slot.start
    return f"{board.title} · {short_date(start.date())} {clock_time(start)}"
