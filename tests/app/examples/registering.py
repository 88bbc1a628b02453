"""Examples of changing what is special about a registration, and of a group."""

from collections.abc import Callable

from app.action import Action
from app.desk import Desk
from app.events.facts import NOTHING_SPECIAL, Facts
from app.events.model import Via
from app.events.register_group import Member, PutBackGroup, RegisterGroup, TakeBackGroup
from app.events.registering import CancelRegistration
from app.events.registration_facts import ChangeRegistration
from app.ids import new_id
from app.visitors.details import VisitorDetails
from tests.making.events import make_event, make_registration
from tests.making.visitors import make_visitor


def _change(desk: Desk) -> Action:
    event = make_event(desk)
    registration = make_registration(desk, event.event_id, make_visitor(desk))
    wanted = Facts(2, wheelchair_place=True, session_ids=frozenset({event.session_id}))
    return ChangeRegistration(registration, NOTHING_SPECIAL, wanted)


def _group(desk: Desk) -> Action:
    """One is new, one had cancelled, and one finds no place."""
    event = make_event(desk, capacity=2)
    back = make_visitor(desk, "Oto", "Kalns")
    desk.do(CancelRegistration(make_registration(desk, event.event_id, back)))
    new = VisitorDetails("Marta", "Ozola", birth_year=2016)
    known = make_visitor(desk)
    members = (Member(new_id(), back), Member(new_id(), new_id(), new), Member(new_id(), known))
    return RegisterGroup(event.event_id, members, Via.SCHOOL, desk.clock.now())


def _take_back(desk: Desk) -> Action:
    group = _group(desk)
    assert isinstance(group, RegisterGroup)
    undo = desk.do(group).undo
    assert isinstance(undo, TakeBackGroup)
    make_registration(desk, group.event_id, make_visitor(desk, "Ieva", "Roze"))
    return undo


def _put_back(desk: Desk) -> Action:
    undo = desk.do(_take_back(desk)).undo
    assert isinstance(undo, PutBackGroup)
    return undo


EXAMPLES: dict[type, Callable[[Desk], Action]] = {
    ChangeRegistration: _change,
    RegisterGroup: _group,
    TakeBackGroup: _take_back,
    PutBackGroup: _put_back,
}
