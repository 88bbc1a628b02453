"""What an attendance sheet says: its head, its lines, and what the person printing chose."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from app.errors import Refused
from app.language import Language, say
from app.sheets.codes import MOST_PAGES

Progress: TypeAlias = Callable[[int, int], None]
"""Told ``done, all`` after every page; an exception from it stops the drawing."""


class Names(StrEnum):
    """How much of a name the sheet shows."""

    FULL = "full"
    INITIAL = "initial"
    NUMBER = "number"


class Layout(StrEnum):
    """What the sheet looks like, and what it is for."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"
    LARGE = "large"
    """Letters of 18 points."""
    EASY = "easy"
    """Three steps with pictures; nobody's name is on it beforehand."""
    EMPTY = "empty"
    """Only rows to write oneself in."""
    COURSE = "course"
    """Names by dates: one sheet for all sessions."""


class Order(StrEnum):
    """In which order people stand."""

    SURNAME = "surname"
    """In the Latvian alphabet."""
    REGISTERED = "registered"


@dataclass(frozen=True)
class SheetLine:
    """A person who is expected.

    ``name`` is written as lists are, surname first. ``short`` is the given name with the initial
    (``Anna B.``); without it the last word of the name is taken for the given name.
    """

    name: str
    organisation: str = ""
    short: str = ""


@dataclass(frozen=True)
class SheetHead:
    """What stands above the lines. The centre has its name in each language it has one in."""

    centre: Mapping[Language, str]
    title: str
    date: datetime.date
    start: datetime.time
    end: datetime.time
    place: str = ""
    leader: str = ""
    project: str = ""
    confidential: bool = False
    dates: tuple[datetime.date, ...] = ()
    """Of a course: its dates from this one on."""
    logo: bytes | None = None
    """A PNG picture."""
    funder_logo: bytes | None = None
    initiative: str = ""
    """The residents' idea that this belongs to."""
    photographed: bool = True
    """False: nobody takes pictures, and nobody is asked."""


@dataclass(frozen=True)
class SheetOptions:
    """What the person printing chose.

    ``blank_rows`` is the least number of walk-in rows; they fill the last page anyway, and one or
    two fewer are enough when that saves a page. With 0 there is no room for walk-ins.
    """

    layout: Layout = Layout.PORTRAIT
    languages: tuple[Language, ...] = (Language.LV,)
    organisation: bool = True
    photo: bool = True
    signature: bool = True
    walk_in_ages: bool = True
    names: Names = Names.FULL
    blank_rows: int = 6
    order: Order = Order.SURNAME

    @property
    def wide(self) -> bool:
        return self.layout in (Layout.LANDSCAPE, Layout.EASY, Layout.COURSE)

    @property
    def course(self) -> bool:
        return self.layout is Layout.COURSE

    @property
    def named(self) -> bool:
        """Whether people stand on it before they come."""
        return self.layout not in (Layout.EASY, Layout.EMPTY)


@dataclass(frozen=True)
class Issued:
    """The sheet's number, ``2026-0147``, and when it was printed or saved."""

    number: str
    at: datetime.datetime


@dataclass(frozen=True)
class ToDraw:
    """One sheet; without ``issued`` a sample."""

    head: SheetHead
    lines: Sequence[SheetLine]
    issued: Issued | None = None


def allowed(options: SheetOptions, head: SheetHead) -> SheetOptions:
    """The choices that may be printed.

    Latvian is always there and comes first (State Language Law, section 11). A confidential sheet
    has no organisations, no photographs, and never a full name.
    """
    languages = tuple(dict.fromkeys((Language.LV, *options.languages)))
    names, photo, layout = options.names, options.photo, options.layout
    roomy = layout not in (Layout.LARGE, Layout.COURSE)
    organisation = options.organisation and roomy
    if head.confidential:
        names = Names.INITIAL if names is Names.FULL else names
        organisation = photo = False
    photo = photo and head.photographed
    return SheetOptions(
        layout,
        languages,
        organisation,
        photo,
        # A sheet of bare numbers would be nothing to sign.
        (options.signature or names is Names.NUMBER) and layout is not Layout.COURSE,
        options.walk_in_ages and organisation,
        names,
        max(0, options.blank_rows),
        options.order,
    )


def refuse_too_long(pages: int) -> None:
    """Raises Refused: the code of a sheet has no room for more pages."""
    if pages > MOST_PAGES:
        raise Refused(
            say(
                "This list would need {pages} pages, and a sheet has at most {most}. "
                "Divide the list.",
                pages=pages,
                most=MOST_PAGES,
            )
        )


def shown_name(line: SheetLine, names: Names) -> str:
    """The name as far as the sheet may show it."""
    if names is Names.NUMBER:
        return ""
    if names is Names.FULL:
        return line.name
    if line.short:
        return line.short
    surname, _, given = line.name.replace(",", " ").strip().rpartition(" ")
    return f"{given} {surname[0].upper()}." if surname else given
