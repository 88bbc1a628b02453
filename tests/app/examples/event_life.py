"""One prepared example of every action that changes, copies or tells of an event."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from app.action import Action
from app.bookings.repeats import weekly
from app.bookings.telling_model import ToldBy
from app.desk import Desk
from app.events.change_event import ChangeEvent
from app.events.copying import CopiedPerson, CopyEvent, PutBackCopy, RemoveCopy
from app.events.details import EventDetails, PlannedDate, PlannedEvent, SessionPlace
from app.events.informing import Inform, PutBackInformed, TakeBackInformed
from app.events.news_queries import NewsOf
from app.events.of_booking import Becomes, GiveBookingsBack, MakeEventOf
from app.ids import new_id
from tests.making.bookings import details as booking_details
from tests.making.bookings import make_room, make_series, slot
from tests.making.events import make_event, make_registration
from tests.making.visitors import make_visitor

NEXT_WEEK = date(2026, 10, 22)
WEEK_AFTER = date(2026, 10, 29)


def _changed(desk: Desk) -> Action:
    """One date moves with somebody on the list, one goes, one comes."""
    room = make_room(desk)
    gone = PlannedDate(new_id(), new_id(), SessionPlace(slot("17:30", "19:30", NEXT_WEEK), room))
    event = make_event(desk, room)
    first = PlannedDate(event.session_id, event.booking_id, SessionPlace(event.slot, room))
    seen = PlannedEvent(event.details, (first, gone))
    desk.do(ChangeEvent(event.event_id, replace(seen, dates=(first,)), seen))
    make_registration(desk, event.event_id, make_visitor(desk))
    moved = replace(first, booking_id=None, place=SessionPlace(event.slot, None, "In the yard"))
    new = PlannedDate(new_id(), new_id(), SessionPlace(slot("10:00", "12:00", WEEK_AFTER), room))
    wanted = PlannedEvent(replace(event.details, capacity=12, draft=True), (moved, new))
    return ChangeEvent(event.event_id, seen, wanted)


def _copied(desk: Desk) -> CopyEvent:
    room = make_room(desk)
    event = make_event(desk, room, capacity=1)
    people = tuple(
        CopiedPerson(make_registration(desk, event.event_id, visitor), new_id())
        for visitor in (make_visitor(desk), make_visitor(desk, given="Pēteris"))
    )
    when = SessionPlace(slot("17:30", "19:30", NEXT_WEEK), room)
    dates = (PlannedDate(new_id(), new_id(), when),)
    return CopyEvent(event.event_id, new_id(), event.details, dates, desk.clock.now(), people)


def _remove_copy(desk: Desk) -> RemoveCopy:
    copied = _copied(desk)
    desk.do(copied)
    return RemoveCopy(copied.event_id, tuple(one.copy_id for one in copied.people))


def _put_back_copy(desk: Desk) -> Action:
    copied = _copied(desk)
    desk.do(copied)
    ids = tuple(one.copy_id for one in copied.people)
    desk.do(RemoveCopy(copied.event_id, ids))
    return PutBackCopy(copied.event_id, tuple(one.session_id for one in copied.dates), ids)


def _informed(desk: Desk) -> Inform:
    change = _changed(desk)
    assert isinstance(change, ChangeEvent)
    desk.do(change)
    row = desk.ask(NewsOf(change.event_id))[0]
    return Inform(new_id(), row.news_id, row.visitor_id, ToldBy.PHONE, desk.clock.now())


def _take_back_informed(desk: Desk) -> Action:
    informed = _informed(desk)
    desk.do(informed)
    return TakeBackInformed(informed.informed_id)


def _put_back_informed(desk: Desk) -> Action:
    informed = _informed(desk)
    for action in (informed, TakeBackInformed(informed.informed_id)):
        desk.do(action)
    return PutBackInformed(informed.informed_id)


def _made_of_booking(desk: Desk) -> MakeEventOf:
    """Two dates of a series, which leave it."""
    asked = booking_details(make_room(desk), day=NEXT_WEEK, people=12, holder="Marta")
    _, dates = make_series(desk, asked, weekly(NEXT_WEEK, WEEK_AFTER))
    details = EventDetails("Choir for everybody", leader="Marta", capacity=20)
    bookings = tuple(Becomes(one, new_id()) for one in dates)
    return MakeEventOf(bookings, new_id(), details)


def _give_back(desk: Desk) -> Action:
    change = desk.do(_made_of_booking(desk))
    assert isinstance(change.undo, GiveBookingsBack)
    return change.undo


EXAMPLES: dict[type, Callable[[Desk], Action]] = {
    ChangeEvent: _changed,
    CopyEvent: _copied,
    RemoveCopy: _remove_copy,
    PutBackCopy: _put_back_copy,
    Inform: _informed,
    TakeBackInformed: _take_back_informed,
    PutBackInformed: _put_back_informed,
    MakeEventOf: _made_of_booking,
    GiveBookingsBack: _give_back,
}
