"""Draws visitor cards of 85.6 × 54 mm: ten on an A4 sheet to be cut, or each on a page of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.language import Language, tr_in
from app.sheets.card_sheet import (
    HIGH,
    ON_A_SHEET,
    WIDE,
    block,
    corners,
    draw_block,
    draw_cutting_marks,
    tall,
)
from app.sheets.fonts import BOLD, MEDIUM, REGULAR, Style, fit, printable
from app.sheets.page import INK, MM, SOFT, TEAL, Paper

_INSET, _BAND = 5 * MM, 11 * MM
_CODE, _CODE_TOP = 21 * MM, 28.5 * MM
"""A module of the code is 1 mm; four of them stay white around it, as readers want."""
_NAME_TOP, _NAME_FOOT = 13 * MM, 27.5 * MM
_LARGEST, _SMALLEST = 24.0, 3.5

_CENTRE = Style(MEDIUM, 11, "#FFFFFF")
_KIND = Style(MEDIUM, 9, TEAL)
_NUMBER = Style(BOLD, 16, INK)
_DIGITS = Style(REGULAR, 9, SOFT)


@dataclass(frozen=True)
class CentreOnCard:
    """What every card says; ``logo`` is a PNG picture."""

    name: str
    logo: bytes | None = None


@dataclass(frozen=True)
class NameCard:
    """One card. Both names are empty for somebody who comes often and gives none."""

    number: int
    code: str
    """What the square says."""
    readable: str
    """The same digits in groups, for reading aloud."""
    given_name: str = ""
    family_name: str = ""
    language: Language | None = None
    """The person's own language, when it is one of ours."""


def draw_cards(
    centre: CentreOnCard, cards: Sequence[NameCard], language: Language, *, alone: bool = False
) -> bytes:
    """A PDF: sheets with marks for cutting, or ``alone`` a page of the card's own size for each."""
    paper = Paper(language, None, size=(WIDE, HIGH) if alone else None)
    paper.name(tr_in(language, "Visitor cards"), centre.name)
    on_a_page = 1 if alone else ON_A_SHEET
    for start in range(0, len(cards), on_a_page) or (0,):
        if not alone:
            draw_cutting_marks(paper)
        part = cards[start : start + on_a_page]
        for (x, y), card in zip(corners(paper, alone=alone), part, strict=False):
            _draw_card(paper, (x, y), centre, card, language)
        paper.next_page()
    return paper.finish()


def _draw_card(
    paper: Paper,
    corner: tuple[float, float],
    centre: CentreOnCard,
    card: NameCard,
    language: Language,
) -> None:
    x, y = corner
    _draw_band(paper, corner, centre)
    _draw_name(paper, corner, card, language)
    paper.code(x + WIDE - _INSET - _CODE, y + _CODE_TOP, _CODE, card.code)
    room = WIDE - 2 * _INSET - _CODE - 4 * MM
    languages = (language, card.language or language)
    kind = " · ".join(dict.fromkeys(tr_in(one, "Visitor card") for one in languages))
    paper.text(x + _INSET, y + 36 * MM, *fit(kind, _KIND, room, 5))
    if card.given_name or card.family_name:
        paper.text(x + _INSET, y + 43.5 * MM, *fit(_number(card, language), _NUMBER, room, 8))
    paper.text(x + _INSET, y + 49 * MM, *fit(card.readable, _DIGITS, room, 6))


def _draw_band(paper: Paper, corner: tuple[float, float], centre: CentreOnCard) -> None:
    """The centre's name, on two lines when it is long; its logo on white, left of it."""
    x, y = corner
    paper.fills([(x, y, WIDE, _BAND)], TEAL)
    left = x + _INSET
    if centre.logo:
        side = _BAND - 2.4 * MM
        area = (left - 2.5 * MM, y + 1.2 * MM, side, side)
        paper.fills([area], "#FFFFFF")
        if paper.picture(area, centre.logo):
            left += side
        else:
            paper.fills([area], TEAL)
    room = x + WIDE - 3 * MM - left
    lines = block([(printable(centre.name), _CENTRE)], (room, _BAND - 2 * MM), 0.3)
    draw_block(paper, left, y + (_BAND - tall(lines)) / 2, lines)


def _draw_name(
    paper: Paper, corner: tuple[float, float], card: NameCard, language: Language
) -> None:
    """As large as it fits, and whole: a name is never cut."""
    x, y = corner
    given, family = printable(card.given_name), printable(card.family_name)
    parts = [
        (given or family, Style(BOLD, _LARGEST, INK)),
        (family if given else "", Style(REGULAR, _LARGEST * 0.66, SOFT)),
    ]
    if not given and not family:
        parts = [(_number(card, language), Style(BOLD, _LARGEST, INK))]
    room = (WIDE - 2 * _INSET, _NAME_FOOT - _NAME_TOP)
    draw_block(paper, x + _INSET, y + _NAME_TOP, block(parts, room, _SMALLEST / _LARGEST))


def _number(card: NameCard, language: Language) -> str:
    return tr_in(language, "No. {number}", number=f"{card.number:05}")
