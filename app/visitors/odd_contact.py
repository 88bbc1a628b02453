"""A telephone number or an address that is perhaps a slip: said kindly, never refused."""

import re

from app.language import Message, say
from app.phones import phone_number
from app.text import digits

_PERSONAL_CODE = re.compile(r"(?:32\d{4}|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2})[ -]?\d{5}")
"""Latvian: the day of birth or 32, then five digits."""
_ADDRESS = re.compile(r"[^\s@]+@[^\s@.]+(\.[^\s@.]+)+")
_SHORTEST = 8


def odd_phone(text: str) -> Message | None:
    """What may be wrong with it; None when it is empty or looks right."""
    text = text.strip()
    if not text or (phone_number(text) and not _PERSONAL_CODE.fullmatch(text)):
        return None
    if _PERSONAL_CODE.fullmatch(text):
        return _CODE
    if "@" in text:
        return say("This looks like an e-mail address.")
    if any(sign.isalpha() for sign in text):
        return say("A telephone number has no letters. Is it right?")
    if len(digits(text)) < _SHORTEST:
        return say("This number is short: a Latvian one has eight digits. Is it right?")
    return say("Is the number right? A Latvian one has eight digits; others begin with +.")


def odd_email(text: str) -> Message | None:
    """What may be wrong with it; None when it is empty or looks right."""
    text = text.strip()
    if not text or _ADDRESS.fullmatch(text):
        return None
    if _PERSONAL_CODE.fullmatch(text):
        return _CODE
    if phone_number(text):
        return say("This looks like a telephone number.")
    if "@" not in text:
        return say("An e-mail address has an @ in it. Is it right?")
    if any(sign.isspace() for sign in text):
        return say("An e-mail address has no blanks. Is it right?")
    return say("An e-mail address ends like anna@example.lv. Is it right?")


_CODE = say("This looks like a personal code. We do not ask for it and do not write it down.")
