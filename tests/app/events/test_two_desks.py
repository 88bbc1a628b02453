"""Lists and sheets that another desk has changed before something is taken back here."""

from dataclasses import replace
from datetime import date

import pytest

from app.desk import Desk
from app.errors import ChangedElsewhere, Refused
from app.events.board import BoardOfSession, SessionBoard
from app.events.changing import CancelEvent, EditEvent, RestoreEvent
from app.events.details import EventDetails, SessionPlace
from app.events.facts import NOTHING_SPECIAL, Facts
from app.events.group_match import MatchNames, Outcome
from app.events.missed import SetAbsence
from app.events.model import Absence, RegistrationStatus, Via
from app.events.of_booking import Becomes, MakeEventOf
from app.events.pasted_names import read_pasted
from app.events.plan import PlanEvent, RemoveEvent
from app.events.register_group import Member, RegisterGroup
from app.events.registering import CancelRegistration, RegisterForEvent, RemoveRegistration
from app.events.registration_facts import OneRegistration
from app.events.sessions import AddSession, PutBackSession, RemoveSession
from app.events.sheets import IssueSheet, NeverPrinted
from app.events.way_back_choices import PaperNumbered
from app.events.way_back_closing import CloseSheet, Closing
from app.ids import new_id
from app.language import words
from app.sheets.sheet import SheetOptions
from app.sheets.sheet_wish import as_json
from tests.making.bookings import make_booking, make_room, slot
from tests.making.events import make_attendance, make_event, make_registration
from tests.making.papers import make_paper, ticks, written
from tests.making.people import merging
from tests.making.visitors import make_visitor

PLACE, WAITS = RegistrationStatus.REGISTERED, RegistrationStatus.WAITLISTED


def board(desk: Desk, event: PlanEvent) -> BoardOfSession:
    found = desk.ask(SessionBoard(event.session_id))
    assert isinstance(found, BoardOfSession)
    return found


def standing(desk: Desk, event: PlanEvent) -> dict[str, RegistrationStatus]:
    return {row.list_name.split()[-1]: row.status for row in board(desk, event).rows}


def register(desk: Desk, event: PlanEvent, name: str) -> object:
    return make_registration(desk, event.event_id, make_visitor(desk, name, "Kalns"))


def test_a_place_given_away_meanwhile_is_not_given_twice(desk: Desk, other_desk: Desk) -> None:
    event = make_event(desk, capacity=1, title="Choir")
    anna = register(desk, event, "Anna")
    desk.do(RemoveRegistration(anna))  # type: ignore[arg-type]
    register(other_desk, event, "Oto")
    change = desk.undo()
    assert change is not None
    assert words(change.message) == "“Choir” is full. Anna Kalns waits, number 1 in line"
    assert standing(desk, event) == {"Anna": WAITS, "Oto": PLACE}


def test_nor_when_it_went_from_one_who_waited_to_the_next(desk: Desk, other_desk: Desk) -> None:
    event = make_event(desk, capacity=1)
    anna, ieva, _ = (register(desk, event, name) for name in ("Anna", "Ieva", "Oto"))
    desk.do(RemoveRegistration(anna))  # type: ignore[arg-type]
    other_desk.do(CancelRegistration(ieva))  # type: ignore[arg-type]
    desk.undo()
    assert standing(desk, event)["Oto"] is PLACE
    assert standing(desk, event)["Anna"] is WAITS


def test_who_was_there_beyond_the_places_is_so_again(desk: Desk) -> None:
    event = make_event(desk, capacity=1)
    anna = register(desk, event, "Anna")
    make_attendance(desk, event.session_id, make_visitor(desk, "Oto", "Kalns"))
    desk.do(RemoveRegistration(anna))  # type: ignore[arg-type]
    desk.undo()
    assert standing(desk, event) == {"Anna": PLACE, "Oto": PLACE}


def test_who_is_another_person_by_now_is_not_put_back(desk: Desk, other_desk: Desk) -> None:
    event = make_event(desk)
    kept, gone = make_visitor(desk, "Anna", "Kalna"), make_visitor(desk, "Anna", "Kalne")
    desk.do(RemoveRegistration(make_registration(desk, event.event_id, gone)))
    other_desk.do(merging(other_desk, kept, gone))
    with pytest.raises(ChangedElsewhere, match="no longer in the list"):
        desk.undo()


def test_who_waits_has_the_place_when_the_event_takes_place_after_all(desk: Desk) -> None:
    event = make_event(desk, capacity=1, title="Choir")
    anna, _ = (register(desk, event, name) for name in ("Anna", "Oto"))
    desk.do(CancelEvent(event.event_id))
    desk.do(CancelRegistration(anna))  # type: ignore[arg-type]
    change = desk.do(RestoreEvent(event.event_id))
    assert words(change.message) == "Event restored: “Choir”. Oto Kalns has the place now."
    assert standing(desk, event)["Oto"] is PLACE
    desk.undo()
    assert standing(desk, event)["Oto"] is WAITS


