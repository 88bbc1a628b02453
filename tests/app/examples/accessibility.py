"""One prepared example of every action about needs and consents."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from app.accessibility.actions import (
    EndNeed,
    PutBackNeed,
    PutBackNeeds,
    RecordNeeds,
    RemoveNeeds,
)
from app.accessibility.model import SupportState
from app.accessibility.preparing import Prepared, SetPreparation
from app.accessibility.reveal import RevealForWhom, RevealNeeds, Why
from app.accessibility.vocabulary import Support
from app.action import Action
from app.desk import Desk
from app.ids import new_id
from app.people.ended import ForgetEnded
from app.people.withdraw import RestoreConsent, WithdrawConsent
from app.visitors.consents import GiveConsent
from app.visitors.model import How, Purpose
from tests.making.accessibility import NEXT_YEAR, TODAY, make_needs, recorded
from tests.making.events import make_event, make_registration
from tests.making.visitors import make_visitor


def _record(desk: Desk) -> Action:
    return recorded(desk, make_visitor(desk), Support.STEP_FREE, Support.LARGE_PRINT, words="18 pt")


def _remove(desk: Desk) -> Action:
    """One of the two had ended before: it must not come back."""
    made = make_needs(desk, make_visitor(desk), Support.STEP_FREE, Support.LARGE_PRINT)
    desk.do(EndNeed(made.needs[0].need_id))
    return RemoveNeeds(made.consent_id)


def _put_back_all(desk: Desk) -> Action:
    made = make_needs(desk, make_visitor(desk))
    desk.do(RemoveNeeds(made.consent_id))
    return PutBackNeeds(made.consent_id, (made.needs[0].need_id,))


def _end(desk: Desk) -> Action:
    return EndNeed(make_needs(desk, make_visitor(desk)).needs[0].need_id)


def _put_back(desk: Desk) -> Action:
    need_id = make_needs(desk, make_visitor(desk)).needs[0].need_id
    desk.do(EndNeed(need_id))
    return PutBackNeed(need_id)


def _prepare(desk: Desk) -> Action:
    session_id = make_event(desk).session_id
    wanted = Prepared(SupportState.ARRANGED, "Madara")
    return SetPreparation(session_id, Support.SIGN_LANGUAGE, Prepared(), wanted)


def _reveal(desk: Desk) -> Action:
    visitor = make_visitor(desk)
    make_needs(desk, visitor)
    return RevealNeeds(visitor, Why.CARD, desk.clock.now())


def _reveal_for_whom(desk: Desk) -> Action:
    event, visitor = make_event(desk), make_visitor(desk)
    make_registration(desk, event.event_id, visitor)
    make_needs(desk, visitor)
    return RevealForWhom(event.session_id, desk.clock.now())


def _withdraw(desk: Desk) -> Action:
    return WithdrawConsent(_photographs(desk), desk.clock.now())


def _restore(desk: Desk) -> Action:
    consent_id = _photographs(desk)
    desk.do(WithdrawConsent(consent_id, desk.clock.now()))
    return RestoreConsent(consent_id, desk.clock.now())


def _photographs(desk: Desk) -> UUID:
    consent_id = new_id()
    visitor, now = make_visitor(desk), desk.clock.now()
    desk.do(GiveConsent(consent_id, visitor, Purpose.PHOTO, How.SIGNED, NEXT_YEAR, now))
    return consent_id


def _forget(desk: Desk) -> Action:
    make_needs(desk, make_visitor(desk), until=TODAY)
    return ForgetEnded(TODAY + timedelta(days=1))


EXAMPLES: dict[type, Callable[[Desk], Action]] = {
    RecordNeeds: _record,
    RemoveNeeds: _remove,
    PutBackNeeds: _put_back_all,
    EndNeed: _end,
    PutBackNeed: _put_back,
    SetPreparation: _prepare,
    RevealNeeds: _reveal,
    RevealForWhom: _reveal_for_whom,
    WithdrawConsent: _withdraw,
    RestoreConsent: _restore,
    ForgetEnded: _forget,
}
