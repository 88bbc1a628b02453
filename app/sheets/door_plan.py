"""The plan on the door of a room: a week as a grid, a day as a list, or either in large print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from math import ceil

from app.dates_in_words import clock_time, weekday_short
from app.language import Language
from app.sheets.door_blocks import Block, lanes
from app.sheets.door_head import DoorHead
from app.sheets.door_list import fitting_pieces, list_pieces
from app.sheets.fonts import BOLD, REGULAR, Style, fit, fit_lines, printable
from app.sheets.in_languages import Languages, each
from app.sheets.listing import divided, draw_pages
from app.sheets.page import BAND, HEAVY, INK, MARGIN, MM, SOFT, Paper, Segment
from app.sheets.plan import DoorPlan, PlanDay, with_latvian
from app.sheets.plan_words import CLOSED

_HEAD, _GUTTER = 11 * MM, 14 * MM
_DAY = Style(BOLD, 13, INK)
_DAY_TOO = Style(REGULAR, 8.5, SOFT)
_HOUR = Style(REGULAR, 9.5, SOFT)
_CLOSED = Style(BOLD, 13, SOFT)
_WHY = Style(REGULAR, 9, SOFT)
_HATCH, _HATCH_STEP = "#C5CECD", 6
_USUAL = (9, 18)
"""Hours of the grid when neither hours nor bookings say more."""
_LEAST_STEP = 4 * MM
_REST = 11
"""Points of what did not fit into the grid."""


def draw_door_plan(
    plan: DoorPlan, languages: tuple[Language, ...], at: datetime, *, large: bool = False
) -> bytes:
    """A PDF: seven days as a grid, one day as a list; ``large``: a list of 18 points and more."""
    languages = with_latvian(languages)
    as_list = large or len(plan.days) == 1
    paper = Paper(languages[0], at, wide=not large)
    head = DoorHead(plan, languages, at, paper, large=large)
    paper.name(head.title, printable(plan.centre.names.get(languages[0], "")))
    if as_list:
        draw_pages(paper, head, fitting_pieces(plan.days, languages, head, large=large))
        return paper.finish()
    week = _Week(plan, languages, head, paper)
    rest = list_pieces(week.unfit(), languages, head.room, _REST)
    head.draw(paper, 1, 1 + (len(divided(rest, head, after=1)) if rest else 0))
    week.draw()
    paper.next_page()
    if rest:
        draw_pages(paper, head, rest, after=1)
    return paper.finish()


class _Week:
    """Days beside one another, hours down the side."""

    def __init__(self, plan: DoorPlan, languages: Languages, head: DoorHead, paper: Paper) -> None:
        self._plan, self._languages, self._paper = plan, languages, paper
        self._first, self._last = _hours_shown(plan.days)
        self._top = head.first_top
        self._left = MARGIN + _GUTTER
        self._column = (paper.right - self._left) / len(plan.days)
        self._hour = (head.bottom - 4 * MM - self._top - _HEAD) / (self._last - self._first)
        self._blocks = [list(self._blocks_of(n, day)) for n, day in enumerate(plan.days)]

    def unfit(self) -> list[PlanDay]:
        """The days with only those bookings that do not fit in whole."""
        days = zip(self._plan.days, self._blocks, strict=True)
        cut = ((day, tuple(one.taken for one in blocks if not one.whole)) for day, blocks in days)
        return [replace(day, taken=taken, shut=()) for day, taken in cut if taken]

    def draw(self) -> None:
        for number, day in enumerate(self._plan.days):
            self._draw_ground(number, day)
        self._draw_heads()
        self._draw_lines()
        for number, day in enumerate(self._plan.days):
            self._draw_shut(number, day)
            for block in self._blocks[number]:
                block.draw(self._paper)

    def _draw_heads(self) -> None:
        paper, top = self._paper, self._top
        paper.fills([(MARGIN, top, paper.inner_width, _HEAD)], BAND)
        first, *others = self._languages
        base = top + (5.4 if others else 7.2) * MM
        room = self._column - 2 * MM
        for number, plan_day in enumerate(self._plan.days):
            middle = self._left + (number + 0.5) * self._column
            text, style = fit(_day_head(first, plan_day.day), _DAY, room, 7)
            paper.text(middle, base, text, style, "centre")
            too = " · ".join(_weekday(language, plan_day.day) for language in others)
            paper.text(middle, top + 9.2 * MM, *fit(too, _DAY_TOO, room, 6), "centre")

    def _draw_lines(self) -> None:
        paper, top, bottom = self._paper, self._top, self._y_of(self._last)
        step = ceil(_LEAST_STEP / self._hour)
        hours = range(self._first, self._last + 1, step)
        paper.lines(
            [(self._left, self._y_of(hour), paper.right, self._y_of(hour)) for hour in hours]
        )
        edges = range(len(self._plan.days) + 1)
        paper.lines([(x, top, x, bottom) for x in (self._left + n * self._column for n in edges)])
        for hour in hours:
            y = self._y_of(hour) + (3.6 if hour == self._first else 1.2) * MM
            said = clock_time(self._languages[0], time(hour % 24))
            said = said.replace("0", "24", 1) if hour == 24 else said
            paper.text(self._left - 2 * MM, y, said, _HOUR, "right")
        heavy = [(MARGIN, y, paper.right, y) for y in (top, top + _HEAD)]
        paper.lines([*heavy, (self._left, bottom, paper.right, bottom)], INK, HEAVY)

    def _draw_ground(self, number: int, day: PlanDay) -> None:
        """Hatched where the centre is closed."""
        begin, end = (
            (self._last, self._last) if day.hours is None else (_hour(day, n) for n in (0, 1))
        )
        for start, until in ((self._first, begin), (end, self._last)):
            self._hatch(number, start, until)

    def _draw_shut(self, number: int, day: PlanDay) -> None:
        if day.hours is None and not day.shut and not day.taken:
            self._plate(number, (self._first, self._last))
        for shut in day.shut:
            start, end = self._shown(day, shut.start, shut.end)
            if start < end:
                self._hatch(number, start, end)
                self._plate(number, (start, end), shut.reason)

    def _blocks_of(self, number: int, day: PlanDay) -> Iterator[Block]:
        stretches = [self._shown(day, one.start, one.end) for one in day.taken]
        for one, (start, end), (lane, lanes_) in zip(
            day.taken, stretches, lanes(stretches), strict=True
        ):
            wide = (self._column - 2 * MM) / lanes_
            x = self._left + number * self._column + 1 * MM + lane * wide
            y, low = self._y_of(start) + 0.6, self._y_of(end) - 0.6
            area = (x, y, wide - (0.6 * MM if lanes_ > 1 else 0), max(low - y, 1.2))
            yield Block(area, one, self._languages)

    def _hatch(self, number: int, start: float, end: float) -> None:
        if start < end:
            x, y = self._left + number * self._column, self._y_of(start)
            self._paper.lines(hatched((x, y, self._column, self._y_of(end) - y)), _HATCH)

    def _plate(self, number: int, hours: tuple[float, float], why: str = "") -> None:
        """That it is closed: white, in the middle, as high as its words."""
        room = self._column - 8 * MM
        top, bottom = self._y_of(hours[0]), self._y_of(hours[1])
        reason, small = fit_lines(printable(why), _WHY, room, 3, 6)
        lines = [fit(said, _CLOSED, room, 7) for said in each(CLOSED, self._languages)]
        lines += [(text, small) for text in reason]
        high = sum(one.size * 1.2 for _, one in lines) + 3 * MM
        while lines and high > bottom - top:
            high -= lines.pop()[1].size * 1.2
        if not lines:
            return
        x, y = self._left + (number + 0.5) * self._column, (top + bottom - high) / 2
        self._paper.fills(
            [(x - self._column / 2 + 2.5 * MM, y, self._column - 5 * MM, high)], "#FFFFFF"
        )
        y += 1.2 * MM
        for text, one in lines:
            y += one.size * 1.2
            self._paper.text(x, y - one.size * 0.2, text, one, "centre")

    def _shown(self, day: PlanDay, start: datetime, end: datetime) -> tuple[float, float]:
        midnight = datetime.combine(day.day, time())
        begin, until = ((at - midnight) / timedelta(hours=1) for at in (start, end))
        return max(begin, self._first), min(until, self._last)

    def _y_of(self, hour: float) -> float:
        return self._top + _HEAD + (hour - self._first) * self._hour


def hatched(area: Segment) -> Iterator[Segment]:
    """Lines from the lower left to the upper right that stay within the area."""
    x, y, wide, high = area
    offset = _HATCH_STEP - high
    while offset < wide:
        begin, end = max(offset, 0.0), min(offset + high, wide)
        yield x + begin, y + high - (begin - offset), x + end, y + high - (end - offset)
        offset += _HATCH_STEP


def _hours_shown(days: tuple[PlanDay, ...]) -> tuple[int, int]:
    """Whole hours that hold the opening hours and everything booked."""
    said = [day for day in days if day.hours and day.hours != (time(), time())]
    begins = [_hour(day, 0) for day in said]
    ends = [_hour(day, 1) for day in said]
    for day in days:
        midnight = datetime.combine(day.day, time())
        for start, end in (one.on(day.day) for one in day.taken):
            begins.append((start - midnight) / timedelta(hours=1))
            ends.append((end - midnight) / timedelta(hours=1))
    if not begins:
        return _USUAL
    return int(min(begins)), max(ceil(max(ends)), int(min(begins)) + 1)


def _hour(day: PlanDay, which: int) -> float:
    if day.hours is None:
        return 0.0
    at = day.hours[which]
    hour = at.hour + at.minute / 60
    return hour + 24 if which and hour <= day.hours[0].hour else hour


def _day_head(language: Language, day: date) -> str:
    return f"{_weekday(language, day)}, {day.day}{'.' if language is Language.LV else ''}"


def _weekday(language: Language, day: date) -> str:
    return weekday_short(language, day)
