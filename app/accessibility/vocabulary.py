"""The list of supports, and which room features answer them; words of what is provided."""

from enum import StrEnum

from app.bookings.model import Feature
from app.language import Message, say


class Support(StrEnum):
    """What we can prepare for somebody (social model: never an impairment)."""

    STEP_FREE = "step free"
    HEARING_LOOP = "hearing loop"
    SIGN_LANGUAGE = "sign language"
    MATERIALS_AHEAD = "materials ahead"
    LARGE_PRINT = "large print"
    EASY_READ = "easy read"
    QUIET_PLACE = "quiet place"
    INTERPRETING = "interpreting"
    COMPANION = "companion"
    OTHER = "other"


WORDS: dict[Support, Message] = {
    Support.STEP_FREE: say("Step-free, place for a wheelchair"),
    Support.HEARING_LOOP: say("Hearing loop or a seat near the speaker"),
    Support.SIGN_LANGUAGE: say("Latvian sign language interpreter"),
    Support.MATERIALS_AHEAD: say("Materials ahead, in electronic form"),
    Support.LARGE_PRINT: say("Large print"),
    Support.EASY_READ: say("Easy read"),
    Support.QUIET_PLACE: say("Quiet place"),
    Support.INTERPRETING: say("Interpreting"),
    Support.COMPANION: say("Companion, assistant or assistance dog"),
    Support.OTHER: say("Something else"),
}

ROOM_ANSWERS: dict[Support, Feature] = {
    Support.STEP_FREE: Feature.STEP_FREE,
    Support.HEARING_LOOP: Feature.HEARING_LOOP,
    Support.QUIET_PLACE: Feature.QUIET,
}
"""Needs that a room can meet or fail by itself; the others are arranged."""
