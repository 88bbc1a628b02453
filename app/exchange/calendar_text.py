"""Cuts a calendar into its entries before any of them is read, so that one bad entry spoils no other."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from app.errors import Refused
from app.language import say, say_count

MOST_ENTRIES = 50_000
MOST_LINES = 1_000_000
"""Fifty thousand entries have half of that; twenty megabytes of empty lines took 15 s."""
_WANTED = ("VEVENT", "VTIMEZONE")
_HEAD = re.compile(r"(X-WR-CALNAME|NAME|METHOD)[^:]*:(.*)", re.IGNORECASE)
_UNSEEN = re.compile("[\x00-\x08\x0b\x0e-\x1f]")
_ESCAPED = re.compile(r"\\(.)")


@dataclass(frozen=True)
class Block:
    """One entry as it stands in the file; ``line`` is that of its BEGIN."""

    line: int
    text: str


@dataclass
class CalendarText:
    """What is in a calendar file; ``cut_at``: the line of an entry that never ends, or 0."""

    entries: list[Block] = field(default_factory=list)
    zones: list[str] = field(default_factory=list)
    name: str = ""
    method: str = ""
    cut_at: int = 0


def cut(text: str) -> CalendarText:
    """Raises Refused when it is no calendar, or has far too many entries."""
    if max(text.count("\n"), text.count("\r")) > MOST_LINES:
        raise Refused(
            say("This calendar cannot be read. Save it again in the program it comes from.")
        )
    found = CalendarText()
    lines = re.split(r"\r\n|\r|\n", _UNSEEN.sub("", text).lstrip("\ufeff \t\r\n"))
    if lines[0].strip().upper() != "BEGIN:VCALENDAR":
        raise Refused(say("This is not a calendar. Choose an .ics file."))
    cutter = _Cutter(found)
    for number, line in enumerate(lines, start=1):
        cutter.take(number, line)
    cutter.end()
    return found


class _Cutter:
    def __init__(self, found: CalendarText) -> None:
        self._found = found
        self._inside, self._begun = "", 0
        self._lines: list[str] = []

    def take(self, number: int, line: str) -> None:
        word = line[:18].rstrip().upper()
        if word.startswith("BEGIN:") and word[6:] in _WANTED:
            self.end()
            self._inside, self._begun, self._lines = word[6:], number, [line.strip()]
        elif self._inside and word == f"END:{self._inside}":
            self._keep(line.strip())
        elif self._inside:
            self._lines.append(line)
        else:
            self._note_head(line)

    def end(self) -> None:
        """Another entry begins, or the file ends, before this one did."""
        if self._inside == "VEVENT":
            self._found.cut_at = self._found.cut_at or self._begun
        self._inside = ""

    def _keep(self, last: str) -> None:
        block = "\n".join([*(line for line in self._lines if line), last, ""])
        if self._inside == "VTIMEZONE":
            self._found.zones.append(block)
        else:
            if len(self._found.entries) >= MOST_ENTRIES:
                raise Refused(
                    say_count(
                        "This calendar has more than {n} entry. Save a shorter time of it.",
                        "This calendar has more than {n} entries. Save a shorter time of it.",
                        MOST_ENTRIES,
                    )
                )
            self._found.entries.append(Block(self._begun, block))
        self._inside = ""

    def _note_head(self, line: str) -> None:
        if found := _HEAD.match(line):
            value = _ESCAPED.sub(r"\1", found[2].strip())
            if found[1].upper() == "METHOD":
                self._found.method = value.upper()
            else:
                self._found.name = self._found.name or value
