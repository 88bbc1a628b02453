"""What must be prepared for coming sessions: counts, who does it, and whether the room fits."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from app.accessibility.model import SupportState
from app.accessibility.preparing import Prepared, SetPreparation
from app.accessibility.queries import (
    SessionNeeds,
    SessionToPrepare,
    ToPrepare,
    ToPrepareCount,
    WeekTotals,
)
from app.accessibility.reveal import RevealForWhom, WhomRevealed
from app.accessibility.vocabulary import Support
from app.bookings.model import Feature, Having
from app.bookings.room_features import Offering, SetRoomFeature
from app.desk import Desk
from app.errors import ChangedElsewhere
from app.events.changing import CancelEvent
from app.events.plan import PlanEvent
from app.events.registering import CancelRegistration
from app.people.withdraw import WithdrawConsent
from tests.making.accessibility import make_needs
from tests.making.bookings import make_booking, make_room
from tests.making.events import make_event, make_registration
from tests.making.visitors import make_visitor

TODAY = date(2026, 10, 15)


def coming(desk: Desk, days: int = 7) -> tuple[SessionToPrepare, ...]:
    return desk.ask(ToPrepare(TODAY, days))


def listed(desk: Desk, event: PlanEvent, *supports: Support, given: str = "Anna") -> UUID:
    """Somebody with these needs is registered for the event."""
    visitor_id = make_visitor(desk, given)
    make_registration(desk, event.event_id, visitor_id)
    make_needs(desk, visitor_id, *supports)
    return visitor_id


def say_of(desk: Desk, room_id: UUID, feature: Feature, having: Having) -> None:
    desk.do(SetRoomFeature(room_id, feature, Offering(), Offering(having)))


def test_people_are_counted_once_for_each_support(desk: Desk) -> None:
    event = make_event(desk)
    listed(desk, event, Support.LARGE_PRINT, Support.QUIET_PLACE)
    second = listed(desk, event, Support.LARGE_PRINT, given="Rūta")
    make_needs(desk, second, Support.LARGE_PRINT)
    (one,) = coming(desk)
    assert [(line.support, line.people) for line in one.lines] == [
        (Support.LARGE_PRINT, 2),
        (Support.QUIET_PLACE, 1),
    ]
    assert desk.ask(WeekTotals(TODAY)) == ((Support.LARGE_PRINT, 2), (Support.QUIET_PLACE, 1))
    assert desk.ask(SessionNeeds(event.session_id, TODAY)) == one.lines


def test_only_who_comes_and_whose_consent_holds_counts(desk: Desk) -> None:
    event = make_event(desk)
    gone = make_visitor(desk, "Toms")
    registration_id = make_registration(desk, event.event_id, gone)
    made = make_needs(desk, gone, Support.EASY_READ)
    assert desk.ask(ToPrepareCount(TODAY, 7)) == 1
    desk.do(CancelRegistration(registration_id))
    assert coming(desk) == ()
    desk.undo()
    assert desk.ask(ToPrepareCount(TODAY, 7)) == 1
    desk.do(WithdrawConsent(made.consent_id, desk.clock.now()))
    assert coming(desk) == ()


def test_a_need_for_one_event_is_not_prepared_at_another(desk: Desk) -> None:
    pottery, choir = make_event(desk), make_event(desk, title="Choir", start="12:00", end="13:00")
    visitor_id = make_visitor(desk)
    for event in (pottery, choir):
        make_registration(desk, event.event_id, visitor_id)
    make_needs(desk, visitor_id, Support.INTERPRETING, event_id=choir.event_id)
    assert [one.title for one in coming(desk)] == ["Choir"]


def test_a_cancelled_event_and_a_later_week_need_nothing_now(desk: Desk) -> None:
    soon = make_event(desk)
    later = make_event(desk, title="Choir", day=TODAY + timedelta(days=7))
    listed(desk, soon, Support.OTHER)
    listed(desk, later, Support.OTHER, given="Rūta")
    assert [one.title for one in coming(desk, 8)] == ["Pottery for families", "Choir"]
    desk.do(CancelEvent(soon.event_id))
    assert coming(desk, 7) == ()


def test_ready_and_who_does_it(desk: Desk) -> None:
    event = make_event(desk)
    listed(desk, event, Support.LARGE_PRINT, Support.QUIET_PLACE)
    ready = Prepared(SupportState.PROVIDED, "Madara")
    desk.do(SetPreparation(event.session_id, Support.LARGE_PRINT, Prepared(), ready))
    (one,) = coming(desk)
    assert one.lines[0].prepared == ready
    assert one.left == desk.ask(ToPrepareCount(TODAY, 7)) == 1
    with pytest.raises(ChangedElsewhere):
        desk.do(SetPreparation(event.session_id, Support.LARGE_PRINT, Prepared(), Prepared()))


def test_a_room_that_lacks_it_and_a_free_one_that_has_it(desk: Desk) -> None:
    here, fits = make_room(desk, "Classroom"), make_room(desk, "Great hall", capacity=80)
    say_of(desk, here, Feature.HEARING_LOOP, Having.NO)
    say_of(desk, fits, Feature.HEARING_LOOP, Having.YES)
    event = make_event(desk, here)
    listed(desk, event, Support.HEARING_LOOP, Support.LARGE_PRINT)
    (one,) = coming(desk)
    (lacking,) = one.mismatches
    assert (lacking.room, lacking.having) == ("Classroom", Having.NO)
    assert (lacking.free_room_id, lacking.free_room) == (fits, "Great hall")
    make_booking(desk, fits, "18:00", "19:00")
    assert coming(desk)[0].mismatches[0].free_room == ""


def test_not_known_is_told_and_limited_is_enough(desk: Desk) -> None:
    room_id = make_room(desk)
    say_of(desk, room_id, Feature.QUIET, Having.LIMITED)
    event = make_event(desk, room_id)
    listed(desk, event, Support.STEP_FREE, Support.QUIET_PLACE)
    (lacking,) = coming(desk)[0].mismatches
    assert (lacking.support, lacking.having) == (Support.STEP_FREE, Having.UNKNOWN)


def test_for_whom_is_a_journalled_look(desk: Desk) -> None:
    event = make_event(desk)
    visitor_id = listed(desk, event, Support.LARGE_PRINT)
    shown = desk.do(RevealForWhom(event.session_id, desk.clock.now()))
    assert isinstance(shown, WhomRevealed)
    assert [(row.visitor_id, row.support) for row in shown.rows] == [
        (visitor_id, Support.LARGE_PRINT)
    ]
