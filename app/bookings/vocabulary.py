"""The words for what rooms offer and who books them; each is put into a language late."""

from app.bookings.model import BookingKind, Feature, Having
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
