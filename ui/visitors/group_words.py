"""Sensitive target groups in words; read only behind a consent and a journalled look."""

from app.language import Message, say
from app.visitors.model import Group

GROUPS: dict[Group, Message] = {
    Group.DISABILITY: say("Person with a disability"),
    Group.SPECIAL_NEEDS_FAMILY: say("Family of a child with special needs"),
    Group.UKRAINE: say("Came from Ukraine"),
}
