"""The plan on a door as a list: for one day, for large print, for what a grid cannot hold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from app.dates_in_words import long_date
from app.language import Message, say
from app.sheets.door_blocks import TINTS
from app.sheets.door_head import DoorHead
from app.sheets.fonts import BOLD, MEDIUM, REGULAR, Style, fit, printable, width, wrap_whole
from app.sheets.in_languages import Languages, together
from app.sheets.listing import Piece, divided
from app.sheets.page import BAND, HEAVY, INK, LINE, MARGIN, MM, SOFT, Paper
from app.sheets.plan import PlanDay, ShutTime, Taken
from app.sheets.plan_words import CLOSED, time_of, title_of, under_title

_SIZES = (30, 27, 24, 22, 20, 18, 16, 15, 14, 13, 12)
"""Points: the largest at which the day stands on one page, else the smallest."""
_LARGE = 18
_UNDER = 0.75
_PITCH = 1.22
_NOTHING = say("Nothing is booked.")
_WHOLE_DAY = 24 * 3600
_Left = Callable[[Paper, float, float], None]
"""Draws what stands left of a row, from its top, as high as the row."""


def fitting_pieces(
    days: Sequence[PlanDay], languages: Languages, head: DoorHead, *, large: bool
) -> list[Piece]:
    """The list in the size that suits it."""
    if large:
        return list_pieces(days, languages, head.room, _LARGE, large=True)
    pieces: list[Piece] = []
    for size in _SIZES:
        pieces = list_pieces(days, languages, head.room, size)
        if len(divided(pieces, head)) == 1:
            break
    return pieces


def list_pieces(
    days: Sequence[PlanDay], languages: Languages, room: float, size: float, *, large: bool = False
) -> list[Piece]:
    """One piece for every booking; days have heads of their own when there are several."""
    rows = _Rows(languages, room, size, size if large else size * _UNDER)
    pieces: list[Piece] = []
    for day in days:
        heading = None
        if len(days) > 1 or large:
            heading = rows.heading(day)
            pieces.append(heading)
        pieces += [rows.shut(shut, heading) for shut in day.shut]
        pieces += [rows.taken(taken, heading) for taken in day.taken]
        if not day.taken and not day.shut:
            pieces.append(rows.alone(CLOSED if day.hours is None else _NOTHING, heading))
    return pieces


class _Rows:
    """Rows of one size: the time at the left, everything else wrapped beside it."""

    def __init__(self, languages: Languages, room: float, size: float, under: float) -> None:
        self._languages, self._room = languages, room
        self._time = Style(BOLD, size, INK)
        self._title = Style(MEDIUM, size, INK)
        self._under = Style(REGULAR, under, SOFT)
        self._head = Style(BOLD, size, INK)
        longest = width("00.00–00.00", self._time)
        self._beside = 4 * MM + longest + size * 0.8

    def heading(self, day: PlanDay) -> Piece:
        first, *others = self._languages
        said = long_date(first, day.day)
        too = " · ".join(long_date(language, day.day) for language in others)
        least = min(self._under.size, self._head.size)
        band = self._head.size * 1.7 + (least * _PITCH if too else 0)
        gap = self._head.size * 0.4

        def draw(paper: Paper, top: float) -> None:
            top += gap
            paper.fills([(MARGIN, top, paper.inner_width, band)], BAND)
            paper.lines([(MARGIN, top, paper.right, top)], INK, HEAVY)
            base = top + self._head.size * 1.2
            paper.text(MARGIN + 2 * MM, base, *fit(said, self._head, self._room - 4 * MM, 9))
            low = base + least * _PITCH
            paper.text(MARGIN + 2 * MM, low, *fit(too, self._under, self._room - 4 * MM, 7))

        return Piece(gap + band, draw, leads=True)

    def taken(self, taken: Taken, heading: Piece | None) -> Piece:
        title = self._wrapped(title_of(taken, self._languages), self._title)
        under = self._wrapped(under_title(taken), self._under)
        lines = [*title, *under]
        edge = TINTS[taken.tint][2]
        time = time_of(self._languages[0], taken)
        return self._piece(lines, heading, partial(self._draw_left, edge, time))

    def shut(self, shut: ShutTime, heading: Piece | None) -> Piece:
        said = together(CLOSED, self._languages)
        lines = self._wrapped(said, self._title) + self._wrapped(
            printable(shut.reason), self._under
        )
        length = (shut.end - shut.start).total_seconds()
        as_taken = Taken(shut.start, shut.end)
        time = "" if length >= _WHOLE_DAY else time_of(self._languages[0], as_taken)
        return self._piece(lines, heading, partial(self._draw_left, LINE, time))

    def alone(self, message: Message, heading: Piece | None) -> Piece:
        said = together(message, self._languages)
        return self._piece(
            self._wrapped(said, self._title), heading, partial(self._draw_left, "", "")
        )

    def _piece(self, lines: list[tuple[str, Style]], heading: Piece | None, left: _Left) -> Piece:
        high = sum(style.size * _PITCH for _, style in lines) + self._title.size * 0.55
        return Piece(high, partial(self._draw, lines, left, high), heading)

    def _draw(
        self, lines: list[tuple[str, Style]], left: _Left, high: float, paper: Paper, top: float
    ) -> None:
        left(paper, top, high)
        y = top + self._title.size * 0.1
        for text, style in lines:
            y += style.size * _PITCH
            paper.text(MARGIN + self._beside, y, text, style)
        paper.lines([(MARGIN, top + high, paper.right, top + high)], LINE)

    def _draw_left(self, edge: str, time: str, paper: Paper, top: float, high: float) -> None:
        if edge:
            paper.fills([(MARGIN, top + 1.5, 1.5 * MM, high - 3)], edge)
        base = top + self._title.size * (0.1 + _PITCH)
        room = self._beside - 4 * MM
        paper.text(MARGIN + 4 * MM, base, *fit(time, self._time, room, self._time.size * 0.5))

    def _wrapped(self, text: str, style: Style) -> list[tuple[str, Style]]:
        room = self._room - self._beside
        return [(line, style) for line in wrap_whole(text, style, room)]
