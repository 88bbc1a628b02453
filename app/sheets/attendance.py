"""Draws the attendance sheet: head, rows, room for walk-ins, notes, and a code on every page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.language import Language, tr_in
from app.sheets.codes import MOST_PAGES
from app.sheets.easy_sheet import EasySheet
from app.sheets.page import Paper
from app.sheets.sheet import (
    Issued,
    Layout,
    Names,
    Progress,
    SheetHead,
    SheetLine,
    SheetOptions,
    ToDraw,
    allowed,
    refuse_too_long,
)
from app.sheets.sheet_columns import Heading, columns
from app.sheets.sheet_head import LATER_TOP, Head
from app.sheets.sheet_look import LOOKS
from app.sheets.sheet_notes import Notes
from app.sheets.sheet_rows import WALK_IN_BAND, PageRows, Rows

__all__ = [
    "Issued",
    "Layout",
    "Names",
    "Progress",
    "SheetHead",
    "SheetLine",
    "SheetOptions",
    "ToDraw",
    "draw_attendance",
    "draw_sheets",
    "first_rows",
]

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
    return draw_sheets([ToDraw(head, lines, issued)], options, progress)


def draw_sheets(
    wanted: Sequence[ToDraw], options: SheetOptions, progress: Progress | None = None
) -> bytes:
    """Several sheets one after the other in one PDF, each with its own number and pages."""
    first = options.languages[0] if Language.LV in options.languages[:1] else Language.LV
    printed = wanted[0].issued.at if wanted and wanted[0].issued else None
    paper = Paper(language=first, made=printed, wide=options.wide)
    sheets = [_sheet(paper, one, allowed(options, one.head)) for one in wanted]
    pages = [(sheet, page) for sheet in sheets for page in range(sheet.count)]
    for done, (sheet, page) in enumerate(pages, 1):
        sheet.draw(page)
        if progress is not None:
            progress(done, len(pages))
    if sheets:
        sheets[0].name()
    return paper.finish()


def first_rows(wanted: ToDraw, options: SheetOptions) -> tuple[int, ...]:
    """The number of the first row on each page, without drawing any: who scans one is led there."""
    paper = Paper(language=Language.LV, made=None, wide=options.wide)
    sheet = _sheet(paper, wanted, allowed(options, wanted.head))
    return tuple(page.first for page in sheet.pages) if isinstance(sheet, _Sheet) else ()


def _sheet(paper: Paper, wanted: ToDraw, options: SheetOptions) -> _Sheet | EasySheet:
    if options.layout is Layout.EASY:
        return EasySheet(paper, wanted, options)
    if options.layout is not Layout.COURSE:
        wanted = replace(wanted, head=replace(wanted.head, dates=()))
    return _Sheet(paper, wanted, options)


class _Sheet:
    """Everything is measured here first: head, heading and notes; the rows fill the rest."""

    def __init__(self, paper: Paper, wanted: ToDraw, options: SheetOptions) -> None:
        head, issued = wanted.head, wanted.issued
        self.number = issued.number if issued else None
        self.printed = issued.at if issued else None
        self.languages = options.languages
        self.paper = paper
        self.course = options.layout is Layout.COURSE
        room = paper.inner_width
        look = LOOKS[options.layout]
        self.head = Head(head, self.languages, room, look)
        shown = columns(options, room, look, head.dates)
        self.heading = Heading(shown, self.languages, look)
        self.notes = Notes(head, options.photo, self.languages, room, look.note)
        self.rows = Rows(shown, self.languages, options.names, look, options.walk_in_ages)
        self.pages = self._divided(wanted.lines if options.named else (), options.blank_rows)

    @property
    def count(self) -> int:
        return len(self.pages)

    def name(self) -> None:
        self.paper.name(f"{self.head.kind} — {self.head.title}", self.head.centre)

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
        end = self.rows.draw(paper, self._top(page) + self.heading.height, self.pages[page])
        if self.course:
            self.rows.draw_present(paper, end)
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
        refuse_too_long(len(pages))
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
        foot = self.notes.height + (self.rows.height if self.course else 0)
        return self.paper.height - self._top(page) - self.heading.height - foot

    def _top(self, page: int) -> float:
        return self.head.top if page == 0 else LATER_TOP

    def _page_of(self, page: int) -> str:
        first = self.languages[0]
        return tr_in(first, "Page {page} of {pages}", page=page + 1, pages=len(self.pages))
