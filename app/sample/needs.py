"""What people of the sample centre asked to be prepared, and how far it has come."""

from datetime import timedelta
from random import Random

from app.accessibility.actions import NewNeed, RecordNeeds
from app.accessibility.vocabulary import Support
from app.clock import wall_now
from app.desk import Desk
from app.ids import new_id
from app.sample.people import SamplePerson
from app.visitors.model import How

PEOPLE_WITH_NEEDS = 44
WORDS = {
    Support.STEP_FREE: "Vieta pie galda, ceļš 90 cm",
    Support.HEARING_LOOP: "Vieta pirmajā rindā",
    Support.LARGE_PRINT: "18 pt",
    Support.INTERPRETING: "Ukraiņu valodā",
    Support.QUIET_PLACE: "",
}


def record_needs(desk: Desk, people: list[SamplePerson], chance: Random) -> None:
    """Each with a consent of its own; some end soon."""
    today = wall_now(desk.clock).date()
    supports = tuple(support for support in Support if support is not Support.OTHER)
    for person in chance.sample(people, PEOPLE_WITH_NEEDS):
        chosen = chance.sample(supports, chance.choice((1, 1, 1, 2)))
        needs = tuple(NewNeed(new_id(), support, WORDS.get(support, "")) for support in chosen)
        until = today + timedelta(days=chance.randint(12, 350))
        desk.do(RecordNeeds(person.id, needs, new_id(), How.SPOKEN, until, desk.clock.now()))
