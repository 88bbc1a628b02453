"""Which encoding a text file from another program has.

A mark at the beginning or strict UTF-8 settle most files. For the rest every encoding in use here
is tried, and the one wins whose letters stand as Latvian or Cyrillic words have them: in the wrong
encoding ``Liepiņa`` has a symbol or a capital letter in the middle of the word.
"""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_OLD = (
    ("cp1257", "Windows-1257"),
    ("cp775", "DOS-775"),
    ("iso8859-13", "ISO-8859-13"),
    ("cp1251", "Windows-1251"),
)
_LATVIAN = frozenset("āčēģīķļņōŗšūžĀČĒĢĪĶĻŅŌŖŠŪŽ")
_PUNCTUATION = frozenset("«»„“”‘’–—…°№§€\u00a0")
_SAMPLE = 200_000


def decode(raw: bytes) -> tuple[str, str] | None:
    """The text and the usual name of its encoding; None when it is no text at all."""
    for mark, codec, name in _MARKS:
        if raw.startswith(mark):
            return _strict(raw, codec, name)
    if codec := _unmarked_utf16(raw):
        return _strict(raw, codec, "UTF-16")
    if raw.count(0) * 20 > len(raw):
        return None  # a stray one is a slip; many are another kind of file
    if found := _strict(raw, "utf-8", "UTF-8"):
        return found
    return None if b"\0" in raw else _likeliest(raw)


def _strict(raw: bytes, codec: str, name: str) -> tuple[str, str] | None:
    try:
        return raw.decode(codec), name
    except UnicodeDecodeError:
        return None


def _unmarked_utf16(raw: bytes) -> str:
    """Semicolons and line ends have a zero byte on one side, always the same."""
    sample = raw[:2000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 10 < len(sample) or min(even, odd) * 10 > max(even, odd):
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _likeliest(raw: bytes) -> tuple[str, str] | None:
    tried = [found for codec, name in _OLD if (found := _strict(raw, codec, name))]
    return max(tried, key=lambda found: _plausibility(found[0][:_SAMPLE]), default=None)


def _plausibility(text: str) -> int:
    before = " "
    points = 0
    for sign in text:
        if sign >= "\x80":
            points += _points(before, sign)
        elif sign.islower() and "\u0400" <= before <= "\u04ff":
            points -= 2
        before = sign
    return points


def _points(before: str, sign: str) -> int:
    if sign in _PUNCTUATION:
        return 0 if not before.isalpha() or sign in "»”’–…" else -1
    if sign.isupper() and before.islower():
        return -3
    if sign in _LATVIAN:
        return 2
    if "\u0400" <= sign <= "\u04ff":
        return 1 if not before.isalpha() or "\u0400" <= before <= "\u04ff" else -3
    return -1 if sign.isalpha() else -4
