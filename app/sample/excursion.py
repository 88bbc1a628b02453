"""An excursion of the sample centre: more want to come than the bus has seats."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from app.clock import wall_now
from app.desk import Desk
from app.events.details import EventDetails
from app.events.facts import NOTHING_SPECIAL, Facts
from app.events.model import Via
from app.events.plan import PlanEvent
from app.events.registering import CancelRegistration, RegisterForEvent
from app.ids import new_id
from app.sample.people import SamplePerson
from app.slot import Slot

TITLE = "Ekskursija uz Aglonu"
PLACE = "Autobuss no centra durvīm"
IN_DAYS = 8
FIRST, COMING, WAITING = 40, 12, 3
"""Where in the sample's list those stand who come, how many, and how many more wait."""
SPECIAL = {1: Facts(companions=1), 3: Facts(wheelchair_place=True), 6: Facts(companions=2)}


def plan_excursion(desk: Desk, people: list[SamplePerson]) -> None:
    """One cancelled and one was taken off before the bus was full."""
    today = wall_now(desk.clock).date()
    details = EventDetails(
        TITLE,
        title_in_ukrainian="Екскурсія до Аглони",
        leader="Rita Stikāne",
        capacity=COMING,
        companion_places=2,
        wheelchair_places=1,
        opens=_at(today - timedelta(days=7), 9),
        closes=_at(today + timedelta(days=IN_DAYS - 1), 18),
    )
    day = today + timedelta(days=IN_DAYS)
    event_id = new_id()
    slot = Slot(_at(day, 9), _at(day, 16))
    desk.do(PlanEvent(event_id, new_id(), None, details, slot, None, PLACE))
    adults = [one.id for one in people if not one.ukrainian][FIRST:]
    for withdrawn, visitor_id in enumerate(adults[:2]):
        registration_id = _register(desk, event_id, visitor_id, 0)
        desk.do(CancelRegistration(registration_id, withdrawn=bool(withdrawn)))
    for number, visitor_id in enumerate(adults[2 : 2 + COMING - 1 + WAITING]):
        _register(desk, event_id, visitor_id, number)


def _register(desk: Desk, event_id: UUID, visitor_id: UUID, number: int) -> UUID:
    registration_id = new_id()
    at = desk.clock.now() - timedelta(hours=30 - number)
    facts = SPECIAL.get(number, NOTHING_SPECIAL)
    desk.do(RegisterForEvent(registration_id, event_id, visitor_id, Via.PHONE, at, facts))
    return registration_id


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour))
