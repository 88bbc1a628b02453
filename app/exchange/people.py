"""Reads a list of people: which column is what, who is on it, and which lines are not right.

A line with a bad name or year stays out, with the reason and its number as in the file; a bad
telephone, address or the like is left out alone. One bad line never stops the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from app.clock import SystemClock
from app.clock import today as day_of
from app.exchange.columns import Column, find_headings, recognised
from app.exchange.fields import NAMES, Field
from app.exchange.lines import PersonLine, Problem, read_line
from app.exchange.mending import damage, mended_table
from app.exchange.table import EVERY, Line, Progress, Table
from app.exchange.tables import read_table

__all__ = [
    "Column",
    "PeopleFile",
    "PersonLine",
    "Problem",
    "ReadList",
    "open_people",
    "people_in",
    "read_people",
]


@dataclass(frozen=True)
class ReadList:
    """A list as we understood it. Without a column for names ``rows`` is empty: ask for one."""

    path: Path
    kind: str
    encoding: str
    delimiter: str
    sheet: str
    heading_row: int | None
    """The number of the line with the headings, as in the file; None when there is none."""
    columns: tuple[Column, ...]
    rows: tuple[PersonLine, ...]
    problems: tuple[Problem, ...]
    line_count: int
    """Lines below the headings that are not empty."""
    damage: tuple[str, str] | None = None
    """A cell in damaged letters, and as it was meant: what mending the list would do or has done."""
    is_mended: bool = False

    @property
    def has_names(self) -> bool:
        return any(column.field in NAMES for column in self.columns)

    @property
    def unknown_columns(self) -> tuple[str, ...]:
        """Headings that are not read, because they are not known; the locked ones apart."""
        return tuple(c.heading for c in self.columns if c.field is None and not c.locked)

    @property
    def locked_columns(self) -> tuple[str, ...]:
        return tuple(column.heading for column in self.columns if column.locked)

    @property
    def mapping(self) -> dict[int, Field | None]:
        """To change one column: ``read_people(path, {**read.mapping, 3: Field.PHONE})``."""
        return {place: column.field for place, column in enumerate(self.columns)}


def read_people(
    path: Path,
    mapping: Mapping[int, Field | None] | None = None,
    progress: Progress | None = None,
    today: date | None = None,
) -> ReadList:
    """Read the file; ``mapping`` from column to field replaces the guess, except for locked ones.

    Damaged letters are mended; `PeopleFile` lets somebody choose.
    """
    return PeopleFile(path, read_table(path, progress)).people(mapping, progress, today)


class PeopleFile:
    """A file read once and understood as often as the mapping changes."""

    def __init__(self, path: Path, table: Table) -> None:
        self._path = path
        self._table = table
        self._damage = damage(table.lines)
        self._mended = mended_table(table) if self._damage else table

    def people(
        self,
        mapping: Mapping[int, Field | None] | None = None,
        progress: Progress | None = None,
        today: date | None = None,
        *,
        mend: bool = True,
    ) -> ReadList:
        found = people_in(
            self._mended if mend else self._table, self._path, mapping, today, progress
        )
        return replace(found, damage=self._damage, is_mended=mend and self._damage is not None)


def open_people(path: Path, progress: Progress | None = None) -> PeopleFile:
    """Read the file. Raises `Refused` when it is no list."""
    return PeopleFile(path, read_table(path, progress))


def people_in(
    table: Table,
    path: Path,
    mapping: Mapping[int, Field | None] | None = None,
    today: date | None = None,
    progress: Progress | None = None,
) -> ReadList:
    """The people in a table, as it is written."""
    headings, below = find_headings(table.lines)
    columns = recognised(headings, below, mapping)
    rows: list[PersonLine] = []
    problems: list[Problem] = []
    day = today or day_of(SystemClock())
    if any(column.field in NAMES for column in columns):
        for line in _told(below, progress):
            if headings and line.cells == headings.cells:
                continue  # printed again at the top of every page
            person, found = read_line(line, columns, day)
            problems += found
            if person:
                rows.append(person)
    return ReadList(
        path=path,
        kind=table.kind,
        encoding=table.encoding,
        delimiter=table.delimiter,
        sheet=table.sheet,
        heading_row=headings.number if headings else None,
        columns=columns,
        rows=tuple(rows),
        problems=tuple(problems),
        line_count=len(below),
    )


def _told(lines: tuple[Line, ...], progress: Progress | None) -> Iterator[Line]:
    for number, line in enumerate(lines):
        if progress and number % EVERY == 0:
            progress(number, len(lines))
        yield line
