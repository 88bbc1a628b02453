"""The digits on a sheet that bring paper back to its event: ``9``, year, number, page, check.

Digits only: a scanner types them like a keyboard, and letters come out wrong under another layout.
"""

from __future__ import annotations

import re

MOST_PAGES = 999
"""The page has two digits, from 100 on three: 5,000 names in large print are 556 pages."""


def sheet_digits(number: str, page: int) -> str:
    """The digits of one page of sheet ``2026-0147``. Raises ValueError for what is no number."""
    written = re.fullmatch(r"(\d{4})-(\d{4})", number, re.ASCII)
    if written is None or not 1 <= page <= MOST_PAGES:
        raise ValueError("Not the number of a sheet, or too many pages")
    digits = f"9{written[1]}{written[2]}{page:02}"
    return digits + check_digit(digits)


def read_sheet_digits(scanned: str) -> tuple[str, int] | None:
    """The sheet's number and the page, or None when these are not the digits of a sheet."""
    digits = scanned.replace(" ", "")
    whole = re.fullmatch(r"9(\d{4})(\d{4})(\d{2}|[1-9]\d{2})\d", digits, re.ASCII)
    if whole is None or check_digit(digits[:-1]) != digits[-1]:
        return None
    return f"{whole[1]}-{whole[2]}", int(whole[3])


def spaced(digits: str) -> str:
    """For reading aloud: ``9 2026 0147 01 1``."""
    return " ".join((digits[0], digits[1:5], digits[5:9], digits[9:-1], digits[-1]))


def check_digit(digits: str) -> str:
    """Luhn's (ISO/IEC 7812-1, annex B): finds every wrong digit and most swapped neighbours."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        doubled = int(digit) * (2 - place % 2)
        total += doubled - 9 if doubled > 9 else doubled
    return str(-total % 10)
