"""Recording what somebody needs, looking at it, and what makes it unreadable."""

from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from app.accessibility.actions import EndNeed, PutBackNeed, RemoveNeeds
from app.accessibility.model import Need
from app.accessibility.queries import NeedsPeople, WhoHasNeeds
from app.accessibility.reveal import Revealed, RevealForWhom, RevealNeeds, Why
from app.accessibility.vocabulary import Support
from app.database.journal import Entry
from app.desk import Desk
from app.errors import ChangedElsewhere, NotAllowed, Refused
from app.ids import new_id
from app.people.ended import EndedCount, ForgetEnded
from app.people.withdraw import WithdrawConsent
from app.permission import Role, SignedIn
from app.visitors.consents import ClosedConsents
from tests.making.accessibility import make_needs, needs
from tests.making.events import make_event, make_registration
from tests.making.visitors import make_visitor

TODAY = date(2026, 10, 15)


def look(desk: Desk, visitor_id: object) -> Revealed:
    change = desk.do(RevealNeeds(visitor_id, Why.CARD, desk.clock.now()))  # type: ignore[arg-type]
    assert isinstance(change, Revealed)
    return change


def rows_kept(desk: Desk) -> int:
    with desk.database.reading() as session:
        return session.scalar(select(func.count()).select_from(Need)) or 0


def test_recorded_with_its_consent_and_shown_again(desk: Desk) -> None:
    visitor_id = make_visitor(desk)
    made = make_needs(desk, visitor_id, Support.LARGE_PRINT, own_words="  18  pt ")
    (row,) = look(desk, visitor_id).needs
    assert (row.support, row.own_words, row.until) == (Support.LARGE_PRINT, "18 pt", made.until)
    (consent,) = desk.ask(ClosedConsents(visitor_id))
    assert consent.id == made.consent_id


def test_nothing_ticked_or_no_time_left_is_refused(desk: Desk) -> None:
    visitor_id = make_visitor(desk)
    with pytest.raises(Refused, match="at least one"):
        desk.do(needs(visitor_id, at=desk.clock.now()))
    yesterday = TODAY - timedelta(days=1)
    with pytest.raises(Refused, match="in the future"):
        desk.do(needs(visitor_id, Support.STEP_FREE, at=desk.clock.now(), until=yesterday))
    assert rows_kept(desk) == 0
    assert desk.ask(ClosedConsents(visitor_id)) == ()


def test_every_look_is_in_the_journal_without_the_name(desk: Desk) -> None:
    visitor_id = make_visitor(desk, "Rūta", "Kivleniece")
    make_needs(desk, visitor_id, Support.QUIET_PLACE)
    assert look(desk, visitor_id).undo is None
    with desk.database.reading() as session:
        entry = session.scalars(select(Entry).order_by(Entry.number.desc())).first()
        assert entry is not None
        assert entry.action == "RevealNeeds"
        assert "Kivleniece" not in entry.message
        assert str(visitor_id) in entry.message


def test_an_administrator_alone_sees_whose_needs_nowhere(desk: Desk) -> None:
    visitor_id = make_visitor(desk)
    make_needs(desk, visitor_id, Support.QUIET_PLACE)
    session_id = make_event(desk).session_id
    desk.sign_in(SignedIn(new_id(), "Andris Vilks", frozenset({Role.ADMINISTRATOR})))
    with pytest.raises(NotAllowed):
        look(desk, visitor_id)
    with pytest.raises(NotAllowed):
        desk.do(RevealForWhom(session_id, desk.clock.now()))
    for question in (NeedsPeople(TODAY), WhoHasNeeds((visitor_id,), TODAY)):
        with pytest.raises(NotAllowed):
            desk.ask(question)


def test_withdrawing_makes_it_unreadable_and_deletes_it(desk: Desk) -> None:
    visitor_id = make_visitor(desk)
    made = make_needs(desk, visitor_id, Support.STEP_FREE, own_words="90 cm")
    assert desk.ask(WhoHasNeeds((visitor_id,), TODAY)) == {visitor_id}
    assert desk.do(WithdrawConsent(made.consent_id, desk.clock.now())).undo is None
    assert look(desk, visitor_id).needs == ()
    assert rows_kept(desk) == 0
    assert desk.ask(WhoHasNeeds((visitor_id,), TODAY)) == frozenset()


def test_what_was_withdrawn_cannot_come_back_by_undo(desk: Desk) -> None:
    made = make_needs(desk, make_visitor(desk), Support.STEP_FREE)
    need_id = made.needs[0].need_id
    desk.do(EndNeed(need_id))
    desk.do(WithdrawConsent(made.consent_id, desk.clock.now()))
    with pytest.raises(ChangedElsewhere):
        desk.do(PutBackNeed(need_id))
    with pytest.raises(ChangedElsewhere):
        desk.do(RemoveNeeds(made.consent_id))


def test_unreadable_after_the_last_day_of_the_consent(desk: Desk) -> None:
    visitor_id = make_visitor(desk)
    last = TODAY + timedelta(days=30)
    make_needs(desk, visitor_id, Support.STEP_FREE, until=last)
    assert [row.id for row in desk.ask(NeedsPeople(last))] == [visitor_id]
    assert desk.ask(NeedsPeople(last + timedelta(days=1))) == ()


def test_for_one_event_only_is_deleted_when_its_day_is_over(desk: Desk) -> None:
    visitor_id = make_visitor(desk)
    event = make_event(desk)
    make_registration(desk, event.event_id, visitor_id)
    make_needs(desk, visitor_id, Support.INTERPRETING, event_id=event.event_id)
    make_needs(desk, visitor_id, Support.LARGE_PRINT)
    assert desk.ask(EndedCount(TODAY)) == 0
    desk.do(ForgetEnded(TODAY))
    assert rows_kept(desk) == 2
    tomorrow = TODAY + timedelta(days=1)
    assert desk.ask(EndedCount(tomorrow)) == 1
    desk.do(ForgetEnded(tomorrow))
    assert [row.support for row in look(desk, visitor_id).needs] == [Support.LARGE_PRINT]
    assert rows_kept(desk) == 1


def test_an_event_that_is_gone_is_refused_kindly(desk: Desk) -> None:
    visitor_id = make_visitor(desk)
    with pytest.raises(ChangedElsewhere):
        desk.do(needs(visitor_id, Support.OTHER, at=desk.clock.now(), event_id=new_id()))
