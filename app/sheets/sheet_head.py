"""The top of an attendance sheet: whose it is, what happens, when, where, and the sheet's code."""

from __future__ import annotations

from dataclasses import dataclass

from app.language import (
    Language,
    Message,
    full_date_in,
    say,
    short_date_in,
    time_range_in,
    tr_in,
    words_in,
)
from app.sheets.codes import sheet_digits, spaced
from app.sheets.fonts import BOLD, MEDIUM, NARROW, REGULAR, Style, fit, printable, width, wrap
from app.sheets.in_languages import Languages, centre_names, together
from app.sheets.page import INK, LINE, MARGIN, MM, SOFT, TEAL, Paper
from app.sheets.sheet import SheetHead
from app.sheets.sheet_look import Look
from app.sheets.sheet_title import draw_title

LATER_CODE = 13 * MM
LATER_TOP = MARGIN + 16 * MM
"""Where the rows of the second and later pages begin."""

_CENTRE = Style(MEDIUM, 9, TEAL)
_KIND = Style(REGULAR, 11, SOFT)
_LABEL = Style(REGULAR, 7.6, SOFT)
_LATER_TITLE = Style(MEDIUM, 11, INK)
_LATER_TIME = Style(REGULAR, 10, SOFT)
_NUMBER = Style(BOLD, 9.5, INK)
_DIGITS = Style(NARROW, 7.6, SOFT)
_HINT = Style(REGULAR, 8, SOFT)

_USUAL = Look()
_LOGO = 9 * MM
_FUNDER_WIDE, _FUNDER_HIGH = 34 * MM, 11 * MM
_FACTS_TOP, _FACTS_STEP, _FACTS_GAP = 24.5 * MM, 9.6 * MM, 7 * MM
_SHEET = say("Attendance sheet")
_NEUTRAL = say("Session")


@dataclass(frozen=True)
class _Fact:
    label: str
    value: str
    style: Style
    x: float
    y: float


