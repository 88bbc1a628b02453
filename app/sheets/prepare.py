"""The list of what must be prepared: how many, what and who does it; never for whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from app.language import Language, ntr_in, tr_in
from app.sheets.fonts import BOLD, MEDIUM, REGULAR, Style, fit, printable, width, wrap
from app.sheets.listing import Piece, Titles, draw_listing
from app.sheets.page import BAND, HEAVY, INK, LINE, MARGIN, MM, SOFT, Paper

_TITLE = Style(BOLD, 13, INK)
_WHEN = Style(REGULAR, 11, SOFT)
_STATE = Style(MEDIUM, 11, INK)
_TASK = Style(REGULAR, 12, INK)
_PEOPLE = Style(REGULAR, 11, SOFT)
_WHO = Style(MEDIUM, 11, INK)
_NOBODY = Style(BOLD, 12, INK)
_NOTE = Style(REGULAR, 12, SOFT)

_BLOCK, _GAP = 15 * MM, 5 * MM
_ROW, _LINE = 9 * MM, 5 * MM
_BOX = 4.6 * MM
_INDENT, _PEOPLE_WIDTH, _WHO_WIDTH = 9 * MM, 28 * MM, 44 * MM
_MOST_LINES = 3


@dataclass(frozen=True)
class PrepareLine:
    """One thing to prepare, for how many people, and who does it (empty: nobody yet)."""

    task: str
    people: int
    who: str
    done: bool


@dataclass(frozen=True)
class PrepareBlock:
    """One coming event."""

    title: str
    when: str
    place: str
    lines: tuple[PrepareLine, ...]


def draw_prepare(
    centre: str, blocks: Sequence[PrepareBlock], printed_at: datetime, language: Language
) -> bytes:
    """A PDF in one language."""
    paper = Paper(language, printed_at)
    pieces: list[Piece] = []
    for block in blocks:
        heading = Piece(_BLOCK, partial(_draw_block, block, language), leads=True)
        pieces.append(heading)
        pieces += [
            replace(_line_piece(paper, line, language), heading=heading) for line in block.lines
        ]
        pieces.append(Piece(_GAP, _draw_nothing))
    if not blocks:
        pieces.append(Piece(_ROW, partial(_draw_note, tr_in(language, "Nothing to prepare."))))
    titles = Titles(
        centre,
        tr_in(language, "To prepare"),
        tr_in(language, "Numbers and tasks only, without names"),
        tr_in(language, "Printed {at}", at=printed_at),
        language,
    )
    return draw_listing(paper, titles, pieces)


def _draw_block(block: PrepareBlock, language: Language, paper: Paper, top: float) -> None:
    paper.fills([(MARGIN, top, paper.inner_width, _BLOCK - 1 * MM)], BAND)
    paper.lines([(MARGIN, top, paper.right, top)], INK, HEAVY)
    state = _state(block, language)
    room = paper.inner_width - width(state, _STATE) - 10 * MM
    inset = MARGIN + 2 * MM
    paper.text(inset, top + 6 * MM, *fit(printable(block.title), _TITLE, room, 9))
    under = printable(" · ".join(part for part in (block.when, block.place) if part))
    paper.text(inset, top + 11.4 * MM, *fit(under, _WHEN, paper.inner_width - 4 * MM, 8))
    paper.text(paper.right - 2 * MM, top + 6 * MM, state, _STATE, "right")


def _state(block: PrepareBlock, language: Language) -> str:
    left = sum(not line.done for line in block.lines)
    if not left:
        return tr_in(language, "Everything is ready")
    return tr_in(language, "To prepare: {count}", count=left)


def _line_piece(paper: Paper, line: PrepareLine, language: Language) -> Piece:
    room = paper.inner_width - _INDENT - _PEOPLE_WIDTH - _WHO_WIDTH - 4 * MM
    task = wrap(printable(line.task), _TASK, room)[:_MOST_LINES]
    height = _ROW + _LINE * (max(1, len(task)) - 1)
    return Piece(height, partial(_draw_line, line, task, language))


def _draw_line(
    line: PrepareLine, task: list[str], language: Language, paper: Paper, top: float
) -> None:
    base = top + 6.2 * MM
    box_top = top + 2.2 * MM
    left = MARGIN + 2 * MM
    paper.boxes([(left, box_top)], _BOX, 0.9)
    if line.done:
        _draw_tick(paper, left, box_top)
    for number, text in enumerate(task):
        paper.text(MARGIN + _INDENT, base + number * _LINE, text, _TASK)
    who_left = paper.right - _WHO_WIDTH
    people = ntr_in(language, "{n} person", "{n} people", line.people)
    paper.text(who_left - _PEOPLE_WIDTH, base, *fit(people, _PEOPLE, _PEOPLE_WIDTH - 2 * MM, 8))
    who, style = printable(line.who), _WHO
    if not who and not line.done:
        who, style = tr_in(language, "Who?"), _NOBODY
    paper.text(who_left, base, *fit(who, style, _WHO_WIDTH, 8))
    bottom = top + _ROW + _LINE * (max(1, len(task)) - 1)
    paper.lines([(MARGIN, bottom, paper.right, bottom)], LINE)


def _draw_tick(paper: Paper, x: float, y: float) -> None:
    low = (x + 0.42 * _BOX, y + 0.76 * _BOX)
    strokes = [
        (x + 0.18 * _BOX, y + 0.5 * _BOX, *low),
        (*low, x + 0.84 * _BOX, y + 0.22 * _BOX),
    ]
    paper.lines(strokes, INK, 1.6)


def _draw_note(note: str, paper: Paper, top: float) -> None:
    paper.text(MARGIN, top + 6 * MM, note, _NOTE)


def _draw_nothing(_paper: Paper, _top: float) -> None:
    """The space between two events."""
