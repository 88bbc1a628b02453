"""What is done with people's data, on one page to take home: in plain words, in their language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.language import Language, Message, say, tr_in, words_in
from app.sheets.fonts import BOLD, MEDIUM, REGULAR, Style, fit, printable, wrap
from app.sheets.page import BAND, INK, LINE, MARGIN, MM, SOFT, TEAL, Paper

_CENTRE = Style(MEDIUM, 11, TEAL)
_TITLE = Style(BOLD, 25, INK)
_LEAD = Style(REGULAR, 12.5, INK)
_FOOT = Style(REGULAR, 9, SOFT)
_SIZES = (13, 12.5, 12, 11.5, 11, 10.5, 10, 9.5, 9)
"""Points of the text: the largest at which everything stands on one page."""


@dataclass(frozen=True)
class WhoKeeps:
    """The centre as it answers for the data: its name in each language, and how to reach it."""

    name: str
    municipality: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True)
class _Part:
    heading: Message
    lines: tuple[Message, ...]


_LEAD_TEXT = say(
    "You need not tell us more than you want to. One name is enough, and you may also come without one."
)
_WHAT = _Part(
    say("What we write down"),
    (
        say("Your name, year of birth, town or parish, and when you were here."),
        say("Telephone and e-mail, only if you give them."),
        say(
            "What we are to prepare for you, or your target group, only if you agree. "
            "We never ask for a diagnosis or a personal code."
        ),
    ),
)
_WHY = _Part(
    say("What it is for"),
    (
        say("To welcome you, to know who is in the building, and to plan events."),
        say(
            "To count how many people come: this is a task of the municipality. "
            "Reports have numbers only, never names."
        ),
        say("To call you, write to you or show photographs: only if you agree, each by itself."),
    ),
)
_LONG = _Part(
    say("How long"),
    (
        say("Five years after your last visit; after that without your name."),
        say(
            "What you agreed to: until the day you were told, or until you withdraw. "
            "Needs and target groups are then deleted at once."
        ),
    ),
)
_WHO_SEES = _Part(
    say("Who sees it"),
    (
        say("Only those who work at the centre, and each only what the work needs."),
        say("We sell nothing and pass no names on, unless a law demands it."),
    ),
)
_RIGHTS = _Part(
    say("What you may ask of us"),
    (
        say("To see what is written about you, and to have it put right or deleted."),
        say("To withdraw what you agreed to, as easily as you agreed: just say so at the desk."),
        say("To object, or to have the data given to you as a file."),
        say("If we do not help, you may complain to the Data State Inspectorate: www.dvi.gov.lv"),
    ),
)
_PARTS = (_WHAT, _WHY, _LONG, _WHO_SEES, _RIGHTS)


def draw_notice(who: WhoKeeps, made_on: date, language: Language) -> bytes:
    """A PDF of one page."""
    paper = Paper(language, None)
    title = tr_in(language, "How we use your data")
    paper.name(title, who.name)
    room = paper.inner_width
    paper.text(MARGIN, MARGIN + 4 * MM, *fit(printable(who.name), _CENTRE, room, 7))
    paper.text(MARGIN, MARGIN + 15 * MM, *fit(title, _TITLE, room, 14))
    y = MARGIN + 24 * MM
    for line in wrap(words_in(language, _LEAD_TEXT), _LEAD, room):
        paper.text(MARGIN, y, line, _LEAD)
        y += 6 * MM
    bottom = paper.height - MARGIN - 8 * MM
    for size in _SIZES:
        body = _Body(who, language, size)
        if y + body.height(room) <= bottom:
            break
    body.draw(paper, y + 2 * MM)
    _draw_foot(paper, made_on, language)
    paper.next_page()
    return paper.finish()


class _Body:
    """The parts and the box of who keeps the data, set in one size."""

    def __init__(self, who: WhoKeeps, language: Language, size: float) -> None:
        self._text = Style(REGULAR, size, INK)
        self._heading = Style(BOLD, size + 2.5, TEAL)
        self._step = size * 1.38
        self._parts = [
            (words_in(language, part.heading), [words_in(language, one) for one in part.lines])
            for part in _PARTS
        ]
        self._keeper = tr_in(language, "Who keeps the data")
        self._who = _keeper_lines(who, language)

    def height(self, room: float) -> float:
        rows = sum(
            len(wrap(line, self._text, room - 6 * MM)) for _, lines in self._parts for line in lines
        )
        headings = len(self._parts) * (self._step * 2.1)
        gaps = sum(len(lines) for _, lines in self._parts) * 1.0 * MM
        return rows * self._step + headings + gaps + self._box_height(room) + 9 * MM

    def draw(self, paper: Paper, top: float) -> None:
        y = self._draw_keeper(paper, top) + 3 * MM
        for heading, lines in self._parts:
            y += self._step * 0.6
            paper.text(MARGIN, y + self._step * 0.5, heading, self._heading)
            y += self._step * 1.5
            for line in lines:
                paper.text(MARGIN, y, "•", self._text)
                for row in wrap(line, self._text, paper.inner_width - 6 * MM):
                    paper.text(MARGIN + 5 * MM, y, row, self._text)
                    y += self._step
                y += 1.0 * MM

    def _box_height(self, room: float) -> float:
        rows = sum(len(wrap(line, self._text, room - 10 * MM)) for line in self._who)
        return self._step * (rows + 1.6) + 5 * MM

    def _draw_keeper(self, paper: Paper, top: float) -> float:
        """Returns where the box ends."""
        height = self._box_height(paper.inner_width)
        paper.frame((MARGIN, top, paper.inner_width, height), LINE, fill=BAND)
        y = top + 3 * MM + self._step
        paper.text(MARGIN + 5 * MM, y, self._keeper, self._heading)
        y += self._step * 1.3
        for line in self._who:
            for row in wrap(line, self._text, paper.inner_width - 10 * MM):
                paper.text(MARGIN + 5 * MM, y, row, self._text)
                y += self._step
        return top + height


def _keeper_lines(who: WhoKeeps, language: Language) -> list[str]:
    """Who gave no telephone and no e-mail is asked at the desk."""
    place = ", ".join(filter(None, (who.name, who.municipality, who.address)))
    reached = [
        tr_in(language, "Telephone: {phone}", phone=who.phone) if who.phone else "",
        tr_in(language, "E-mail: {email}", email=who.email) if who.email else "",
    ]
    contact = " · ".join(filter(None, reached))
    ask = tr_in(language, "Questions about your data: ask at the front desk.")
    return [printable(line) for line in (place, contact or ask, ask if contact else "") if line]


def _draw_foot(paper: Paper, made_on: date, language: Language) -> None:
    rule = paper.height - MARGIN - 3 * MM
    paper.lines([(MARGIN, rule, paper.right, rule)], LINE)
    law = tr_in(
        language,
        "Regulation (EU) 2016/679, Articles 6, 7, 9 and 13. Printed on {day}.",
        day=made_on,
    )
    paper.text(MARGIN, paper.height - MARGIN + 1.5 * MM, *fit(law, _FOOT, paper.inner_width, 6))
