"""Taking a list of visitors out of the program: which people, which columns, noted in the journal.

Needs and sensitive groups are no columns here and cannot become any: they rest on consents for
another purpose.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from app.action import Change
from app.clock import day_in_utc, to_wall
from app.exchange.export import Cell
from app.language import Message, say, say_count, words
from app.permission import Permission
from app.visitors.heard_words import HEARD
from app.visitors.model import Organisation, Visit, Visitor
from app.visitors.queries import Who
from app.visitors.search import VisitorsMatching

MOST_FOUND = 100_000
AT_ONCE = 400


class ExportColumn(StrEnum):
    """A column somebody may choose."""

    NUMBER = "number"
    FAMILY_NAME = "family name"
    GIVEN_NAME = "given name"
    OTHER_NAMES = "other names"
    BIRTH_YEAR = "birth year"
    TOWN = "town"
    PHONE = "phone"
    EMAIL = "email"
    LANGUAGE = "language"
    ORGANISATION = "organisation"
    GUARDIAN = "guardian"
    HEARD_FROM = "heard from"
    REGISTERED = "registered"
    LAST_VISIT = "last visit"


USUAL = (
    ExportColumn.FAMILY_NAME,
    ExportColumn.GIVEN_NAME,
    ExportColumn.BIRTH_YEAR,
    ExportColumn.TOWN,
    ExportColumn.ORGANISATION,
)
"""Chosen beforehand: contacts only leave the program when somebody asks for them."""


def column_name(column: ExportColumn) -> Message:
    """Its heading; a file with these is understood again when it is loaded."""
    return _HEADINGS[column]


@dataclass(frozen=True)
class Exported:
    """The lines as typed cells, under headings in the language of the screen."""

    columns: tuple[ExportColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def headings(self) -> tuple[str, ...]:
        return tuple(words(column_name(one)) for one in self.columns)


@dataclass(frozen=True)
class VisitorsToExport:
    """Everybody in this part of the list, or everybody found by ``text``."""

    who: Who
    today: date
    text: str
    columns: tuple[ExportColumn, ...]
    permission: ClassVar[Permission] = Permission.IMPORT

    def answer(self, session: Session) -> Exported:
        if self.text.strip():
            found = VisitorsMatching(self.text, MOST_FOUND).answer(session)
            lines = _by_id(session, [row.id for row in found.rows])
        else:
            ordered = _lines().where(*self._part()).order_by(Visitor.sort_name, Visitor.number)
            lines = list(session.execute(ordered.execution_options(yield_per=2000)))
        last = _last_visits(session) if ExportColumn.LAST_VISIT in self.columns else {}
        takes = [_TAKES[column] for column in self.columns]
        rows = tuple(tuple(take(line, last) for take in takes) for line in lines)
        return Exported(self.columns, rows)

    def _part(self) -> list[Any]:
        conditions: list[Any] = [Visitor.removed.is_(False)]
        if self.who is not Who.ALL:
            visits = select(Visit.visitor_id).where(Visit.removed.is_(False))
            begin, end = day_in_utc(self.today)
            if self.who is Who.ON_SITE:
                visits = visits.where(Visit.left.is_(None))
            else:
                visits = visits.where(Visit.arrived >= begin, Visit.arrived < end)
            conditions.append(Visitor.id.in_(visits))
        return conditions


@dataclass(frozen=True)
class ExportVisitors:
    """Note that personal data leaves the program: how many people, which columns. Not undone."""

    count: int
    columns: tuple[ExportColumn, ...]
    at: datetime
    permission: ClassVar[Permission] = Permission.IMPORT

    def perform(self, session: Session) -> Change:
        message = say_count(
            "List of {n} person saved to a file: {columns}",
            "List of {n} people saved to a file: {columns}",
            self.count,
            columns=tuple(column_name(one) for one in self.columns),
        )
        return Change(message, frozenset())


_guardian = aliased(Visitor)


def _lines() -> Any:
    return (
        select(
            Visitor.id,
            Visitor.number,
            Visitor.family_name,
            Visitor.given_name,
            Visitor.other_names,
            Visitor.birth_year,
            Visitor.town,
            Visitor.phone,
            Visitor.email,
            Visitor.language,
            Organisation.name.label("organisation"),
            _guardian.given_name.label("guardian_given"),
            _guardian.family_name.label("guardian_family"),
            Visitor.guardian_name,
            Visitor.heard_from,
            Visitor.registered,
        )
        .outerjoin(Organisation, Organisation.id == Visitor.organisation_id)
        .outerjoin(_guardian, _guardian.id == Visitor.guardian_id)
    )


def _by_id(session: Session, ids: Sequence[UUID]) -> list[Any]:
    """In the order of the ids."""
    found: dict[UUID, Any] = {}
    for start in range(0, len(ids), AT_ONCE):
        part = ids[start : start + AT_ONCE]
        found |= {line.id: line for line in session.execute(_lines().where(Visitor.id.in_(part)))}
    return [found[one] for one in ids if one in found]


def _last_visits(session: Session) -> dict[UUID, date]:
    newest = select(Visit.visitor_id, func.max(Visit.arrived)).where(
        Visit.removed.is_(False), Visit.visitor_id.is_not(None)
    )
    found = session.execute(newest.group_by(Visit.visitor_id))
    return {visitor_id: to_wall(at).date() for visitor_id, at in found if visitor_id is not None}


def _guardian_of(line: Any, _last: dict[UUID, date]) -> Cell:
    known = f"{line.guardian_given or ''} {line.guardian_family or ''}".strip()
    return known or line.guardian_name or None


def _heard_from(line: Any, _last: dict[UUID, date]) -> Cell:
    return words(HEARD[line.heard_from]) if line.heard_from else None


_TAKES: dict[ExportColumn, Any] = {
    ExportColumn.NUMBER: lambda line, _: line.number,
    ExportColumn.FAMILY_NAME: lambda line, _: line.family_name,
    ExportColumn.GIVEN_NAME: lambda line, _: line.given_name,
    ExportColumn.OTHER_NAMES: lambda line, _: line.other_names,
    ExportColumn.BIRTH_YEAR: lambda line, _: line.birth_year,
    ExportColumn.TOWN: lambda line, _: line.town,
    ExportColumn.PHONE: lambda line, _: line.phone,
    ExportColumn.EMAIL: lambda line, _: line.email,
    ExportColumn.LANGUAGE: lambda line, _: line.language,
    ExportColumn.ORGANISATION: lambda line, _: line.organisation,
    ExportColumn.GUARDIAN: _guardian_of,
    ExportColumn.HEARD_FROM: _heard_from,
    ExportColumn.REGISTERED: lambda line, _: to_wall(line.registered).date(),
    ExportColumn.LAST_VISIT: lambda line, last: last.get(line.id),
}
_HEADINGS = {
    ExportColumn.NUMBER: say("Card number"),
    ExportColumn.FAMILY_NAME: say("Surname"),
    ExportColumn.GIVEN_NAME: say("Name"),
    ExportColumn.OTHER_NAMES: say("Also called"),
    ExportColumn.BIRTH_YEAR: say("Year of birth"),
    ExportColumn.TOWN: say("Town or parish"),
    ExportColumn.PHONE: say("Phone"),
    ExportColumn.EMAIL: say("E-mail"),
    ExportColumn.LANGUAGE: say("Language of contact"),
    ExportColumn.ORGANISATION: say("Organisation"),
    ExportColumn.GUARDIAN: say("Guardian"),
    ExportColumn.HEARD_FROM: say("Heard of us"),
    ExportColumn.REGISTERED: say("First registered"),
    ExportColumn.LAST_VISIT: say("Last visit"),
}
