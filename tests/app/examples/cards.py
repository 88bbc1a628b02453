"""An example of coming with a card."""

from collections.abc import Callable

from app.action import Action
from app.desk import Desk
from app.ids import new_id
from app.visitors.queries import VisitorCard
from app.visitors.scans import CheckInByCard
from tests.making.visitors import make_visitor


def check_in_by_card(desk: Desk) -> Action:
    card = desk.ask(VisitorCard(make_visitor(desk)))
    assert card is not None
    return CheckInByCard(new_id(), card.row.number, desk.clock.now())


EXAMPLES: dict[type, Callable[[Desk], Action]] = {CheckInByCard: check_in_by_card}
