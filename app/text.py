"""What people type: cleaned at the door, and folded so that a name is found however it is spelt.

A name is kept as it was written. Beside it the search keeps its *keys*: a few spellings of every
word in plain Latin letters. A typed word is turned into keys by the same function, and the rule of
matching is one: **a typed word matches a name when any of its keys is a prefix of any key of the
name**. Prefixes are what an index can answer at a million people, and they let the list follow the
typing. So ``Шевченко`` is found by ``ševčenko``, ``sevcenko`` and ``shevchenko``, and ``Liepiņa`` by
``лиепиня``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from app import scripts
from app.given_names import same_name

LONGEST = 200
"""The most characters a one-line field takes; whoever accepts the field refuses a longer one."""

_APOSTROPHES = "'’‘ʼ`´′ʹ\u02bb"
_DROPPED = str.maketrans("", "", _APOSTROPHES)
_WORD = re.compile(r"[^\W_]+")
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co"})

_ENGLISH_WAY = str.maketrans({"š": "sh", "č": "ch", "ž": "zh"})
_SOUNDS = (
    ("sh", "s"),
    ("ch", "c"),
    ("zh", "z"),
    ("kh", "h"),
    ("ts", "c"),
    ("x", "ks"),
)
_ALIKE = str.maketrans("jywq", "iivk")
_DOUBLED = re.compile(r"(.)\1+")
_SHORT = 3


def clean(text: str) -> str:
    """One line without anything unseen: no NUL, no control or direction marks, single blanks."""
    if text.isprintable():
        return " ".join(unicodedata.normalize("NFC", text).split())
    seen = (" " if sign.isspace() else sign for sign in text)
    kept = "".join(sign for sign in seen if unicodedata.category(sign) not in _UNSEEN)
    return " ".join(unicodedata.normalize("NFC", kept).split())


def clean_lines(text: str) -> str:
    """The same for a note: its line breaks stay, blank lines at both ends go."""
    return "\n".join(clean(line) for line in text.splitlines()).strip("\n")


def digits(text: str) -> str:
    """Only the digits, whatever the script they were typed in."""
    return "".join(str(unicodedata.digit(sign)) for sign in text if sign.isdecimal())


def last_four(phone: str) -> str:
    """The end of a telephone number, as people remember it; empty when there is too little."""
    found = digits(phone)
    return found[-4:] if len(found) >= 4 else ""


def name_tokens(text: str) -> tuple[str, ...]:
    """The words of a name in lower case; hyphens part words, apostrophes disappear."""
    plain = unicodedata.normalize("NFC", text).lower().translate(_DROPPED)
    return tuple(_WORD.findall(plain))


def fold(text: str) -> str:
    """One plain spelling, for comparing and for the end of a sort: ``Ščerbaka`` → ``scerbaka``."""
    return " ".join(_plain(scripts.latvian_from_ukrainian(word)) for word in name_tokens(text))


@lru_cache(maxsize=65536)
def keys(token: str) -> frozenset[str]:
    """Every spelling under which one word is looked for; usually two, of a given name all its forms."""
    word = "".join(name_tokens(token))
    if not word:
        return frozenset()
    words = {word, *same_name(word)}
    spellings = {_plain(way) for one in words for way in _ways(one)}
    sounds = {_sound(spelling) for spelling in spellings if len(spelling) >= _SHORT}
    return frozenset(spellings | sounds) - {""}


@lru_cache(maxsize=65536)
def name_keys(*names: str) -> frozenset[str]:
    """The keys of all words of a person's names, to be stored beside them."""
    first, *others = map(_name_keys, names)
    return first.union(*others)


@lru_cache(maxsize=65536)
def _name_keys(name: str) -> frozenset[str]:
    """Given and family names come again and again: a list of 400 is folded in 0.2 ms, not in 5."""
    return frozenset(key for token in name_tokens(name) for key in keys(token))


def typed_keys(text: str) -> tuple[frozenset[str], ...]:
    """One set of keys for every typed word; a name matches when every word does."""
    return tuple(found for token in name_tokens(text) if (found := keys(token)))


def matches(typed: Iterable[frozenset[str]], stored: frozenset[str]) -> bool:
    """The rule of matching, for lists that are already in memory."""
    return all(any(key.startswith(tuple(word)) for key in stored) for word in typed)


def _ways(word: str) -> set[str]:
    if not scripts.is_cyrillic(word):
        return {word, word.translate(_ENGLISH_WAY)}
    ways = {scripts.latvian_from_russian(word)}
    if not scripts.ONLY_RUSSIAN & set(word):
        ways |= {scripts.ukrainian_passport(word), scripts.latvian_from_ukrainian(word)}
    if not scripts.ONLY_UKRAINIAN & set(word):
        ways.add(_plain(word))
    return ways


def _plain(word: str) -> str:
    """Without diacritics; other scripts in their usual Latin spelling."""
    if word.isascii():
        return word
    from anyascii import anyascii  # 15 ms, only when a letter needs it

    return "".join(filter(str.isalnum, anyascii(word).lower()))


def _sound(spelling: str) -> str:
    """Roughly how it sounds, so that ``yuliia``, ``julija`` and ``julia`` are one."""
    for written, heard in _SOUNDS:
        spelling = spelling.replace(written, heard)
    return _DOUBLED.sub(r"\1", spelling.translate(_ALIKE))
