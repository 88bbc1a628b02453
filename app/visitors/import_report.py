"""The report of an import, to be kept or sent back to whoever wrote the list: line by line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.exchange.export import as_csv
from app.exchange.lines import Problem
from app.language import short_moment, tr, words
from app.visitors.import_preview import Preview, SamePerson


@dataclass(frozen=True)
class ReportLine:
    """A line of the file that was not loaded as it stands, and why."""

    number: int
    written: str
    outcome: str


@dataclass(frozen=True)
class ImportReport:
    """What came of one list; ``at`` is wall-clock time."""

    file_name: str
    at: datetime
    loaded: int
    lines: tuple[ReportLine, ...]

    def as_text(self) -> bytes:
        head = [
            f"{self.file_name} · {short_moment(self.at)}",
            tr("Loaded: {n}", n=self.loaded),
            tr("Lines that need a look: {n}", n=len(self.lines)),
            "",
        ]
        lines = [
            f"{tr('Line {n}: {what}', n=one.number, what=one.outcome)} [{one.written}]"
            for one in self.lines
        ]
        return "\r\n".join([*head, *lines, ""]).encode("utf-8-sig")

    def as_csv(self) -> bytes:
        headings = (tr("Line"), tr("What is written"), tr("What to do"))
        return as_csv(headings, [(one.number, one.written, one.outcome) for one in self.lines])


def report_lines(
    problems: Iterable[Problem], preview: Preview, others: Iterable[int]
) -> tuple[ReportLine, ...]:
    """In the order of the file; ``others`` are lines of possible duplicates that were loaded."""
    loaded = frozenset(others)
    undecided = [one for one in preview.maybe if one.line_number not in loaded]
    lines = [
        *(ReportLine(one.line_number, one.written, words(one.message)) for one in problems),
        *_same(preview.known, tr("Already in the list: not loaded again.")),
        *_same(undecided, tr("Perhaps already in the list: not loaded.")),
    ]
    return tuple(sorted(lines, key=lambda one: one.number))


def known_as(same: SamePerson) -> str:
    """Who is there: the name and year, or the earlier line of the same file."""
    known = same.known
    name = f"{known.name}, {known.year}" if known.year else known.name
    if known.line_number:
        return tr("{name} (line {n} of the file)", name=name, n=known.line_number)
    return name


def _same(people: Sequence[SamePerson], outcome: str) -> list[ReportLine]:
    return [
        ReportLine(
            one.line_number,
            one.person.list_name,
            f"{outcome} {tr('There is: {name}', name=known_as(one))}",
        )
        for one in people
    ]
