"""The lines of the programme: day, time, title in one or two languages, room and for whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.dates_in_words import clock_time, weekday_short
from app.language import Language, words_in
from app.sheets.fonts import BOLD, MEDIUM, REGULAR, Style, fit, fit_lines, printable, wrap_whole
from app.sheets.fonts import width as width_of
from app.sheets.in_languages import Languages
from app.sheets.page import INK, MARGIN, MM, SOFT, TEAL, Paper

if TYPE_CHECKING:
    from app.sheets.programme import Entry, Programme

TINT, WHITE = "#F1F5F4", "#FFFFFF"
_EDGE = 3 * MM
"""How far the tint reaches beyond the text."""
Lines = tuple[list[str], Style]


@dataclass(frozen=True)
class Sizes:
    """Points and lengths of one kind of print."""

    least: float
    title: float
    other: float
    time: float
    place: float
    note: float
    tile: tuple[float, float]
    number: float
    weekday: float
    time_at: float
    title_at: float
    beside: float
    """Width kept at the right for room and note; 0: they stand under the title."""
    most_beside: float = 0
    """What they may have of it when the title is short, so that a note stays on one line."""


USUAL = Sizes(
    17.6 * MM,
    14.5,
    10.5,
    15,
    11,
    9,
    (14.5 * MM, 13 * MM),
    18,
    7.5,
    19 * MM,
    36 * MM,
    50 * MM,
    70 * MM,
)
LARGE = Sizes(30 * MM, 23, 18, 23, 18, 18, (25 * MM, 22 * MM), 28, 18, 30 * MM, 54 * MM, 0)


class Row:
    """Measured when made; draws itself from its top."""

    def __init__(self, entry: Entry, languages: Languages, width: float, sizes: Sizes) -> None:
        self._entry, self._language, self._sizes = entry, languages[0], sizes
        room = width - sizes.title_at - (sizes.beside + 4 * MM if sizes.beside else 0)
        title = Style(BOLD, sizes.title, INK)
        self._title = fit_lines(printable(entry.title), title, room, 2, sizes.title * 0.85)
        self._under: list[Lines] = []
        if Language.UK in languages and entry.title_in_ukrainian:
            other = Style(REGULAR, sizes.other, SOFT)
            self._under.append(
                (wrap_whole(printable(entry.title_in_ukrainian), other, room), other)
            )
        note = ", ".join(words_in(self._language, one) for one in entry.notes)
        left = width - sizes.title_at - 4 * MM - self._widest([self._title, *self._under])
        self._right = self._beside(note, max(sizes.beside, min(sizes.most_beside, left)))
        if not sizes.beside:
            self._under += self._right
            self._under = [
                (wrap_whole(" ".join(lines), style, room), style) for lines, style in self._under
            ]
            self._right = []
        self.height = max(sizes.least, self._high([self._title, *self._under]) + 6 * MM)
        self.height = max(self.height, self._high(self._right) + 6 * MM)

    def draw(self, paper: Paper, top: float, *, tinted: bool) -> None:
        sizes = self._sizes
        if tinted:
            area = (MARGIN - _EDGE, top + 0.4 * MM, paper.inner_width + 2 * _EDGE)
            paper.frame((*area, self.height - 0.8 * MM), TINT, fill=TINT)
        self._draw_tile(paper, top)
        start = clock_time(self._language, self._entry.start)
        high = self._high([self._title, *self._under])
        y = top + (self.height - high) / 2
        base = y + self._title[1].size * 1.02
        room = sizes.title_at - sizes.time_at - 2 * MM
        style = Style(BOLD, sizes.time, INK)
        paper.text(MARGIN + sizes.time_at, base, *fit(start, style, room, sizes.time * 0.8))
        _draw_lines(paper, MARGIN + sizes.title_at, y, [self._title, *self._under])
        if self._right:
            below = top + (self.height - self._high(self._right)) / 2
            _draw_lines(paper, paper.right, below, self._right, right=True)

    def _beside(self, note: str, beside: float) -> list[Lines]:
        sizes = self._sizes
        place = Style(MEDIUM, sizes.place, INK)
        small = Style(REGULAR, sizes.note, SOFT)
        room = beside or 1000 * MM
        lines = [
            (wrap_whole(printable(self._entry.where), place, room), place),
            (wrap_whole(printable(note), small, room), small),
        ]
        return [one for one in lines if one[0]]

    def _draw_tile(self, paper: Paper, top: float) -> None:
        sizes, entry = self._sizes, self._entry
        wide, tall = sizes.tile
        y = top + (self.height - tall) / 2
        paper.frame((MARGIN, y, wide, tall), TEAL, fill=TEAL)
        middle = MARGIN + wide / 2
        number = Style(BOLD, sizes.number, WHITE)
        paper.text(middle, y + tall * 0.53, str(entry.day.day), number, "centre")
        day = weekday_short(self._language, entry.day).lower()
        small = Style(REGULAR, sizes.weekday, WHITE)
        paper.text(middle, y + tall * 0.87, *fit(day, small, wide - 1 * MM, 5), "centre")

    @staticmethod
    def _widest(parts: list[Lines]) -> float:
        return max((width_of(line, style) for lines, style in parts for line in lines), default=0)

    @staticmethod
    def _high(parts: list[Lines]) -> float:
        return sum(len(lines) * style.size * 1.28 for lines, style in parts)


def rows_of(programme: Programme, languages: Languages, paper: Paper, *, large: bool) -> list[Row]:
    sizes = LARGE if large else USUAL
    return [Row(entry, languages, paper.inner_width, sizes) for entry in programme.entries]


def _draw_lines(
    paper: Paper, x: float, top: float, parts: list[Lines], *, right: bool = False
) -> None:
    y = top
    for lines, style in parts:
        for line in lines:
            y += style.size * 1.28
            paper.text(x, y - style.size * 0.26, line, style, "right" if right else "left")
