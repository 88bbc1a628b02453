"""What families of the sample centre agreed to, and who may collect their children."""

from datetime import timedelta
from random import Random

from app.clock import wall_now
from app.desk import Desk
from app.ids import new_id
from app.sample.people import SamplePerson
from app.visitors.collectors import AddCollector, Collecting, Person
from app.visitors.consents import GiveConsent
from app.visitors.model import How, Purpose
from app.visitors.queries import Card, VisitorCard

ASKED = 90
COLLECTED = 12
GRANDPARENTS = ("vecāmāte Ausma", "vectēvs Aivars", "krustmāte Līga")


def agree_and_collect(desk: Desk, people: list[SamplePerson], chance: Random) -> None:
    """Each consent stands on its own; some end soon."""
    for person in chance.sample(people, ASKED):
        card = desk.ask(VisitorCard(person.id))
        if card is not None:
            _agree(desk, card, chance)
    collected = 0
    for person in reversed(people):  # the children come last
        card = desk.ask(VisitorCard(person.id))
        if card is None or card.details.guardian_id is None:
            continue
        _let_collect(desk, card, GRANDPARENTS[collected % len(GRANDPARENTS)])
        collected += 1
        if collected == COLLECTED:
            return


def _agree(desk: Desk, card: Card, chance: Random) -> None:
    child = card.details.guardian_id is not None
    purposes = [Purpose.PHOTO] if chance.random() < 0.8 else []
    if card.details.phone and chance.random() < 0.7:
        purposes.append(Purpose.PHONE)
    for purpose in purposes:
        until = wall_now(desk.clock).date() + timedelta(days=chance.randint(10, 700))
        how = How.GUARDIAN if child else chance.choice((How.SPOKEN, How.SIGNED))
        desk.do(GiveConsent(new_id(), card.row.id, purpose, how, until, desk.clock.now()))


def _let_collect(desk: Desk, card: Card, name: str) -> None:
    said_by = Person(card.details.guardian_id)
    child = (Collecting(new_id(), card.row.id),)
    desk.do(AddCollector(child, Person(None, name), said_by, desk.clock.now()))
