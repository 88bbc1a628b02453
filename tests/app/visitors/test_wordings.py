"""The words people agree to: there in every language, and never changed once somebody agreed."""

from hashlib import sha256

import pytest

from app.desk import Desk
from app.ids import new_id
from app.language import Language
from app.visitors.consents import ClosedConsents, Consents, GiveConsent
from app.visitors.model import How, Purpose
from app.visitors.wordings import WORDINGS, newest, wording
from tests.app.visitors.test_consents import NEXT_YEAR
from tests.making.visitors import make_visitor

AGREED_TO = {
    (Purpose.PHONE, 1): "aaace53de3d4bf1f",
    (Purpose.EMAIL, 1): "a4462c5136eb57db",
    (Purpose.PHOTO, 1): "5bc98cba00f189fd",
    (Purpose.GROUPS, 1): "338bfb197b6c8b8d",
    (Purpose.NEEDS, 1): "7b63989dbacb87f1",
    (Purpose.ASSISTANCE, 1): "c1335d8f325e9739",
}
"""A digest of all three languages. A change here is a new version there, not another digest."""


def test_every_purpose_has_words_in_every_language() -> None:
    assert set(WORDINGS) == set(Purpose)
    for versions in WORDINGS.values():
        for texts in versions:
            assert set(texts) == set(Language)
            assert len(set(texts.values())) == len(Language)


@pytest.mark.parametrize("purpose", Purpose)
def test_a_version_somebody_agreed_to_is_never_changed(purpose: Purpose) -> None:
    for version in range(1, newest(purpose) + 1):
        texts = wording(purpose, version)
        assert texts is not None
        whole = "\n".join(texts[language] for language in Language)
        assert sha256(whole.encode()).hexdigest()[:16] == AGREED_TO[purpose, version]


@pytest.mark.parametrize("version", [0, -1, 99])
def test_words_of_another_program_are_not_invented(version: int) -> None:
    assert wording(Purpose.PHOTO, version) is None


@pytest.mark.parametrize("purpose", Purpose)
def test_what_is_given_today_is_given_in_the_newest_words(desk: Desk, purpose: Purpose) -> None:
    who = make_visitor(desk)
    desk.do(GiveConsent(new_id(), who, purpose, How.SPOKEN, NEXT_YEAR, desk.clock.now()))
    (row,) = (*desk.ask(Consents(who)), *desk.ask(ClosedConsents(who)))
    assert (row.purpose, row.wording) == (purpose, newest(purpose))
