"""The columns of an attendance sheet: which there are, how wide, and what stands above them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.language import say
from app.sheets.fonts import MEDIUM, NARROW, REGULAR, Style, fit, wrap
from app.sheets.in_languages import Languages, each, together
from app.sheets.page import BAND, HEAVY, INK, MARGIN, MM, SOFT, Paper
from app.sheets.sheet import Names, SheetOptions

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


@dataclass(frozen=True)
class Column:
    """One column: its left edge and its width in points."""

    kind: Kind
    x: float
    width: float


_WORDS = {
    Kind.NUMBER: say("No."),
    Kind.NAME: say("Name, surname"),
    Kind.ORGANISATION: say("Institution, organisation or parish"),
    Kind.PHOTO: say("Photo"),
    Kind.SIGNATURE: say("Signature"),
}
_YES, _NO = say("Yes"), say("No")
_SHARES = {Kind.NAME: 1.0, Kind.ORGANISATION: 1.22, Kind.SIGNATURE: 0.95}


def columns(options: SheetOptions, room: float) -> tuple[Column, ...]:
    """Number and photo have their width; the others share what is left."""
    wanted = {
        Kind.NUMBER: True,
        Kind.NAME: options.names is not Names.NUMBER,
        Kind.ORGANISATION: options.organisation,
        Kind.PHOTO: options.photo,
        Kind.SIGNATURE: options.signature,
    }
    kinds = [kind for kind, there in wanted.items() if there]
    fixed = {Kind.NUMBER: 9 * MM, Kind.PHOTO: (27 if len(options.languages) > 2 else 20) * MM}
    left = room - sum(fixed.get(kind, 0) for kind in kinds)
    shares = sum(_SHARES.get(kind, 0) for kind in kinds)
    made, x = [], MARGIN
    for kind in kinds:
        width = fixed.get(kind) or left * _SHARES[kind] / shares
        made.append(Column(kind, x, width))
        x += width
    return tuple(made)


def photo_places(column: Column) -> tuple[float, float]:
    """The middles of yes and no."""
    return column.x + column.width / 4, column.x + column.width * 3 / 4


class Heading:
    """The band above the rows, measured before it is drawn."""

    def __init__(self, shown: tuple[Column, ...], languages: Languages) -> None:
        self.columns = shown
        self.languages = languages
        self._lines: dict[Kind, list[tuple[str, Style]]] = {
            column.kind: _heading_lines(column, languages)
            for column in shown
            if column.kind is not Kind.PHOTO
        }
        most = max(len(lines) for lines in self._lines.values())
        self.height = max(10.5 * MM, most * _STEP + 2.6 * MM)

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
        y = top + 4.4 * MM
        for text, style in self._lines[column.kind]:
            if column.kind is Kind.NUMBER:
                paper.text(column.x + column.width / 2, y, text, style, "centre")
            else:
                paper.text(column.x + 1.6 * MM, y, text, style)
            y += _STEP

    def _draw_photo(self, paper: Paper, column: Column, top: float) -> None:
        word = together(_WORDS[Kind.PHOTO], self.languages, " / ")
        text, style = fit(word, _PHOTO, column.width - 1.5 * MM, _SMALLEST)
        paper.text(column.x + column.width / 2, top + 4.4 * MM, text, style, "centre")
        room = column.width / 2 - 0.8 * MM
        for answer, middle in zip((_YES, _NO), photo_places(column), strict=True):
            word = together(answer, self.languages, "/")
            text, style = fit(word, _ANSWER, room, _SMALLEST)
            paper.text(middle, top + self.height - 2.2 * MM, text, style, "centre")


def _heading_lines(column: Column, languages: Languages) -> list[tuple[str, Style]]:
    """Latvian in the stronger letters, the other languages below it."""
    lines = []
    for place, text in enumerate(each(_WORDS[column.kind], languages)):
        style = _OTHER if place else _FIRST
        parts = wrap(text, style, column.width - 2.4 * MM)[:_MOST_LINES]
        lines += [fit(part, style, column.width - 2 * MM, _SMALLEST) for part in parts]
    return lines
