"""How the kinds of what is said are called."""

from app.language import Message, say
from app.opinions.model import OpinionKind

KINDS: dict[OpinionKind, Message] = {
    OpinionKind.FACE: say("Face"),
    OpinionKind.IDEA: say("Wish"),
    OpinionKind.COMPLAINT: say("Complaint"),
    OpinionKind.THANKS: say("Thanks"),
}
