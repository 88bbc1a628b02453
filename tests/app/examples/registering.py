"""An example of changing what is special about a registration."""

from collections.abc import Callable

from app.action import Action
from app.desk import Desk
from app.events.registration_facts import NOTHING_SPECIAL, ChangeRegistration, Facts
from tests.making.events import make_event, make_registration
from tests.making.visitors import make_visitor


def _change(desk: Desk) -> Action:
    event = make_event(desk)
    registration = make_registration(desk, event.event_id, make_visitor(desk))
    wanted = Facts(2, wheelchair_place=True, session_ids=frozenset({event.session_id}))
    return ChangeRegistration(registration, NOTHING_SPECIAL, wanted)


EXAMPLES: dict[type, Callable[[Desk], Action]] = {ChangeRegistration: _change}
