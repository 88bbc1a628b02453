"""Telephone numbers as one plain spelling: ``+`` and digits, Latvian unless they say otherwise."""

from __future__ import annotations

import re

from app.text import digits

_COUNTRY = "371"
_NATIONAL = re.compile(r"[2-9]\d{7}")  # eight digits; mobiles begin with 2, lines with 6
_UKRAINIAN = re.compile(
    r"0[3-9]\d{8}"
)  # as dialled inside Ukraine; no Latvian number begins with 0
_SHORTEST_WITH_COUNTRY = 10
_WRITTEN = re.compile(r"[\d\s()/.\-–+\u00a0]+")


def phone_number(written: str) -> str | None:
    """``29 337 510``, ``371 29337510``, ``0037129337510`` → ``+37129337510``; None if it is none.

    E.164 allows at most fifteen digits; shorter than eight with its country nobody has.
    """
    written = written.strip()
    if not _WRITTEN.fullmatch(written):
        return None
    number = digits(written)
    if not written.startswith("+"):
        number = _international(number)
    if number.startswith(_COUNTRY) and not _NATIONAL.fullmatch(number[3:]):
        return None
    return f"+{number}" if 8 <= len(number) <= 15 and number[0] != "0" else None


def _international(number: str) -> str:
    if number.startswith("00"):
        return number[2:]
    if _NATIONAL.fullmatch(number):
        return _COUNTRY + number
    if number.startswith("8") and _NATIONAL.fullmatch(number[1:]):
        return _COUNTRY + number[1:]  # 8 was dialled first until 2008
    if _UKRAINIAN.fullmatch(number):
        return "38" + number
    return number if len(number) > _SHORTEST_WITH_COUNTRY else ""
