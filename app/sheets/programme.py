"""The programme of a month: a poster for the door and for the local paper, in large print too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from app.language import Language, Message
from app.sheets.fonts import printable
from app.sheets.page import Paper
from app.sheets.plan import CentreOnPaper, with_latvian
from app.sheets.programme_foot import Foot
from app.sheets.programme_head import Head, title_of
from app.sheets.programme_rows import Row, rows_of


@dataclass(frozen=True)
class Entry:
    """One line: what is repeated every week is one line, and its notes say so."""

    day: date
    start: time
    title: str
    title_in_ukrainian: str = ""
    where: str = ""
    notes: tuple[Message, ...] = ()


@dataclass(frozen=True)
class Programme:
    """Everything the poster says; ``month`` is its first day. Nobody's name is on it."""

    centre: CentreOnPaper
    month: date
    entries: tuple[Entry, ...]
    step_free: tuple[str, ...] = ()
    hearing_loop: tuple[str, ...] = ()
    """Rooms of the poster that have it."""
    closed: tuple[tuple[date, str], ...] = ()
    """Days on which nobody is let in, and why."""
    funder: str = ""


def draw_programme(
    programme: Programme, languages: tuple[Language, ...], at: datetime, *, large: bool = False
) -> bytes:
    """A PDF: eleven lines on a page of A4, or nothing smaller than 18 points."""
    languages = with_latvian(languages)
    paper = Paper(languages[0], at)
    paper.name(
        f"{title_of(programme, languages[0])} {programme.month.year}",
        printable(programme.centre.names.get(languages[0], "")),
    )
    head = Head(programme, languages, paper, large=large)
    foot = Foot(programme, languages, paper, large=large)
    rows = rows_of(programme, languages, paper, large=large)
    pages = _divided(rows, head, foot, paper.height)
    for number, page in enumerate(pages, 1):
        top = head.draw(paper, number)
        for place, row in enumerate(page):
            row.draw(paper, top, tinted=place % 2 == 0)
            top += row.height
        foot.draw(paper, number, len(pages))
        paper.next_page()
    return paper.finish()


def _divided(rows: Sequence[Row], head: Head, foot: Foot, height: float) -> list[list[Row]]:
    """As many lines on each page as there is room for; an empty month has a page too."""
    pages: list[list[Row]] = [[]]
    top, bottom = head.bottom(1), height - foot.height(last=False)
    for row in rows:
        if pages[-1] and top + row.height > bottom:
            pages.append([])
            top = head.bottom(len(pages))
        pages[-1].append(row)
        top += row.height
    if pages[-1] and top > height - foot.height(last=True):
        pages.append([])  # the foot of the last page is higher, and stands by itself
    return pages
