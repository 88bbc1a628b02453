"""The programme of a month as plain text: for the local paper, a letter, a page on the net."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.dates_in_words import clock_time, day_month, weekday
from app.language import Language, words_in
from app.sheets.programme_head import title_of

if TYPE_CHECKING:
    from app.sheets.programme import Entry, Programme


def programme_text(programme: Programme, language: Language) -> str:
    """A line for each entry; titles as they are in Latvian, or in Ukrainian where there is one."""
    centre = programme.centre
    name = centre.names.get(language) or centre.names.get(Language.LV, "")
    head = f"{title_of(programme, language)} {programme.month.year}"
    lines = [_line(entry, language) for entry in programme.entries]
    foot = ", ".join(filter(None, (centre.address, centre.phone, centre.email)))
    parts = ("\n".join(filter(None, (name, head))), "\n".join(lines), foot)
    return "\n\n".join(filter(None, parts)) + "\n"


def _line(entry: Entry, language: Language) -> str:
    day = f"{weekday(language, entry.day)}, {day_month(language, entry.day)}"
    own = entry.title_in_ukrainian if language is Language.UK else ""
    notes = ", ".join(words_in(language, one) for one in entry.notes)
    said = ". ".join(filter(None, (own or entry.title, entry.where, notes)))
    return f"{day} {clock_time(language, entry.start)} — {said}."
