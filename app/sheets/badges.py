"""Draws name badges: ten on an A4 sheet to be cut, large enough to be read across a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.language import Message, say, tr_in
from app.sheets.card_sheet import (
    HIGH,
    ON_A_SHEET,
    WIDE,
    block,
    corners,
    draw_block,
    draw_cutting_marks,
    readable,
    tall,
)
from app.sheets.fonts import BOLD, MEDIUM, REGULAR, Style, fit, fit_lines, printable, width
from app.sheets.in_languages import Languages, together
from app.sheets.page import INK, LINE, MM, SOFT, TEAL, Paper
from app.sheets.sheet import Progress

DARK, WHITE = "#073B37", "#FFFFFF"
_INSET, _BAND = 5 * MM, 10 * MM
_CODE = 15 * MM
_NAME_TOP, _NAME_FOOT = 12.5 * MM, 37 * MM
_GIVEN, _FAMILY = Style(BOLD, 36, INK), Style(REGULAR, 17, SOFT)
_TITLE = Style(MEDIUM, 11, WHITE)
_ROLE = Style(MEDIUM, 11, TEAL)
_READABLE = 7
_SPOKEN = Style(BOLD, 10, INK)
_UNDER = Style(REGULAR, 9, SOFT)
_SMALLEST = 0.12

PARTICIPANT, LEADS, COMPANION = say("participant"), say("leads"), say("companion")
_NAME, _NEUTRAL = say("name"), say("Session")


@dataclass(frozen=True)
class BadgeHead:
    """What every badge says. A confidential event is not named on them."""

    title: str
    logo: bytes | None = None
    confidential: bool = False


@dataclass(frozen=True)
class Badge:
    """One badge; without names it is a blank one to write on."""

    given_name: str = ""
    family_name: str = ""
    role: Message = PARTICIPANT
    code: str = ""
    """What the square says: the digits of the person's card."""
    spoken: tuple[str, ...] = ()
    """Languages, each in its own words."""


def draw_badges(
    head: BadgeHead,
    badges: Sequence[Badge],
    languages: Languages,
    progress: Progress | None = None,
) -> bytes:
    """A PDF. What is left of the last sheet, and at least one, is blank."""
    paper = Paper(languages[0], None)
    title = together(_NEUTRAL, languages) if head.confidential else readable(head.title)
    paper.name(f"{tr_in(languages[0], 'Name badges')} — {title}", "")
    blank = ON_A_SHEET - len(badges) % ON_A_SHEET
    every = [*badges, *[Badge()] * blank]
    for start in range(0, len(every), ON_A_SHEET):
        draw_cutting_marks(paper)
        part = every[start : start + ON_A_SHEET]
        for corner, badge in zip(corners(paper), part, strict=False):
            _draw_band(paper, corner, title, head.logo)
            _draw_badge(paper, corner, badge, languages)
        paper.next_page()
        if progress is not None:
            progress(min(start + ON_A_SHEET, len(every)), len(every))
    return paper.finish()


def _draw_band(paper: Paper, corner: tuple[float, float], title: str, logo: bytes | None) -> None:
    x, y = corner
    paper.fills([(x + 1 * MM, y + 1 * MM, WIDE - 2 * MM, _BAND)], DARK)
    left = x + 3.5 * MM
    if logo:
        area = (left, y + 2.2 * MM, 7.6 * MM, 7.6 * MM)
        paper.fills([area], WHITE)
        if paper.picture(area, logo):
            left += 9.6 * MM
        else:
            paper.fills([area], DARK)
    lines = block([(title, _TITLE)], (x + WIDE - 3 * MM - left, _BAND - 1.6 * MM), _SMALLEST)
    draw_block(paper, left, y + 1 * MM + (_BAND - tall(lines)) / 2, lines)


def _draw_badge(
    paper: Paper, corner: tuple[float, float], badge: Badge, languages: Languages
) -> None:
    x, y = corner
    left = x + _INSET
    given, family = readable(badge.given_name), readable(badge.family_name)
    if given or family:
        parts = [(given or family, _GIVEN), (family if given else "", _FAMILY)]
        room = WIDE - 2 * _INSET
        fitting = block(parts, (room, _NAME_FOOT - _NAME_TOP), _SMALLEST)
        draw_block(paper, left, y + _NAME_TOP, fitting)
    else:
        base = y + 29 * MM
        paper.lines([(left, base, x + WIDE - _INSET, base)], LINE)
        paper.text(left, base + 4 * MM, together(_NAME, languages, " / "), _UNDER)
    if badge.code:
        paper.code(x + WIDE - _INSET - _CODE, y + HIGH - _CODE - 1.5 * MM, _CODE, badge.code)
    room = WIDE - 2 * _INSET - (_CODE + 3 * MM if badge.code else 0)
    lines, style = _role(together(badge.role, languages, " / "), room)
    for above, line in enumerate(reversed(lines)):
        paper.text(left, y + 50 * MM - above * style.size * 1.25, line, style)
    _draw_spoken(paper, (left, y + 41.5 * MM), badge.spoken, room)


def _role(text: str, room: float) -> tuple[list[str], Style]:
    """In several languages on two lines, rather than too small to be read."""
    line, style = fit(text, _ROLE, room, _READABLE)
    if line == text:
        return [line], style
    return fit_lines(text, _ROLE._replace(size=8.5), room, 2, 5)


def _draw_spoken(
    paper: Paper, corner: tuple[float, float], spoken: Sequence[str], room: float
) -> None:
    """Each in a frame, so that a helper sees from afar in which language to begin."""
    x, y = corner
    for text in map(printable, spoken):
        wide = width(text, _SPOKEN) + 3 * MM
        if x + wide > corner[0] + room:
            return
        paper.frame((x, y - 3.6 * MM, wide, 5.4 * MM), TEAL)
        paper.text(x + 1.5 * MM, y + 0.2 * MM, text, _SPOKEN)
        x += wide + 2 * MM
