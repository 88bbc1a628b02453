"""One prepared example of every action of accessibility, and of what ends a consent."""

from collections.abc import Callable
from datetime import date
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
from tests.making.accessibility import NEXT_YEAR, make_needs, needs
from tests.making.events import make_event, make_registration
from tests.making.visitors import make_visitor


def _recorded(desk: Desk) -> RecordNeeds:
    return make_needs(desk, make_visitor(desk), Support.STEP_FREE, Support.LARGE_PRINT)


def _photo_consent(desk: Desk) -> UUID:
    consent_id = new_id()
    wanted = (consent_id, make_visitor(desk), Purpose.PHOTO, How.SIGNED, NEXT_YEAR)
    desk.do(GiveConsent(*wanted, desk.clock.now()))
    return consent_id


def _record(desk: Desk) -> Action:
    """For one event only, in her own words."""
    visitor_id = make_visitor(desk)
    event_id = make_event(desk).event_id
    make_registration(desk, event_id, visitor_id)
    wanted = (Support.STEP_FREE, Support.OTHER)
    now = desk.clock.now()
    return needs(visitor_id, *wanted, own_words="90 cm to sit", at=now, event_id=event_id)


def _remove(desk: Desk) -> Action:
    """One of the two needs has ended before: it stays ended when put back."""
    recorded = _recorded(desk)
    desk.do(EndNeed(recorded.needs[0].need_id))
    return RemoveNeeds(recorded.consent_id)


def _put_back(desk: Desk) -> Action:
    recorded = _recorded(desk)
    desk.do(RemoveNeeds(recorded.consent_id))
    return PutBackNeeds(recorded.consent_id, tuple(one.need_id for one in recorded.needs))


def _end(desk: Desk) -> Action:
    return EndNeed(_recorded(desk).needs[0].need_id)


def _put_back_one(desk: Desk) -> Action:
    need_id = _recorded(desk).needs[0].need_id
    desk.do(EndNeed(need_id))
    return PutBackNeed(need_id)


def _reveal(desk: Desk) -> Action:
    return RevealNeeds(_recorded(desk).visitor_id, Why.CARD, desk.clock.now())


def _reveal_for_whom(desk: Desk) -> Action:
    return RevealForWhom(make_event(desk).session_id, desk.clock.now())


def _set_preparation(desk: Desk) -> Action:
    session_id = make_event(desk).session_id
    wanted = Prepared(SupportState.ARRANGED, "Madara")
    return SetPreparation(session_id, Support.LARGE_PRINT, Prepared(), wanted)


def _withdraw(desk: Desk) -> Action:
    return WithdrawConsent(_photo_consent(desk), desk.clock.now())


def _restore(desk: Desk) -> Action:
    consent_id, at = _photo_consent(desk), desk.clock.now()
    desk.do(WithdrawConsent(consent_id, at))
    return RestoreConsent(consent_id, at)


def _forget_ended(desk: Desk) -> Action:
    _recorded(desk)
    return ForgetEnded(date(2028, 1, 1))


EXAMPLES: dict[type, Callable[[Desk], Action]] = {
    EndNeed: _end,
    ForgetEnded: _forget_ended,
    PutBackNeed: _put_back_one,
    PutBackNeeds: _put_back,
    RecordNeeds: _record,
    RemoveNeeds: _remove,
    RestoreConsent: _restore,
    RevealForWhom: _reveal_for_whom,
    RevealNeeds: _reveal,
    SetPreparation: _set_preparation,
    WithdrawConsent: _withdraw,
}
