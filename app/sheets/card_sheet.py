"""Cards of 85.6 × 54 mm on an A4 sheet: where they lie, where to cut, and words as large as fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.sheets.fonts import Style, printable, width, wrap
from app.sheets.page import LINE, MM, Paper, Segment

WIDE, HIGH = 85.6 * MM, 54 * MM
COLUMNS, ROWS = 2, 5
ON_A_SHEET = COLUMNS * ROWS

_MARK = 4 * MM
_STEP = 0.02
_LONGEST = 160
_WHOLE_WORDS = 11
"""Points; only below this is a word broken between letters."""
_LEADING = 1.18


def corners(paper: Paper, *, alone: bool = False) -> Iterator[tuple[float, float]]:
    """The upper left corners, row by row."""
    if alone:
        yield 0, 0
        return
    left, top = _sheet_corner(paper)
    for row in range(ROWS):
        for column in range(COLUMNS):
            yield left + column * WIDE, top + row * HIGH


def _sheet_corner(paper: Paper) -> tuple[float, float]:
    return (paper.width - COLUMNS * WIDE) / 2, (paper.height - ROWS * HIGH) / 2


def draw_cutting_marks(paper: Paper) -> None:
    """In the margins only: on a card they would stay."""
    left, top = _sheet_corner(paper)
    right, foot = left + COLUMNS * WIDE, top + ROWS * HIGH
    marks: list[Segment] = []
    for column in range(COLUMNS + 1):
        x = left + column * WIDE
        marks += [
            (x, top - 2 * _MARK, x, top - _MARK / 2),
            (x, foot + _MARK / 2, x, foot + 2 * _MARK),
        ]
    for row in range(ROWS + 1):
        y = top + row * HIGH
        marks += [
            (left - 2 * _MARK, y, left - _MARK / 2, y),
            (right + _MARK / 2, y, right + 2 * _MARK, y),
        ]
    paper.lines(marks, LINE)


def draw_block(paper: Paper, x: float, top: float, lines: list[tuple[str, Style]]) -> None:
    for text, style in lines:
        top += style.size * _LEADING
        paper.text(x, top - style.size * 0.28, text, style)


def readable(text: str) -> str:
    """Ready to be drawn in a block; what has more letters nobody could read there anyway."""
    text = printable(text)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def tall(lines: Sequence[tuple[str, Style]]) -> float:
    return sum(style.size * _LEADING for _, style in lines)


def block(
    parts: Sequence[tuple[str, Style]], room: tuple[float, float], smallest: float
) -> list[tuple[str, Style]]:
    """Lines with their styles, all made smaller together until everything fits the room."""
    share = 1.0
    while True:
        lines = [line for text, style in parts for line in _wrapped(text, style, share, room[0])]
        if tall(lines) <= room[1]:
            broken = any(width(text, style) > room[0] for text, style in lines)
            if not broken:
                return lines
        share -= _STEP
        if share < smallest:
            return lines


def _wrapped(text: str, style: Style, share: float, room: float) -> list[tuple[str, Style]]:
    """Between words while the letters are large, between letters when they no longer are."""
    style = style._replace(size=style.size * share)
    pieces = []
    for word in text.split():
        pieces += [word] if style.size >= _WHOLE_WORDS else _broken(word, style, room)
    if any(width(piece, style) > room for piece in pieces):
        return [(text, style)]
    return [(line, style) for line in wrap(" ".join(pieces), style, room)]


def _broken(word: str, style: Style, room: float) -> list[str]:
    pieces, piece = [], ""
    for letter in word:
        if piece and width(piece + letter, style) > room:
            pieces.append(piece)
            piece = ""
        piece += letter
    return [*pieces, piece]
