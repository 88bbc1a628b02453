"""A gentle look at own words: does this sound like a diagnosis? It only hints, never stops."""

import re

from app.text import fold

_BEGINNINGS = (
    "diagnoz", "diagnos", "diahnoz", "autis", "autiz", "epilep", "sizofren", "schizophren",
    "shizofren", "depres", "demenc", "dement", "bipolar", "cukura diab", "diabet", "invalid",
    "downs syndrom", "down syndrom", "dauna sindrom", "syndrom dauna", "cerebral", "onkolog",
    "vezis", "cancer", "psihoz", "psykhoz", "psychos", "uzmanibas deficit",
)  # fmt: skip
"""Of words in the three languages, as ``fold`` writes them."""
_WHOLE = ("hiv", "adhd", "uds")
_SPOKEN_OF = re.compile(rf"\b(?:{'|'.join(map(re.escape, _BEGINNINGS))}|(?:{'|'.join(_WHOLE)})\b)")
_ICD = re.compile(r"\b(?:[FGHQ]\d{2}|[A-TV-Z]\d{2}\.\d{1,2})\b")
"""The International Classification of Diseases: F84, G40.1 …; "B12" alone may be a room."""


def sounds_like_diagnosis(text: str) -> bool:
    return bool(_SPOKEN_OF.search(fold(text)) or _ICD.search(text.upper()))
