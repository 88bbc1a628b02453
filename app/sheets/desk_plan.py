"""The day of all rooms for the desk: who comes where, what is prepared, what to know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from app.dates_in_words import clock_time, long_date
from app.language import Language, Message, say, say_count, tr_in, words_in
from app.sheets.fonts import BOLD, MEDIUM, REGULAR, Style, fit, printable, width, wrap_whole
from app.sheets.in_languages import Languages, centre_names, together
from app.sheets.listing import Piece, Titles, draw_listing
from app.sheets.page import BAND, HEAVY, INK, LINE, MARGIN, MM, SOFT, Paper
from app.sheets.plan import DeskLine, DeskPlan, DeskRoom, ShutTime, with_latvian
from app.sheets.plan_words import CLOSED, seats, time_of, title_of, under_title

_ROOM = Style(BOLD, 13, INK)
_FACTS = Style(REGULAR, 10, SOFT)
_TIME = Style(BOLD, 12, INK)
_TITLE = Style(MEDIUM, 12, INK)
_TEXT = Style(REGULAR, 10.5, INK)
_SMALL = Style(REGULAR, 9.5, SOFT)
_NOTE = Style(MEDIUM, 10.5, INK)
_PITCH = 1.26
_HEAD, _GAP = 8.5 * MM, 4 * MM
_TEXT_LEFT, _TIME_LEFT = 40 * MM, 3 * MM
_BOX = 3.4 * MM
_FREE = say("Free the whole day")


@dataclass(frozen=True)
class _Row:
    text: str
    style: Style
    tick: bool = False


@dataclass
class _Block:
    """The rows at both sides of a booking."""

    left: list[_Row] = field(default_factory=list)
    right: list[_Row] = field(default_factory=list)

    @property
    def height(self) -> float:
        return max(_height(self.left), _height(self.right)) + 2.4 * MM


def draw_desk_plan(plan: DeskPlan, languages: tuple[Language, ...], at: datetime) -> bytes:
    """A PDF in portrait: room by room, each in the order of the clock."""
    languages = with_latvian(languages)
    paper = Paper(languages[0], at)
    pieces: list[Piece] = []
    for room in plan.rooms:
        heading = Piece(_HEAD, partial(_draw_room, room, languages), leads=True)
        pieces.append(heading)
        rows = _rows_of(room, languages, paper.inner_width - _TEXT_LEFT - 2 * MM)
        pieces += [Piece(row.height, partial(_draw_row, row), heading) for row in rows]
        pieces.append(Piece(_GAP, _draw_nothing))
    days = " · ".join(long_date(language, plan.day) for language in languages)
    titles = Titles(
        centre_names(plan.centre.names, languages),
        together(say("Plan of the day"), languages),
        f"{days} — {_in_all(plan, languages[0])}",
        tr_in(languages[0], "For the desk only. Printed {at}", at=at),
        languages[0],
    )
    return draw_listing(paper, titles, pieces)


def _in_all(plan: DeskPlan, language: Language) -> str:
    own = (line for room in plan.rooms for line in room.lines if not line.taken.where)
    return words_in(language, say_count("{n} booking", "{n} bookings", len(list(own))))


def _draw_room(room: DeskRoom, languages: Languages, paper: Paper, top: float) -> None:
    paper.fills([(MARGIN, top, paper.inner_width, _HEAD)], BAND)
    paper.lines([(MARGIN, top, paper.right, top)], INK, HEAVY)
    facts = [together(seats(room.seats), languages) if room.seats else "", printable(room.where)]
    said = " · ".join(filter(None, facts))
    text, style = fit(said, _FACTS, paper.inner_width * 0.5, 6)
    paper.text(paper.right - 2 * MM, top + 5.7 * MM, text, style, "right")
    left = paper.inner_width - width(text, style) - 8 * MM
    paper.text(MARGIN + 2 * MM, top + 5.9 * MM, *fit(printable(room.room), _ROOM, left, 6))


def _rows_of(room: DeskRoom, languages: Languages, wide: float) -> Iterator[_Block]:
    for shut in room.shut:
        yield _shut_block(shut, languages, wide)
    for line in room.lines:
        yield _line_block(line, languages, wide)
    if not room.lines and not room.shut:
        free = CLOSED if room.hours is None else _FREE
        yield _Block([], _wrapped(together(free, languages), _SMALL, wide))


def _shut_block(shut: ShutTime, languages: Languages, wide: float) -> _Block:
    first = languages[0]
    whole = shut.end - shut.start >= timedelta(days=1)
    time = "" if whole else f"{clock_time(first, shut.start)}–{clock_time(first, shut.end)}"
    said = together(CLOSED, languages)
    words = _wrapped(f"{said}: {printable(shut.reason)}", _TITLE, wide)
    return _Block(_wrapped(time, _TIME, _TEXT_LEFT), words)


def _line_block(line: DeskLine, languages: Languages, wide: float) -> _Block:
    first = languages[0]
    block = _Block([_Row(time_of(first, line.taken), _TIME)])
    for message in _buffers(line):
        said = words_in(first, message)
        block.left += _wrapped(said, _SMALL, _TEXT_LEFT - _TIME_LEFT - 2 * MM)
    states = [together(state, languages, " / ") for state in line.states]
    title = title_of(line.taken, languages)
    block.right += _wrapped(" — ".join([title, *states]), _TITLE, wide)
    people = "" if line.people is None else together(_people(line.people), languages)
    under = " · ".join(filter(None, (under_title(line.taken), people)))
    block.right += _wrapped(under, _TEXT, wide)
    for message in line.prepare:
        said = together(message, languages, " / ")
        rows = _wrapped(said, _TEXT, wide - _BOX - 2 * MM)
        block.right += [_Row(row.text, row.style, tick=not n) for n, row in enumerate(rows)]
    for paragraph in line.note.splitlines():
        block.right += _wrapped(printable(paragraph), _NOTE, wide)
    return block


def _buffers(line: DeskLine) -> Iterator[Message]:
    taken = line.taken
    if line.before:
        from_ = taken.start - timedelta(minutes=line.before)
        yield say("prepare from {at}", at=from_.time())
    if line.after:
        until = taken.end + timedelta(minutes=line.after)
        yield say("cleared by {at}", at=until.time())


def _people(count: int) -> Message:
    return say_count("{n} person", "{n} people", count)


def _draw_row(block: _Block, paper: Paper, top: float) -> None:
    _draw_rows(paper, block.left, MARGIN + _TIME_LEFT, top)
    _draw_rows(paper, block.right, MARGIN + _TEXT_LEFT, top)
    bottom = top + block.height
    paper.lines([(MARGIN, bottom, paper.right, bottom)], LINE)


def _draw_rows(paper: Paper, rows: list[_Row], x: float, top: float) -> None:
    y = top + 0.8 * MM
    inset = 0.0
    for row in rows:
        y += row.style.size * _PITCH
        if row.tick:
            inset = _BOX + 2 * MM
            paper.boxes([(x, y - _BOX + 0.6)], _BOX)
        elif row.style is not _TEXT:
            inset = 0.0
        paper.text(x + inset, y, row.text, row.style)


def _wrapped(text: str, style: Style, room: float) -> list[_Row]:
    return [_Row(line, style) for line in wrap_whole(text, style, room)]


def _height(rows: list[_Row]) -> float:
    return sum(row.style.size * _PITCH for row in rows)


def _draw_nothing(_paper: Paper, _top: float) -> None:
    """The space between two rooms."""
