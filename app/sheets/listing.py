"""A list that flows over pages: a head, pieces that are never torn apart, and numbered pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

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


def draw_listing(paper: Paper, titles: Titles, pieces: Sequence[Piece]) -> bytes:
    paper.name(f"{titles.title} — {titles.under}", titles.centre)
    pages = _divided(pieces, paper.height - _BOTTOM)
    for number, page in enumerate(pages, start=1):
        y = _draw_head(paper, titles, first=number == 1)
        for piece in page:
            piece.draw(paper, y)
            y += piece.height
        said = tr_in(titles.language, "Page {page} of {pages}", page=number, pages=len(pages))
        _draw_foot(paper, titles, said)
        paper.next_page()
    return paper.finish()


def _divided(pieces: Sequence[Piece], bottom: float) -> list[list[Piece]]:
    pages: list[list[Piece]] = [[]]
    y = _FIRST_TOP
    for piece in pieces:
        if y + piece.height > bottom and pages[-1]:
            carried = _carried(pages[-1], piece)
            pages.append(carried)
            y = _LATER_TOP + sum(one.height for one in carried)
        pages[-1].append(piece)
        y += piece.height
    return pages


def _carried(page: list[Piece], piece: Piece) -> list[Piece]:
    """What comes over onto the page that begins with this piece; taken off the full one."""
    if len(page) > 1 and page[-1].leads:
        return [page.pop()]
    return [piece.heading] if piece.heading else []


def _draw_head(paper: Paper, titles: Titles, *, first: bool) -> float:
    """Returns where the list begins."""
    room = paper.inner_width
    if not first:
        text = f"{printable(titles.title)} · {printable(titles.under)}"
        paper.text(MARGIN, MARGIN + 3 * MM, *fit(text, _LATER, room, 8))
        return _LATER_TOP
    for y, text, style, smallest in (
        (3 * MM, titles.centre, _CENTRE, 7),
        (13 * MM, titles.title, _TITLE, 14),
        (20 * MM, titles.under, _UNDER, 9),
    ):
        paper.text(MARGIN, MARGIN + y, *fit(printable(text), style, room, smallest))
    return _FIRST_TOP


def _draw_foot(paper: Paper, titles: Titles, page: str) -> None:
    rule = paper.height - MARGIN - 3 * MM
    paper.lines([(MARGIN, rule, paper.right, rule)], LINE)
    y = paper.height - MARGIN + 1.5 * MM
    room = paper.inner_width - 35 * MM
    paper.text(MARGIN, y, *fit(printable(titles.foot), _FOOT, room, 6))
    paper.text(paper.right, y, page, _PAGE, "right")
