"""The foot of the programme: getting in, how to ask for what one needs, closed days, the funder."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.language import Language, say, tr_in, words_in
from app.sheets.fonts import BOLD, MEDIUM, REGULAR, Style, fit, printable, wrap
from app.sheets.in_languages import Languages
from app.sheets.page import INK, MARGIN, MM, SOFT, TEAL, Paper
from app.sheets.plan_words import page_of

if TYPE_CHECKING:
    from app.sheets.programme import Programme

_AMBER = "#7A4B00"
_NEEDS = say(
    "If something should be prepared (an interpreter, large print, a quiet place), "
    "tell us 5 days before."
)
_PITCH = 1.42


class Foot:
    """The same on every page, as each may hang by itself; in large print on the last one only."""

    def __init__(
        self, programme: Programme, languages: Languages, paper: Paper, *, large: bool
    ) -> None:
        self._programme, self._languages = programme, languages
        self._large = large
        self._least = 18.0 if large else 0.0
        self._lines = [
            (line, style)
            for text, style in self._texts()
            for line in wrap(text, style, paper.inner_width)
        ]
        self._bare = (24 if large else 18) * MM
        self._full = sum(style.size * _PITCH for _, style in self._lines) + self._bare + 5 * MM

    def height(self, *, last: bool) -> float:
        """From its line to the edge of the paper."""
        return self._full if last or not self._large else self._bare

    def draw(self, paper: Paper, page: int, pages: int) -> None:
        last = page == pages
        y = paper.height - self.height(last=last) + 6 * MM
        paper.lines([(MARGIN, y, paper.right, y)], TEAL)
        y += 2 * MM
        for line, style in self._lines if last or not self._large else ():
            y += style.size * _PITCH
            paper.text(MARGIN, y, line, style)
        y = paper.height - 9 * MM
        small = Style(REGULAR, max(8.5, self._least), SOFT)
        numbered = page_of(self._languages[0], page, pages)
        room = paper.inner_width / 2
        paper.text(MARGIN, y, *fit(numbered, small, room, 7))
        if not self._large:
            funder = printable(self._programme.funder)
            paper.text(paper.right, y, *fit(funder, small, room, 7), "right")

    def _texts(self) -> Iterator[tuple[str, Style]]:
        first = self._languages[0]
        strong = Style(MEDIUM, max(10, self._least), INK)
        plain = Style(REGULAR, max(9.5, self._least), SOFT)
        if access := self._access(first):
            yield access, strong
        for language in self._languages:
            yield words_in(language, _NEEDS), plain
        for day, reason in self._programme.closed:
            said = tr_in(first, "{day:long}: closed. {reason}", day=day, reason=printable(reason))
            yield said, Style(BOLD, max(10, self._least), _AMBER)

        if self._large:
            yield printable(self._programme.funder), plain

    def _access(self, language: Language) -> str:
        step_free, loop = self._programme.step_free, self._programme.hearing_loop
        parts = []
        if step_free:
            rooms = printable(", ".join(step_free))
            parts.append(tr_in(language, "Without steps: {rooms}.", rooms=rooms))
        if loop:
            rooms = printable(", ".join(loop))
            parts.append(tr_in(language, "Hearing loop: {rooms}.", rooms=rooms))
        return " ".join(parts)
