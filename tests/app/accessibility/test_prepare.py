"""What must be prepared: counted without names, arranged by somebody, held against the room."""

from datetime import timedelta

import pytest

from app.accessibility.consent_list import ConsentList
from app.accessibility.model import SupportState
from app.accessibility.preparing import Prepared, SetPreparation
from app.accessibility.queries import SessionNeeds, ToPrepare, ToPrepareCount, WeekTotals
from app.accessibility.reveal import RevealForWhom, WhomRevealed
from app.accessibility.vocabulary import Support
from app.bookings.model import Feature, Having
from app.desk import Desk
from app.errors import ChangedElsewhere
from app.events.changing import CancelEvent
from app.events.registering import CancelRegistration
from app.people.withdraw import WithdrawConsent
from app.visitors.consents import ExtendConsent
from tests.making.accessibility import NEXT_YEAR, TODAY, make_feature, make_needs
from tests.making.bookings import make_booking, make_room
from tests.making.events import make_attendance, make_event, make_registration
from tests.making.visitors import make_visitor

READY = Prepared(SupportState.PROVIDED, "Madara")


def heads(desk: Desk, session_id) -> dict[Support, int]:
    return {line.support: line.people for line in desk.ask(SessionNeeds(session_id, TODAY))}


def test_people_are_counted_by_support(desk: Desk) -> None:
    event = make_event(desk)
    for given, supports in (("Anna", (Support.STEP_FREE, Support.LARGE_PRINT)), ("Oto", ())):
        visitor = make_visitor(desk, given=given)
        make_registration(desk, event.event_id, visitor)
        make_needs(desk, visitor, *supports)
    assert heads(desk, event.session_id) == {Support.STEP_FREE: 2, Support.LARGE_PRINT: 1}
    (one,) = desk.ask(ToPrepare(TODAY, 7))
    assert (one.title, one.left) == ("Pottery for families", 2)
    assert desk.ask(ToPrepareCount(TODAY, 7)) == 2
    assert desk.ask(WeekTotals(TODAY)) == ((Support.STEP_FREE, 2), (Support.LARGE_PRINT, 1))
    assert desk.ask(ToPrepare(TODAY + timedelta(days=1), 7)) == ()


def test_the_same_need_told_twice_is_one_person(desk: Desk) -> None:
    event, visitor = make_event(desk), make_visitor(desk)
    make_registration(desk, event.event_id, visitor)
    make_needs(desk, visitor)
    make_needs(desk, visitor)
    assert heads(desk, event.session_id) == {Support.STEP_FREE: 1}


def test_who_waits_or_cancelled_does_not_count_and_who_walks_in_does(desk: Desk) -> None:
    event = make_event(desk, capacity=1)
    people = [make_visitor(desk, given=given) for given in ("Anna", "Oto", "Zenta")]
    for visitor in people:
        make_needs(desk, visitor)
    first = make_registration(desk, event.event_id, people[0])
    make_registration(desk, event.event_id, people[1])
    assert heads(desk, event.session_id) == {Support.STEP_FREE: 1}
    desk.do(CancelRegistration(first))
    assert heads(desk, event.session_id) == {Support.STEP_FREE: 1}, "who waited has her place"
    make_attendance(desk, event.session_id, people[2])
    assert heads(desk, event.session_id) == {Support.STEP_FREE: 2}


def test_a_need_for_one_event_counts_only_there(desk: Desk) -> None:
    here, there, visitor = make_event(desk), make_event(desk, title="Other"), make_visitor(desk)
    for event in (here, there):
        make_registration(desk, event.event_id, visitor)
    make_needs(desk, visitor, event_id=here.event_id)
    assert heads(desk, here.session_id) == {Support.STEP_FREE: 1}
    assert heads(desk, there.session_id) == {}


def test_nothing_is_prepared_for_a_cancelled_event_or_after_withdrawal(desk: Desk) -> None:
    event, visitor = make_event(desk), make_visitor(desk)
    make_registration(desk, event.event_id, visitor)
    made = make_needs(desk, visitor)
    desk.do(CancelEvent(event.event_id))
    assert desk.ask(ToPrepare(TODAY, 7)) == ()
    desk.undo()
    assert len(desk.ask(ToPrepare(TODAY, 7))) == 1
    desk.do(WithdrawConsent(made.consent_id, desk.clock.now()))
    assert desk.ask(ToPrepare(TODAY, 7)) == ()


