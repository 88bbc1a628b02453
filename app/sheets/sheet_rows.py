"""The rows of an attendance sheet: people who are expected, then room for those who walk in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.language import say
from app.sheets.fonts import MEDIUM, NARROW, REGULAR, Style, fit, fit_lines, printable, width
from app.sheets.in_languages import Languages, each, together
from app.sheets.page import BAND, HEAVY, INK, LINE, MARGIN, MM, SOFT, TEAL, ZEBRA, Paper, Segment
from app.sheets.sheet import Names, SheetLine, shown_name
from app.sheets.sheet_columns import Column, Kind, photo_places
from app.sheets.sheet_look import Look

_ORGANISATION = Style(REGULAR, 9.7, SOFT)
_WALK_IN = Style(MEDIUM, 8.6, TEAL)
_OPTIONAL = Style(REGULAR, 7.4, SOFT)
_AGE = Style(NARROW, 7.2, SOFT)
_INSET = 1.6 * MM
_SMALLEST = 6
"""Points of a name that does not even fit on two lines as it should stand."""
_SMALL_BOX = 2.7 * MM
_WRITING = 9.4 * MM
"""The upper part of a walk-in row: number and writing; the age ticks lie below."""

WALK_IN_BAND = 6 * MM
AGE_BANDS = ("0–12", "13–17", "18–29", "30–54", "55–64", "65+")

_PLEASE = say("Walk-ins: please write yourself in")
_SHORT = say("Walk-ins")
_PRESENT = say("Present (the leader fills this in)")
_AGE_OPTIONAL = say("age need not be ticked")


@dataclass(frozen=True)
class PageRows:
    """What one page holds: people from ``first`` on, then empty rows numbered on."""

    first: int
    lines: Sequence[SheetLine]
    walk_ins: int = 0


@dataclass(frozen=True)
class Rows:
    """Draws the rows of a page below the heading; heights in points."""

    columns: tuple[Column, ...]
    languages: Languages
    names: Names
    look: Look
    ages: bool

    @property
    def height(self) -> float:
        return self.look.row

    @property
    def walk_in_height(self) -> float:
        return self.look.walk_in if self.ages else self.look.row

    @property
    def _number(self) -> Style:
        return Style(REGULAR, self.look.number, SOFT)

    def draw(self, paper: Paper, top: float, page: PageRows) -> float:
        """Returns where the rows end."""
        people_end = top + len(page.lines) * self.height
        start = people_end + (WALK_IN_BAND if page.walk_ins else 0)
        end = start + page.walk_ins * self.walk_in_height
        self._draw_zebra(paper, top, len(page.lines))
        self._draw_lines(paper, top, page)
        for row, line in enumerate(page.lines):
            self._draw_person(paper, top + row * self.height, page.first + row, line)
        if page.walk_ins:
            self._draw_band(paper, people_end)
            self._draw_walk_ins(paper, start, page)
        self._draw_photo_boxes(paper, top, start, page)
        return end

    def draw_present(self, paper: Paper, top: float) -> None:
        """The last row of a course sheet, where the leader writes how many came on each date."""
        wide, bottom = paper.inner_width, top + self.height
        paper.fills([(MARGIN, top, wide, self.height)], BAND)
        dates = [one for one in self.columns if one.kind is Kind.DATE]
        ends = [(one.x, top, one.x, bottom) for one in dates]
        paper.lines([*ends, (MARGIN, bottom, paper.right, bottom)], INK, HEAVY)
        room = (dates[0].x if dates else paper.right) - MARGIN - 2 * _INSET
        first, *others = each(_PRESENT, self.languages)
        small = _WALK_IN._replace(size=6.4)
        base = top + self.height / 2 + (0 if others else self.look.baseline)
        paper.text(MARGIN + _INSET, base, *fit(first, _WALK_IN, room, 5))
        if others:
            under = " / ".join(others)
            paper.text(MARGIN + _INSET, base + 2.6 * MM, *fit(under, small, room, 4.5))

    def _draw_zebra(self, paper: Paper, top: float, count: int) -> None:
        if count > 1:
            wide, height = paper.inner_width, self.height
            areas = [(MARGIN, top + row * height, wide, height) for row in range(1, count, 2)]
            paper.fills(areas, ZEBRA)

    def _draw_lines(self, paper: Paper, top: float, page: PageRows) -> None:
        left, right = MARGIN, paper.right
        people_end = top + len(page.lines) * self.height
        rules = [top + row * self.height for row in range(1, len(page.lines) + 1)]
        stretches = [(top, people_end)] if page.lines else []
        if page.walk_ins:
            start, step = people_end + WALK_IN_BAND, self.walk_in_height
            rules += [start + row * step for row in range(1, page.walk_ins + 1)]
            stretches.append((start, start + page.walk_ins * step))
            paper.lines([(left, start, right, start)], INK, 0.9)
        segments: list[Segment] = [(left, y, right, y) for y in rules]
        segments += [
            (column.x, upper, column.x, lower)
            for column in self.columns[1:]
            for upper, lower in stretches
        ]
        paper.lines(segments, LINE)
        if rules:
            paper.lines([(left, rules[-1], right, rules[-1])], INK, HEAVY)

    def _draw_person(self, paper: Paper, top: float, number: int, line: SheetLine) -> None:
        base = top + self.height / 2 + self.look.baseline
        name_style = Style(MEDIUM, self.look.name, INK)
        for column in self.columns:
            room = column.width - 2 * _INSET
            if column.kind is Kind.NUMBER:
                paper.text(column.x + column.width / 2, base, str(number), self._number, "centre")
            elif column.kind is Kind.NAME:
                name = printable(shown_name(line, self.names))
                self._draw_whole(paper, (column.x + _INSET, base), name, name_style, room)
            elif column.kind is Kind.ORGANISATION and line.organisation:
                text = printable(line.organisation)
                self._draw_whole(paper, (column.x + _INSET, base), text, _ORGANISATION, room)

    def _draw_whole(
        self, paper: Paper, at: tuple[float, float], text: str, style: Style, room: float
    ) -> None:
        """On one line, or on two small ones: who signs must find the whole of her name."""
        (x, base), small = at, self.height / 3
        if style.size * room >= small * width(text, style):
            paper.text(x, base, *fit(text, style, room, small))
            return
        lines, style = fit_lines(text, style._replace(size=small), room, 2, _SMALLEST)
        first, second = lines[0], " ".join(lines[1:])
        middle = base - self.look.baseline
        paper.text(x, middle - 0.25 * style.size, first, style)
        paper.text(x, middle + 0.95 * style.size, *fit(second, style, room, _SMALLEST / 2))

    def _draw_band(self, paper: Paper, top: float) -> None:
        y = top + WALK_IN_BAND - 1.9 * MM
        optional = together(_AGE_OPTIONAL, self.languages, " / ") if self.ages else ""
        room = paper.inner_width - width(optional, _OPTIONAL) - 10 * MM
        first, *others = self.languages
        texts = (
            "  /  ".join([*each(_PLEASE, (first,)), *each(_SHORT, tuple(others))]),
            together(_SHORT, self.languages, "  /  "),
        )
        text = next((text for text in texts if width(text, _WALK_IN) <= room), texts[-1])
        paper.text(MARGIN + 1 * MM, y, *fit(text, _WALK_IN, room, 6))
        if optional:
            paper.text(paper.right - 1 * MM, y, optional, _OPTIONAL, "right")

    def _draw_walk_ins(self, paper: Paper, start: float, page: PageRows) -> None:
        number_column = self.columns[0]
        middle = number_column.x + number_column.width / 2
        part = _WRITING if self.ages else self.walk_in_height
        for row in range(page.walk_ins):
            base = start + row * self.walk_in_height + part / 2 + self.look.baseline
            number = page.first + len(page.lines) + row
            paper.text(middle, base, str(number), self._number, "centre")
        if self.ages:
            column = next(one for one in self.columns if one.kind is Kind.ORGANISATION)
            tops = [start + row * self.walk_in_height for row in range(page.walk_ins)]
            self._draw_ages(paper, column, tops)

    def _draw_ages(self, paper: Paper, column: Column, tops: list[float]) -> None:
        places, style = _age_places(column)
        boxes = []
        for top in tops:
            lower = top + self.walk_in_height - 1.1 * MM
            for x, band in places:
                boxes.append((x, lower - _SMALL_BOX))
                paper.text(x + _SMALL_BOX + 0.7 * MM, lower - 0.35 * MM, band, style)
        paper.boxes(boxes, _SMALL_BOX, 0.6)

    def _draw_photo_boxes(self, paper: Paper, top: float, start: float, page: PageRows) -> None:
        column = next((one for one in self.columns if one.kind is Kind.PHOTO), None)
        if column is None:
            return
        middles = [top + (row + 0.5) * self.height for row in range(len(page.lines))]
        middles += [start + (row + 0.5) * self.walk_in_height for row in range(page.walk_ins)]
        half = self.look.box / 2
        corners = [(x - half, y - half) for y in middles for x in photo_places(column)]
        if corners:
            paper.boxes(corners, self.look.box)


def _age_places(column: Column) -> tuple[list[tuple[float, str]], Style]:
    """Where each age tick stands; the letters shrink until all six fit."""
    room = column.width - 2.4 * MM
    box = _SMALL_BOX + 0.7 * MM
    words = sum(width(band, _AGE) for band in AGE_BANDS)
    for_words = room - len(AGE_BANDS) * box - (len(AGE_BANDS) - 1) * 0.9 * MM
    style = _AGE._replace(size=_AGE.size * min(1, for_words / words))
    wide = [box + width(band, style) for band in AGE_BANDS]
    gap = min((room - sum(wide)) / (len(AGE_BANDS) - 1), 3 * MM)
    return list(_spread(column.x + 1.2 * MM, wide, gap)), style


def _spread(x: float, wide: list[float], gap: float) -> Iterator[tuple[float, str]]:
    for band, length in zip(AGE_BANDS, wide, strict=True):
        yield x, band
        x += length + gap
