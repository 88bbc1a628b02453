"""Words for what an event may be: its status, and for whom it is."""

from app.events.model import TargetGroup, WhenFull
from app.events.status import EventStatus
from app.language import Message, say

STATUSES: dict[EventStatus, Message] = {
    EventStatus.DRAFT: say("Draft"),
    EventStatus.PLANNED: say("Planned"),
    EventStatus.OPEN: say("Registration is open"),
    EventStatus.FULL: say("Full"),
    EventStatus.HELD: say("Held"),
    EventStatus.CANCELLED: say("Cancelled"),
}
TARGETS: dict[TargetGroup, Message] = {
    TargetGroup.CHILDREN: say("Children"),
    TargetGroup.YOUTH: say("Young people"),
    TargetGroup.ADULTS: say("Adults"),
    TargetGroup.SENIORS: say("Seniors"),
    TargetGroup.FAMILIES: say("Families"),
    TargetGroup.SPECIAL_NEEDS: say("People with special needs"),
    TargetGroup.UKRAINE: say("People from Ukraine"),
    TargetGroup.VOLUNTEERS: say("Volunteers"),
}
FOR_TARGETS: dict[TargetGroup, Message] = {
    TargetGroup.CHILDREN: say("for children"),
    TargetGroup.YOUTH: say("for young people"),
    TargetGroup.ADULTS: say("for adults"),
    TargetGroup.SENIORS: say("for seniors"),
    TargetGroup.FAMILIES: say("for families"),
    TargetGroup.SPECIAL_NEEDS: say("for people with special needs"),
    TargetGroup.UKRAINE: say("for people from Ukraine"),
    TargetGroup.VOLUNTEERS: say("for volunteers"),
}
WHEN_FULL: dict[WhenFull, Message] = {
    WhenFull.WAITING_LIST: say("Waiting list"),
    WhenFull.CLOSED: say("No more registrations"),
}
