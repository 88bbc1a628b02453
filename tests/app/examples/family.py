"""One example of every action on families."""

from collections.abc import Callable
from uuid import UUID

from app.action import Action
from app.desk import Desk
from app.ids import new_id
from app.people.family_arrives import (
    FamilyArrivedAfterAll,
    FamilyArrives,
    FamilyDidNotArrive,
    Present,
)
from app.visitors.collectors import (
    AddCollector,
    Collecting,
    Person,
    PutBackCollector,
    RemoveCollector,
)
from app.visitors.together import Coming
from tests.making.events import make_event, make_registration
from tests.making.visitors import make_visitor


def add_collector(desk: Desk) -> AddCollector:
    mother = make_visitor(desk)
    children = tuple(
        Collecting(new_id(), make_visitor(desk, name, guardian_id=mother))
        for name in ("Toms", "Annija")
    )
    return AddCollector(children, Person(None, "Aivars Bērziņš"), Person(mother), desk.clock.now())


def remove_collector(desk: Desk) -> RemoveCollector:
    added = add_collector(desk)
    desk.do(added)
    return RemoveCollector(tuple(one.collector_id for one in added.children))


def put_back_collector(desk: Desk) -> Action:
    removed = remove_collector(desk)
    desk.do(removed)
    return PutBackCollector(removed.collector_ids)


def family_arrives(desk: Desk) -> FamilyArrives:
    event = make_event(desk)
    mother = make_visitor(desk)
    child: UUID = make_visitor(desk, "Toms", "Bērziņš", guardian_id=mother)
    make_registration(desk, event.event_id, child)
    coming = (Coming(new_id(), mother), Coming(new_id(), child))
    return FamilyArrives(coming, event.session_id, (Present(new_id(), child),), desk.clock.now())


def family_did_not_arrive(desk: Desk) -> FamilyDidNotArrive:
    undo = desk.do(family_arrives(desk)).undo
    assert isinstance(undo, FamilyDidNotArrive)
    return undo


def family_arrived_after_all(desk: Desk) -> Action:
    undo = desk.do(family_did_not_arrive(desk)).undo
    assert isinstance(undo, FamilyArrivedAfterAll)
    return undo


EXAMPLES: dict[type, Callable[[Desk], Action]] = {
    AddCollector: add_collector,
    RemoveCollector: remove_collector,
    PutBackCollector: put_back_collector,
    FamilyArrives: family_arrives,
    FamilyDidNotArrive: family_did_not_arrive,
    FamilyArrivedAfterAll: family_arrived_after_all,
}
