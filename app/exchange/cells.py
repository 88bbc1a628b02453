"""Single cells of a list of people: what is written, and what we understand by it.

Each reader returns the value, or the sentence that says what is wrong with the cell.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache, lru_cache

from app.language import Message, say
from app.phones import phone_number
from app.text import LONGEST, fold

OLDEST = 110
"""Years of age; a higher one is a slip of the pen."""

_YEAR = re.compile(r"(\d{4})\s*\.?\s*(?:(?:g|gads|г|р|рік)?\.?|gada\s.*)", re.IGNORECASE)
_DAY_FIRST = re.compile(
    r"(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{2}|\d{4})\.?\s?(?:g\.?|р\.?)?"
)
_YEAR_FIRST = re.compile(r"(\d{4})[./-](\d{1,2})[./-](\d{1,2})\.?(?:[T ].*)?")
_EMAIL = re.compile(r"[^@\s;,<>()]+@[^@\s;,<>()]+\.[^@\s.;,<>()]{2,}")
_SEVERAL = re.compile(r"[,&+/]|\s(?:un|and|ar|та|і|й|и|з)\s", re.IGNORECASE)
_SEVERAL_WORDS = frozenset(
    {"gimene", "berni", "family", "children", "rodina", "dity", "diti", "simja"}
)
_TOTALS = frozenset(
    {"kopa", "kopsumma", "summa", "pavisam", "total", "totals", "sum", "razom", "vsjoho"}
    | {"vsoho", "usoho", "vsogo", "usogo", "itogo", "itoho", "skaits"}
)
_DAMAGED = re.compile(r"[\ufffd?]|[ÃÄÅĐÑ][\u0080-\u00bf\u2018-\u2030]")


_folded = lru_cache(maxsize=16384)(fold)


def name_problem(name: str) -> Message | None:
    """Why this cannot be the name of one person."""
    if _DAMAGED.search(name):
        return say("The letters are damaged. Correct the name in the file.")
    if _SEVERAL.search(name) or _SEVERAL_WORDS & set(_folded(name).split()):
        return say("There are several people in one cell. Write each on a line of their own.")
    if any(sign.isdecimal() for sign in name):
        return say("There are digits in the name.")
    if not any(sign.isalpha() for sign in name):
        return say("This is not a name.")
    if len(name) > LONGEST:
        return say("The name is too long.")
    return None


def split_name(name: str, family_first: bool) -> tuple[str, str]:
    """Given and family name; with a comma the family name stands before it, whatever the heading."""
    family, comma, given = (part.strip() for part in name.partition(","))
    if comma and given and "," not in given and len(family.split()) == 1:
        return given, family
    words = name.split()
    if comma or len(words) == 1:
        return name, ""
    if family_first:
        return " ".join(words[1:]), words[0]
    return " ".join(words[:-1]), words[-1]


def birth_year(written: str, today: date) -> int | Message:
    """The year alone: of a date of birth nothing else is kept."""
    found = _date(written, today)
    if isinstance(found, Message):
        return found
    if found > today.year:
        return say("This year is still to come.")
    if found < today.year - OLDEST:
        return say("The year is too long ago.")
    return found


def phone(written: str) -> str | Message:
    number = phone_number(re.sub(r"\.0$", "", written))
    return number or say("This is not a telephone number: the person is loaded without it.")


def email(written: str) -> str | Message:
    if _EMAIL.fullmatch(written) and len(written) <= LONGEST:
        return written
    return say("This is not an e-mail address: the person is loaded without it.")


def language(written: str) -> str | Message:
    """The ISO 639-1 code."""
    word = fold(written).split()[:1]
    for code, beginnings in _languages().items():
        if word and (word[0] == code or word[0].startswith(beginnings)):
            return code
    return say("The program does not know this language: the person is loaded without it.")


def photo_consent(written: str) -> bool | Message:
    word = fold(written)
    if word in _YES or word.startswith("piekrit"):
        return True
    if word in _NO or word.startswith("nepiekrit"):
        return False
    return say("Write “yes” or “no”: the person is loaded without it.")


def role(written: str) -> str | Message:
    """The value of the visitor's role."""
    word = fold(written)
    for name, beginnings in _ROLES.items():
        if word.startswith(beginnings):
            return name
    return say("The program does not know this role: the person is loaded without it.")


def is_totals(cells: tuple[str, ...]) -> bool:
    """``Kopā: 384`` under the list: a word for a sum, and beside it only numbers."""
    first, *others = [cell for cell in cells if cell]
    words = [word for word in _folded(first).split() if not word.isdecimal()]
    if not words or words[0] not in _TOTALS:
        return False
    return (len(words) == 1 or ":" in first) and not any(map(_has_letters, others))


def is_formula(cell: str) -> bool:
    return cell.startswith("=") and len(cell) > 1


def _date(written: str, today: date) -> int | Message:
    if parts := _DAY_FIRST.fullmatch(written):
        day, month, year = parts.groups()
        return _checked(_century(year, today), int(month), int(day))
    if parts := _YEAR_FIRST.fullmatch(written):
        year, month, day = parts.groups()
        return _checked(int(year), int(month), int(day))
    if parts := _YEAR.fullmatch(written):
        return int(parts[1])
    if written.isdecimal() and len(written) <= 2:
        return _four_digits()
    return say("This is not a year or a date.")


def _checked(year: int | None, month: int, day: int) -> int | Message:
    if year is None:
        return _four_digits()
    try:
        return date(year, month, day).year
    except ValueError:
        return say("There is no such date.")


def _century(year: str, today: date) -> int | None:
    """``75`` can only be 1975; ``20`` may be a child or a very old person, so we do not guess."""
    if len(year) == 4:
        return int(year)
    possible = [
        full
        for full in (1900 + int(year), 2000 + int(year))
        if today.year - OLDEST <= full <= today.year
    ]
    return possible[0] if len(possible) == 1 else None


def _four_digits() -> Message:
    return say("Write the year with four digits.")


def _has_letters(cell: str) -> bool:
    return any(sign.isalpha() for sign in cell)


@cache
def _languages() -> dict[str, tuple[str, ...]]:
    return {
        "lv": ("latv", "latis", "latys"),
        "uk": ("ukrain", "ua", "ukr"),
        "ru": ("kriev", "russ", "rus", "rosij", "ros"),
        "en": ("angl", "engl", "anhl", "eng"),
        "de": ("vac", "germ", "nim"),
        "lt": ("liet", "lith", "lytov", "litov"),
        "pl": ("pol",),
        "be": ("baltkr", "belar", "bilor"),
    }


_YES = frozenset({"ja", "yes", "y", "j", "x", "1", "true", "tak", "da", "ok", "drikst", "v"})
_NO = frozenset({"ne", "no", "n", "0", "false", "ni", "net", "nedrikst", "nav"})
_ROLES = {
    "teacher": ("skolot", "pedagog", "teach", "vcitel", "vchitel", "ucit", "vykl", "vikl"),
    "parent": ("vecak", "parent", "mate", "tevs", "batk", "mati", "mother", "father"),
    "child": ("bern", "child", "dytyna", "ditina", "skolen", "pupil"),
    "volunteer": ("brivprat", "volunt"),
    "activist": ("aktiv", "activ", "akt"),
    "specialist": ("special", "spec"),
    "participant": ("dalibn", "partic", "ucasn", "visitor", "apmeklet"),
}
