"""Icons of supports."""

from app.accessibility.vocabulary import Support

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
