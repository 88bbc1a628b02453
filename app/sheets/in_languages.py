"""The same words in every language of a sheet, side by side."""

from __future__ import annotations

from collections.abc import Mapping

from app.language import Language, Message, words_in
from app.sheets.fonts import printable

Languages = tuple[Language, ...]

_LONGEST_CENTRE = 160
"""Letters; the notes at the foot must leave room for the rows."""


def each(message: Message, languages: Languages) -> list[str]:
    """One text for each language, ready to be drawn."""
    return [printable(words_in(language, message)) for language in languages]


def together(message: Message, languages: Languages, between: str = " · ") -> str:
    """All on one line; what is the same in two languages is written once."""
    return between.join(dict.fromkeys(each(message, languages)))


def centre_names(names: Mapping[Language, str], languages: Languages) -> str:
    """What the centre is called, in the languages it has a name in."""
    return "  |  ".join(dict.fromkeys(centre_name(names, language) for language in languages))


def centre_name(names: Mapping[Language, str], language: Language) -> str:
    return printable(names.get(language) or names.get(Language.LV, ""))[:_LONGEST_CENTRE]
