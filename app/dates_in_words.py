"""Dates and times as people write them in Latvian, English and Ukrainian.

Every function takes the code of the language first. Babel is imported with the first date that
needs the name of a month or a day: it costs more than the whole rest of this package.
"""

from __future__ import annotations

from datetime import date, datetime, time
from functools import lru_cache

_LOCALES = {"lv": "lv", "en": "en_GB", "uk": "uk"}

_LONG = {"lv": "EEEE, d. MMMM", "en": "EEEE, d MMMM", "uk": "EEEE, d MMMM"}
_FULL = {
    "lv": "EEEE, y. 'gada' d. MMMM",
    "en": "EEEE, d MMMM y",
    "uk": "EEEE, d MMMM y\u00a0'р'.",
}
_WHOLE = {"lv": "y. 'gada' d. MMMM", "en": "d MMMM y", "uk": "d MMMM y\u00a0'р'."}
_DAY_MONTH = {"lv": "d. MMM", "en": "d MMM", "uk": "d MMM"}
_DAY_MONTH_WHOLE = {"lv": "d. MMMM", "en": "d MMMM", "uk": "d MMMM"}
_MONTH_YEAR = {"lv": "y. 'gada' LLLL", "en": "LLLL y", "uk": "LLLL y"}


def long_date(language: str, day: date) -> str:
    """``Ceturtdiena, 15. oktobris``."""
    return _capital(_formatted(language, _day(day), _LONG[language]))


def full_date(language: str, day: date) -> str:
    """``Ceturtdiena, 2026. gada 15. oktobris``."""
    return _capital(_formatted(language, _day(day), _FULL[language]))


def whole_date(language: str, day: date) -> str:
    """``2026. gada 15. oktobris``, as on a certificate."""
    return _formatted(language, _day(day), _WHOLE[language])


def day_range(language: str, first: date, last: date) -> str:
    """``12.–18. oktobris``, ``12–18 October``; both months, and years, where they differ."""
    if first == last:
        return long_date(language, first)
    pattern = _DAY_MONTH_WHOLE[language]
    if first.year != last.year:
        return f"{short_date(language, first)}–{short_date(language, last)}"
    end = _formatted(language, _day(last), pattern)
    if first.month != last.month:
        return f"{_formatted(language, _day(first), pattern)} – {end}"
    return f"{first.day}{'.' if language == 'lv' else ''}–{end}"


def short_date(language: str, day: date) -> str:
    """``15.10.2026``; in English with slashes, the day first."""
    mark = "/" if language == "en" else "."
    return f"{day.day:02}{mark}{day.month:02}{mark}{day.year:04}"


def day_month(language: str, day: date) -> str:
    """``15. okt.``."""
    return _formatted(language, _day(day), _DAY_MONTH[language])


def month_year(language: str, day: date) -> str:
    """``2026. gada oktobris``; ``Жовтень 2026``."""
    return _capital(_formatted(language, _day(day), _MONTH_YEAR[language]))


def weekday(language: str, day: date) -> str:
    """``Ceturtdiena``."""
    return _capital(_formatted(language, _day(day), "EEEE"))


def weekday_short(language: str, day: date) -> str:
    """``Ceturtd.``, ``Thu``, ``Чт``."""
    return _capital(_formatted(language, _day(day), "EEE"))


def weekday_shortest(language: str, day: date) -> str:
    """``Ce``, ``Th``, ``Чт``: two letters."""
    return _capital(_formatted(language, _day(day), "EEEEEE")).rstrip(".")


def clock_time(language: str, at: time | datetime) -> str:
    """``9.30`` in Latvian, ``09:30`` in English, ``9:30`` in Ukrainian; a moment as wall time."""
    if isinstance(at, datetime):
        at = _wall(at)
    if language == "en":
        return f"{at.hour:02}:{at.minute:02}"
    return f"{at.hour}{'.' if language == 'lv' else ':'}{at.minute:02}"


def time_range(language: str, begin: time | datetime, end: time | datetime) -> str:
    """``9.30–11.00``; the end of the day is written as 24, not 0."""
    last = clock_time(language, end)
    if (_wall(end) if isinstance(end, datetime) else end).strftime("%H%M") == "0000":
        last = last.replace("00" if language == "en" else "0", "24", 1)
    return f"{clock_time(language, begin)}–{last}"


def short_moment(language: str, at: datetime) -> str:
    """``15.10.2026 9.30``."""
    at = _wall(at)
    return f"{short_date(language, at)} {clock_time(language, at)}"


def _day(day: date) -> date:
    return _wall(day).date() if isinstance(day, datetime) else day


def _wall(at: datetime) -> datetime:
    if at.tzinfo is None:
        return at
    from app.clock import to_wall

    return to_wall(at)


@lru_cache(maxsize=1024)
def _formatted(language: str, day: date, pattern: str) -> str:
    from babel.dates import format_date

    return str(format_date(day, pattern, locale=_LOCALES[language]))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
