"""What stands around the plan on a door: the room, its days, the centre, opening hours, the print."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from app.dates_in_words import day_range, short_moment
from app.language import Language, say, tr_in, words_in
from app.sheets.fonts import BOLD, MEDIUM, REGULAR, Style, fit, fit_lines, printable, width, wrap
from app.sheets.in_languages import Languages, centre_name
from app.sheets.page import INK, MARGIN, MM, SOFT, TEAL, Paper
from app.sheets.plan import DoorPlan
from app.sheets.plan_words import opening_hours, page_of, room_facts

_ROOM = Style(BOLD, 34, INK)
_UNDER = Style(REGULAR, 14, SOFT)
_CENTRE = Style(MEDIUM, 10, TEAL)
_ASK = Style(REGULAR, 10, SOFT)
_LATER = Style(BOLD, 14, INK)
_FOOT = Style(REGULAR, 9.5, SOFT)
_LOGO = 12 * MM
_APART = 6 * MM
_LEAST = 18
"""Points of everything on a large print."""
_ASK_TEXT = say("Is the room free? Book it at the front desk.")


class DoorHead:
    """Measured when made, so that the plan knows where it begins and ends."""

    def __init__(
        self, plan: DoorPlan, languages: Languages, at: datetime, paper: Paper, *, large: bool
    ) -> None:
        self._plan, self._languages, self._at = plan, languages, at
        self._large = large
        self.room = paper.inner_width
        self.height = paper.height
        self._side = paper.inner_width * (0.32 if not large else 0.0)
        room = paper.inner_width - self._side - (_APART if self._side else 0)
        if plan.centre.logo and self._large:
            room -= _LOGO + 4 * MM
        self._name, self._name_style = fit_lines(printable(plan.room), _ROOM, room, 2, 18)
        self._under = list(self._under_lines(room))
        self._foot = self._foot_rows(paper.inner_width - _APART)
        self._foot_step = (8 if large else 4.4) * MM
        self.first_top = self._measured()
        self.later_top = MARGIN + (12 if large else 8) * MM
        self.bottom = paper.height - MARGIN - len(self._foot) * self._foot_step - 2 * MM

    @property
    def title(self) -> str:
        """What a reader of the file shows above it."""
        first = self._languages[0]
        return f"{printable(self._plan.room)}, {self._days(first)}"

    def draw(self, paper: Paper, page: int, pages: int) -> None:
        if page == 1:
            self._draw_first(paper)
        else:
            style = self._sized(_LATER, 0)
            paper.text(MARGIN, MARGIN + 4 * MM, *fit(self.title, style, paper.inner_width, 9))
        self._draw_foot(paper, page, pages)

    def _draw_first(self, paper: Paper) -> None:
        y = MARGIN
        for line in self._name:
            y += self._name_style.size * 1.02
            paper.text(MARGIN, y - self._name_style.size * 0.18, line, self._name_style)
        for lines, style in self._under:
            for line in lines:
                y += style.size * 1.35
                paper.text(MARGIN, y, line, style)
        drawn = self._draw_logo(paper)
        if self._side:
            self._draw_centre(paper, paper.right - (_LOGO + 3 * MM if drawn else 0))

    def _draw_logo(self, paper: Paper) -> bool:
        logo = self._plan.centre.logo
        if not logo:
            return False
        return paper.picture((paper.right - _LOGO, MARGIN, _LOGO, _LOGO), logo)

    def _draw_centre(self, paper: Paper, right: float) -> None:
        y = MARGIN + 4 * MM
        room = self._side - (paper.right - right)
        names = dict.fromkeys(
            centre_name(self._plan.centre.names, language) for language in self._languages
        )
        asked = [words_in(language, _ASK_TEXT) for language in self._languages]
        for text, style in (
            *((name, _CENTRE) for name in names if name),
            *((text, _ASK) for text in asked),
        ):
            paper.text(right, y, *fit(text, style, room, 6.5), "right")
            y += 4.6 * MM

    def _draw_foot(self, paper: Paper, page: int, pages: int) -> None:
        numbered = page_of(self._languages[0], page, pages)
        y = paper.height - MARGIN - (len(self._foot) - 1) * self._foot_step
        for number, (left, right, style) in enumerate(self._foot):
            said = "  ·  ".join(filter(None, (numbered if not number else "", left)))
            bold = style._replace(font=MEDIUM, ink=INK)
            wide = min(width(right, bold), paper.inner_width * 0.55)
            paper.text(MARGIN, y, *fit(said, style, paper.inner_width - wide - _APART, 6))
            paper.text(paper.right, y, *fit(right, bold, wide + 0.1, 6), "right")
            y += self._foot_step

    def _foot_rows(self, room: float) -> list[tuple[str, str, Style]]:
        """Left, right and their style; in large print one under the other, under the page."""
        rows = []
        for place, language in enumerate(self._languages):
            style = self._sized(_FOOT, place)
            printed, hours = self._printed(language), self._open(language)
            if self._large:
                said = (hours,) if place else (printed, hours)  # the page is for the plan
                rows += [(line, "", style) for text in said for line in wrap(text, style, room)]
            else:
                rows.append((printed, hours, style))
        return [("", "", self._sized(_FOOT, 0)), *rows] if self._large else rows

    def _printed(self, language: Language) -> str:
        at = short_moment(language, self._at)
        return tr_in(language, "Printed {at}. The newest plan is at the front desk.", at=at)

    def _open(self, language: Language) -> str:
        week = opening_hours(language, self._plan.centre.week)
        return tr_in(language, "Opening hours: {hours}", hours=week) if week else ""

    def _under_lines(self, room: float) -> Iterator[tuple[list[str], Style]]:
        """Latvian is never smaller than another language."""
        style = self._sized(_UNDER, 0)
        for language in self._languages:
            lines, used = fit_lines(self._facts(language), style, room, 2, self._least(8.5))
            yield lines, used
            style = used._replace(size=max(used.size * 0.85, self._least(8)))

    def _facts(self, language: Language) -> str:
        facts = room_facts(self._plan, language)
        return "  ·  ".join(filter(None, (self._days(language), facts)))

    def _days(self, language: Language) -> str:
        days = self._plan.days
        return day_range(language, days[0].day, days[-1].day)

    def _sized(self, style: Style, place: int) -> Style:
        size = style.size if place == 0 else style.size * 0.8
        return style._replace(size=max(size, self._least(0)))

    def _least(self, usual: float) -> float:
        return _LEAST if self._large else usual

    def _measured(self) -> float:
        name = len(self._name) * self._name_style.size * 1.02
        under = sum(len(lines) * style.size * 1.35 for lines, style in self._under)
        beside = len(self._languages) * 2 * 4.6 * MM if self._side else _LOGO
        return MARGIN + max(name + under, beside) + 5 * MM
