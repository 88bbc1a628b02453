"""Draws the attendance sheet: head, rows, room for walk-ins, notes, and a code on every page."""

from __future__ import annotations

from collections.abc import Sequence

from app.errors import Refused
from app.language import say, tr_in
from app.sheets.codes import MOST_PAGES
from app.sheets.page import MM, Paper
from app.sheets.sheet import (
    Issued,
    Names,
    Progress,
    SheetHead,
    SheetLine,
    SheetOptions,
    allowed,
)
from app.sheets.sheet_columns import Heading, columns
from app.sheets.sheet_head import LATER_TOP, Head
from app.sheets.sheet_notes import Notes
from app.sheets.sheet_rows import WALK_IN_BAND, WALK_IN_ROW, PageRows, Rows

__all__ = [
    "Issued",
    "Names",
    "Progress",
    "SheetHead",
    "SheetLine",
    "SheetOptions",
    "draw_attendance",
]

_PORTRAIT_ROW, _LANDSCAPE_ROW = 9.2 * MM, 8.8 * MM
_ENOUGH_TO_START = 4
"""Walk-in rows; fewer at the foot of a page are not worth a heading of their own."""


def draw_attendance(
    head: SheetHead,
    lines: Sequence[SheetLine],
    options: SheetOptions,
    issued: Issued | None = None,
    progress: Progress | None = None,
) -> bytes:
    """A PDF. Without ``issued`` it is a sample: a watermark, no number, no code.

    Raises `Refused` when the list would need more pages than a numbered sheet can have.
    """
    sheet = _Sheet(head, lines, allowed(options, head), issued)
    for page in range(len(sheet.pages)):
        sheet.draw(page)
        if progress is not None:
            progress(page + 1, len(sheet.pages))
    return sheet.paper.finish()


class _Sheet:
    """Everything is measured here first: head, heading and notes; the rows fill the rest."""

    def __init__(
        self,
        head: SheetHead,
        lines: Sequence[SheetLine],
        options: SheetOptions,
        issued: Issued | None,
    ) -> None:
        self.number = issued.number if issued else None
        self.printed = issued.at if issued else None
        self.languages = options.languages
        self.paper = Paper(
            language=options.languages[0],
            made=self.printed,
            wide=not options.portrait,
        )
        room = self.paper.inner_width
        self.head = Head(head, self.languages, room)
        self.paper.name(f"{self.head.kind} — {self.head.title}", self.head.centre)
        shown = columns(options, room)
        self.heading = Heading(shown, self.languages)
        self.notes = Notes(head, options.photo, self.languages, room)
        row = _PORTRAIT_ROW if options.portrait else _LANDSCAPE_ROW
        ages = options.walk_in_ages
        walk_in_row = WALK_IN_ROW if ages else row
        self.rows = Rows(shown, self.languages, options.names, row, walk_in_row, ages)
        self.pages = self._divided(lines, options.blank_rows)

    def draw(self, page: int) -> None:
        paper, number = self.paper, self.number
        if number is None:
            paper.watermark(tr_in(self.languages[0], "Sample"))
        if page == 0:
            self.head.draw_first(paper, number)
        else:
            self.head.draw_later(paper, page + 1, number)
        paper.corner_marks()
        self.heading.draw(paper, self._top(page))
        self.rows.draw(paper, self._top(page) + self.heading.height, self.pages[page])
        self.notes.draw(paper, self.printed, self._page_of(page))
        paper.next_page()

    def _divided(self, lines: Sequence[SheetLine], blank_rows: int) -> list[PageRows]:
        """Fill pages with people, then with walk-in rows as far as there is room."""
        pages: list[PageRows] = []
        done = 0
        while done < len(lines) or not pages:
            fits = max(1, int(self._room(len(pages)) // self.rows.height))
            pages.append(PageRows(done + 1, lines[done : done + fits]))
            done += fits
        if blank_rows:
            self._add_walk_ins(pages, blank_rows, len(lines))
        if len(pages) > MOST_PAGES:
            raise Refused(
                say(
                    "This list would need {pages} pages, and a sheet has at most {most}. "
                    "Divide the list.",
                    pages=len(pages),
                    most=MOST_PAGES,
                )
            )
        return pages

    def _add_walk_ins(self, pages: list[PageRows], wanted: int, people: int) -> None:
        enough = wanted if wanted <= _ENOUGH_TO_START else max(_ENOUGH_TO_START, wanted - 2)
        last = pages.pop()
        free = self._free(len(pages), len(last.lines))
        if free < min(enough, _ENOUGH_TO_START):
            pages.append(last)
            last = PageRows(people + 1, ())
            free = self._free(len(pages), 0)
        pages.append(PageRows(last.first, last.lines, free))
        given = free
        while given < enough and len(pages) <= MOST_PAGES:
            free = self._free(len(pages), 0)
            pages.append(PageRows(people + given + 1, (), free))
            given += free

    def _free(self, page: int, people: int) -> int:
        left = self._room(page) - WALK_IN_BAND - people * self.rows.height
        return max(0, int(left // self.rows.walk_in_height))

    def _room(self, page: int) -> float:
        return self.paper.height - self._top(page) - self.heading.height - self.notes.height

    def _top(self, page: int) -> float:
        return self.head.top if page == 0 else LATER_TOP

    def _page_of(self, page: int) -> str:
        first = self.languages[0]
        return tr_in(first, "Page {page} of {pages}", page=page + 1, pages=len(self.pages))
