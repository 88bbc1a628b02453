"""Registered for single dates: a place at those only, and one person's after a merge."""

from datetime import date
from uuid import UUID

import pytest

from app.desk import Desk
from app.errors import Refused
from app.events.board import BoardOfSession, SessionBoard
from app.events.details import SessionPlace
from app.events.facts import NOTHING_SPECIAL, Facts
from app.events.model import RegistrationStatus, Via
from app.events.plan import PlanEvent
from app.events.queries import Agenda, UpcomingOf
from app.events.registering import RegisterForEvent
from app.events.registration_facts import ChangeRegistration, OneRegistration
from app.events.sessions import AddSession
from app.ids import new_id
from app.language import words
from tests.making.bookings import slot
from tests.making.events import make_event
from tests.making.people import merging
from tests.making.visitors import make_visitor


def two_dates(desk: Desk, **rest: object) -> tuple[PlanEvent, Facts, Facts]:
    """An event, and what coming only to its first and only to its second date is."""
    event = make_event(desk, **rest)  # type: ignore[arg-type]
    place = SessionPlace(slot("17:30", "19:30", date(2026, 10, 22)))
    added = AddSession(new_id(), event.event_id, None, place)
    desk.do(added)
    first, second = (
        Facts(session_ids=frozenset({id_})) for id_ in (event.session_id, added.session_id)
    )
    return event, first, second


def register(desk: Desk, event: PlanEvent, visitor: UUID, facts: Facts = NOTHING_SPECIAL) -> UUID:
    made, now = new_id(), desk.clock.now()
    desk.do(RegisterForEvent(made, event.event_id, visitor, Via.PHONE, now, facts))
    return made


def on(desk: Desk, facts: Facts) -> list[RegistrationStatus]:
    """How those stand who are on the list of this date."""
    (session_id,) = facts.session_ids
    board = desk.ask(SessionBoard(session_id))
    assert isinstance(board, BoardOfSession)
    return [row.status for row in board.rows]


def test_each_date_has_its_own_places(desk: Desk) -> None:
    event, first, second = two_dates(desk, capacity=1)
    anna = register(desk, event, make_visitor(desk, "Anna", "Kalna"), first)
    register(desk, event, make_visitor(desk, "Oto", "Kalns"), second)
    assert on(desk, first) == on(desk, second) == [RegistrationStatus.REGISTERED]
    every = register(desk, event, make_visitor(desk, "Ieva", "Roze"))
    assert on(desk, first)[1] == on(desk, second)[1] == RegistrationStatus.WAITLISTED
    with pytest.raises(Refused, match="not so many places left"):
        desk.do(ChangeRegistration(anna, first, NOTHING_SPECIAL))
    assert desk.ask(OneRegistration(every)).facts == NOTHING_SPECIAL


def test_whoever_leaves_a_date_lets_the_next_one_in(desk: Desk) -> None:
    event, first, second = two_dates(desk, capacity=1)
    everywhere = register(desk, event, make_visitor(desk, "Anna", "Kalna"))
    register(desk, event, make_visitor(desk, "Oto", "Kalns"), second)
    assert RegistrationStatus.WAITLISTED in on(desk, second)
    change = desk.do(ChangeRegistration(everywhere, NOTHING_SPECIAL, first))
    assert words(change.message).endswith("Oto Kalns has the place now.")
    assert on(desk, second) == [RegistrationStatus.REGISTERED]


def test_agenda_and_her_own_dates_know_it(desk: Desk) -> None:
    event, first, _ = two_dates(desk, capacity=3)
    anna = make_visitor(desk, "Anna", "Kalna")
    register(desk, event, anna, first)
    register(desk, event, make_visitor(desk, "Oto", "Kalns"))
    days = desk.ask(Agenda(date(2026, 10, 15), 10))
    assert [row.registered for day in days for row in day.rows] == [2, 1]
    hers = desk.ask(UpcomingOf(anna, date(2026, 10, 15)))
    assert {row.session_id for row in hers} == first.session_ids


def test_dates_come_back_with_the_registration(desk: Desk) -> None:
    event, first, _ = two_dates(desk)
    made = register(desk, event, make_visitor(desk), first)
    desk.undo()
    desk.redo()
    assert desk.ask(OneRegistration(made)).facts == first


def test_a_merge_leaves_one_place_with_the_dates_of_both_and_lets_somebody_in(desk: Desk) -> None:
    event, first, second = two_dates(desk, capacity=2)
    kept, gone = make_visitor(desk, "Anna", "Kalna"), make_visitor(desk, "Anna", "Kalne")
    mine = register(desk, event, kept, first)
    register(desk, event, gone, Facts(1, session_ids=second.session_ids))
    register(desk, event, make_visitor(desk, "Oto", "Kalns"))
    assert on(desk, first)[1] == RegistrationStatus.WAITLISTED
    desk.do(merging(desk, kept, gone))
    assert desk.ask(OneRegistration(mine)).facts == Facts(
        1, session_ids=first.session_ids | second.session_ids
    )
    assert len(on(desk, first)) == len(on(desk, second)) == 2
    desk.undo()
    assert desk.ask(OneRegistration(mine)).facts == first


def test_whoever_is_on_the_whole_list_by_one_name_is_so_after_a_merge(desk: Desk) -> None:
    event, first, second = two_dates(desk, capacity=2)
    kept, gone = make_visitor(desk, "Anna", "Kalna"), make_visitor(desk, "Anna", "Kalne")
    mine = register(desk, event, kept, first)
    register(desk, event, gone)
    waits = register(desk, event, make_visitor(desk, "Oto", "Kalns"), first)
    change = desk.do(merging(desk, kept, gone))
    assert words(change.message).endswith("is one person now. Oto Kalns has the place now.")
    assert on(desk, second) == [RegistrationStatus.REGISTERED]
    assert desk.ask(OneRegistration(mine)).facts == NOTHING_SPECIAL
    desk.undo()
    assert desk.ask(OneRegistration(mine)).facts == first
    assert desk.ask(OneRegistration(waits)).facts == first
    assert RegistrationStatus.WAITLISTED in on(desk, first)