class Head:
    """Measured when made, so that the rows know where they begin; then drawn page by page."""

    def __init__(self, head: SheetHead, languages: Languages, room: float, look: Look) -> None:
        self._look, self._logo, self._funder = look, head.logo, head.funder_logo
        self._larger = look.value / _USUAL.value
        self._languages = languages
        self._first = languages[0]
        self._room = room - look.code - 11 * MM
        self.title = printable(head.title)
        if head.confidential:
            self.title = together(_NEUTRAL, languages)
        self.centre = centre_names(head.centre, languages)
        self._day = printable(full_date_in(self._first, head.date))
        self._when = self._days(head)
        self._time = time_range_in(self._first, head.start, head.end)
        self._facts = self._placed(head)
        below = self._facts[-1].y + _FACTS_STEP * self._larger
        self.top = max(below - 1 * MM, MARGIN + look.code + 9 * MM)
        """Where the rows of the first page begin."""

    @property
    def kind(self) -> str:
        return together(_SHEET, self._languages)

    def draw_first(self, paper: Paper, number: str | None) -> None:
        left = self._draw_logo(paper)
        wide = self._room - self._draw_funder(paper)
        room = wide - (left - MARGIN)
        paper.text(left, MARGIN + 3 * MM, *fit(self.centre, _CENTRE, room, 6))
        title = Style(BOLD, self._look.title, INK)
        draw_title(paper, MARGIN + 12 * MM * self._spread, self.title, title, wide)
        y = MARGIN + 17.8 * MM * self._spread
        paper.text(MARGIN, y, *fit(self.kind, self._sized(_KIND), wide, 8))
        for fact in self._facts:
            paper.text(fact.x, fact.y, fact.label, self._sized(_LABEL))
            paper.text(fact.x, fact.y + 4.2 * MM * self._larger, fact.value, fact.style)
        if number is None:
            self._draw_promise(paper)
        else:
            self._draw_code(paper, number)

    def draw_later(self, paper: Paper, page: int, number: str | None) -> None:
        room = paper.inner_width - 58 * MM
        for y, text, style in (
            (3.4 * MM, self.title, _LATER_TITLE),
            (8 * MM, f"{self._when}, {self._time}", _LATER_TIME),
        ):
            paper.text(MARGIN, MARGIN + y, *fit(text, style, room, 8))
        if number is None:
            sample = tr_in(self._first, "Sample")
            paper.text(paper.right, MARGIN + 3 * MM, sample, _NUMBER, "right")
            return
        x, digits = paper.right - LATER_CODE - 2 * MM, sheet_digits(number, page)
        paper.text(x, MARGIN + 3 * MM, self._numbered(number), _NUMBER, "right")
        paper.text(x, MARGIN + 7 * MM, spaced(digits), _DIGITS, "right")
        paper.code(paper.right - LATER_CODE, MARGIN - 1 * MM, LATER_CODE, digits)

    def _placed(self, head: SheetHead) -> list[_Fact]:
        """Labels over values, in as many lines as they need left of the code."""
        facts: list[_Fact] = []
        x, y = 0.0, MARGIN + _FACTS_TOP * self._spread
        small, large = self._sized(_LABEL), Style(MEDIUM, self._look.value, INK)
        for message, written in (
            (say("Dates") if head.dates else say("Date"), self._when),
            (say("Time"), self._time),
            (say("Place"), printable(head.place)),
            (say("Led by"), printable(head.leader)),
            (say("Initiative"), "" if head.confidential else printable(head.initiative)),
            (say("Project"), printable(head.project)),
        ):
            if not written:
                continue
            label = self._label(message)
            value, style = fit(written, large, self._room, 8)
            wide = max(width(value, style), width(label, small))
            if x and x + wide > self._room:
                x, y = 0.0, y + _FACTS_STEP * self._larger
            facts.append(_Fact(label, value, style, MARGIN + x, y))
            x += wide + _FACTS_GAP
        return facts

    def _days(self, head: SheetHead) -> str:
        """Of a course the first and the last; each date stands over its column."""
        if not head.dates:
            return self._day
        first, last = (short_date_in(self._first, day) for day in (head.dates[0], head.dates[-1]))
        return first if first == last else f"{first}–{last}"

    @property
    def _spread(self) -> float:
        """Larger letters stand further apart."""
        return (1 + self._larger) / 2

    def _sized(self, style: Style) -> Style:
        return style._replace(size=style.size * self._larger)

    def _draw_logo(self, paper: Paper) -> float:
        """Where the words right of it begin."""
        area = (MARGIN, MARGIN - 3.4 * MM, _LOGO, _LOGO)
        drawn = self._logo is not None and paper.picture(area, self._logo)
        return MARGIN + _LOGO + 2.5 * MM if drawn else MARGIN

    def _draw_funder(self, paper: Paper) -> float:
        """Left of the code; how much it takes of the room for words."""
        x = MARGIN + self._room - _FUNDER_WIDE
        area = (x, MARGIN - 1 * MM, _FUNDER_WIDE, _FUNDER_HIGH)
        drawn = self._funder is not None and paper.picture(area, self._funder)
        return _FUNDER_WIDE + 4 * MM if drawn else 0

    def _label(self, message: Message) -> str:
        return together(message, self._languages, " / ")

    def _numbered(self, number: str) -> str:
        return tr_in(self._first, "Sheet No. {number}", number=number)

    def _draw_code(self, paper: Paper, number: str) -> None:
        digits = sheet_digits(number, 1)
        side = self._look.code
        paper.code(paper.right - side, MARGIN + 0.5 * MM, side, digits)
        paper.text(paper.right, MARGIN + side + 4.4 * MM, spaced(digits), _DIGITS, "right")
        paper.text(paper.right, MARGIN + side + 8.6 * MM, self._numbered(number), _NUMBER, "right")

    def _draw_promise(self, paper: Paper) -> None:
        """A sample has no number: it says when it will get one."""
        side = self._look.code + 2 * MM
        left = paper.right - side
        paper.frame((left, MARGIN + 1 * MM, side, side), LINE, dashed=True)
        lines = wrap(_promise(self._first), _HINT, side - 3 * MM)
        y = MARGIN + 1 * MM + side / 2 - (len(lines) - 1) * 1.8 * MM + 1 * MM
        for line in lines:
            paper.text(left + side / 2, y, line, _HINT, "centre")
            y += 3.6 * MM


def _promise(language: Language) -> str:
    return words_in(language, say("The sheet gets its number and code when printed"))
