"""Cyrillic names in Latin letters: the Ukrainian passport, the Latvian way, the Russian passport.

Ukrainian passports follow the Cabinet of Ministers' resolution No. 55 of 27 January 2010: some
letters are written differently at the beginning of a word, ``зг`` is ``zgh``, the soft sign and
the apostrophe are left out. The Latvian way follows how people in Latvia have their names written
(``Ševčenko``, ``Julija``, ``Liepiņa``). All functions take and give lower case.
"""

from __future__ import annotations

import re

ONLY_UKRAINIAN = frozenset("ґєії")
ONLY_RUSSIAN = frozenset("ёъыэ")

_PASSPORT = {
    **dict(zip("абвгґдезиіїйклмнопрстуф", "abvhgdezyiiiklmnoprstuf", strict=True)),
    "є": "ie",
    "ж": "zh",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ю": "iu",
    "я": "ia",
    "ь": "",
    "ё": "io",
    "ъ": "",
    "ы": "y",
    "э": "e",
}
_PASSPORT_FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya", "ё": "yo"}

_LATVIAN = {
    **dict(zip("абвгґдежзиійклмнопрстуфхцчш", "abvhgdežziijklmnoprstufhcčš", strict=True)),
    "є": "je",
    "ї": "ji",
    "щ": "šč",
    "ю": "ju",
    "я": "ja",
    "ь": "",
    "ё": "jo",
    "ъ": "",
    "ы": "i",
    "э": "e",
}
_SOFTENED = {"н": "ņ", "л": "ļ"}
_SOFTENING = {"я": "a", "ю": "u", "є": "e", "ё": "o"}

_WORD = re.compile(r"[\u0400-\u04ff]+")
_SOFT = re.compile(f"([{''.join(_SOFTENED)}])([{''.join(_SOFTENING)}])")
_OPEN_E = re.compile("(?:^|(?<=[аеёиоуыэюя]))е")


def is_cyrillic(text: str) -> bool:
    return _WORD.search(text) is not None


def ukrainian_passport(text: str) -> str:
    """``юлія`` → ``yuliia``, ``їжакевич`` → ``yizhakevych``, ``згурський`` → ``zghurskyi``."""
    return _WORD.sub(lambda word: _passport_word(word[0]), text)


def latvian_from_ukrainian(text: str) -> str:
    """``юлія`` → ``julija``, ``григорій`` → ``hrihorij``."""
    return _WORD.sub(lambda word: _latvian_word(word[0]), text)


def latvian_from_russian(text: str) -> str:
    """``григорий`` → ``grigorij``, ``евгений`` → ``jevgenij``, ``лиепиня`` → ``liepiņa``."""
    return _WORD.sub(lambda word: _latvian_word(_OPEN_E.sub("є", word[0]).replace("г", "ґ")), text)


def _passport_word(word: str) -> str:
    first = _PASSPORT_FIRST.get(word[0])
    rest = word if first is None else word[1:]
    written = "".join(_PASSPORT.get(letter, letter) for letter in rest.replace("зг", "zgh"))
    return (first or "") + written


def _latvian_word(word: str) -> str:
    word = _SOFT.sub(lambda pair: _SOFTENED[pair[1]] + _SOFTENING[pair[2]], word)
    word = word.replace("ія", "іja").replace("ію", "іju")
    return "".join(_LATVIAN.get(letter, letter) for letter in word)
