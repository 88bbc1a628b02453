"""Draws certificates of attendance: one landscape page for each person."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.language import Language, ntr_in, say, short_date_in, tr_in, whole_date_in
from app.sheets.card_sheet import block, readable, tall
from app.sheets.fonts import BOLD, MEDIUM, REGULAR, Style, fit, printable
from app.sheets.in_languages import Languages, centre_names, together
from app.sheets.page import INK, LINE, MM, SOFT, TEAL, Paper
from app.sheets.sheet import Progress

_OUTER, _INNER = 11 * MM, 13.5 * MM
_ROOM = 240 * MM
_LOGO, _FUNDER = 18 * MM, 50 * MM
_SIGNED = 72 * MM
_SMALLEST = 0.1

_CENTRE = Style(MEDIUM, 13, TEAL)
_TITLE = Style(BOLD, 44, INK)
_SAYS = Style(REGULAR, 14, SOFT)
_NAME = Style(BOLD, 34, TEAL)
_COURSE = Style(MEDIUM, 18, INK)
_FACTS = Style(REGULAR, 13, SOFT)
_OTHER = Style(REGULAR, 10.5, SOFT)
_SIGNER = Style(MEDIUM, 12, INK)
_ROLE = Style(REGULAR, 10, SOFT)
_NUMBER = Style(MEDIUM, 10.5, INK)
_FOOT = Style(REGULAR, 9, SOFT)

_WORD = say("Certificate")
_CERTIFIES = say("This is to certify that")
_TOOK_PART = say("took part in “{title}”")
_LEADER, _FOR_CENTRE = say("leader"), say("for the centre")


@dataclass(frozen=True)
class CertificateHead:
    """What all certificates of an event say; ``sessions`` were held from ``first`` to ``last``."""

    centre: Mapping[Language, str]
    title: str
    first: datetime.date
    last: datetime.date
    sessions: int
    leader: str = ""
    foot: str = ""
    """The funder's line."""
    logo: bytes | None = None
    funder_logo: bytes | None = None


@dataclass(frozen=True)
class Diploma:
    """One person: how often she came, and for how long in all. Without a number it is a sample."""

    name: str
    attended: int
    minutes: int
    number: str = ""


def draw_certificates(
    head: CertificateHead,
    diplomas: Sequence[Diploma],
    languages: Languages,
    on: datetime.date,
    progress: Progress | None = None,
) -> bytes:
    """A PDF, Latvian first. ``on`` is the day they are signed."""
    languages = tuple(dict.fromkeys((Language.LV, *languages)))
    paper = Paper(languages[0], None, wide=True)
    paper.name(f"{tr_in(languages[0], _WORD.text)} — {head.title}", _centre(head, languages))
    for done, one in enumerate(diplomas, 1):
        _draw(paper, head, one, languages, on)
        paper.next_page()
        if progress is not None:
            progress(done, len(diplomas))
    return paper.finish()


def _centre(head: CertificateHead, languages: Languages) -> str:
    return centre_names(head.centre, languages)


def _draw(
    paper: Paper,
    head: CertificateHead,
    one: Diploma,
    languages: Languages,
    on: datetime.date,
) -> None:
    if not one.number:
        paper.watermark(tr_in(languages[0], "Sample"))
    for off in (_OUTER, _INNER):
        area = (off, off, paper.width - 2 * off, paper.height - 2 * off)
        paper.frame(area, TEAL)
    logo = ((paper.width - _LOGO) / 2, 21 * MM, _LOGO, _LOGO)
    drawn = head.logo is not None and paper.picture(logo, head.logo)
    _middle(paper, 46 if drawn else 36, _centre(head, languages), _CENTRE)
    _middle(paper, 66 if drawn else 60, together(_WORD, languages), _sized(_TITLE, languages))
    _middle(paper, 78, together(_CERTIFIES, languages), _SAYS)
    _block(paper, (82, 106), readable(one.name), _NAME)
    half = 75 * MM
    paper.lines([(paper.width / 2 - half, 108 * MM, paper.width / 2 + half, 108 * MM)], LINE)
    _draw_what(paper, head, one, languages)
    _draw_foot(paper, head, one, languages[0], on)


