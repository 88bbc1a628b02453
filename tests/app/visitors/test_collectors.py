"""Who may collect a child: as the family said it, person by person, child by child."""

from uuid import UUID

import pytest

from app.desk import Desk
from app.errors import ChangedElsewhere, Refused
from app.ids import new_id
from app.people.merge import MergePeople
from app.visitors.collectors import (
    AddCollector,
    Collecting,
    CollectorsOf,
    Person,
    RemoveCollector,
)
from app.visitors.queries import VisitorCard
from app.visitors.register import RemoveVisitor
from tests.making.visitors import make_visitor


def let_collect(desk: Desk, who: Person, *children: UUID, said_by: Person | None = None) -> None:
    them = tuple(Collecting(new_id(), child) for child in children)
    desk.do(AddCollector(them, who, said_by or Person(None, "Anna"), desk.clock.now()))


def may_collect(desk: Desk, *children: UUID) -> list[str]:
    return [row.name for row in desk.ask(CollectorsOf(children))]


def test_a_known_person_or_only_a_name_who_said_it_and_when(desk: Desk) -> None:
    mother = make_visitor(desk)
    child = make_visitor(desk, "Toms", "Bērziņš", guardian_id=mother)
    grandfather = make_visitor(desk, "Aivars", "Bērziņš")
    let_collect(desk, Person(grandfather), child, said_by=Person(mother))
    let_collect(desk, Person(None, "  vecāmāte   Ausma "), child)
    known, named = desk.ask(CollectorsOf((child,)))
    assert (known.name, known.visitor_id, known.said_by) == (
        "Aivars Bērziņš",
        grandfather,
        "Anna Bērziņa",
    )
    assert (named.name, named.visitor_id, named.said_by) == ("vecāmāte Ausma", None, "Anna")
    assert f"{known.said:%d.%m.%Y}" == "15.10.2026"


def test_nobody_is_refused_and_so_is_what_stands_there(desk: Desk) -> None:
    child, other = make_visitor(desk, "Toms"), make_visitor(desk, "Paula")
    with pytest.raises(Refused, match="Write who may collect"):
        let_collect(desk, Person(None, " "), child)
    let_collect(desk, Person(None, "Ausma"), child)
    with pytest.raises(Refused, match="written down already"):
        let_collect(desk, Person(None, "Ausma"), child)
    with pytest.raises(Refused, match="written down already"):
        let_collect(desk, Person(child), child)
    let_collect(desk, Person(None, "Ausma"), child, other)
    assert may_collect(desk, child, other) == ["Ausma", "Ausma"]


def test_who_is_taken_from_the_list_collects_nobody(desk: Desk) -> None:
    child, grandmother = make_visitor(desk, "Toms"), make_visitor(desk, "Ausma")
    let_collect(desk, Person(grandmother), child)
    desk.do(RemoveVisitor(grandmother))
    assert may_collect(desk, child) == []
    with pytest.raises(ChangedElsewhere):
        let_collect(desk, Person(grandmother), child)


def test_taken_away_twice_is_refused(desk: Desk) -> None:
    child = make_visitor(desk, "Toms")
    let_collect(desk, Person(None, "Ausma"), child)
    (row,) = desk.ask(CollectorsOf((child,)))
    desk.do(RemoveCollector((row.id,)))
    assert may_collect(desk, child) == []
    with pytest.raises(ChangedElsewhere, match="in the meantime"):
        desk.do(RemoveCollector((row.id,)))


def test_two_who_are_one_collect_once_and_apart_again_after_undo(desk: Desk) -> None:
    child = make_visitor(desk, "Toms", "Kalns")
    kept, gone = make_visitor(desk, "Ausma", "Kalna"), make_visitor(desk, "Ausma", "Kalne")
    for one in (kept, gone):
        let_collect(desk, Person(one), child)
    cards = [desk.ask(VisitorCard(one)) for one in (kept, gone)]
    details = [card.details for card in cards if card is not None]
    desk.do(MergePeople(kept, gone, (details[0], details[1]), details[0]))
    (row,) = desk.ask(CollectorsOf((child,)))
    assert row.visitor_id == kept
    desk.undo()
    assert sorted(may_collect(desk, child)) == ["Ausma Kalna", "Ausma Kalne"]
