"""The band on top of the programme: whose it is, which month, and where to register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.language import Language, Message, say, tr_in, words_in
from app.sheets.fonts import BOLD, MEDIUM, REGULAR, Style, fit, printable, wrap
from app.sheets.in_languages import Languages, centre_name
from app.sheets.page import INK, MARGIN, MM, Paper
from app.sheets.plan_words import opening_hours

if TYPE_CHECKING:
    from app.sheets.programme import Programme

NIGHT, BOX, WHITE, MIST, GOLD = "#073B37", "#0F5A53", "#FFFFFF", "#B9D6D2", "#FFC83D"
SQUARES = ("#FFB300", "#26A69A", "#5E9BF5", "#00695C")
MONTHS: tuple[Message, ...] = (
    say("January with us"),
    say("February with us"),
    say("March with us"),
    say("April with us"),
    say("May with us"),
    say("June with us"),
    say("July with us"),
    say("August with us"),
    say("September with us"),
    say("October with us"),
    say("November with us"),
    say("December with us"),
)
_HEIGHT, _LARGE_HEIGHT, _LATER = 52 * MM, 62 * MM, 20 * MM
_GAP = 5 * MM
_BOX = (53 * MM, 32 * MM)
_LOGO = 12 * MM
_ASK = say("Sign up")
_WHERE = say("at the front desk")

_LARGE = Style(REGULAR, 18, INK)


def title_of(programme: Programme, language: Language) -> str:
    return words_in(language, MONTHS[programme.month.month - 1])


class Head:
    """In large print the box of where to register stands under the band, over the whole width."""

    def __init__(
        self, programme: Programme, languages: Languages, paper: Paper, *, large: bool
    ) -> None:
        self._programme, self._languages, self._large = programme, languages, large
        self._ask = self._asked(paper.inner_width) if large else []

    def bottom(self, page: int) -> float:
        """Where the lines begin."""
        if page > 1:
            return _LATER + _GAP
        if self._large:
            return _LARGE_HEIGHT + _GAP + len(self._ask) * 8.4 * MM + 2 * MM
        return _HEIGHT + _GAP

    def draw(self, paper: Paper, page: int) -> float:
        if page > 1:
            self._draw_later(paper)
            return self.bottom(page)
        high = _LARGE_HEIGHT if self._large else _HEIGHT
        paper.fills([(0, 0, paper.width, high)], NIGHT)
        room = paper.inner_width - (0 if self._large else _BOX[0] + 6 * MM)
        self._draw_names(paper, room)
        self._draw_month(paper, room, high)
        if self._large:
            y = high + _GAP + 4 * MM
            for line in self._ask:
                paper.text(MARGIN, y, line, _LARGE)
                y += 8.4 * MM
        else:
            self._draw_box(paper)
        return self.bottom(page)

    def _draw_names(self, paper: Paper, room: float) -> None:
        logo, centre = self._programme.centre.logo, self._programme.centre
        if not (logo and paper.picture((MARGIN, 12 * MM, _LOGO, _LOGO), logo)):
            _draw_mark(paper, MARGIN, 12 * MM)
        names = dict.fromkeys(centre_name(centre.names, one) for one in self._languages)
        size = 18.0 if self._large else 10.5
        y = (17 if self._large else 16.4) * MM
        for place, name in enumerate(list(names)[:2]):
            least = size if place == 0 else max(size * 0.82, 18 if self._large else 0)
            style = Style(MEDIUM if place == 0 else REGULAR, least, MIST if place else WHITE)
            paper.text(MARGIN + 16 * MM, y, *fit(name, style, room - 16 * MM, 8))
            y += least * 1.45

    def _draw_month(self, paper: Paper, room: float, high: float) -> None:
        first, *others = self._languages
        title = Style(BOLD, 40 if self._large else 36, WHITE)
        paper.text(
            MARGIN, high - 12.5 * MM, *fit(title_of(self._programme, first), title, room, 20)
        )
        too = [title_of(self._programme, one) for one in others]
        under = "  ·  ".join([*too, str(self._programme.month.year)])
        style = Style(REGULAR, 18 if self._large else 14, MIST)
        paper.text(MARGIN, high - 4.4 * MM, *fit(under, style, room, 8))

    def _draw_box(self, paper: Paper) -> None:
        wide, tall = _BOX
        left, top = paper.right - wide, 14 * MM
        paper.frame((left, top, wide, tall), BOX, fill=BOX)
        inner, y = wide - 10 * MM, top + 7 * MM
        for line, style in self._box_lines():
            paper.text(left + 5 * MM, y, *fit(line, style, inner, 6))
            y += 5.2 * MM

    def _box_lines(self) -> list[tuple[str, Style]]:
        first = self._languages[0]
        ask = " · ".join(dict.fromkeys(words_in(one, _ASK) for one in self._languages))
        phone = printable(self._programme.centre.phone)
        where = [words_in(first, _WHERE)]
        if phone:
            where.append(tr_in(first, "or call {phone}", phone=phone))
        hours = opening_hours(first, self._programme.centre.week).split(", ")
        return [
            (ask, Style(BOLD, 10.5, GOLD)),
            *((line, Style(MEDIUM, 10, WHITE)) for line in where),
            *((line, Style(REGULAR, 10, WHITE)) for line in hours[: 5 - len(where)] if line),
        ]

    def _asked(self, room: float) -> list[str]:
        """In words, one language after the other."""
        lines = []
        for language in self._languages:
            said = f"{words_in(language, _ASK)} {words_in(language, _WHERE)}"
            if phone := printable(self._programme.centre.phone):
                said += " " + tr_in(language, "or call {phone}", phone=phone)
            hours = opening_hours(language, self._programme.centre.week)
            lines += wrap(f"{said}. {hours}" if hours else said, _LARGE, room)
        return lines

    def _draw_later(self, paper: Paper) -> None:
        paper.fills([(0, 0, paper.width, _LATER)], NIGHT)
        title = f"{title_of(self._programme, self._languages[0])}  {self._programme.month.year}"
        paper.text(MARGIN, 13 * MM, *fit(title, Style(BOLD, 20, WHITE), paper.inner_width, 10))


def _draw_mark(paper: Paper, x: float, y: float) -> None:
    """Four neighbours, where the centre has no picture of its own."""
    side = _LOGO * 0.47
    for place, ink in enumerate(SQUARES):
        left, top = x + (place % 2) * _LOGO * 0.53, y + (place // 2) * _LOGO * 0.53
        paper.frame((left, top, side, side), ink, fill=ink)
