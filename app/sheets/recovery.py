"""The recovery sheet: the code that opens the centre's data when every password is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from app.language import Language, Message, say, tr_in, words_in
from app.sheets.fonts import BOLD, MEDIUM, REGULAR, Style, fit, printable, wrap
from app.sheets.page import AMBER, BAND, INK, LINE, MARGIN, MM, SOFT, TEAL, Paper

_CENTRE = Style(MEDIUM, 11, TEAL)
_TITLE = Style(BOLD, 30, INK)
_HEADING = Style(BOLD, 14, INK)
_TEXT = Style(REGULAR, 12, INK)
_SMALL = Style(REGULAR, 10.5, SOFT)
_LETTER = Style(BOLD, 26, INK)
_LINE, _BETWEEN = 5.8 * MM, 2.2 * MM

_CELL, _GROUP_GAP, _LETTER_ROW = 9.4 * MM, 8 * MM, 16 * MM
_CODE = 36 * MM

_PURPOSE = say(
    "With this code the centre’s data can be opened when a password has been forgotten or the "
    "computer has broken. Without a password and without this sheet nobody can open them, not "
    "even the makers of the program."
)
_LOOK_ALIKES = say(
    "The code has no letters I, L, O and U: what looks like them is one or zero. "
    "Small letters, spaces and dashes do not matter."
)
_HOW = (
    say("Start Kopā and choose “I forgot my password” under the sign-in."),
    say("Type the code, or scan the square beside these lines."),
    say("Choose a new password, then print a new recovery sheet and destroy this one."),
)
_KEEP = (
    say("Print two copies. Keep one in the centre’s safe, the other in another building."),
    say("Do not keep it beside the computer or on a wall."),
    say("Do not photograph it and do not send it by e-mail: whoever has the code can open all."),
)


def draw_recovery(centre: str, code: str, made_on: date, language: Language) -> bytes:
    """A PDF of one page. ``code`` comes in groups, parted by dashes or spaces."""
    paper = Paper(language, None)
    title = tr_in(language, "Recovery sheet")
    paper.name(title, centre)
    room = paper.inner_width
    paper.text(MARGIN, MARGIN + 4 * MM, *fit(printable(centre), _CENTRE, room, 7))
    paper.text(MARGIN, MARGIN + 17 * MM, *fit(title, _TITLE, room, 14))
    y = _draw_lines(paper, words_in(language, _PURPOSE), MARGIN + 28 * MM, _TEXT)
    y = _draw_letters(paper, code, y + 2 * MM)
    y = _draw_lines(paper, words_in(language, _LOOK_ALIKES), y + 8 * MM, _SMALL)
    y = _draw_how(paper, code, y + 10 * MM, language)
    y = _draw_keep(paper, y + 6 * MM, language)
    _draw_signing(paper, y + 16 * MM, language)
    made = tr_in(language, "Made on {day}", day=made_on)
    paper.text(MARGIN, paper.height - MARGIN, made, _SMALL)
    paper.next_page()
    return paper.finish()


def _draw_letters(paper: Paper, code: str, top: float) -> float:
    """Every letter in a cell of its own, three groups in a line; returns where they end."""
    groups = re.split(r"[\s-]+", printable(code))
    rows = [groups[start : start + 3] for start in range(0, len(groups), 3)]
    height = len(rows) * _LETTER_ROW + 6 * MM
    paper.frame((MARGIN, top, paper.inner_width, height), TEAL, fill=BAND)
    longest = max(_row_width(row) for row in rows)
    cell = _CELL * min(1, (paper.inner_width - 10 * MM) / longest)
    left = MARGIN + (paper.inner_width - longest * cell / _CELL) / 2
    for number, row in enumerate(rows):
        x, lower = left, top + 3 * MM + (number + 1) * _LETTER_ROW - 3.4 * MM
        for group in row:
            for letter in group:
                text, style = fit(letter, _LETTER, cell, 6)
                paper.text(x + cell / 2, lower - 1.8 * MM, text, style, "centre")
                paper.lines([(x + 1 * MM, lower, x + cell - 1 * MM, lower)], SOFT, 0.8)
                x += cell
            x += _GROUP_GAP * cell / _CELL
    return top + height


def _row_width(groups: list[str]) -> float:
    return sum(map(len, groups)) * _CELL + (len(groups) - 1) * _GROUP_GAP


def _draw_how(paper: Paper, code: str, top: float, language: Language) -> float:
    paper.text(MARGIN, top, tr_in(language, "How to use it"), _HEADING)
    paper.code(paper.right - _CODE, top - 3 * MM, _CODE, code)
    room = paper.inner_width - _CODE - 10 * MM
    y = top + 8 * MM
    for number, lines in enumerate(_wrapped(_HOW, language, room - 7 * MM), start=1):
        paper.text(MARGIN, y, f"{number}.", _TEXT)
        y = _draw_indented(paper, lines, y)
    return max(y, top + _CODE)


def _draw_keep(paper: Paper, top: float, language: Language) -> float:
    wrapped = list(_wrapped(_KEEP, language, paper.inner_width - 17 * MM))
    height = 16 * MM + sum(len(lines) * _LINE + _BETWEEN for lines in wrapped)
    paper.frame((MARGIN, top, paper.inner_width, height), LINE, fill=AMBER)
    paper.text(MARGIN + 5 * MM, top + 9 * MM, tr_in(language, "Where to keep it"), _HEADING)
    y = top + 17 * MM
    for lines in wrapped:
        paper.text(MARGIN + 5 * MM, y, "•", _TEXT)
        y = _draw_indented(paper, lines, y, 5 * MM)
    return top + height


def _draw_signing(paper: Paper, y: float, language: Language) -> None:
    said = tr_in(
        language,
        "Kept at {long}   name {long}   signature {short}",
        long="_" * 20,
        short="_" * 14,
    )
    paper.text(MARGIN, y, *fit(said, _SMALL, paper.inner_width, 6))


def _wrapped(messages: tuple[Message, ...], language: Language, room: float) -> Iterator[list[str]]:
    for message in messages:
        yield wrap(words_in(language, message), _TEXT, room)


def _draw_indented(paper: Paper, lines: list[str], y: float, inset: float = 0) -> float:
    for line in lines:
        paper.text(MARGIN + inset + 7 * MM, y, line, _TEXT)
        y += _LINE
    return y + _BETWEEN


def _draw_lines(paper: Paper, text: str, y: float, style: Style) -> float:
    for line in wrap(text, style, paper.inner_width):
        paper.text(MARGIN, y, line, style)
        y += _LINE
    return y
