"""What is said about the dates of a series that change, stay or clash."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from uuid import UUID

from app.bookings.series_edit import CancelPlan
from app.bookings.series_plan import Scope, ScopePlan, SeriesWish, Stay
from app.language import day_month, long_date, ntr, tr, words
from ui.bookings.sentences import times_of

NAMED = 4
"""So many dates that stay are told one by one, more of them together."""


@dataclass(frozen=True)
class Line:
    """A sentence with its picture."""

    icon: str
    ink: str
    text: str


def name_of(scope: Scope) -> str:
    match scope:
        case Scope.THIS:
            return tr("Only this one")
        case Scope.FOLLOWING:
            return tr("This and those that follow")
    return tr("All that are still to come")


def days_of(days: Sequence[date]) -> str:
    if not days:
        return ""
    first, last = min(days), max(days)
    if first == last:
        return long_date(first)
    return tr("from {first} to {last}", first=day_month(first), last=day_month(last))


def edit_lines(plan: ScopePlan) -> list[Line]:
    """What a card says of its scope; clashes with their reasons."""
    changed, every = len(plan.shifts), len(plan.days)
    if plan.scope is Scope.THIS:
        first = ntr("Changes {n} booking", "Changes {n} bookings", changed)
    else:
        first = ntr(
            "Changes {n} of {all} bookings", "Changes {n} of {all} bookings", changed, all=every
        )
    return [
        Line("check", "ok", first),
        *_stays(plan.stays),
        *(
            Line("warn", "danger", f"{day_month(clash.day)}: {' '.join(map(words, clash.why))}")
            for clash in plan.clashes
        ),
        *_past(plan.past),
    ]


def cancel_lines(plan: CancelPlan) -> list[Line]:
    count = len(plan.days)
    lines = [Line("check", "ok", ntr("Cancels {n} booking", "Cancels {n} bookings", count))]
    if plan.by_itself and plan.scope is not Scope.THIS:
        days = ", ".join(map(day_month, plan.by_itself))
        lines.append(Line("info", "info", tr("Changed by themselves before: {days}", days=days)))
    return [*lines, *_past(plan.past)]


def what_becomes(plan: ScopePlan, wish: SeriesWish) -> list[Line]:
    """The box above the button; its numbers are those of the button."""
    lines = []
    elsewhere = sum(shift.by_itself for shift in plan.shifts)
    count = len(plan.shifts) - elsewhere
    if wish.wanted.place.slot != wish.seen.place.slot:
        text = ntr(
            "{n} booking moves to {times}",
            "{n} bookings move to {times}",
            count,
            times=times_of(wish.wanted.place.slot),
        )
    else:
        text = ntr("{n} booking changes", "{n} bookings change", count)
    lines.append(Line("clock", "text2", text))
    if elsewhere:
        text = ntr("{n} goes elsewhere, as chosen", "{n} go elsewhere, as chosen", elsewhere)
        lines.append(Line("room", "text2", text))
    changing = {shift.booking_id for shift in plan.shifts}
    left = [clash.day for clash in plan.clashes if clash.booking_id not in changing]
    stay = sorted([*left, *(stay.day for stay in plan.stays)])
    if stay:
        text = ntr(
            "{n} stays as it was: {days}",
            "{n} stay as they were: {days}",
            len(stay),
            days=", ".join(map(day_month, stay)),
        )
        lines.append(Line("check", "text2", text))
    return lines


def what_is_new(wish: SeriesWish, rooms: dict[UUID, str]) -> str:
    """The difference between what was seen and what is wanted, in short."""
    seen, wanted = wish.seen.place, wish.wanted.place
    told = []
    if wish.days_later:
        told.append(
            tr(
                "New day: {new} (was {old})",
                new=long_date(wanted.slot.start.date()),
                old=long_date(seen.slot.start.date()),
            )
        )
    if times_of(wanted.slot) != times_of(seen.slot):
        told.append(
            tr("New time: {new} (was {old})", new=times_of(wanted.slot), old=times_of(seen.slot))
        )
    if wanted.room_id != seen.room_id:
        new, old = rooms.get(wanted.room_id, ""), rooms.get(seen.room_id, "")
        told.append(tr("New room: {new} (was {old})", new=new, old=old))
    if wish.wanted.title != wish.seen.title:
        told.append(tr("New title: {new} (was {old})", new=wish.wanted.title, old=wish.seen.title))
    others = [
        one.name
        for one in fields(wish.seen)
        if one.name not in ("place", "title")
        and getattr(wish.seen, one.name) != getattr(wish.wanted, one.name)
    ]
    if others:
        told.append(tr("Other facts of the booking"))
    return "\n".join(told)


def _stays(stays: Sequence[Stay]) -> list[Line]:
    if len(stays) <= NAMED:
        return [
            Line(
                "lock",
                "text2",
                tr("{day} stays as it is: {why}", day=day_month(stay.day), why=words(stay.why)),
            )
            for stay in stays
        ]
    days = ", ".join(day_month(stay.day) for stay in stays)
    text = ntr("{n} stays as it is: {days}", "{n} stay as they are: {days}", len(stays), days=days)
    return [Line("lock", "text2", text)]


def _past(count: int) -> list[Line]:
    if not count:
        return []
    return [
        Line(
            "info",
            "text2",
            ntr("{n} past one stays as it was", "{n} past ones stay as they were", count),
        )
    ]
