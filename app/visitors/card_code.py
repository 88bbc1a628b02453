"""The digits on a visitor card: ``1``, the visitor's number in seven digits, two check digits.

Digits only: a scanner types them like a keyboard, and letters come out wrong under another layout.
The check is ISO/IEC 7064 MOD 97-10 and not Luhn's, because Luhn's takes ``09`` for ``90``: a card
typed by hand would check in somebody else. This one finds every wrong digit, every swap of
neighbours, and every swap over one digit, and needs no letter for it.
"""

from __future__ import annotations

import re
from enum import StrEnum

PREFIX = "1"
"""Sheets begin with 9 (`app.sheets.codes`) and are longer."""
HIGHEST = 9_999_999

_WRITTEN = re.compile(rf"({PREFIX}\d{{7}})(\d{{2}})", re.ASCII)


class NoCard(StrEnum):
    """Why digits are nobody's card."""

    MISREAD = "misread"
    """It looks like a card of ours, but the check digits do not fit."""
    NOT_OURS = "not ours"


def card_digits(number: int) -> str:
    """The digits of a visitor's card. Raises ValueError when the number has no place on it."""
    if not 1 <= number <= HIGHEST:
        raise ValueError("Not a number that fits on a visitor card")
    digits = f"{PREFIX}{number:07}"
    return digits + _check(digits)


def read_card(scanned: str) -> int | NoCard:
    """The visitor's number, or why these digits are none; blanks between them do not matter."""
    whole = _WRITTEN.fullmatch("".join(scanned.split()))
    if whole is None:
        return NoCard.NOT_OURS
    digits, check = whole.groups()
    if _check(digits) != check:
        return NoCard.MISREAD
    return int(digits[1:]) or NoCard.NOT_OURS


def number_of(text: str) -> int | None:
    """The number of the visitor whose card code was typed or scanned; None for anything else."""
    number = read_card(text)
    return None if isinstance(number, NoCard) else number


def readable(digits: str) -> str:
    """For reading aloud: ``1 0000347 22``."""
    return f"{digits[:1]} {digits[1:-2]} {digits[-2:]}"


def _check(digits: str) -> str:
    return f"{98 - int(digits) * 100 % 97:02}"
