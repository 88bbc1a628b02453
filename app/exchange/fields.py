"""What a column of a list of people can be, and the words by which its heading is known."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from app.language import Message, say
from app.text import fold


class Field(StrEnum):
    """What we read from a list; nothing else is taken over."""

    GIVEN_NAME = "given name"
    FAMILY_NAME = "family name"
    FULL_NAME = "full name"
    FAMILY_NAME_FIRST = "family name first"
    BIRTH_YEAR = "birth year"
    PHONE = "phone"
    EMAIL = "email"
    TOWN = "town"
    ORGANISATION = "organisation"
    LANGUAGE = "language"
    PHOTO_CONSENT = "photo consent"
    ROLE = "role"


NAMES = frozenset({Field.GIVEN_NAME, Field.FAMILY_NAME, Field.FULL_NAME, Field.FAMILY_NAME_FIRST})


def field_name(field: Field) -> Message:
    """How the field is called on the screen."""
    return _SHOWN[field]


def guessed(heading: str) -> Field | None:
    """The field that this heading, in Latvian, English or Ukrainian, stands for."""
    found = _words(heading)
    if not found or found & _somebody_elses():
        return None
    fitting = [(len(words), field) for words, field in _known() if words <= found]
    longest = max((length for length, _ in fitting), default=0)
    field = next((field for length, field in fitting if length == longest), None)
    return _in_order(heading) if field is Field.FULL_NAME else field


def is_heading(cell: str) -> bool:
    """Whether this looks like a heading at all, be it one that is not read."""
    found = _words(cell)
    return forbidden(cell) or any(words <= found for words, _ in _known())


def forbidden(heading: str) -> bool:
    """Personal codes and diagnoses: the centre does not need them, so they are never read."""
    found = _words(heading)
    return any(words <= found for words in _forbidden()) or any(
        word.startswith(_FORBIDDEN_BEGINNINGS) for word in found
    )


def _in_order(heading: str) -> Field:
    words = fold(heading).split()
    family = next((place for place, word in enumerate(words) if word in _family_words()), 99)
    given = next((place for place, word in enumerate(words) if word in _given_words()), 98)
    first = family < given or any(word in _FAMILY_FIRST for word in words)
    return Field.FAMILY_NAME_FIRST if first else Field.FULL_NAME


def _words(heading: str) -> frozenset[str]:
    return frozenset(fold(heading).split())


def _phrases(written: str) -> list[frozenset[str]]:
    return [_words(phrase) for phrase in written.split(",")]


@cache
def _known() -> tuple[tuple[frozenset[str], Field], ...]:
    return tuple((words, field) for field, written in _WORDS.items() for words in _phrases(written))


@cache
def _forbidden() -> tuple[frozenset[str], ...]:
    return tuple(_phrases(_FORBIDDEN))


@cache
def _somebody_elses() -> frozenset[str]:
    return frozenset().union(*_phrases(_SOMEBODY_ELSES))


@cache
def _family_words() -> frozenset[str]:
    return frozenset().union(*_phrases("uzvārds, surname, family, last, прізвище"))


@cache
def _given_words() -> frozenset[str]:
    return frozenset().union(*_phrases("vārds, name, first, given, ім'я"))


_SHOWN = {
    Field.GIVEN_NAME: say("Name"),
    Field.FAMILY_NAME: say("Surname"),
    Field.FULL_NAME: say("Name, surname"),
    Field.FAMILY_NAME_FIRST: say("Surname, name"),
    Field.BIRTH_YEAR: say("Year of birth"),
    Field.PHONE: say("Phone"),
    Field.EMAIL: say("E-mail"),
    Field.TOWN: say("Town or parish"),
    Field.ORGANISATION: say("Organisation"),
    Field.LANGUAGE: say("Language of contact"),
    Field.PHOTO_CONSENT: say("Photos allowed"),
    Field.ROLE: say("Role"),
}
_WORDS = {
    Field.GIVEN_NAME: "vārds, name, first name, given name, forename, ім'я, имя",
    Field.FAMILY_NAME: "uzvārds, surname, last name, family name, прізвище, фамилия",
    Field.FULL_NAME: (
        "vārds uzvārds, name surname, full name, first name last name, given name family name, "
        "прізвище ім'я, піб, піп, фио, dalībnieks, apmeklētājs, participant, visitor, учасник"
    ),
    Field.BIRTH_YEAR: (
        "dzimšanas datums, dzimšanas gads, dzimis, dzimusi, dz gads, dz dat, dz d, dzim gads, "
        "dzim datums, dzg, gads, birth year, year of birth, date of birth, birth date, birthday, "
        "birthdate, dob, born, рік народження, дата народження, р н, год рождения, дата рождения"
    ),
    Field.PHONE: (
        "tālrunis, tālruņa numurs, tel, tālr, telefons, telefona numurs, mob, mobilais, phone, "
        "phone number, telephone, mobile, телефон, тел, номер телефону, мобільний"
    ),
    Field.EMAIL: "e pasts, epasts, e pasta adrese, email, e mail, ел пошта, електронна пошта, пошта",
    Field.TOWN: (
        "dzīvesvieta, dzīves vieta, pilsēta, pagasts, pag, novads, adrese, deklarētā adrese, town, "
        "parish, city, village, residence, address, місце проживання, місто, волость, адреса, "
        "населений пункт"
    ),
    Field.ORGANISATION: (
        "iestāde, organizācija, skola, izglītības iestāde, biedrība, darbavieta, organisation, "
        "organization, school, institution, організація, установа, школа, громадська організація"
    ),
    Field.LANGUAGE: (
        "valoda, saziņas valoda, dzimtā valoda, language, language of contact, мова, "
        "мова спілкування, язык"
    ),
    Field.PHOTO_CONSENT: (
        "foto, foto piekrišana, piekrišana foto, drīkst fotografēt, fotografēšana, photo, photos, "
        "photo consent, photos allowed, фото, згода на фото, дозвіл на фото"
    ),
    Field.ROLE: "loma, statuss, role, роль, статус",
}
_FAMILY_FIRST = frozenset({"pib", "pip", "fio"})
_SOMEBODY_ELSES = (
    "vecāka, vecāki, vecāku, mātes, tēva, aizbildņa, aizbildnis, kontaktpersona, kontaktpersonas, "
    "parent, parents, guardian, mother, father, emergency, батька, батьки, батьків, матері, опікун, "
    "опікуна, pasākums, pasākuma, event, захід"
)
_FORBIDDEN = (
    "personas kods, pers kods, pk, p k, kods, personal code, id code, identity code, national id, "
    "ssn, особистий код, персональний код, ідентифікаційний код, ідентифікаційний номер, рнокпп, "
    "іпн, личный код, veselība, veselības stāvoklis, health, здоров'я, passport, pases numurs, pase, "
    "паспорт, grupa invaliditātes"
)
_FORBIDDEN_BEGINNINGS = (
    *("diagno", "diahno", "slimib", "saslims", "invalid", "personaskod", "perskod"),
    *("disab", "medical", "medicin", "medyc", "zahvorj", "hvorob", "disease", "illness"),
)
