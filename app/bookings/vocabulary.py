"""The words for what rooms offer and who books them; each is put into a language late."""

from app.bookings.model import BookingKind, Feature, Having, Setup, Wish
from app.language import Message, say

FEATURES: dict[Feature, Message] = {
    Feature.STEP_FREE: say("Step-free"),
    Feature.DOOR_WIDTH: say("Wide door"),
    Feature.TURNING_SPACE: say("Space to turn"),
    Feature.ACCESSIBLE_TOILET: say("Accessible toilet"),
    Feature.HEARING_LOOP: say("Hearing loop"),
    Feature.QUIET: say("Quiet"),
    Feature.ADJUSTABLE_LIGHT: say("Adjustable light"),
    Feature.TACTILE_SIGNS: say("Tactile signs"),
    Feature.RAMP: say("Ramp"),
    Feature.LIFT: say("Lift"),
    Feature.ADJUSTABLE_TABLE: say("Adjustable table"),
    Feature.PARKING: say("Parking nearby"),
    Feature.PROJECTOR: say("Projector"),
}

SETUPS: dict[Setup, Message] = {
    Setup.THEATRE: say("Chairs in rows"),
    Setup.CLASSROOM: say("Tables as in a classroom"),
    Setup.CIRCLE: say("Chairs in a circle"),
}

WISHES: dict[Wish, Message] = {
    Wish.PROJECTOR: say("Projector"),
    Wish.SOUND: say("Microphone and loudspeakers"),
    Wish.COMPUTER: say("Computer"),
    Wish.WHITEBOARD: say("Whiteboard"),
    Wish.TEA: say("Tea and coffee"),
    Wish.KITCHEN: say("Kitchen"),
    Wish.STEP_FREE: say("Step-free"),
    Wish.WHEELCHAIR_PLACES: say("Place for a wheelchair"),
    Wish.HEARING_LOOP: say("Hearing loop"),
    Wish.QUIET: say("Quiet place"),
    Wish.SIGN_LANGUAGE: say("Sign-language interpreter"),
}

MET_BY: dict[Wish, Feature] = {
    Wish.PROJECTOR: Feature.PROJECTOR,
    Wish.STEP_FREE: Feature.STEP_FREE,
    Wish.HEARING_LOOP: Feature.HEARING_LOOP,
    Wish.QUIET: Feature.QUIET,
}
"""Which feature of a room meets a wish; the others are brought."""

HAVING: dict[Having, Message] = {
    Having.YES: say("yes"),
    Having.LIMITED: say("limited"),
    Having.NO: say("no"),
    Having.UNKNOWN: say("not known"),
}

KINDS: dict[BookingKind, Message] = {
    BookingKind.SCHOOL: say("School"),
    BookingKind.NGO: say("Association"),
    BookingKind.RESIDENTS: say("Residents"),
    BookingKind.MUNICIPALITY: say("Municipality"),
    BookingKind.CENTRE: say("Centre event"),
}

LETTERS: dict[BookingKind, Message] = {
    BookingKind.SCHOOL: say("S (badge of a school)"),
    BookingKind.NGO: say("A (badge of an association)"),
    BookingKind.RESIDENTS: say("R (badge of residents)"),
    BookingKind.MUNICIPALITY: say("M (badge of the municipality)"),
    BookingKind.CENTRE: say("C (badge of a centre event)"),
}
"""Only the first letter of the translated sentence is shown, as the badge."""
