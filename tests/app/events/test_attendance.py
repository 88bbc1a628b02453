"""Present, no-show, excused; several at once; two desks; more than there are places."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from app.clock import StandingClock, wall_now
from app.database.engine import Database
from app.desk import Desk
from app.errors import ChangedElsewhere, Refused
from app.events.attending import CountHead, MarkPresent, UnmarkPresent
from app.events.board import BoardOfSession, SessionBoard
from app.events.missed import SetAbsence, SetStay, Stay
from app.events.model import Absence
from app.events.plan import PlanEvent
from app.events.together import MarkTogether, NobodyElseCame
from app.events.with_her import ComesWith
from app.ids import new_id
from app.language import words
from app.permission import SignedIn
from app.visitors.model import Band
from tests.making.events import make_attendance, make_event, make_registration
from tests.making.visitors import make_organisation, make_visitor


def board_of(desk: Desk, event: PlanEvent) -> BoardOfSession:
    return desk.ask(SessionBoard(event.session_id))


def mark(desk: Desk, event: PlanEvent, visitor_id: object) -> MarkPresent:
    return MarkPresent(new_id(), event.session_id, visitor_id, desk.clock.now(), new_id())  # type: ignore[arg-type]


def test_excused_is_not_awaited_and_coming_after_all_ends_it(desk: Desk) -> None:
    event, visitor = make_event(desk, capacity=1), make_visitor(desk)
    make_registration(desk, event.event_id, visitor)
    desk.do(SetAbsence(new_id(), event.session_id, visitor, None, Absence.EXCUSED))
    board = board_of(desk, event)
    assert (board.awaited, board.missed, board.free) == (0, 1, 1)
    desk.do(mark(desk, event, visitor))
    board = board_of(desk, event)
    assert (board.present, board.missed, board.rows[0].absence) == (1, 0, None)
    with pytest.raises(Refused, match="was present"):
        desk.do(SetAbsence(new_id(), event.session_id, visitor, None, Absence.NO_SHOW))
    desk.undo()
    assert board_of(desk, event).rows[0].absence is Absence.EXCUSED


def test_the_others_did_not_come_in_one_action(desk: Desk) -> None:
    event = make_event(desk)
    people = [make_visitor(desk, "Anna", name) for name in ("Kalna", "Ozola", "Vilka")]
    for visitor in people:
        make_registration(desk, event.event_id, visitor)
    desk.do(mark(desk, event, people[0]))
    session_id = event.session_id
    absences = tuple(
        SetAbsence(new_id(), session_id, one, None, Absence.NO_SHOW) for one in people[1:]
    )
    change = desk.do(NobodyElseCame(absences))
    assert words(change.message) == "2 people did not come"
    assert board_of(desk, event).missed == 2
    desk.undo()
    assert (board_of(desk, event).missed, board_of(desk, event).awaited) == (0, 2)


def test_more_than_places_are_let_in_and_it_is_said(desk: Desk) -> None:
    event = make_event(desk, capacity=2)
    desk.do(CountHead(event.session_id, Band.CHILD))
    make_attendance(desk, event.session_id, make_visitor(desk))
    change = desk.do(mark(desk, event, make_visitor(desk, "Oto", "Kalns")))
    assert words(change.message).endswith("That is more than there are places: 3 of 2")
    board = board_of(desk, event)
    assert (board.present, board.over, board.free) == (3, 1, 0)


def test_a_family_and_a_class_come_together(desk: Desk) -> None:
    school = make_organisation(desk, "Preiļu 1. pamatskola")
    event = make_event(desk)
    mother = make_visitor(desk, "Anna", "Kalna")
    children = [make_visitor(desk, name, "Kalna", guardian_id=mother) for name in ("Ilze", "Oto")]
    pupils = [make_visitor(desk, "Ada", name, organisation_id=school) for name in ("Bite", "Egle")]
    for visitor in (mother, *children, *pupils):
        make_registration(desk, event.event_id, visitor)
    with_child = desk.ask(ComesWith(event.session_id, children[0]))
    assert (set(with_child.family), with_child.group) == ({mother, *children}, ())
    with_pupil = desk.ask(ComesWith(event.session_id, pupils[0]))
    assert (set(with_pupil.group), with_pupil.family) == (set(pupils), ())
    assert with_pupil.group_name == "Preiļu 1. pamatskola"
    make_attendance(desk, event.session_id, children[1])
    desk.do(MarkTogether(tuple(mark(desk, event, one) for one in (mother, *children))))
    assert board_of(desk, event).present == 3
    desk.undo()
    assert {row.visitor_id for row in board_of(desk, event).rows if row.came} == {children[1]}
    assert set(desk.ask(ComesWith(event.session_id, mother)).family) == {mother, children[0]}


def test_two_desks_ticking_at_once_keep_each_others_marks(
    desk: Desk, open_database: Callable[[], Database], somebody: SignedIn
) -> None:
    event = make_event(desk)
    first, second = make_visitor(desk), make_visitor(desk, "Oto", "Kalns")
    other = Desk(open_database(), desk.clock, name="office")
    other.sign_in(somebody)
    desk.do(mark(desk, event, first))
    with pytest.raises(Refused, match="has been here since"):
        other.do(mark(other, event, first))
    other.do(mark(other, event, second))
    desk.undo()  # her own tick, not the later one of the other desk
    assert {row.visitor_id for row in board_of(desk, event).rows if row.came} == {second}
    desk.redo()
    (row,) = (row for row in board_of(desk, event).rows if row.visitor_id == first)
    assert row.attendance_id is not None
    other.do(UnmarkPresent(row.attendance_id, row.walk_in))
    other.do(mark(other, event, first))
    with pytest.raises(ChangedElsewhere):
        desk.undo()
    assert board_of(desk, event).present == 2


def test_when_somebody_left(desk: Desk, clock: StandingClock) -> None:
    event = make_event(desk)
    attendance = make_attendance(desk, event.session_id, make_visitor(desk))
    came = wall_now(clock)
    later = came + timedelta(hours=1)
    desk.do(SetStay(attendance, Stay(came), Stay(came, later)))
    assert board_of(desk, event).rows[0].left == later
    with pytest.raises(ChangedElsewhere):
        desk.do(SetStay(attendance, Stay(came), Stay(came)))
    with pytest.raises(Refused, match="cannot leave before coming"):
        desk.do(SetStay(attendance, Stay(came, later), Stay(later, came)))
