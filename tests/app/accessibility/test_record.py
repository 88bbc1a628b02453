"""Recording needs: only with consent, ended one by one, taken back as a whole."""

from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from app.accessibility.actions import EndNeed, PutBackNeed, RecordNeeds, RemoveNeeds
from app.accessibility.guard import sounds_like_diagnosis
from app.accessibility.model import Need
from app.accessibility.queries import NeedsPeople, WhoHasNeeds
from app.accessibility.vocabulary import Support
from app.database.journal import Entry
from app.desk import Desk
from app.errors import ChangedElsewhere, NotAllowed, Refused
from app.events.plan import RemoveEvent
from app.ids import new_id
from app.people.ended import EndedCount, ForgetEnded
from app.people.withdraw import WithdrawConsent
from app.permission import Role, SignedIn
from app.visitors.consents import ClosedConsents
from app.visitors.model import Consent
from tests.making.accessibility import NEXT_YEAR, TODAY, look, make_needs, recorded
from tests.making.bookings import THURSDAY
from tests.making.events import make_event
from tests.making.visitors import make_visitor


def rows(desk: Desk, table: type) -> int:
    with desk.database.reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def shown(desk: Desk, visitor_id) -> list[Support]:
    return [need.support for need in look(desk, visitor_id).needs]


def test_needs_come_with_their_consent_in_one_action(desk: Desk) -> None:
    visitor = make_visitor(desk)
    make_needs(desk, visitor, Support.LARGE_PRINT, Support.STEP_FREE, words="  18   pt ")
    first, second = look(desk, visitor).needs
    assert (first.support, second.support) == (Support.STEP_FREE, Support.LARGE_PRINT)
    assert (second.own_words, second.until) == ("18 pt", NEXT_YEAR)
    (consent,) = desk.ask(ClosedConsents(visitor))
    assert consent.id == first.consent_id
    desk.undo()
    assert desk.ask(ClosedConsents(visitor)) == ()


def test_nothing_is_kept_without_a_need_or_under_a_consent_that_is_over(desk: Desk) -> None:
    visitor = make_visitor(desk)
    nothing = RecordNeeds(visitor, (), new_id(), *_rest(desk))
    with pytest.raises(Refused, match="Tick at least one"):
        desk.do(nothing)
    with pytest.raises(Refused, match="ends in the future"):
        desk.do(recorded(desk, visitor, until=TODAY - timedelta(days=1)))
    assert rows(desk, Consent) == rows(desk, Need) == 0


def _rest(desk: Desk) -> tuple[object, ...]:
    made = recorded(desk, new_id())
    return made.how, made.until, made.at


def test_an_event_that_was_taken_back_needs_nothing(desk: Desk) -> None:
    event = make_event(desk)
    desk.do(RemoveEvent(event.event_id))
    with pytest.raises(ChangedElsewhere, match="event is no longer there"):
        desk.do(recorded(desk, make_visitor(desk), event_id=event.event_id))


def test_one_need_ends_and_the_others_stay(desk: Desk) -> None:
    visitor = make_visitor(desk)
    made = make_needs(desk, visitor, Support.STEP_FREE, Support.QUIET_PLACE)
    desk.do(EndNeed(made.needs[0].need_id))
    assert shown(desk, visitor) == [Support.QUIET_PLACE]
    with pytest.raises(ChangedElsewhere):
        desk.do(EndNeed(made.needs[0].need_id))
    desk.undo()
    assert shown(desk, visitor) == [Support.STEP_FREE, Support.QUIET_PLACE]


def test_what_had_ended_does_not_come_back_with_the_rest(desk: Desk) -> None:
    visitor = make_visitor(desk)
    made = make_needs(desk, visitor, Support.STEP_FREE, Support.QUIET_PLACE)
    desk.do(EndNeed(made.needs[0].need_id))
    desk.do(RemoveNeeds(made.consent_id))
    assert shown(desk, visitor) == []
    desk.undo()
    assert shown(desk, visitor) == [Support.QUIET_PLACE]


def test_the_neutral_mark_stands_only_while_something_is_needed(desk: Desk) -> None:
    anna, oto = make_visitor(desk), make_visitor(desk, given="Oto", family="Kalns")
    made = make_needs(desk, anna, until=TODAY)
    assert desk.ask(WhoHasNeeds((anna, oto), TODAY)) == {anna}
    assert desk.ask(WhoHasNeeds((anna, oto), TODAY + timedelta(days=1))) == frozenset()
    assert [row.id for row in desk.ask(NeedsPeople(TODAY))] == [anna]
    desk.do(EndNeed(made.needs[0].need_id))
    assert desk.ask(NeedsPeople(TODAY)) == ()


