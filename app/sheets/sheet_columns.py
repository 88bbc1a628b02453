"""The columns of an attendance sheet: which there are, how wide, and what stands above them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from app.dates_in_words import weekday_short
from app.language import say
from app.sheets.fonts import MEDIUM, NARROW, REGULAR, Style, fit, wrap
from app.sheets.in_languages import Languages, each, together
from app.sheets.page import BAND, HEAVY, INK, MARGIN, MM, SOFT, Paper
from app.sheets.sheet import Layout, Names, SheetOptions
from app.sheets.sheet_look import Look

_FIRST = Style(MEDIUM, 8.6, INK)
_OTHER = Style(REGULAR, 7.6, SOFT)
_PHOTO = Style(MEDIUM, 8.2, INK)
_ANSWER = Style(NARROW, 8.4, SOFT)
_STEP = 3.45 * MM
_SMALLEST = 5
_MOST_LINES = 2


class Kind(StrEnum):
    """What a column is for."""

    NUMBER = "number"
    NAME = "name"
    ORGANISATION = "organisation"
    PHOTO = "photo"
    SIGNATURE = "signature"
    DATE = "date"
    """Of a course: room for the initials of one date."""


@dataclass(frozen=True)
class Column:
    """One column: its left edge and its width in points."""

    kind: Kind
    x: float
    width: float
    day: datetime.date | None = None


_WORDS = {
    Kind.NUMBER: say("No."),
    Kind.NAME: say("Name, surname"),
    Kind.ORGANISATION: say("Institution, organisation or parish"),
    Kind.PHOTO: say("Photo"),
    Kind.SIGNATURE: say("Signature"),
}
_YES, _NO = say("Yes"), say("No")
_SHARES = {Kind.NAME: 1.0, Kind.ORGANISATION: 1.22, Kind.SIGNATURE: 0.95}
_COURSE_NAME = 46 * MM
MOST_DATES = 12
"""On one course sheet."""


def columns(
    options: SheetOptions, room: float, look: Look, dates: tuple[datetime.date, ...] = ()
) -> tuple[Column, ...]:
    """Number and photo have their width; the others share what is left."""
    if options.layout is Layout.COURSE:
        return _of_course(options, room, look, dates[:MOST_DATES])
    wanted = {
        Kind.NUMBER: True,
        Kind.NAME: options.names is not Names.NUMBER,
        Kind.ORGANISATION: options.organisation,
        Kind.PHOTO: options.photo,
        Kind.SIGNATURE: options.signature,
    }
    kinds = [kind for kind, there in wanted.items() if there]
    wider = 1.35 if len(options.languages) > 2 else 1
    fixed = {Kind.NUMBER: look.number_column, Kind.PHOTO: look.photo_column * wider}
    left = room - sum(fixed.get(kind, 0) for kind in kinds)
    shares = sum(_SHARES.get(kind, 0) for kind in kinds)
    made, x = [], MARGIN
    for kind in kinds:
        width = fixed.get(kind) or left * _SHARES[kind] / shares
        made.append(Column(kind, x, width))
        x += width
    return tuple(made)


def _of_course(
    options: SheetOptions, room: float, look: Look, dates: tuple[datetime.date, ...]
) -> tuple[Column, ...]:
    photo = look.photo_column if options.photo else 0
    made = [Column(Kind.NUMBER, MARGIN, look.number_column)]
    x = MARGIN + look.number_column
    if options.names is not Names.NUMBER:
        made.append(Column(Kind.NAME, x, _COURSE_NAME))
        x += _COURSE_NAME
    wide = (MARGIN + room - photo - x) / max(len(dates), 1)
    for n, day in enumerate(dates):
        made.append(Column(Kind.DATE, x + n * wide, wide, day))
    if photo:
        made.append(Column(Kind.PHOTO, MARGIN + room - photo, photo))
    return tuple(made)


def photo_places(column: Column) -> tuple[float, float]:
    """The middles of yes and no."""
    return column.x + column.width / 4, column.x + column.width * 3 / 4


class Heading:
    """The band above the rows, measured before it is drawn."""

    def __init__(self, shown: tuple[Column, ...], languages: Languages, look: Look) -> None:
        self.columns = shown
        self.languages = languages
        self._larger = look.heading / _FIRST.size
        self._step = _STEP * self._larger
        self._lines: dict[Column, list[tuple[str, Style]]] = {
            column: self._lines_of(column) for column in shown if column.kind is not Kind.PHOTO
        }
        most = max(len(lines) for lines in self._lines.values())
        self.height = max(10.5 * MM * self._larger, most * self._step + 2.6 * MM * self._larger)

    def draw(self, paper: Paper, top: float) -> None:
        bottom = top + self.height
        paper.fills([(MARGIN, top, paper.inner_width, self.height)], BAND)
        paper.lines(
            [(MARGIN, y, paper.right, y) for y in (top, bottom)],
            INK,
            HEAVY,
        )
        for column in self.columns:
            if column.kind is Kind.PHOTO:
                self._draw_photo(paper, column, top)
            else:
                self._draw_words(paper, column, top)

    def _draw_words(self, paper: Paper, column: Column, top: float) -> None:
        y = top + 4.4 * MM * self._larger
        for text, style in self._lines[column]:
            if column.kind in (Kind.NUMBER, Kind.DATE):
                paper.text(column.x + column.width / 2, y, text, style, "centre")
            else:
                paper.text(column.x + 1.6 * MM, y, text, style)
            y += self._step

    def _draw_photo(self, paper: Paper, column: Column, top: float) -> None:
        word = together(_WORDS[Kind.PHOTO], self.languages, " / ")
        text, style = fit(word, self._sized(_PHOTO), column.width - 1.5 * MM, _SMALLEST)
        y = top + 4.4 * MM * self._larger
        paper.text(column.x + column.width / 2, y, text, style, "centre")
        room = column.width / 2 - 0.8 * MM
        for answer, middle in zip((_YES, _NO), photo_places(column), strict=True):
            word = together(answer, self.languages, "/")
            text, style = fit(word, self._sized(_ANSWER), room, _SMALLEST)
            paper.text(middle, top + self.height - 2.2 * MM, text, style, "centre")

    def _lines_of(self, column: Column) -> list[tuple[str, Style]]:
        """Latvian in the stronger letters, the other languages below it."""
        room = column.width - 2 * MM
        if column.day is not None:
            first = self.languages[0]
            day = column.day
            texts = (f"{day.day}.{day.month:02}.", weekday_short(first.value, day))
            return [
                fit(text, style, room, _SMALLEST)
                for text, style in zip(texts, (_FIRST, _OTHER), strict=True)
            ]
        lines = []
        for place, text in enumerate(each(_WORDS[column.kind], self.languages)):
            style = self._sized(_OTHER if place else _FIRST)
            parts = wrap(text, style, column.width - 2.4 * MM)[:_MOST_LINES]
            lines += [fit(part, style, room, _SMALLEST) for part in parts]
        return lines

    def _sized(self, style: Style) -> Style:
        return style._replace(size=style.size * self._larger)