def test_what_is_ready_is_no_longer_left_and_two_desks_do_not_overwrite(desk: Desk) -> None:
    event, visitor = make_event(desk), make_visitor(desk)
    make_registration(desk, event.event_id, visitor)
    make_needs(desk, visitor)
    desk.do(SetPreparation(event.session_id, Support.STEP_FREE, Prepared(), READY))
    assert desk.ask(ToPrepareCount(TODAY, 1)) == 0
    (line,) = desk.ask(SessionNeeds(event.session_id, TODAY))
    assert (line.prepared, line.ready) == (READY, True)
    with pytest.raises(ChangedElsewhere, match="Somebody else"):
        desk.do(SetPreparation(event.session_id, Support.STEP_FREE, Prepared(), READY))
    desk.undo()
    assert desk.ask(ToPrepareCount(TODAY, 1)) == 1


def _session_in(desk: Desk, room_id, *supports: Support):
    event, visitor = make_event(desk, room_id, capacity=20), make_visitor(desk)
    make_registration(desk, event.event_id, visitor)
    make_needs(desk, visitor, *supports)
    return event


@pytest.mark.parametrize("having", [Having.NO, Having.UNKNOWN])
def test_a_room_without_it_is_named_with_a_free_one_that_has_it(desk: Desk, having: Having) -> None:
    here = make_room(desk, "Workshop", capacity=30)
    fitting = make_room(desk, "Great hall", capacity=80)
    too_small = make_room(desk, "Study", capacity=4)
    for room in (fitting, too_small):
        make_feature(desk, room, Feature.HEARING_LOOP)
    if having is Having.NO:
        make_feature(desk, here, Feature.HEARING_LOOP, having)
    _session_in(desk, here, Support.HEARING_LOOP, Support.LARGE_PRINT)
    ((trouble,),) = [one.mismatches for one in desk.ask(ToPrepare(TODAY, 1))]
    assert (trouble.support, trouble.having) == (Support.HEARING_LOOP, having)
    assert (trouble.room, trouble.free_room) == ("Workshop", "Great hall")
    make_booking(desk, fitting, "17:00", "18:00")
    ((trouble,),) = [one.mismatches for one in desk.ask(ToPrepare(TODAY, 1))]
    assert trouble.free_room_id is None


def test_a_room_that_has_it_at_least_in_part_is_no_mismatch(desk: Desk) -> None:
    room = make_room(desk, "Workshop", capacity=30)
    make_feature(desk, room, Feature.STEP_FREE)
    make_feature(desk, room, Feature.QUIET, Having.LIMITED)
    _session_in(desk, room, Support.STEP_FREE, Support.QUIET_PLACE)
    assert desk.ask(ToPrepare(TODAY, 1))[0].mismatches == ()


def test_another_room_must_have_all_that_is_asked(desk: Desk) -> None:
    here = make_room(desk, "Workshop", capacity=30)
    half = make_room(desk, "Great hall", capacity=80)
    make_feature(desk, here, Feature.STEP_FREE)
    make_feature(desk, half, Feature.QUIET)
    _session_in(desk, here, Support.STEP_FREE, Support.QUIET_PLACE)
    (trouble,) = desk.ask(ToPrepare(TODAY, 1))[0].mismatches
    assert (trouble.support, trouble.free_room) == (Support.QUIET_PLACE, "")


def test_for_whom_it_is_only_a_journalled_look_says(desk: Desk) -> None:
    event, visitor = make_event(desk), make_visitor(desk)
    make_registration(desk, event.event_id, visitor)
    make_needs(desk, visitor, Support.INTERPRETING, words="Ukrainian")
    shown = desk.do(RevealForWhom(event.session_id, desk.clock.now()))
    assert isinstance(shown, WhomRevealed)
    (row,) = shown.rows
    assert (row.list_name, row.support) == ("Bērziņa Anna", Support.INTERPRETING)
    assert row.own_words == "Ukrainian"


def test_consents_that_end_first_stand_first_and_ended_ones_last(desk: Desk) -> None:
    made = [
        make_needs(desk, make_visitor(desk, given=given), until=until)
        for given, until in (
            ("Anna", NEXT_YEAR),
            ("Oto", TODAY + timedelta(days=30)),
            ("Zenta", TODAY + timedelta(days=31)),
        )
    ]
    desk.do(WithdrawConsent(made[0].consent_id, desk.clock.now()))
    rows = desk.ask(ConsentList(TODAY))
    assert [row.list_name.split()[1] for row in rows] == ["Oto", "Zenta", "Anna"]
    assert [row.consent.ends_soon(TODAY) for row in rows] == [True, False, False]
    desk.do(ExtendConsent(rows[0].id, rows[0].consent.until, NEXT_YEAR))
    assert not any(row.consent.ends_soon(TODAY) for row in desk.ask(ConsentList(TODAY)))