def test_after_the_day_the_consent_ends_nothing_is_shown_and_then_deleted(
    desk: Desk, clock
) -> None:
    visitor = make_visitor(desk)
    make_needs(desk, visitor, until=TODAY)
    assert shown(desk, visitor) == [Support.STEP_FREE]
    clock.advance(timedelta(days=1))
    tomorrow = TODAY + timedelta(days=1)
    assert shown(desk, visitor) == []
    assert desk.ask(EndedCount(TODAY)) == 0
    assert desk.ask(EndedCount(tomorrow)) == 1
    assert desk.do(ForgetEnded(tomorrow)).undo is None
    assert (rows(desk, Need), rows(desk, Consent)) == (0, 1)


@pytest.mark.parametrize(
    ("asked_on", "left"), [(THURSDAY, 1), (THURSDAY + timedelta(days=1), 0)], ids=str
)
def test_needs_for_one_event_are_deleted_when_its_day_is_over(
    desk: Desk, asked_on: date, left: int
) -> None:
    event, visitor = make_event(desk), make_visitor(desk)
    make_needs(desk, visitor, event_id=event.event_id)
    assert look(desk, visitor).needs[0].only_one_event
    desk.do(ForgetEnded(asked_on))
    assert rows(desk, Need) == left


def test_withdrawing_deletes_at_once_and_nothing_brings_it_back(desk: Desk) -> None:
    visitor = make_visitor(desk)
    made = make_needs(desk, visitor, Support.STEP_FREE, Support.QUIET_PLACE)
    desk.do(EndNeed(made.needs[0].need_id))
    assert desk.do(WithdrawConsent(made.consent_id, desk.clock.now())).undo is None
    assert shown(desk, visitor) == []
    assert (rows(desk, Need), rows(desk, Consent)) == (0, 1)
    with pytest.raises(ChangedElsewhere):
        desk.do(PutBackNeed(made.needs[0].need_id))
    with pytest.raises(ChangedElsewhere, match="already withdrawn"):
        desk.do(WithdrawConsent(made.consent_id, desk.clock.now()))


def test_every_look_is_in_the_journal_with_its_reason_and_without_a_name(desk: Desk) -> None:
    visitor = make_visitor(desk)
    make_needs(desk, visitor, words="Ceļš 90 cm")
    change = look(desk, visitor)
    assert "Anna Bērziņa were shown on the visitor's card" in str(Refused(change.message))
    with desk.database.reading() as session:
        action, staff_id, message = session.execute(
            select(Entry.action, Entry.staff_id, Entry.message).order_by(Entry.number.desc())
        ).first()
        everything = " ".join(session.scalars(select(Entry.message)))
    assert (action, staff_id) == ("RevealNeeds", desk.signed_in.staff_id)
    assert str(visitor) in message
    assert not any(word in everything for word in ("Bērziņa", "90 cm", "step free", "Step-free"))


def test_an_administrator_alone_sees_nobodys_needs(desk: Desk) -> None:
    visitor = make_visitor(desk)
    make_needs(desk, visitor)
    desk.sign_in(SignedIn(new_id(), "Andris Vilks", frozenset({Role.ADMINISTRATOR})))
    for question in (WhoHasNeeds((visitor,), TODAY), NeedsPeople(TODAY)):
        with pytest.raises(NotAllowed):
            desk.ask(question)
    with pytest.raises(NotAllowed):
        look(desk, visitor)


@pytest.mark.parametrize(
    "text",
    ["autisms", "Bērnam AUTISMS", "F84", "Diagnoze: G40.1", "epilepsija", "аутизм", "інвалідність"],
)
def test_what_sounds_like_a_diagnosis_gets_a_hint(text: str) -> None:
    assert sounds_like_diagnosis(text)


@pytest.mark.parametrize("text", ["Ceļš līdz galdam 90 cm", "18 pt", "A4 lapa", "Klusa vieta", ""])
def test_what_is_to_be_prepared_gets_none(text: str) -> None:
    assert not sounds_like_diagnosis(text)
