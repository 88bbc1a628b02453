"""Icons of supports and states in words."""

from app.accessibility.model import SupportState
from app.accessibility.vocabulary import Support
from app.language import Message, say

ICONS: dict[Support, str] = {
    Support.STEP_FREE: "access",
    Support.HEARING_LOOP: "ear",
    Support.SIGN_LANGUAGE: "group",
    Support.MATERIALS_AHEAD: "note",
    Support.LARGE_PRINT: "text",
    Support.EASY_READ: "badge",
    Support.QUIET_PLACE: "quiet",
    Support.INTERPRETING: "lang",
    Support.COMPANION: "person",
    Support.OTHER: "help",
}
STATES: dict[SupportState, Message] = {
    SupportState.REQUESTED: say("requested"),
    SupportState.ARRANGED: say("arranged"),
    SupportState.CONFIRMED: say("confirmed"),
    SupportState.PROVIDED: say("provided"),
    SupportState.IMPOSSIBLE: say("could not be provided"),
}
