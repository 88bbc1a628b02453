"""Two people who are one: nothing is lost, nothing counts twice, and it can be taken back."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from app.accessibility.vocabulary import Support
from app.desk import Desk
from app.errors import ChangedElsewhere, Refused
from app.events.attending import MarkPresent
from app.events.board import BoardOfSession, SessionBoard
from app.events.missed import SetAbsence
from app.events.model import Absence, Attendance, Registration, RegistrationStatus, Via
from app.events.photos import SetPhoto
from app.events.registering import CancelRegistration, RegisterForEvent
from app.ids import new_id
from app.people.likely_duplicates import LikelyDuplicates, SayNotTheSame
from app.people.merge import MergePeople
from app.people.on_site import OnSiteCount
from app.people.two_people import TwoPeople, suggested
from app.people.withdraw import WithdrawConsent
from app.visitors.activities import Doing, SetActivities
from app.visitors.consents import Consents
from app.visitors.details import VisitorDetails
from app.visitors.model import Activity, Visit
from app.visitors.queries import VisitorCard
from app.visitors.register import EditVisitor
from app.visitors.scans import CheckInByCard
from app.visitors.search import VisitorsMatching
from app.visitors.visits import CheckOut
from tests.making.accessibility import look
from tests.making.events import make_event, make_registration
from tests.making.people import make_photo_consent, make_twice, merging
from tests.making.visitors import make_double, make_visit, make_visitor


def number_of(desk: Desk, visitor_id: UUID) -> int:
    card = desk.ask(VisitorCard(visitor_id))
    assert card is not None
    return card.row.number


def places(desk: Desk) -> list[tuple[UUID, UUID, RegistrationStatus]]:
    """Every place on a list: its id, whose it is, and its state."""
    asked = select(Registration.id, Registration.visitor_id, Registration.status)
    with desk.database.reading() as session:
        return [tuple(row) for row in session.execute(asked.where(~Registration.removed))]


def found(desk: Desk, text: str) -> list[UUID]:
    return [row.id for row in desk.ask(VisitorsMatching(text)).rows]


def test_all_that_both_had_is_one_persons_once(desk: Desk) -> None:
    twice = make_twice(desk)
    desk.do(merging(desk, twice.older, twice.newer, email="anna@piemers.lv"))
    card = desk.ask(VisitorCard(twice.older))
    assert card is not None
    assert desk.ask(VisitorCard(twice.newer)) is None
    assert (card.details.phone, card.details.email) == ("29111222", "anna@piemers.lv")
    assert [one.id for one in card.family] == [twice.child]
    with desk.database.reading() as session:
        for table in (Registration, Attendance):
            whose = session.scalars(select(table.visitor_id).where(table.removed.is_(False)))
            assert whose.all() == [twice.older]
    shown = look(desk, twice.older)
    assert {need.support for need in shown.needs} == {Support.STEP_FREE, Support.LARGE_PRINT}
    assert len(desk.ask(Consents(twice.older))) == 1


def test_of_two_stays_at_once_one_remains_from_first_to_last(desk: Desk) -> None:
    twice = make_twice(desk)
    assert desk.ask(OnSiteCount()) == 2
    desk.do(CheckOut(twice.newer, desk.clock.now()))
    desk.do(merging(desk, twice.older, twice.newer))
    assert desk.ask(OnSiteCount()) == 1
    card = desk.ask(VisitorCard(twice.older))
    assert card is not None
    (visit,) = card.visits
    assert (visit.arrived.hour, visit.arrived.minute, visit.left) == (10, 48, None)


def test_of_two_stays_at_once_every_activity_remains(desk: Desk) -> None:
    kept, gone = make_visitor(desk), make_visitor(desk)
    for one, activity in ((kept, Activity.COMPUTER), (gone, Activity.CRAFTS)):
        visit_id = make_visit(desk, one)
        desk.do(SetActivities((visit_id,), Doing(), Doing(frozenset({activity}))))
    desk.do(merging(desk, kept, gone))
    with desk.database.reading() as session:
        (done,) = session.scalars(select(Visit.activities).where(~Visit.removed))
    assert done == {Activity.COMPUTER, Activity.CRAFTS}


def test_visits_at_different_times_are_added(desk: Desk) -> None:
    one, other = make_visitor(desk), make_visitor(desk)
    for visitor_id, minutes in ((one, 300), (other, 120)):
        make_visit(desk, visitor_id, minutes)
        desk.do(CheckOut(visitor_id, desk.clock.now() - timedelta(minutes=minutes - 30)))
    desk.do(merging(desk, one, other))
    card = desk.ask(VisitorCard(one))
    assert card is not None
    assert card.visit_count == 2


def test_an_open_stay_between_a_closed_one_and_the_present_one(desk: Desk) -> None:
    """The database allows one open visit of a person, at every step of the way."""
    kept, gone = make_visitor(desk), make_visitor(desk)
    make_visit(desk, kept, 180)
    desk.do(CheckOut(kept, desk.clock.now() - timedelta(minutes=100)))
    make_visit(desk, gone, 120)
    make_visit(desk, kept, 20)
    desk.do(merging(desk, kept, gone))
    card = desk.ask(VisitorCard(kept))
    assert card is not None
    assert [visit.left for visit in card.visits] == [None]
    desk.undo()
    assert desk.ask(OnSiteCount()) == 2


def test_found_by_every_name_and_by_both_cards(desk: Desk) -> None:
    twice = make_twice(desk)
    second_card = number_of(desk, twice.newer)
    desk.do(CheckOut(twice.newer, desk.clock.now() - timedelta(minutes=50)))
    desk.do(CheckOut(twice.older, desk.clock.now() - timedelta(minutes=10)))
    desk.do(merging(desk, twice.older, twice.newer))
    assert found(desk, "Bērziņa Anna") == found(desk, "kalnina anna") == [twice.older]
    desk.do(CheckInByCard(new_id(), second_card, desk.clock.now()))
    assert desk.ask(OnSiteCount()) == 1


def test_a_place_is_better_than_waiting_and_presence_than_absence(desk: Desk) -> None:
    kept, gone = make_visitor(desk), make_visitor(desk)
    event = make_event(desk, capacity=1)
    make_registration(desk, event.event_id, gone)
    waiting = new_id()
    desk.do(RegisterForEvent(waiting, event.event_id, kept, Via.PHONE, desk.clock.now()))
    desk.do(MarkPresent(new_id(), event.session_id, gone, desk.clock.now(), new_id()))
    desk.do(merging(desk, kept, gone))
    assert [place[1:] for place in places(desk)] == [(kept, RegistrationStatus.REGISTERED)]
    with desk.database.reading() as session:
        came = session.scalars(select(Attendance.visitor_id).where(~Attendance.removed))
        assert came.all() == [kept]


@pytest.mark.parametrize(
    ("kept", "gone", "then"),
    [(True, False, False), (None, True, True), (False, True, False), (None, None, None)],
)
def test_of_two_answers_about_photographs_the_no_counts(
    desk: Desk, kept: bool | None, gone: bool | None, then: bool | None
) -> None:
    twice = make_twice(desk)

    def answers() -> dict[UUID, bool | None]:
        rows = select(Attendance.visitor_id, Attendance.photo).where(~Attendance.removed)
        with desk.database.reading() as session:
            return dict(session.execute(rows).all())

    for who, photo in ((twice.older, kept), (twice.newer, gone)):
        with desk.database.reading() as session:
            came = session.scalars(select(Attendance.id).where(Attendance.visitor_id == who)).one()
        if photo is not None:
            desk.do(SetPhoto(came, None, photo))
    desk.do(merging(desk, twice.older, twice.newer))
    assert answers() == {twice.older: then}
    desk.undo()
    assert answers() == {twice.older: kept, twice.newer: gone}


def test_a_place_that_was_cancelled_is_less_than_one_that_waits(desk: Desk) -> None:
    kept, gone = make_visitor(desk), make_visitor(desk)
    event = make_event(desk)
    cancelled = make_registration(desk, event.event_id, kept)
    desk.do(CancelRegistration(cancelled))
    wanted = make_registration(desk, event.event_id, gone)
    desk.do(merging(desk, kept, gone))
    assert [place[:2] for place in places(desk)] == [(wanted, kept)]


def test_what_was_withdrawn_last_is_withdrawn_for_both(desk: Desk) -> None:
    kept, gone = make_visitor(desk), make_visitor(desk)
    make_photo_consent(desk, kept)
    desk.do(WithdrawConsent(make_photo_consent(desk, gone), desk.clock.now() + timedelta(hours=1)))
    desk.do(merging(desk, kept, gone))
    assert all(row.withdrawn for row in desk.ask(Consents(kept)))
    desk.undo()
    assert [row.withdrawn for row in desk.ask(Consents(kept))] == [None]


def test_what_was_given_after_a_withdrawal_stands(desk: Desk) -> None:
    kept, gone = make_visitor(desk), make_visitor(desk)
    make_photo_consent(desk, kept)
    consent_id = make_photo_consent(desk, gone)
    desk.do(WithdrawConsent(consent_id, desk.clock.now() - timedelta(hours=1)))
    desk.do(merging(desk, kept, gone))
    assert sorted(row.withdrawn is None for row in desk.ask(Consents(kept))) == [False, True]


def test_a_third_person_is_still_another_one(desk: Desk) -> None:
    kept, gone, other = (make_double(desk, birth_year=1987) for _ in range(3))
    desk.do(SayNotTheSame(new_id(), (gone, other)))
    desk.do(merging(desk, kept, gone))
    assert desk.ask(LikelyDuplicates()).count == 0
    desk.undo()
    assert desk.ask(LikelyDuplicates()).count == 2


def test_a_guardian_is_not_her_own(desk: Desk) -> None:
    gone = make_visitor(desk)
    kept = make_visitor(desk, guardian_id=gone)
    desk.do(merging(desk, kept, gone))
    card = desk.ask(VisitorCard(kept))
    assert card is not None
    assert card.details.guardian_id is None
    desk.undo()
    card = desk.ask(VisitorCard(kept))
    assert card is not None
    assert card.details.guardian_id == gone


def test_whoever_was_changed_meanwhile_is_looked_at_again(desk: Desk) -> None:
    twice = make_twice(desk)
    action = merging(desk, twice.older, twice.newer)
    desk.do(EditVisitor(twice.newer, action.seen[1], VisitorDetails("Anna", "Liepa")))
    with pytest.raises(ChangedElsewhere, match="Look at both again"):
        desk.do(action)


def test_one_person_is_not_merged_with_herself(desk: Desk) -> None:
    one = make_visitor(desk)
    details = VisitorDetails("Anna", "Bērziņa")
    with pytest.raises(Refused, match="one person already"):
        desk.do(MergePeople(one, one, (details, details), details))


def test_a_merge_is_not_taken_back_over_somebodys_later_change(desk: Desk) -> None:
    twice = make_twice(desk)
    undo = desk.do(merging(desk, twice.older, twice.newer, town="Preiļi")).undo
    card = desk.ask(VisitorCard(twice.older))
    assert card is not None
    assert undo is not None
    desk.do(
        EditVisitor(twice.older, card.details, VisitorDetails("Anna", "Bērziņa", town="Līvāni"))
    )
    with pytest.raises(ChangedElsewhere, match="no longer be taken back"):
        desk.do(undo)
    assert desk.ask(VisitorCard(twice.newer)) is None


def test_both_side_by_side(desk: Desk) -> None:
    twice = make_twice(desk)
    both = desk.ask(TwoPeople((twice.newer, twice.older)))
    assert both is not None
    assert (both.older.id, both.newer.id, both.shared) == (twice.older, twice.newer, 1)
    assert (both.older.visits, both.newer.events) == (1, 1)
    desk.do(merging(desk, twice.older, twice.newer))
    assert desk.ask(TwoPeople((twice.newer, twice.older))) is None


@pytest.mark.parametrize(
    ("older", "newer", "newer_is_better"),
    [
        (VisitorDetails("Anna", "Berzina"), VisitorDetails("Anna", "Bērziņa"), {"family_name"}),
        (VisitorDetails("Anna", "Bērziņa"), VisitorDetails("Anna"), set()),
        (VisitorDetails("A", town="Preiļi"), VisitorDetails("A", town="Aglona"), {"town"}),
        (VisitorDetails("A", email="a@b.lv"), VisitorDetails("A"), set()),
        (VisitorDetails("A"), VisitorDetails("A", phone="29111222"), {"phone"}),
    ],
    ids=["diacritics", "fuller name", "newer town", "empty is not better", "filled is better"],
)
def test_what_would_best_be_kept(
    older: VisitorDetails, newer: VisitorDetails, newer_is_better: set[str]
) -> None:
    better = {name for name, yes in suggested(older, newer).items() if yes}
    assert better - {"given_name"} == newer_is_better


def test_who_came_under_one_name_did_not_miss_it_under_the_other(desk: Desk) -> None:
    event = make_event(desk)
    kept, gone = make_visitor(desk, "Anna", "Kalna"), make_visitor(desk, "Anna", "Kalne")
    for one in (kept, gone):
        make_registration(desk, event.event_id, one)
    desk.do(MarkPresent(new_id(), event.session_id, gone, desk.clock.now(), new_id()))
    absence = SetAbsence(new_id(), event.session_id, kept, None, Absence.NO_SHOW)
    desk.do(absence)
    desk.do(merging(desk, kept, gone))
    board = desk.ask(SessionBoard(event.session_id))
    assert isinstance(board, BoardOfSession)
    assert (board.present, board.missed, len(board.rows)) == (1, 0, 1)
    desk.undo()
    board = desk.ask(SessionBoard(event.session_id))
    assert isinstance(board, BoardOfSession)
    assert (board.present, board.missed, len(board.rows)) == (1, 1, 2)
