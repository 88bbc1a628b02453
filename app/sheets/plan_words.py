"""Words that the plans of rooms share: opening hours of a week, times, the seats of a room."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby

from app.dates_in_words import time_range, weekday_short
from app.language import Language, Message, say, say_count, tr_in, words_in
from app.sheets.fonts import printable
from app.sheets.in_languages import Languages, together
from app.sheets.plan import DoorPlan, Hours, Taken

TAKEN = say("Taken")
CLOSED = say("Closed")
_A_MONDAY = date(2026, 1, 5)


def opening_hours(language: Language, week: Sequence[Hours]) -> str:
    """``Pirmd.–Piektd. 9.00–20.00, Sestd. 10.00–16.00``; days alike stand together."""
    said = []
    for hours, days in groupby(range(len(week)), key=lambda weekday: week[weekday]):
        names = [weekday_short(language, _A_MONDAY + timedelta(day)) for day in days]
        if hours is not None:
            ends = dict.fromkeys((names[0], names[-1]))
            said.append(f"{'–'.join(ends)} {time_range(language, *hours)}")
    return ", ".join(said)


def time_of(language: Language, taken: Taken) -> str:
    return time_range(language, taken.start, taken.end)


def title_of(taken: Taken, languages: Languages) -> str:
    """The title, or in every language that the room is taken."""
    return printable(taken.title) or together(TAKEN, languages, ", ")


def under_title(taken: Taken) -> str:
    """For whom, and which part of the hall."""
    return " · ".join(filter(None, (printable(taken.holder), printable(taken.where))))


def room_facts(plan: DoorPlan, language: Language) -> str:
    """Where the room is, its seats and what it offers."""
    parts = [printable(plan.where)]
    if plan.seats:
        parts.append(words_in(language, seats(plan.seats)))
    parts += [_small(words_in(language, feature)) for feature in plan.features]
    return "  ·  ".join(filter(None, parts))


def seats(count: int) -> Message:
    return say_count("{n} seat", "{n} seats", count)


def page_of(language: Language, page: int, pages: int) -> str:
    """Nothing when there is one page only."""
    return tr_in(language, "Page {page} of {pages}", page=page, pages=pages) if pages > 1 else ""


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
