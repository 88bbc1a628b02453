"""Typing errors: which known words a mistyped one probably meant.

Distance is counted as people err: a letter missing, one too many, a wrong one, or two neighbours
swapped (optimal string alignment). Compare keys of `app.text`, never the words as written.
"""

from __future__ import annotations

from collections.abc import Collection

from rapidfuzz import process
from rapidfuzz.distance import OSA


def one_error(a: str, b: str) -> bool:
    """Equal, or one slip apart."""
    return OSA.distance(a, b, score_cutoff=1) <= 1


def forgiven(word: str) -> int:
    """How many slips a word of this length may have and still mean something."""
    if len(word) < 4:
        return 0
    return 1 if len(word) < 8 else 2


def likely(typed: str, known: Collection[str], most: int = 20) -> list[str]:
    """Known keys that ``typed`` may have meant, nearest first."""
    slips = forgiven(typed)
    if not slips:
        return []
    found = process.extract(typed, known, scorer=OSA.distance, score_cutoff=slips, limit=most)
    return [key for key, _, _ in found]
