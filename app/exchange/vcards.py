"""Reads contacts of telephones and mail programs (vCard 2.1, 3.0 and 4.0) as lines of a table.

Only what a list of visitors has is taken: names, year of birth, telephone, e-mail, town,
organisation, language. Notes, pictures and everything else are passed over unread.
"""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.exchange.encodings import decode
from app.exchange.mending import cleaned
from app.exchange.table import Gathering, Line, Progress, Table, too_large

HEADINGS = (
    "Surname",
    "Name",
    "Full name",
    "Date of birth",
    "Phone",
    "E-mail",
    "Town",
    "Organisation",
    "Language",
)
_WANTED = frozenset({"N", "FN", "BDAY", "TEL", "EMAIL", "ADR", "ORG", "LANG", "KIND"})
_NO_PEOPLE = frozenset({"group", "org", "location", "device"})
_ESCAPED = re.compile(r"\\(.)")
_COMPACT_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T.*)?")
_MONTH = re.compile(r"(\d{4})-\d{2}")
_NO_YEAR = re.compile(r"--.*")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_MOST_LINES = 1_000_000
_LONGEST = 100_000
"""Letters of one property that are kept: a picture has more, and is not wanted."""


@dataclass(frozen=True)
class _Property:
    name: str
    marks: frozenset[str]
    """Parameters in upper case: ``TYPE=CELL``, ``CELL``, ``PREF`` …"""
    value: str


def is_vcard(text: str) -> bool:
    return text[:200].lstrip("\ufeff \t\r\n").upper().startswith("BEGIN:VCARD")


def read_vcards(text: str, encoding: str, progress: Progress | None = None) -> Table:
    """One line a person under English headings; its number is that of ``BEGIN:VCARD``."""
    gathering = Gathering(progress)
    gathering.lines.append(Line(0, HEADINGS))
    begun, found = 0, list[_Property]()
    for number, line in _unfolded(text):
        mark = line[:12].upper().replace(" ", "")
        if mark.startswith("BEGIN:VCARD"):
            begun, found = number, []
        elif mark.startswith("END:VCARD") and begun:
            gathering.add(begun, _person(found))
            begun = 0
        elif begun and (one := _property(line)) is not None:
            found.append(one)
    return Table("vCard", tuple(gathering.lines) if len(gathering.lines) > 1 else (), encoding)


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """A line that begins with a blank continues the one before; so does ``=`` at the end in 2.1."""
    begun, whole, length = 0, list[str](), 0
    soft = False
    for number, found in enumerate(_LINE.finditer(text), start=1):
        if number > _MOST_LINES:
            raise too_large()
        line = found[0].rstrip("\r\n")
        goes_on = soft or (line[:1] in (" ", "\t") and bool(whole))
        if not goes_on:
            if whole:
                yield begun, "".join(whole)
            begun, whole, length = number, [], 0
        elif not soft:
            line = line[1:]
        soft = line.endswith("=") and "QUOTED-PRINTABLE" in (whole or [line])[0][:200].upper()
        length += len(line)
        if length <= _LONGEST:
            whole.append(line[:-1] if soft else line)
    if whole:
        yield begun, "".join(whole)


def _property(line: str) -> _Property | None:
    head, colon, value = _divided(line)
    name, *parameters = head.split(";")
    name = name.rpartition(".")[2].strip().upper()
    if not colon or name not in _WANTED:
        return None
    marks = frozenset(one.strip().upper() for one in parameters)
    if any("QUOTED-PRINTABLE" in mark for mark in marks):
        value = _from_quoted_printable(value, marks)
    return _Property(name, marks, value)


def _divided(line: str) -> tuple[str, str, str]:
    """At the first colon outside quotation marks."""
    quoted = False
    for place, sign in enumerate(line):
        if sign == '"':
            quoted = not quoted
        elif sign == ":" and not quoted:
            return line[:place], ":", line[place + 1 :]
    return line, "", ""


def _from_quoted_printable(value: str, marks: frozenset[str]) -> str:
    raw = quopri.decodestring(value.encode("utf-8"))
    named = next((mark[8:].strip('"') for mark in marks if mark.startswith("CHARSET=")), "utf-8")
    try:
        return raw.decode(named)
    except (LookupError, UnicodeDecodeError):
        found = decode(raw)
        return found[0] if found else raw.decode("ascii", "replace")


def _person(found: list[_Property]) -> list[str]:
    """The cells in the order of the headings; empty for a card that is of no person."""
    if any(one.value.strip().lower() in _NO_PEOPLE for one in found if one.name == "KIND"):
        return []
    family, given, more = _parts(_best(found, "N"), 3)
    full = "" if family or given else _words(_best(found, "FN"))
    address = _parts(_best(found, "ADR"), 5)
    organisation = _parts(_best(found, "ORG"), 1)[0]
    if full == organisation and full:
        full = ""  # a card of the organisation itself has no person
    return [
        family,
        " ".join(filter(None, (given, more))),
        full,
        _born(_words(_best(found, "BDAY"))),
        _words(_best(found, "TEL")).removeprefix("tel:").partition(";")[0],
        _words(_best(found, "EMAIL")).removeprefix("mailto:"),
        address[3] or address[4],
        organisation,
        _words(_best(found, "LANG")).partition("-")[0],
    ]


def _best(found: list[_Property], name: str) -> str:
    """The preferred one, then a mobile telephone, then the first."""
    named = [one for one in found if one.name == name and one.value.strip()]
    return max(named, key=_preference).value if named else ""


def _preference(one: _Property) -> int:
    marks = ",".join(one.marks)
    return 4 * ("PREF" in marks) + 2 * ("CELL" in marks) - 4 * ("FAX" in marks)


def _parts(value: str, count: int) -> list[str]:
    """``Bērziņa;Anna;Marija`` with its escapes; always ``count`` of them."""
    parts = [_words(part) for part in re.split(r"(?<!\\);", value)]
    return (parts + [""] * count)[:count]


def _words(value: str) -> str:
    return cleaned(_ESCAPED.sub(lambda sign: " " if sign[1] in "nN" else sign[1], value))


def _born(written: str) -> str:
    """``19870512`` as ``1987-05-12``, ``1987-05`` as ``1987``; a birthday without a year is none."""
    if _NO_YEAR.fullmatch(written):
        return ""
    if found := _COMPACT_DAY.fullmatch(written):
        return "-".join(found.groups())
    return found[1] if (found := _MONTH.fullmatch(written)) else written
