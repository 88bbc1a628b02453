"""The process that reads a calendar: whatever the file does to it, the window goes on.

It is started with a file and two days, and writes one line of JSON: what was found, or why nothing
was. `app.exchange.calendars` starts it, waits, and ends it when it takes too long.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path

from app.errors import Refused
from app.exchange.calendar_dates import dates_within
from app.exchange.calendar_entries import Entry, read_entry, surely_outside, title_in
from app.exchange.calendar_found import READY
from app.exchange.calendar_rules import NotRead
from app.exchange.calendar_text import Block, CalendarText, cut
from app.exchange.calendar_zones import Zones
from app.exchange.encodings import decode
from app.language import Message, say
from app.messages import Json

MEMORY = 1 << 30
"""Bytes; only where the system can hold a process to it."""
MOST_PROBLEMS = 500


def main(words: Sequence[str]) -> int:
    """The file, the first and the last day."""
    path, first, last = words
    _limit_memory()
    with open(1, "wb", closefd=False) as out:
        out.write(READY)
        out.flush()
        out.write(json.dumps(answer(path, first, last), ensure_ascii=True).encode("ascii"))
    return 0


def answer(path: str, first: str, last: str) -> dict[str, Json]:
    try:
        found = decode(Path(path).read_bytes())
        if found is None:
            raise Refused(say("This is not a calendar. Choose an .ics file."))
        return read_text(found[0], (date.fromisoformat(first), date.fromisoformat(last)))
    except Refused as refusal:
        return {"refused": refusal.message.as_json()}


def read_text(text: str, span: tuple[date, date]) -> dict[str, Json]:
    """Everything that is found, as plain values. Raises Refused when nothing can be."""
    whole = cut(text)
    problems: list[Json] = []

    def tell(block: Block, reason: Message) -> None:
        if len(problems) < MOST_PROBLEMS:
            problems.append([block.line, title_in(block), reason.as_json()])

    blocks = {block.line: block for block in whole.entries}
    entries = _entries(whole, span, tell)
    dates = dates_within(
        entries, span, lambda entry, reason: tell(blocks[entry.line], reason.message)
    )
    if whole.cut_at:
        cut_off = say("The file ends or breaks off in the middle of an entry.")
        tell(Block(whole.cut_at, ""), cut_off)
    return {
        "name": whole.name,
        "entries": len(whole.entries),
        "endless": sum(any(not rule.ends for rule in one.rules) for one in entries),
        "dates": [_plain(asdict(one)) for one in dates],
        "problems": problems,
    }


def _entries(whole: CalendarText, span: tuple[date, date], tell: object) -> list[Entry]:
    assert callable(tell)
    zones = Zones(whole.zones)
    found = []
    for block in whole.entries:
        if surely_outside(block, *span):
            continue
        try:
            found.append(read_entry(block, zones, whole.method))
        except NotRead as reason:
            tell(block, reason.message)
    return found


def _plain(values: dict[str, object]) -> dict[str, Json]:
    return {
        name: one.isoformat() if isinstance(one, date) else one  # type: ignore[misc]
        for name, one in values.items()
    }


def _limit_memory() -> None:
    if os.name == "posix":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
