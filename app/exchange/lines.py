"""One line of a list: the person on it, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from app.exchange import cells
from app.exchange.columns import Column, cell_at
from app.exchange.fields import Field
from app.exchange.table import Line
from app.language import Message, say
from app.text import LONGEST

_SHOWN = 80
_Read = TypeVar("_Read")


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person as the list has them; what the list does not say is empty or None."""

    line_number: int
    given_name: str
    family_name: str
    birth_year: int | None = None
    phone: str = ""
    email: str = ""
    town: str = ""
    organisation: str = ""
    language: str = ""
    photo_consent: bool | None = None
    role: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, where, and as it is written there."""

    line_number: int
    written: str
    message: Message
    stays_out: bool = True
    """False when the person is read all the same, without what is wrong."""


def read_line(
    line: Line, columns: tuple[Column, ...], today: date
) -> tuple[PersonLine | None, list[Problem]]:
    """The person, unless a problem keeps the line out; always all that is wrong."""
    reading = _Reading(line, columns)
    if refused := _refused(line, columns):
        return None, [refused]
    given, family = reading.names()
    person = PersonLine(
        line_number=line.number,
        given_name=given,
        family_name=family,
        birth_year=reading.value(Field.BIRTH_YEAR, lambda w: cells.birth_year(w, today), None),
        phone=reading.value(Field.PHONE, cells.phone, ""),
        email=reading.value(Field.EMAIL, cells.email, ""),
        town=reading.text(Field.TOWN),
        organisation=reading.text(Field.ORGANISATION),
        language=reading.value(Field.LANGUAGE, cells.language, ""),
        photo_consent=reading.value(Field.PHOTO_CONSENT, cells.photo_consent, None),
        role=reading.value(Field.ROLE, cells.role, ""),
    )
    out = any(problem.stays_out for problem in reading.problems)
    return (None if out else person), reading.problems


def _refused(line: Line, columns: tuple[Column, ...]) -> Problem | None:
    """A line that is no person at all, or whose cells have slipped."""
    if cells.is_totals(line.cells):
        return _problem(
            line, " ".join(filter(None, line.cells)), say("A totals line, not a person.")
        )
    for cell, column in zip(line.cells, columns, strict=False):
        if column.field and cells.is_formula(cell):
            return _problem(line, cell, say("This is a formula. Write the value itself."))
    if extra := " ".join(filter(None, line.cells[len(columns) :])):
        return _problem(line, extra, say("There are more cells on the line than headings."))
    return None


def _problem(line: Line, written: str, message: Message, stays_out: bool = True) -> Problem:
    shown = written if len(written) <= _SHOWN else f"{written[: _SHOWN - 1]}…"
    return Problem(line.number, shown, message, stays_out)


class _Reading:
    """Takes the cells of one line by field, and gathers what is wrong."""

    def __init__(self, line: Line, columns: tuple[Column, ...]) -> None:
        self._line = line
        self._places = {column.field: place for place, column in enumerate(columns)}
        self.problems: list[Problem] = []

    def text(self, field: Field) -> str:
        written = self._cell(field)
        if len(written) > LONGEST:
            self._add(written, say("The text is too long: the person is loaded without it."))
            return ""
        return written

    def value(
        self, field: Field, read: Callable[[str], _Read | Message], otherwise: _Read
    ) -> _Read:
        written = self._cell(field)
        if not written:
            return otherwise
        found = read(written)
        if isinstance(found, Message):
            self._add(written, found, stays_out=field is Field.BIRTH_YEAR)
            return otherwise
        return found

    def names(self) -> tuple[str, str]:
        given, family = self._cell(Field.GIVEN_NAME), self._cell(Field.FAMILY_NAME)
        for field in (Field.FULL_NAME, Field.FAMILY_NAME_FIRST):
            if full := self._cell(field):
                given, family = cells.split_name(full, field is Field.FAMILY_NAME_FIRST)
        if not given and not family:
            rest = " ".join(filter(None, self._line.cells))
            self._add(
                rest, say("The name is missing. At least one name is needed."), stays_out=True
            )
        for name in filter(None, (given, family)):
            if wrong := cells.name_problem(name):
                both = " ".join(filter(None, (family, given)))
                self._add(both, wrong, stays_out=True)
                break
        return given, family

    def _cell(self, field: Field) -> str:
        place = self._places.get(field)
        return "" if place is None else cell_at(self._line, place)

    def _add(self, written: str, message: Message, stays_out: bool = False) -> None:
        self.problems.append(_problem(self._line, written, message, stays_out))