def test_nobody_is_there_and_missing_at_once(desk: Desk, other_desk: Desk) -> None:
    event, visitor = make_event(desk), make_visitor(desk)
    make_registration(desk, event.event_id, visitor)
    make_attendance(desk, event.session_id, visitor)
    desk.undo()
    missed = SetAbsence(new_id(), event.session_id, visitor, None, Absence.NO_SHOW)
    other_desk.do(missed)
    desk.redo()
    assert [row.absence for row in board(desk, event).rows] == [None]
    assert board(desk, event).present == 1
    desk.undo()
    assert [row.absence for row in board(desk, event).rows] == [Absence.NO_SHOW]


def a_date_taken_away(desk: Desk, visitor: object) -> tuple[PlanEvent, RemoveSession, object]:
    """She was on the list for that date only."""
    event, second, made = make_event(desk, title="Choir"), new_id(), new_id()
    where = SessionPlace(slot("17:30", "19:30", date(2026, 10, 22)))
    desk.do(AddSession(second, event.event_id, None, where))
    only = Facts(session_ids=frozenset({second}))
    now = desk.clock.now()
    desk.do(RegisterForEvent(made, event.event_id, visitor, Via.PHONE, now, only))  # type: ignore[arg-type]
    gone = RemoveSession(second)
    desk.do(gone)
    return event, gone, made


def test_whose_only_date_was_taken_away_comes_to_another(desk: Desk) -> None:
    visitor = make_visitor(desk)
    event, gone, made = a_date_taken_away(desk, visitor)
    assert board(desk, event).rows == ()
    desk.do(RegisterForEvent(new_id(), event.event_id, visitor, Via.PHONE, desk.clock.now()))
    assert [row.registration_id for row in board(desk, event).rows] == [made]
    with pytest.raises(Refused, match="already on the list"):
        make_registration(desk, event.event_id, visitor)
    desk.undo()
    assert board(desk, event).rows == ()
    desk.do(PutBackSession(gone.session_id))
    facts = desk.ask(OneRegistration(made)).facts  # type: ignore[arg-type]
    assert facts.session_ids == {gone.session_id}


def test_nor_is_she_left_out_of_a_group(desk: Desk) -> None:
    visitor = make_visitor(desk, "Anna", "Kalna")
    event, _, made = a_date_taken_away(desk, visitor)
    (row,) = desk.ask(MatchNames(event.event_id, read_pasted("Kalna Anna"))).rows
    assert row.outcome is Outcome.FOUND
    now = desk.clock.now()
    desk.do(RegisterGroup(event.event_id, (Member(new_id(), visitor),), Via.SCHOOL, now))
    assert desk.ask(OneRegistration(made)).facts == NOTHING_SPECIAL  # type: ignore[arg-type]
    for _ in range(2):
        desk.undo()
        assert board(desk, event).rows == ()
        desk.redo()
        assert len(board(desk, event).rows) == 1


def test_an_event_changed_elsewhere_is_not_taken_back(desk: Desk, other_desk: Desk) -> None:
    event = make_event(desk, title="Choir")
    seen = event.details
    other_desk.do(EditEvent(event.event_id, seen, replace(seen, leader="Zane Vītola")))
    with pytest.raises(ChangedElsewhere, match="changed in the meantime"):
        desk.undo()
    assert board(desk, event).leader == "Zane Vītola"


def test_a_booking_that_became_a_cancelled_event_does_not_come_back(
    desk: Desk, other_desk: Desk
) -> None:
    booking = make_booking(desk, make_room(desk), "14:00", "16:00")
    event = new_id()
    desk.do(MakeEventOf((Becomes(booking, new_id()),), event, EventDetails("Choir")))
    other_desk.do(CancelEvent(event))
    with pytest.raises(ChangedElsewhere, match="book the room again"):
        desk.undo()


def test_a_finished_sheet_stays_as_its_sum_says(desk: Desk, other_desk: Desk) -> None:
    paper = make_paper(desk, "Bērziņa")
    walk_in = make_visitor(desk, "Anna", "Leidums")
    desk.do(ticks(desk, paper.sheet_id, 1))
    desk.do(written(desk, paper, 2, walk_in))
    other_desk.do(CloseSheet(paper.sheet_id, Closing(2, desk.clock.now())))
    for _ in range(2):
        with pytest.raises(Refused, match="Open it again"):
            desk.undo()
    assert paper.on(desk).entered == 2


def test_one_person_in_two_rows_came_once(desk: Desk) -> None:
    paper = make_paper(desk, "Kalna", "Kalne")
    desk.do(merging(desk, *paper.people))
    desk.do(ticks(desk, paper.sheet_id, 1, 2))
    on = paper.on(desk)
    assert (on.by_name, on.walked_in, on.entered) == (1, 0, 1)
    desk.do(CloseSheet(paper.sheet_id, Closing(1, desk.clock.now())))


def test_a_number_is_free_again_though_the_event_is_gone(desk: Desk, other_desk: Desk) -> None:
    event, sheet = make_event(desk), new_id()
    desk.do(IssueSheet(sheet, event.session_id, as_json(SheetOptions()), desk.clock.now()))
    other_desk.do(RemoveEvent(event.event_id))
    desk.do(NeverPrinted((sheet,)))
    paper = make_paper(desk, "Kalna", start="20:00", end="21:00")
    found = desk.ask(PaperNumbered("2026-0001"))
    assert found is not None
    assert found.sheet_id == paper.sheet_id
