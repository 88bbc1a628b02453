"""The evacuation list: who is in the building, room by room, to be ticked off outside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from functools import partial
from math import ceil

from app.dates_in_words import clock_time
from app.language import Language, full_date_in, tr_in
from app.sheets.fonts import BOLD, MEDIUM, REGULAR, Style, fit, printable, width
from app.sheets.listing import Piece, Titles, draw_listing
from app.sheets.page import BAND, HEAVY, INK, LINE, MARGIN, MM, SOFT, Paper

_TOTAL = Style(BOLD, 16, INK)
_ROOM = Style(BOLD, 18, INK)
_NAME = Style(MEDIUM, 18, INK)
_SINCE = Style(REGULAR, 13, SOFT)
_ASSIST = Style(BOLD, 14, "#FFFFFF")

_TOTALS_HEIGHT, _ROOM_HEIGHT, _ROW, _GAP = 18 * MM, 12 * MM, 11.5 * MM, 5 * MM
_BOX, _BOX_STEP = 7.5 * MM, 10.5 * MM
_NAME_LEFT, _SINCE_WIDTH = 13 * MM, 18 * MM
_UNNAMED_LEFT = 70 * MM
_BOXES_IN_A_ROW, _MOST_BOX_ROWS = 10, 5


@dataclass(frozen=True)
class OnSitePerson:
    """Somebody known to be in; ``assist`` says that help is wanted, never why."""

    name: str
    since: datetime | time
    assist: bool = False


@dataclass(frozen=True)
class OnSiteRoom:
    """The people of one room; ``unnamed`` were counted at the door without a name."""

    room: str
    people: tuple[OnSitePerson, ...]
    unnamed: int = 0


def draw_on_site(
    centre: str, rooms: Sequence[OnSiteRoom], at: datetime, language: Language
) -> bytes:
    """A PDF in large print; rooms nobody is in are left out."""
    paper = Paper(language, at)
    peopled = [room for room in rooms if room.people or room.unnamed]
    pieces = [Piece(_TOTALS_HEIGHT, partial(_draw_totals, rooms, language))]
    for room in peopled:
        heading = Piece(_ROOM_HEIGHT, partial(_draw_room, room), leads=True)
        pieces.append(heading)
        pieces += [
            Piece(_ROW, partial(_draw_person, person, language), heading) for person in room.people
        ]
        if room.unnamed:
            pieces.append(_unnamed_piece(room.unnamed, language, heading))
        pieces.append(Piece(_GAP, _draw_nothing))
    titles = Titles(
        centre,
        tr_in(language, "In the centre now"),
        f"{full_date_in(language, at)}, {clock_time(language, at)}",
        tr_in(
            language,
            "Everybody out at {short}   checked by {long}",
            short="_" * 10,
            long="_" * 26,
        ),
        language,
    )
    return draw_listing(paper, titles, pieces)


def _draw_totals(rooms: Sequence[OnSiteRoom], language: Language, paper: Paper, top: float) -> None:
    named = sum(len(room.people) for room in rooms)
    unnamed = sum(room.unnamed for room in rooms)
    assist = sum(person.assist for room in rooms for person in room.people)
    if not named + unnamed:
        paper.text(MARGIN, top + 6 * MM, tr_in(language, "Nobody is in the centre."), _TOTAL)
        return
    total = tr_in(
        language,
        "{total} in all: {named} by name, {unnamed} without a name",
        total=named + unnamed,
        named=named,
        unnamed=unnamed,
    )
    paper.text(MARGIN, top + 6 * MM, *fit(total, _TOTAL, paper.inner_width, 11))
    if assist:
        help_out = tr_in(language, "To be helped out: {count}", count=assist)
        paper.text(MARGIN, top + 13 * MM, *fit(help_out, _TOTAL, paper.inner_width, 11))


def _draw_room(room: OnSiteRoom, paper: Paper, top: float) -> None:
    paper.fills([(MARGIN, top, paper.inner_width, _ROOM_HEIGHT)], BAND)
    paper.lines([(MARGIN, top, paper.right, top)], INK, HEAVY)
    count = str(len(room.people) + room.unnamed)
    base = top + 8 * MM
    room_width = paper.inner_width - width(count, _ROOM) - 10 * MM
    paper.text(MARGIN + 2 * MM, base, *fit(printable(room.room), _ROOM, room_width, 11))
    paper.text(paper.right - 2 * MM, base, count, _ROOM, "right")


def _draw_person(person: OnSitePerson, language: Language, paper: Paper, top: float) -> None:
    base = top + 8 * MM
    paper.boxes([(MARGIN + 2 * MM, top + (_ROW - _BOX) / 2)], _BOX, 1.2)
    since_left = paper.right - _SINCE_WIDTH
    assist = tr_in(language, "Assist") if person.assist else ""
    assist_width = width(assist, _ASSIST) + 6 * MM if assist else 0
    room = since_left - MARGIN - _NAME_LEFT - assist_width - 8 * MM
    paper.text(MARGIN + _NAME_LEFT, base, *fit(printable(person.name), _NAME, room, 12))
    if assist:
        # White on black, so that it stands out in grey too.
        left = since_left - 4 * MM - assist_width
        paper.fills([(left, top + 2 * MM, assist_width, _ROW - 4 * MM)], INK)
        paper.text(left + 3 * MM, top + 7.5 * MM, assist, _ASSIST)
    paper.text(paper.right - 2 * MM, base, clock_time(language, person.since), _SINCE, "right")
    _draw_rule(paper, top + _ROW)


def _unnamed_piece(count: int, language: Language, heading: Piece) -> Piece:
    rows = min(ceil(count / _BOXES_IN_A_ROW), _MOST_BOX_ROWS)
    height = _ROW + (rows - 1) * _BOX_STEP
    return Piece(height, partial(_draw_unnamed, count, rows, language), heading)


def _draw_unnamed(count: int, rows: int, language: Language, paper: Paper, top: float) -> None:
    said = tr_in(language, "Without a name: {count}", count=count)
    text, style = fit(said, _NAME, _UNNAMED_LEFT - 4 * MM, 12)
    paper.text(MARGIN + 2 * MM, top + 8 * MM, text, style)
    first = MARGIN + _UNNAMED_LEFT
    places = [
        divmod(number, _BOXES_IN_A_ROW) for number in range(min(count, rows * _BOXES_IN_A_ROW))
    ]
    corners = [
        (first + column * _BOX_STEP, top + (_ROW - _BOX) / 2 + row * _BOX_STEP)
        for row, column in places
    ]
    paper.boxes(corners, _BOX, 1.2)
    _draw_rule(paper, top + _ROW + (rows - 1) * _BOX_STEP)


def _draw_rule(paper: Paper, y: float) -> None:
    paper.lines([(MARGIN, y, paper.right, y)], LINE)


def _draw_nothing(_paper: Paper, _top: float) -> None:
    """The space between two rooms."""
