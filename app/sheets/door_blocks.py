"""One booking as a block on the plan of a week: everything it says, as large as it fits in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.sheets.fonts import BOLD, MEDIUM, NARROW, REGULAR, Style, fit, width, wrap_whole
from app.sheets.in_languages import Languages
from app.sheets.page import MM, Paper, Segment
from app.sheets.plan import Taken, Tint
from app.sheets.plan_words import time_of, title_of, under_title

TINTS = {
    Tint.BLUE: ("#E0ECFA", "#0B3B75", "#2563C9"),
    Tint.GREEN: ("#DFF2E6", "#0B4A2A", "#2E9A48"),
    Tint.ORANGE: ("#FDEBD3", "#6A3B00", "#B86400"),
    Tint.GREY: ("#E6E8EB", "#30393F", "#76818A"),
    Tint.TEAL: ("#D3ECE8", "#00403A", "#00453E"),
}
"""Ground, ink and edge."""
_SIZES = (10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7)
_HOLDER = 9 / 10.5
_PITCH = 1.16
_BAR, _INSET, _PAD = 1.5 * MM, 3 * MM, 1 * MM
_ROUND_FROM = 5 * MM
_SMALLEST = 6.2
"""Points: drawn, but not counted as readable on a door."""


@dataclass(frozen=True)
class _Line:
    text: str
    style: Style


class Block:
    """Measured when made: ``whole`` is False when the rest must be read elsewhere."""

    def __init__(self, area: Segment, taken: Taken, languages: Languages) -> None:
        self.taken, self._area = taken, area
        ink = TINTS[taken.tint][1]
        words = _Words(
            time_of(languages[0], taken), title_of(taken, languages), under_title(taken), ink
        )
        self._lines, self.whole = _fitting(words, area[2] - _INSET - _PAD, area[3])

    def draw(self, paper: Paper) -> None:
        x, y, wide, high = self._area
        ground, _, edge = TINTS[self.taken.tint]
        if high >= _ROUND_FROM:
            paper.frame(self._area, edge, fill=ground)
            paper.fills([(x, y + 0.6 * MM, _BAR, high - 1.2 * MM)], edge)
        else:
            paper.fills([self._area], ground)
            paper.fills([(x, y, _BAR, high)], edge)
            paper.lines([(x, y, x + wide, y), (x, y + high, x + wide, y + high)], edge)
        _draw_lines(paper, (x + _INSET, y, high), self._lines)


@dataclass(frozen=True)
class _Words:
    time: str
    title: str
    under: str
    ink: str

    def stacked(self, size: float, room: float) -> list[_Line]:
        """The time, the title under it, then for whom."""
        when = Style(BOLD, size, self.ink)
        title = Style(MEDIUM, size, self.ink)
        under = Style(REGULAR, size * _HOLDER, self.ink)
        return [
            *self._lines(self._when(when, room), when, room),
            *self._lines(self.title, title, room),
            *self._lines(self.under, under, room),
        ]

    def in_one(self, size: float, room: float, font: str = REGULAR) -> list[_Line]:
        """Everything in one paragraph, for low blocks."""
        said = " · ".join(filter(None, (self.title, self.under)))
        style = Style(font, size, self.ink)
        return self._lines(f"{self._when(style, room)} {said}", style, room)

    def _time_stays_whole(self, size: float, room: float) -> bool:
        style = Style(BOLD, size, self.ink)
        return all(width(part, style) <= room for part in self._when(style, room).split())

    def _when(self, style: Style, room: float) -> str:
        """A time that is too wide is parted at its dash, not within an hour."""
        return self.time if width(self.time, style) <= room else self.time.replace("–", "– ")

    def _lines(self, text: str, style: Style, room: float) -> list[_Line]:
        return [_Line(line, style) for line in wrap_whole(text, style, room)]

    def ways(self, room: float) -> Iterator[list[_Line]]:
        for size in _SIZES:
            if self._time_stays_whole(size, room):
                yield self.stacked(size, room)
        for size in _SIZES[2:]:
            if self._time_stays_whole(size, room):
                yield self.in_one(size, room)
        yield self.in_one(_SMALLEST, room, NARROW)


def _fitting(words: _Words, room: float, high: float) -> tuple[list[_Line], bool]:
    for lines in words.ways(room):
        if _height(lines) <= high:
            return lines, lines[0].style.size >= _SIZES[-1]
    return _as_much(words, room, high), False


def _as_much(words: _Words, room: float, high: float) -> list[_Line]:
    """The beginning, ended with an ellipsis; nothing in what is too low to be read."""
    size = 7.5
    pitch = size * _PITCH
    if high < _SMALLEST:
        return []
    lines = words.in_one(min(size, high / 1.05), room)
    kept = lines[: max(1, int(high // pitch))]
    last = kept[-1]
    text, style = fit(f"{last.text} …", last.style, room, last.style.size)
    return [*kept[:-1], _Line(text if text.endswith("…") else f"{text}…", style)]


def _height(lines: Sequence[_Line]) -> float:
    if len(lines) == 1:
        return lines[0].style.size * 1.02
    return sum(line.style.size * _PITCH for line in lines) + 0.9 * MM


def _draw_lines(paper: Paper, place: tuple[float, float, float], lines: list[_Line]) -> None:
    x, y, high = place
    if len(lines) == 1 and high < 6 * MM:
        y += (high - lines[0].style.size * 1.02) / 2 - lines[0].style.size * 0.06
    elif lines:
        y += min(0.9 * MM, max(0.0, high - _height(lines)) + 0.4 * MM)
    for line in lines:
        y += line.style.size * _PITCH
        paper.text(x, y - line.style.size * 0.24, line.text, line.style)


def lanes(stretches: Sequence[tuple[float, float]]) -> list[tuple[int, int]]:
    """For each stretch its lane and of how many: parts of a hall are used side by side."""
    placed: list[tuple[int, int]] = []
    group: list[int] = []
    ends: list[float] = []
    for start, end in stretches:
        if ends and start >= max(ends):
            placed += [(lane, len(ends)) for lane in group]
            group, ends = [], []
        lane = next((n for n, last in enumerate(ends) if last <= start), len(ends))
        ends[lane : lane + 1] = [end]
        group.append(lane)
    return placed + [(lane, len(ends)) for lane in group]