def _draw_what(paper: Paper, head: CertificateHead, one: Diploma, languages: Languages) -> None:
    first, *others = languages
    title = readable(head.title)
    lines = [tr_in(language, _TOOK_PART.text, title=title) for language in languages]
    _block(paper, (111, 125), lines[0], _COURSE)
    _middle(paper, 131, _facts(head, one, first), _FACTS)
    for place, (other, line) in enumerate(zip(others, lines[1:], strict=True)):
        text = f"{line} · {_facts(head, one, other)}"
        _middle(paper, 139 + 5.4 * place, text, _OTHER)


def _facts(head: CertificateHead, one: Diploma, language: Language) -> str:
    """When, how many sessions, how many hours."""
    days = whole_date_in(language, head.first)
    if head.first != head.last:
        days = "–".join(short_date_in(language, day) for day in (head.first, head.last))
    sessions = ntr_in(language, "{n} session", "{n} sessions", head.sessions)
    came = tr_in(language, "attended {n}", n=one.attended)
    parts = [days, f"{sessions}, {came}" if head.sessions > 1 else "", _hours(one, language)]
    return printable("  ·  ".join(filter(None, parts)))


def _hours(one: Diploma, language: Language) -> str:
    whole, rest = divmod(one.minutes, 60)
    if not rest:
        return ntr_in(language, "{n} hour", "{n} hours", whole)
    point = "." if language is Language.EN else ","
    written = f"{one.minutes / 60:.1f}".replace(".", point)
    return tr_in(language, "{hours} hours", hours=written)


def _draw_foot(
    paper: Paper, head: CertificateHead, one: Diploma, language: Language, on: datetime.date
) -> None:
    line, off = 167 * MM, 33 * MM
    for x, who, role in (
        (off, printable(head.leader), _LEADER),
        (paper.width - off - _SIGNED, "", _FOR_CENTRE),
    ):
        paper.lines([(x, line, x + _SIGNED, line)], INK)
        middle = x + _SIGNED / 2
        if who:
            text, style = fit(who, _SIGNER, _SIGNED, 7)
            paper.text(middle, line + 5 * MM, text, style, "centre")
        word = tr_in(language, role.text)
        paper.text(middle, line + (9.8 if who else 5) * MM, word, _ROLE, "centre")
    _middle(paper, 164, whole_date_in(language, on), _SAYS._replace(size=11))
    if one.number:
        number = tr_in(language, "No. {number}", number=one.number)
        _middle(paper, 171, number, _NUMBER)
    if head.funder_logo is not None:
        paper.picture(((paper.width - _FUNDER) / 2, 174 * MM, _FUNDER, 12 * MM), head.funder_logo)
    _middle(paper, 190, printable(head.foot), _FOOT)


def _sized(style: Style, languages: Languages) -> Style:
    return style if len(languages) == 1 else style._replace(size=28)


def _middle(paper: Paper, y: float, text: str, style: Style) -> None:
    """``y`` in millimetres."""
    text, style = fit(text, style, _ROOM, 6)
    paper.text(paper.width / 2, y * MM, text, style, "centre")


def _block(paper: Paper, between: tuple[float, float], text: str, style: Style) -> None:
    """As large as it fits between two heights, and whole: a name is never cut."""
    top, foot = (one * MM for one in between)
    lines = block([(text, style)], (_ROOM, foot - top), _SMALLEST)
    y = top + (foot - top - tall(lines)) / 2
    for line, sized in lines:
        y += sized.size * 1.18
        paper.text(paper.width / 2, y - sized.size * 0.28, line, sized, "centre")
