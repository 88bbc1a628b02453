"""The confirmation of a booking for whoever booked: what, where, when, and the rules of the house."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from app.dates_in_words import full_date, short_moment
from app.language import Language, Message, say, tr_in, words_in
from app.sheets.fonts import BOLD, MEDIUM, REGULAR, Style, fit, fit_lines, printable, wrap_whole
from app.sheets.in_languages import Languages, centre_name, together
from app.sheets.listing import Piece, draw_pages
from app.sheets.page import AMBER, INK, LINE, MARGIN, MM, SOFT, TEAL, Paper
from app.sheets.plan import CentreOnPaper, Confirmation, with_latvian
from app.sheets.plan_words import page_of, time_of

_CENTRE = Style(MEDIUM, 12, TEAL)
_REACH = Style(REGULAR, 10, SOFT)
_TITLE = Style(BOLD, 24, INK)
_TITLE_TOO = Style(REGULAR, 13, SOFT)
_LABEL = Style(REGULAR, 9, SOFT)
_VALUE = Style(MEDIUM, 13, INK)
_STATE = Style(BOLD, 13, INK)
_HEADING = Style(BOLD, 13, TEAL)
_TEXT = Style(REGULAR, 11, INK)
_FOOT = Style(REGULAR, 9, SOFT)
_PITCH = 1.34
_LOGO, _LABELS = 16 * MM, 44 * MM
_NAMED = say("Booking confirmation")
_CANCEL = say(
    "If your plans change, tell us as early as you can: somebody else may need the room. "
    "Say your name, the room and the day."
)


def draw_confirmation(
    booking: Confirmation, languages: tuple[Language, ...], at: datetime
) -> bytes:
    """A PDF in portrait; the rules of the house run over as many pages as they need."""
    languages = with_latvian(languages)
    paper = Paper(languages[0], at)
    centre = printable(centre_name(booking.centre.names, languages[0]))
    title = words_in(languages[0], _title(booking))
    paper.name(f"{title} — {printable(booking.taken.title)}", centre)
    around = _Around(booking, languages, at, paper)
    draw_pages(paper, around, list(_pieces(booking, languages, paper.inner_width)))
    return paper.finish()


def _title(booking: Confirmation) -> Message:
    """A booking that nobody has said yes to is not called confirmed."""
    return booking.state or _NAMED


def _pieces(booking: Confirmation, languages: Languages, room: float) -> Iterator[Piece]:
    for label, values in _facts(booking, languages):
        yield _fact_piece(together(label, languages, " / "), values, room)
    yield _gap(4 * MM)
    for language in languages:
        heading = tr_in(language, "If you cannot come")
        yield from _part(heading, [words_in(language, _CANCEL), *_reach(booking, language)], room)
    for language in languages:
        rules = booking.house_rules.get(language, "")
        if rules.strip():
            yield from _part(tr_in(language, "House rules"), rules.splitlines(), room)


def _facts(booking: Confirmation, languages: Languages) -> Iterator[tuple[Message, Sequence[str]]]:
    taken = booking.taken
    days = [full_date(language, taken.start.date()) for language in languages]
    if taken.end.date() > taken.start.date() and taken.end.time() != taken.end.time().min:
        ends = [f"– {short_moment(languages[0], taken.end)}"]
    else:
        ends = []
    yield say("Name of the booking"), [printable(taken.title)]
    yield say("For whom"), [printable(taken.holder), printable(booking.contact)]
    yield (
        say("Room"),
        [", ".join(filter(None, (printable(booking.room), printable(booking.where))))],
    )
    yield say("Day"), days
    yield say("Time"), [time_of(languages[0], taken), *ends]
    yield say("People"), ["" if booking.people is None else str(booking.people)]
    yield say("To be prepared"), [together(wish, languages, " / ") for wish in booking.wishes]


def _reach(booking: Confirmation, language: Language) -> Iterator[str]:
    centre = booking.centre
    reached = [
        tr_in(language, "Telephone: {phone}", phone=centre.phone) if centre.phone else "",
        tr_in(language, "E-mail: {email}", email=centre.email) if centre.email else "",
    ]
    yield " · ".join(filter(None, reached))
    address = ", ".join(filter(None, (centre.address, centre.municipality)))
    if address:
        yield words_in(
            language, say("You may tell us at the front desk: {address}.", address=address)
        )


def _fact_piece(label: str, values: Sequence[str], room: float) -> Piece:
    beside = room - _LABELS
    rows = [
        (line, _VALUE if not number else _VALUE._replace(font=REGULAR, size=11.5))
        for number, value in enumerate(filter(None, values))
        for line in wrap_whole(value, _VALUE, beside)
    ]
    labels = wrap_whole(label, _LABEL, _LABELS - 4 * MM)
    if not rows:
        return _gap(0)
    high = max(sum(style.size * 1.3 for _, style in rows), len(labels) * _LABEL.size * 1.3) + 3 * MM

    def draw(paper: Paper, top: float) -> None:
        y = top + 1 * MM
        for number, text in enumerate(labels):
            base = top + 1 * MM + _VALUE.size * 1.05 + number * _LABEL.size * 1.3
            paper.text(MARGIN, base, text, _LABEL)
        for text, style in rows:
            y += style.size * 1.3
            paper.text(MARGIN + _LABELS, y - style.size * 0.25, text, style)
        paper.lines([(MARGIN, top + high, paper.right, top + high)], LINE)

    return Piece(high, draw)


def _part(heading: str, paragraphs: Sequence[str], room: float) -> Iterator[Piece]:
    """A heading and its text, line by line, so that it may go on over the page."""
    leading = Piece(11 * MM, partial(_draw_line, heading, _HEADING, 8 * MM), leads=True)
    yield leading
    for paragraph in paragraphs:
        for line in wrap_whole(_printable_whole(paragraph), _TEXT, room):
            yield Piece(_TEXT.size * _PITCH, partial(_draw_line, line, _TEXT, _TEXT.size), leading)
        yield _gap(1.4 * MM)


def _printable_whole(paragraph: str) -> str:
    """`printable` reads no more than a page is wide; rules may be longer."""
    return " ".join(printable(word) for word in paragraph.split())


def _draw_line(text: str, style: Style, down: float, paper: Paper, top: float) -> None:
    paper.text(MARGIN, top + down, *fit(text, style, paper.inner_width, 6))


def _gap(high: float) -> Piece:
    return Piece(high, _draw_nothing)


def _draw_nothing(_paper: Paper, _top: float) -> None:
    """A space."""


@dataclass(frozen=True)
class _Line:
    text: str
    style: Style


class _Around:
    """The centre's head and the title on the first page, the print and its page on every one."""

    def __init__(
        self, booking: Confirmation, languages: Languages, at: datetime, paper: Paper
    ) -> None:
        self._booking, self._languages, self._at = booking, languages, at
        room = paper.inner_width - _LOGO - 6 * MM
        self._lines = list(_head_lines(booking.centre, languages, room))
        first, *others = (words_in(language, _title(booking)) for language in languages)
        self._title = _wrapped(first, _TITLE, paper.inner_width, 2)
        for other in dict.fromkeys(others):
            self._title += _wrapped(other, _TITLE_TOO, paper.inner_width, 2)
        head = max(sum(line.style.size * 1.35 for line in self._lines), _LOGO)
        self._title_top = MARGIN + head + 6 * MM
        self.first_top = self._title_top + sum(one.style.size * 1.3 for one in self._title) + 5 * MM
        self.later_top = MARGIN + 10 * MM
        self.bottom = paper.height - MARGIN - 8 * MM

    def draw(self, paper: Paper, page: int, pages: int) -> None:
        if page == 1:
            self._draw_first(paper)
        else:
            title = " · ".join((self._title[0].text, printable(self._booking.taken.title)))
            paper.text(MARGIN, MARGIN + 3 * MM, *fit(title, _REACH, paper.inner_width, 7))
        rule = paper.height - MARGIN - 3 * MM
        paper.lines([(MARGIN, rule, paper.right, rule)], LINE)
        y = paper.height - MARGIN + 1.5 * MM
        printed = together(say("Printed {at}", at=self._at), self._languages)
        paper.text(MARGIN, y, *fit(printed, _FOOT, paper.inner_width - 40 * MM, 6))
        paper.text(paper.right, y, page_of(self._languages[0], page, pages), _FOOT, "right")

    def _draw_first(self, paper: Paper) -> None:
        if self._booking.centre.logo:
            area = (paper.right - _LOGO, MARGIN, _LOGO, _LOGO)
            paper.picture(area, self._booking.centre.logo)
        y = MARGIN
        for line in self._lines:
            y += line.style.size * 1.35
            paper.text(MARGIN, y, line.text, line.style)
        if self._booking.state is not None:
            high = sum(one.style.size * 1.3 for one in self._title) + 3 * MM
            paper.fills([(MARGIN, self._title_top - 1 * MM, paper.inner_width, high)], AMBER)
        y = self._title_top
        inset = 2 * MM if self._booking.state is not None else 0
        for line in self._title:
            y += line.style.size * 1.3
            text, style = fit(line.text, line.style, paper.inner_width - inset, 8)
            paper.text(MARGIN + inset, y - line.style.size * 0.3, text, style)


def _head_lines(centre: CentreOnPaper, languages: Languages, room: float) -> Iterator[_Line]:
    names = dict.fromkeys(centre_name(centre.names, language) for language in languages)
    for name in filter(None, names):
        yield from _wrapped(name, _CENTRE, room, 2)
    place = ", ".join(filter(None, (centre.address, centre.municipality)))
    reached = " · ".join(filter(None, (place, centre.phone, centre.email)))
    if reached:
        yield from _wrapped(printable(reached), _REACH, room, 2)


def _wrapped(text: str, style: Style, room: float, most: int) -> list[_Line]:
    lines, style = fit_lines(text, style, room, most, style.size * 0.7)
    return [_Line(line, style) for line in lines]
