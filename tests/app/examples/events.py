"""One prepared example of every action of events."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from app.action import Action
from app.desk import Desk
from app.events.attending import CountHead, MarkPresent, MarkPresentAgain, UnmarkPresent
from app.events.by_its_room import MoveSessionByItsRoom
from app.events.certificates import IssueCertificates
from app.events.changing import CancelEvent, EditEvent, RestoreEvent
from app.events.details import SessionPlace
from app.events.model import Via
from app.events.plan import MoveSession, PlanEvent, PutBackEvent, RemoveEvent
from app.events.registering import (
    CancelRegistration,
    PutBackRegistration,
    RegisterForEvent,
    RemoveRegistration,
    RestoreRegistration,
)
from app.events.sessions import AddSession, PutBackSession, RemoveSession
from app.events.sheets import IssueSheet, IssueSheets, NeverPrinted
from app.events.waiting import GivePlace, WaitAgain
from app.ids import new_id
from app.slot import Place
from app.visitors.model import Band
from tests.making.bookings import make_room, slot
from tests.making.events import make_attendance, make_event, make_registration, planned
from tests.making.visitors import make_visitor


def _plan(desk: Desk) -> Action:
    return planned(make_room(desk))


def _remove(desk: Desk) -> Action:
    return RemoveEvent(make_event(desk, make_room(desk)).event_id)


def _put_back(desk: Desk) -> Action:
    event = make_event(desk, make_room(desk))
    desk.do(RemoveEvent(event.event_id))
    return PutBackEvent(event.event_id, (event.session_id,))


def _move(desk: Desk) -> Action:
    """From the yard into a room: the room is booked with it."""
    event = make_event(desk, place="In the yard")
    seen = SessionPlace(event.slot, None, "In the yard")
    wanted = SessionPlace(slot("10:00", "12:00"), make_room(desk))
    return MoveSession(event.session_id, seen, wanted, new_id())


def _move_by_room(desk: Desk) -> Action:
    room = make_room(desk)
    booking_id = make_event(desk, room).booking_id
    assert booking_id is not None
    seen = Place(room, slot("17:30", "19:30"))
    return MoveSessionByItsRoom(booking_id, seen, Place(room, slot("10:00", "12:00")))


def _added(desk: Desk) -> AddSession:
    room = make_room(desk)
    place = SessionPlace(slot("17:30", "19:30", date(2026, 10, 22)), room)
    return AddSession(new_id(), make_event(desk, room).event_id, new_id(), place)


def _remove_session(desk: Desk) -> Action:
    added = _added(desk)
    desk.do(added)
    return RemoveSession(added.session_id)


def _put_back_session(desk: Desk) -> Action:
    added = _added(desk)
    for action in (added, RemoveSession(added.session_id)):
        desk.do(action)
    return PutBackSession(added.session_id)


def _edit(desk: Desk) -> Action:
    event = make_event(desk, make_room(desk))
    wanted = replace(event.details, title="Glazing", capacity=8, confidential=True)
    return EditEvent(event.event_id, event.details, wanted)


def _cancel(desk: Desk) -> Action:
    return CancelEvent(make_event(desk, make_room(desk)).event_id)


def _restore(desk: Desk) -> Action:
    event = make_event(desk, make_room(desk))
    desk.do(CancelEvent(event.event_id))
    return RestoreEvent(event.event_id)


def _register(desk: Desk) -> Action:
    event = make_event(desk)
    visitor = make_visitor(desk)
    return RegisterForEvent(new_id(), event.event_id, visitor, Via.PHONE, desk.clock.now())


def _remove_registration(desk: Desk) -> Action:
    return RemoveRegistration(
        make_registration(desk, make_event(desk).event_id, make_visitor(desk))
    )


def _put_back_registration(desk: Desk) -> Action:
    remove = _remove_registration(desk)
    assert isinstance(remove, RemoveRegistration)
    desk.do(remove)
    return PutBackRegistration(remove.registration_id)


def _waiting(desk: Desk) -> Action:
    """Who cancels was on the waiting list, and stands there again when it is taken back."""
    event = make_event(desk, capacity=1)
    make_registration(desk, event.event_id, make_visitor(desk))
    other = make_visitor(desk, given="Pēteris", family="Kalns")
    return CancelRegistration(make_registration(desk, event.event_id, other))


def _restore_registration(desk: Desk) -> Action:
    found = make_registration(desk, make_event(desk).event_id, make_visitor(desk))
    desk.do(CancelRegistration(found))
    return RestoreRegistration(found)


def _give_place(desk: Desk) -> Action:
    event = make_event(desk, capacity=1)
    first = make_registration(desk, event.event_id, make_visitor(desk))
    other = make_registration(desk, event.event_id, make_visitor(desk, given="Pēteris"))
    desk.do(CancelRegistration(first))
    desk.do(WaitAgain(other))
    return GivePlace(other)


def _wait_again(desk: Desk) -> Action:
    return WaitAgain(make_registration(desk, make_event(desk).event_id, make_visitor(desk)))


def _mark_present(desk: Desk) -> Action:
    """A walk-in: the registration comes and goes with the tick."""
    event = make_event(desk)
    visitor = make_visitor(desk)
    return MarkPresent(new_id(), event.session_id, visitor, desk.clock.now(), new_id())


def _unmark_present(desk: Desk) -> Action:
    event, visitor = make_event(desk), make_visitor(desk)
    registration, attendance = new_id(), new_id()
    now = desk.clock.now()
    desk.do(MarkPresent(attendance, event.session_id, visitor, now, registration))
    return UnmarkPresent(attendance, registration)


def _mark_again(desk: Desk) -> Action:
    event, visitor = make_event(desk), make_visitor(desk)
    make_registration(desk, event.event_id, visitor)
    attendance = make_attendance(desk, event.session_id, visitor)
    desk.do(UnmarkPresent(attendance))
    return MarkPresentAgain(attendance)


def _count_head(desk: Desk) -> Action:
    return CountHead(make_event(desk).session_id, Band.YOUTH)


def _issue(desk: Desk) -> Action:
    event = make_event(desk, make_room(desk))
    make_registration(desk, event.event_id, make_visitor(desk))
    return IssueSheet(new_id(), event.session_id, "{}", desk.clock.now())


def _issue_two(desk: Desk) -> Action:
    sessions = [make_event(desk, start=at).session_id for at in ("10:00", "12:00")]
    return IssueSheets(tuple((new_id(), one) for one in sessions), "{}", desk.clock.now())


def _never_printed(desk: Desk) -> Action:
    issued = _issue_two(desk)
    assert isinstance(issued, IssueSheets)
    desk.do(issued)
    return NeverPrinted(tuple(sheet for sheet, _ in issued.sheets))


def _certificates(desk: Desk) -> Action:
    session_id, visitor_id = make_event(desk).session_id, make_visitor(desk)
    make_attendance(desk, session_id, visitor_id)
    return IssueCertificates(session_id, ((new_id(), visitor_id),), desk.clock.now())


EXAMPLES: dict[type, Callable[[Desk], Action]] = {
    PlanEvent: _plan,
    RemoveEvent: _remove,
    PutBackEvent: _put_back,
    MoveSession: _move,
    MoveSessionByItsRoom: _move_by_room,
    AddSession: _added,
    RemoveSession: _remove_session,
    PutBackSession: _put_back_session,
    EditEvent: _edit,
    CancelEvent: _cancel,
    RestoreEvent: _restore,
    RegisterForEvent: _register,
    RemoveRegistration: _remove_registration,
    PutBackRegistration: _put_back_registration,
    CancelRegistration: _waiting,
    RestoreRegistration: _restore_registration,
    GivePlace: _give_place,
    WaitAgain: _wait_again,
    MarkPresent: _mark_present,
    UnmarkPresent: _unmark_present,
    MarkPresentAgain: _mark_again,
    CountHead: _count_head,
    IssueSheet: _issue,
    IssueSheets: _issue_two,
    IssueCertificates: _certificates,
    NeverPrinted: _never_printed,
}
