"""One prepared example of every action about people who are in the list twice."""

from collections.abc import Callable

from app.action import Action
from app.desk import Desk
from app.ids import new_id
from app.people.likely_duplicates import SayNotTheSame, TakeBackNotTheSame
from app.people.merge import MergePeople, SplitPeople
from tests.making.people import make_twice, merging
from tests.making.visitors import make_visitor


def _merge(desk: Desk) -> Action:
    """She is here under both names, and somebody like her is another person."""
    twice = make_twice(desk)
    other = make_visitor(desk, "Anna", "Kalniņa", birth_year=1988)
    desk.do(SayNotTheSame(new_id(), (other, twice.newer)))
    return merging(desk, twice.older, twice.newer, family_name="Kalniņa", phone="")


def _split(desk: Desk) -> Action:
    undo = desk.do(_merge(desk)).undo
    assert undo is not None
    return undo


def _two(desk: Desk) -> Action:
    return SayNotTheSame(new_id(), (make_visitor(desk), make_visitor(desk)))


def _perhaps_one(desk: Desk) -> Action:
    mark_id = new_id()
    desk.do(SayNotTheSame(mark_id, (make_visitor(desk), make_visitor(desk))))
    return TakeBackNotTheSame(mark_id)


EXAMPLES: dict[type, Callable[[Desk], Action]] = {
    MergePeople: _merge,
    SplitPeople: _split,
    SayNotTheSame: _two,
    TakeBackNotTheSame: _perhaps_one,
}
