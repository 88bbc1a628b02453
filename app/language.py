"""The language of the screen: translating, counting, and putting dates into words.

English message ids are the English sentences; Latvian and Ukrainian come from the gettext
catalogues in ``resources/languages``. Values are put into a sentence literally: a name like
``{0}`` or ``%s`` stays text. A date among the values is written in the language of the reader,
``15.10.2026`` by default; an id may ask for another form: ``{day:long}``, ``{day:full}``,
``{day:day_month}``.
"""

from __future__ import annotations

from datetime import date, datetime, time
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from app import dates_in_words
from app.messages import Message, PersonName, say, say_count

if TYPE_CHECKING:
    from gettext import NullTranslations

__all__ = [
    "Language",
    "Message",
    "PersonName",
    "clock_time",
    "current",
    "day_month",
    "full_date",
    "full_date_in",
    "language_name",
    "long_date",
    "long_date_in",
    "month_year",
    "ntr",
    "ntr_in",
    "say",
    "say_count",
    "short_date",
    "short_date_in",
    "short_moment",
    "sort_key",
    "sort_key_in",
    "time_range",
    "time_range_in",
    "tr",
    "tr_in",
    "use",
    "weekday",
    "weekday_short",
    "whole_date_in",
    "words",
    "words_in",
]

CATALOGUES = Path(__file__).resolve().parent.parent / "resources" / "languages"


class Language(StrEnum):
    """A language the program speaks; its value is the ISO 639-1 code."""

    LV = "lv"
    EN = "en"
    UK = "uk"


_current = Language.LV


def use(language: Language) -> None:
    """Speak this language from now on, in the whole program."""
    global _current  # noqa: PLW0603 - one reader sits at one desk
    _current = Language(language)


def current() -> Language:
    return _current


def language_name(language: Language) -> str:
    """The language's own name, as its speakers look for it."""
    return {Language.LV: "Latviešu", Language.EN: "English", Language.UK: "Українська"}[language]


def tr(text: str, /, **values: object) -> str:
    return tr_in(_current, text, **values)


def ntr(one: str, many: str, n: int, /, **values: object) -> str:
    """Choose the form for ``n``, which the sentence may show as ``{n}``."""
    return ntr_in(_current, one, many, n, **values)


def tr_in(language: Language, text: str, /, **values: object) -> str:
    if not text:
        return ""  # gettext would answer with the header of the catalogue
    return _filled(language, _catalogue(language).gettext(text), values)


def ntr_in(language: Language, one: str, many: str, n: int, /, **values: object) -> str:
    chosen = _catalogue(language).ngettext(one, many, n)
    return _filled(language, chosen, {"n": n, **values})


def words(message: Message) -> str:
    return words_in(_current, message)


def words_in(language: Language, message: Message) -> str:
    values = dict(message.values)
    if message.n is None:
        return tr_in(language, message.text, **values)
    return ntr_in(language, message.text, message.many, message.n, **values)


def long_date(day: date) -> str:
    return dates_in_words.long_date(_current, day)


def long_date_in(language: Language, day: date) -> str:
    return dates_in_words.long_date(language, day)


def full_date(day: date) -> str:
    return dates_in_words.full_date(_current, day)


def full_date_in(language: Language, day: date) -> str:
    return dates_in_words.full_date(language, day)


def whole_date_in(language: Language, day: date) -> str:
    return dates_in_words.whole_date(language, day)


def day_range(first: date, last: date) -> str:
    return dates_in_words.day_range(_current, first, last)


def short_date(day: date) -> str:
    return dates_in_words.short_date(_current, day)


def short_date_in(language: Language, day: date) -> str:
    return dates_in_words.short_date(language, day)


def short_moment(at: datetime) -> str:
    return dates_in_words.short_moment(_current, at)


def day_month(day: date) -> str:
    return dates_in_words.day_month(_current, day)


def month_year(day: date) -> str:
    return dates_in_words.month_year(_current, day)


def weekday(day: date) -> str:
    return dates_in_words.weekday(_current, day)


def weekday_short(day: date) -> str:
    return dates_in_words.weekday_short(_current, day)


def weekday_shortest(day: date) -> str:
    return dates_in_words.weekday_shortest(_current, day)


def clock_time(at: time | datetime) -> str:
    return dates_in_words.clock_time(_current, at)


def time_range(begin: time | datetime, end: time | datetime) -> str:
    return dates_in_words.time_range(_current, begin, end)


def time_range_in(language: Language, begin: time | datetime, end: time | datetime) -> str:
    return dates_in_words.time_range(language, begin, end)


def sort_key(text: str) -> tuple[str, str]:
    """The place of a name in the current language's alphabet; never store it."""
    from app import alphabet

    return alphabet.sort_key(_current, text)


def sort_key_in(language: Language, text: str) -> tuple[str, str]:
    """The same in the alphabet of a paper, whatever language the desk speaks."""
    from app import alphabet

    return alphabet.sort_key(language, text)


@cache
def _catalogue(language: Language) -> NullTranslations:
    import gettext

    path = CATALOGUES / language / "LC_MESSAGES" / "kopa.mo"
    if language is Language.EN or not path.exists():
        return gettext.NullTranslations()  # a program in English is better than none
    with path.open("rb") as compiled:
        return gettext.GNUTranslations(compiled)


def _filled(language: Language, sentence: str, values: dict[str, object]) -> str:
    shown = {name: _shown(language, value) for name, value in values.items()}
    return sentence.format(**shown)


def _shown(language: Language, value: object) -> object:
    if isinstance(value, Message):
        return words_in(language, value)
    if isinstance(value, date | time):
        return _Late(language, value)
    if isinstance(value, tuple):
        return ", ".join(format(_shown(language, part)) for part in value)
    if isinstance(value, PersonName):
        return value.shown
    return "" if value is None else value


class _Late:
    """A date or time that waits for the sentence to say which form it wants."""

    def __init__(self, language: Language, value: date | time) -> None:
        self.language = language
        self.value = value

    def __format__(self, form: str) -> str:
        if isinstance(self.value, time):
            return dates_in_words.clock_time(self.language, self.value)
        if not form and isinstance(self.value, datetime):
            return dates_in_words.short_moment(self.language, self.value)
        return _FORMS[form](self.language, self.value)


_FORMS = {
    "": dates_in_words.short_date,
    "short": dates_in_words.short_date,
    "long": dates_in_words.long_date,
    "full": dates_in_words.full_date,
    "day_month": dates_in_words.day_month,
    "weekday": dates_in_words.weekday,
}
