"""Whether two people written down are one: weighed from plain facts, no database.

Two rules stand on the same comparison. The *broad* one warns, and rather warns too often: nobody
should be in the list twice. The *strict* one stops, and must therefore be right: twins share a
family name, a year and their mother's telephone, a father and his son their names and telephone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from rapidfuzz.distance import OSA

from app.language import Message, say
from app.text import digits
from app.visitors.same_name import FullName, Names, compare_names

SHORTEST_PHONE = 7
PHONE_END = 8
"""Before the last eight digits may stand a country."""
_NOT_DIGITS = re.compile(r"\D+")


class Facts(NamedTuple):
    """What is compared; an empty text and a missing year say nothing."""

    given_name: str = ""
    family_name: str = ""
    other_names: str = ""
    birth_year: int | None = None
    phone: str = ""
    email: str = ""


class Said(StrEnum):
    """How two answers lie to each other."""

    SAME = "same"
    NEAR = "near"
    """One typing error apart."""
    UNKNOWN = "unknown"
    OTHER = "other"


@dataclass(frozen=True)
class Comparison:
    """What two people have in common, fact by fact."""

    names: Names
    given_same: bool
    year: Said
    phone: Said
    email: Said

    @property
    def reachable_alike(self) -> bool:
        return Said.SAME in (self.phone, self.email)

    @property
    def weight(self) -> int:
        """For the order of a list: the likeliest pair first."""
        year = {Said.SAME: 3, Said.OTHER: -3}.get(self.year, 0)
        phone = {Said.SAME: 3, Said.OTHER: -1}.get(self.phone, 0)
        return self.names + year + phone + 3 * (self.email is Said.SAME)

    @property
    def reasons(self) -> tuple[Message, ...]:
        """In words, what speaks for one person and what against; names first."""
        names = Names.RELATED if self.given_same and not self.names else self.names
        said = (
            _NAMES.get(names),
            _YEAR.get(self.year),
            say("the same telephone") if self.phone is Said.SAME else None,
            say("the same e-mail") if self.email is Said.SAME else None,
        )
        return tuple(one for one in said if one is not None)


_NAMES = {
    Names.SAME: say("the same name"),
    Names.SWAPPED: say("the same names, swapped"),
    Names.SLIP: say("a typing error apart"),
    Names.ALONE: say("only one name is known"),
    Names.RELATED: say("one name is the same"),
}
_YEAR = {
    Said.SAME: say("the same year of birth"),
    Said.NEAR: say("almost the same year of birth"),
    Said.OTHER: say("but another year of birth"),
}


def broad(a: Facts, b: Facts) -> bool:
    """They may be one person: somebody should look."""
    return is_likely(compare(a, b))


def strict(a: Facts, b: Facts) -> bool:
    """They are one person, unless somebody who knows says otherwise."""
    return is_certain(compare(a, b))


def is_likely(found: Comparison) -> bool:
    """The broad rule, on a comparison that was made already."""
    alike, same_year = found.reachable_alike, found.year is Said.SAME
    if alike and (same_year or found.names >= Names.SLIP):
        return True
    if found.names <= Names.RELATED:
        near = found.given_same or found.names is Names.RELATED
        return (alike and near and found.year is not Said.OTHER) or (
            same_year and found.names is Names.RELATED
        )
    if found.names is Names.ALONE:
        return alike or same_year
    return same_year or _nothing_against(found)


def _nothing_against(found: Comparison) -> bool:
    """Of two with one name: neither another year, nor another telephone and only nearly the year."""
    if found.year is Said.UNKNOWN and found.names > Names.SLIP:
        return True
    return found.year is not Said.OTHER and found.phone is not Said.OTHER


def is_certain(found: Comparison) -> bool:
    """The strict rule: a given name that is just the same, and nothing against it."""
    same_year, alike = found.year is Said.SAME, found.reachable_alike
    if found.names < Names.SWAPPED:
        return found.given_same and same_year and alike
    if found.year is Said.UNKNOWN:
        return alike
    reached = alike or found.phone is Said.NEAR
    silent = found.phone is Said.UNKNOWN and found.email is not Said.OTHER
    return same_year and (reached or silent)


def compare(a: Facts, b: Facts) -> Comparison:
    """Fact by fact; names in every spelling they may have."""
    names, given_same = compare_names(
        FullName(a.given_name, a.family_name, a.other_names),
        FullName(b.given_name, b.family_name, b.other_names),
    )
    return Comparison(
        names=names,
        given_same=given_same,
        year=_years(a.birth_year, b.birth_year),
        phone=_answers(phone_end(a.phone), phone_end(b.phone)),
        email=_answers(plain_email(a.email), plain_email(b.email)),
    )


def phone_end(phone: str) -> str:
    """The digits that tell telephones apart; empty when there are too few."""
    number = _NOT_DIGITS.sub("", phone) if phone.isascii() else digits(phone)
    return number[-PHONE_END:] if len(number) >= SHORTEST_PHONE else ""


def plain_email(email: str) -> str:
    """As it is compared; empty when it is none."""
    plain = email.strip().casefold()
    return plain if "@" in plain else ""


def _years(a: int | None, b: int | None) -> Said:
    if not a or not b:
        return Said.UNKNOWN
    if a == b:
        return Said.SAME
    return Said.NEAR if OSA.distance(str(a), str(b)) == 1 else Said.OTHER


def _answers(a: str, b: str) -> Said:
    if not a or not b:
        return Said.UNKNOWN
    if a == b:
        return Said.SAME
    return Said.NEAR if OSA.distance(a, b, score_cutoff=1) == 1 else Said.OTHER
