"""A gentle look at own words: does this sound like a diagnosis? It only hints, never stops."""

import re

from app.text import fold

_BEGINNINGS = (
    "diagnoz", "diagnos", "autis", "autiz", "epilep", "sizofren", "schizophren", "depres", "demenc",
    "dement", "bipolar", "cukura diab", "diabet", "aids", "hiv", "invalid", "downs", "dauna sindrom",
    "cerebral", "onkolog", "vezis", "cancer", "psihoz", "psycho", "uzmanibas deficit", "adhd", "uds",
)  # fmt: skip
_ICD = re.compile(r"\b[A-TV-Z]\d{2}(?:\.\d{1,2})?\b")
"""A code of the International Classification of Diseases, tenth revision: F84, G40.1 …"""


def sounds_like_diagnosis(text: str) -> bool:
    folded = fold(text)
    starts = any(re.search(rf"\b{re.escape(word)}", folded) for word in _BEGINNINGS)
    return starts or bool(_ICD.search(text.upper()))
