"""The ways in which people hear of the centre, in words."""

from app.language import Message, say
from app.visitors.model import HeardFrom

HEARD: dict[HeardFrom, Message] = {
    HeardFrom.FRIENDS: say("From friends or family"),
    HeardFrom.SCHOOL: say("At school"),
    HeardFrom.MUNICIPALITY: say("From the municipality"),
    HeardFrom.SOCIAL_MEDIA: say("In social media"),
    HeardFrom.POSTER: say("From a poster"),
    HeardFrom.NGO: say("From an association"),
    HeardFrom.OTHER: say("In another way"),
}
