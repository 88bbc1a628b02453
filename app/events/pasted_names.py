"""Names pasted from a spreadsheet or an e-mail: one person a line, with a year where it is written."""

import re
from dataclasses import dataclass

from app.text import LONGEST, clean

MOST_LINES = 100
"""A class or a coach; longer lists are taken in by the import."""
_CELLS = re.compile(r"\t|;|,|\s{2,}")
_YEAR = re.compile(r"(?<!\d)(19\d\d|20\d\d)(?!\d)")
_NUMBERING = re.compile(r"^\s*\d{1,3}[.)]?\s+(?=\D)")
_NAME = re.compile(r"[^\W\d_]")


@dataclass(frozen=True)
class PastedName:
    """A line as it was understood; ``words`` is the name in the order in which it stands there."""

    line: int
    words: tuple[str, ...]
    year: int | None = None
    organisation: str = ""

    @property
    def text(self) -> str:
        name = " ".join(self.words)
        return f"{name}, {self.year}" if self.year else name


def read_pasted(text: str) -> tuple[PastedName, ...]:
    """Empty lines are skipped; of more than ``MOST_LINES`` lines the rest is left unread."""
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        if (person := _read(number, line)) is not None:
            found.append(person)
    return tuple(found[:MOST_LINES])


def lines_in(text: str) -> int:
    return sum(bool(_NAME.search(line)) for line in text.splitlines())


def _read(number: int, line: str) -> PastedName | None:
    line = clean(_NUMBERING.sub("", line)[: LONGEST * 4].replace("\t", ";"))
    years = [int(found) for found in _YEAR.findall(line)]
    without = _YEAR.sub(";", line)
    cells = [cell.strip(" .") for cell in _CELLS.split(without)]
    cells = [cell for cell in cells if _NAME.search(cell)]
    if not cells:
        return None
    first, rest = cells[0].split(), cells[1:]
    if len(first) == 1 and rest:
        first, rest = [*first, *rest[0].split()], rest[1:]
    words = tuple(word[:LONGEST] for word in first)
    return PastedName(number, words, years[0] if years else None, rest[0] if rest else "")
