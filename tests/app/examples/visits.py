"""One example of every action on groups, late entries and what visits are for."""

from collections.abc import Callable
from datetime import timedelta

from app.action import Action
from app.desk import Desk
from app.visitors import activities, late, parties
from app.visitors.model import Activity
from tests.making.visitors import make_organisation, make_visit, make_visitor
from tests.making.visits import counting, entering, make_group


def count_group(desk: Desk) -> Action:
    return counting(desk, organisation_id=make_organisation(desk))


def remove_party(desk: Desk) -> Action:
    return parties.RemoveParty(make_group(desk).party_id)


def put_back_party(desk: Desk) -> Action:
    group = make_group(desk)
    desk.do(parties.RemoveParty(group.party_id))
    return parties.PutBackParty(group.party_id)


def party_left(desk: Desk) -> Action:
    return parties.PartyLeft(make_group(desk).party_id, desk.clock.now())


def set_activities(desk: Desk) -> Action:
    visit_id = make_visit(desk, make_visitor(desk))
    wanted = activities.Doing(frozenset({Activity.COMPUTER, Activity.KITCHEN}))
    return activities.SetActivities((visit_id,), activities.Doing(), wanted)


def enter_visit(desk: Desk) -> Action:
    return entering(desk, make_visitor(desk), timedelta(days=1))


EXAMPLES: dict[type, Callable[[Desk], Action]] = {
    parties.CountGroup: count_group,
    parties.RemoveParty: remove_party,
    parties.PutBackParty: put_back_party,
    parties.PartyLeft: party_left,
    activities.SetActivities: set_activities,
    late.EnterVisit: enter_visit,
}
