"""A list that flows over pages: a head, pieces that are never torn apart, and numbered pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from app.language import Language, tr_in
from app.sheets.fonts import BOLD, MEDIUM, REGULAR, Style, fit, printable
from app.sheets.page import INK, LINE, MARGIN, MM, SOFT, TEAL, Paper

_CENTRE = Style(MEDIUM, 10, TEAL)
_TITLE = Style(BOLD, 24, INK)
_UNDER = Style(MEDIUM, 13, INK)
_LATER = Style(MEDIUM, 11, INK)
_FOOT = Style(REGULAR, 9, SOFT)
_PAGE = Style(MEDIUM, 10, INK)
_FIRST_TOP, _LATER_TOP, _BOTTOM = MARGIN + 26 * MM, MARGIN + 10 * MM, MARGIN + 8 * MM


@dataclass(frozen=True)
class Piece:
    """Something of a known height that is never torn apart.

    ``heading`` is the piece it belongs under, drawn again when a page begins in between; a piece
    that ``leads`` is such a heading and never ends a page.
    """

    height: float
    draw: Callable[[Paper, float], None]
    heading: Piece | None = None
    leads: bool = False


@dataclass(frozen=True)
class Titles:
    """The words around the list; ``foot`` stands at the foot of every page."""

    centre: str
    title: str
    under: str
    foot: str
    language: Language


class Around(Protocol):
    """What stands around the pieces on every page, and where it leaves room for them."""

    @property
    def first_top(self) -> float: ...
    @property
    def later_top(self) -> float: ...
    @property
    def bottom(self) -> float: ...

    def draw(self, paper: Paper, page: int, pages: int) -> None: ...


def draw_listing(paper: Paper, titles: Titles, pieces: Sequence[Piece]) -> bytes:
    paper.name(f"{titles.title} — {titles.under}", titles.centre)
    draw_pages(paper, _Plain(titles, paper.height - _BOTTOM), pieces)
    return paper.finish()


def draw_pages(paper: Paper, around: Around, pieces: Sequence[Piece], after: int = 0) -> None:
    """Draw the pieces on as many pages as they need; ``after`` pages that are already drawn."""
    pages = divided(pieces, around, after)
    for number, page in enumerate(pages, start=1):
        around.draw(paper, after + number, after + len(pages))
        y = around.later_top if after + number > 1 else around.first_top
        for piece in page:
            piece.draw(paper, y)
            y += piece.height
        paper.next_page()


def divided(pieces: Sequence[Piece], around: Around, after: int = 0) -> list[list[Piece]]:
    """The pieces of each page; at least one page, even without a piece."""
    pages: list[list[Piece]] = [[]]
    y = around.later_top if after else around.first_top
    for piece in pieces:
        if y + piece.height > around.bottom and pages[-1]:
            carried = _carried(pages[-1], piece)
            pages.append(carried)
            y = around.later_top + sum(one.height for one in carried)
        pages[-1].append(piece)
        y += piece.height
    return pages


def _carried(page: list[Piece], piece: Piece) -> list[Piece]:
    """What comes over onto the page that begins with this piece; taken off the full one."""
    if len(page) > 1 and page[-1].leads:
        return [page.pop()]
    return [piece.heading] if piece.heading else []


@dataclass(frozen=True)
class _Plain:
    """The centre, a title and a line under it; on later pages all in one line."""

    titles: Titles
    bottom: float
    first_top: float = _FIRST_TOP
    later_top: float = _LATER_TOP

    def draw(self, paper: Paper, page: int, pages: int) -> None:
        _draw_head(paper, self.titles, first=page == 1)
        said = tr_in(self.titles.language, "Page {page} of {pages}", page=page, pages=pages)
        _draw_foot(paper, self.titles, said)


def _draw_head(paper: Paper, titles: Titles, *, first: bool) -> None:
    room = paper.inner_width
    if not first:
        text = f"{printable(titles.title)} · {printable(titles.under)}"
        paper.text(MARGIN, MARGIN + 3 * MM, *fit(text, _LATER, room, 8))
        return
    for y, text, style, smallest in (
        (3 * MM, titles.centre, _CENTRE, 7),
        (13 * MM, titles.title, _TITLE, 14),
        (20 * MM, titles.under, _UNDER, 9),
    ):
        paper.text(MARGIN, MARGIN + y, *fit(printable(text), style, room, smallest))


def _draw_foot(paper: Paper, titles: Titles, page: str) -> None:
    rule = paper.height - MARGIN - 3 * MM
    paper.lines([(MARGIN, rule, paper.right, rule)], LINE)
    y = paper.height - MARGIN + 1.5 * MM
    room = paper.inner_width - 35 * MM
    paper.text(MARGIN, y, *fit(printable(titles.foot), _FOOT, room, 6))
    paper.text(paper.right, y, page, _PAGE, "right")
