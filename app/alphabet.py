"""The order of names in the alphabet of the reader, the same on every computer and database.

Latvian follows CLDR (č after c, long vowels as short ones, y as i); Ukrainian has its own order
with ґ є і ї and the Russian letters between; the other script comes after the reader's own.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

_LATIN = [
    "aā",
    "b",
    "c",
    "d",
    "eē",
    "f",
    "g",
    "h",
    "iī",
    "j",
    "k",
    "l",
    "m",
    "n",
    "oō",
    "p",
    "q",
    "r",
    "s",
    "t",
    "uū",
    "v",
    "w",
    "x",
    "y",
    "z",
]
_LATVIAN = [
    "aā",
    "b",
    "c",
    "č",
    "d",
    "eē",
    "f",
    "g",
    "ģ",
    "h",
    "iīy",
    "j",
    "k",
    "ķ",
    "l",
    "ļ",
    "m",
    "n",
    "ņ",
    "oō",
    "p",
    "q",
    "r",
    "ŗ",
    "s",
    "š",
    "t",
    "uū",
    "v",
    "w",
    "x",
    "z",
    "ž",
]
_CYRILLIC = [
    "а",
    "б",
    "в",
    "г",
    "ґ",
    "д",
    "е",
    "є",
    "ё",
    "ж",
    "з",
    "и",
    "і",
    "ї",
    "й",
    "к",
    "л",
    "м",
    "н",
    "о",
    "п",
    "р",
    "с",
    "т",
    "у",
    "ф",
    "х",
    "ц",
    "ч",
    "ш",
    "щ",
    "ъ",
    "ы",
    "ь",
    "э",
    "ю",
    "я",
]

_SCRIPTS = {
    "lv": (_LATVIAN, _CYRILLIC),
    "en": (_LATIN, _CYRILLIC),
    "uk": (_CYRILLIC, _LATIN),
}
_IGNORED = "'’ʼ`´\u0301"


@lru_cache(maxsize=65536)
def sort_key(language: str, text: str) -> tuple[str, str]:
    """Compare by letters first, and only among equals by accents and capitals."""
    lowered = unicodedata.normalize("NFC", text).lower()
    return lowered.translate(_order(language)), text.swapcase()


def place_in_the_alphabet(text: str) -> str:
    """The Latvian place as one word that databases compare byte by byte; kept beside the name."""
    return sort_key("lv", text)[0]


@cache
def _order(language: str) -> _Order:
    return _Order(_SCRIPTS[language])


class _Order(dict[int, str]):
    """Maps a letter to the character that stands for its place; learns the rest as it meets it."""

    def __init__(self, scripts: tuple[list[str], ...]) -> None:
        super().__init__({ord(mark): "" for mark in _IGNORED})
        places = (letters for alphabet in scripts for letters in alphabet)
        for place, letters in enumerate(places, start=0x1000):
            self.update((ord(letter), chr(place)) for letter in letters)

    def __missing__(self, code: int) -> str:
        base = unicodedata.normalize("NFD", chr(code))[0]
        if ord(base) != code:
            place = self[ord(base)]
        elif base.isdigit():
            place = chr(0x100 + unicodedata.digit(base, 0))
        elif base.isalpha():
            place = chr(0x20000) + base
        else:
            place = " " if base.isspace() else "!"  # Bērziņa Zane before Bērziņa-Liepa Anna
        self[code] = place
        return place
