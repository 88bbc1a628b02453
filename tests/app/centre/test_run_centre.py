"""The centre: named, opened and closed, and never overwritten by somebody who looked earlier."""

from dataclasses import replace
from datetime import time

import pytest

from app.centre.actions import EditCentre, KeepRecoverySheet, SetOpeningHours
from app.centre.details import LARGEST_LOGO, USUAL_WEEK, CentreDetails
from app.centre.queries import CentreCard, CentreNames, OpeningWeek
from app.desk import Desk
from app.errors import ChangedElsewhere, NotAllowed, Refused
from app.ids import new_id
from app.language import words
from app.permission import Role, SignedIn
from tests.making.centre import CENTRE, found_centre

NINE, TEN, TWENTY = time(9), time(10), time(20)


def test_before_a_centre_is_founded_there_are_no_names(desk: Desk) -> None:
    assert desk.ask(CentreCard()) == CentreNames()
    assert desk.ask(OpeningWeek()) == (None,) * 7


def test_a_founded_centre_has_its_names_and_the_usual_week(desk: Desk) -> None:
    found_centre(desk)
    card = desk.ask(CentreCard())
    assert (card.short_name, card.municipality) == ("Resource Centre", "Preiļu novads")
    assert not card.recovery_sheet_kept
    assert desk.ask(OpeningWeek()) == USUAL_WEEK


def test_an_edit_never_overwrites_another_desk(desk: Desk) -> None:
    found_centre(desk)
    desk.do(EditCentre(CENTRE, replace(CENTRE, short_name="Centre")))
    with pytest.raises(ChangedElsewhere, match="changed in the meantime"):
        desk.do(EditCentre(CENTRE, replace(CENTRE, address="Kārsavas iela 4")))
    assert desk.ask(CentreCard()).short_name == "Centre"


def test_what_is_typed_is_cleaned_and_the_short_name_may_be_left_out(desk: Desk) -> None:
    found_centre(desk)
    desk.do(EditCentre(CENTRE, CentreDetails("  Ludzas\u200b  centrs\n")))
    card = desk.ask(CentreCard())
    assert (card.name, card.short_name) == ("Ludzas centrs", "Ludzas centrs")


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        (CentreDetails(" \u200b "), "Write the name of the centre"),
        (CentreDetails("A" * 201), "at most 200 letters"),
        (CentreDetails("A", house_rules="A" * 6001), "house rules are too long"),
        (CentreDetails("A", logo=b"GIF89a"), "PNG picture"),
        (CentreDetails("A", funder_logo=b"GIF89a"), "PNG picture"),
        (CentreDetails("A", logo=b"\x89PNG" + bytes(LARGEST_LOGO)), "at most 512 KiB"),
    ],
    ids=["no name", "long name", "long rules", "other picture", "other funder", "large picture"],
)
def test_what_cannot_be_kept_is_refused(desk: Desk, wanted: CentreDetails, sentence: str) -> None:
    found_centre(desk)
    with pytest.raises(Refused, match=sentence):
        desk.do(EditCentre(CENTRE, wanted))


def test_a_day_is_closed_and_opened_again(desk: Desk) -> None:
    found_centre(desk)
    closed = desk.do(SetOpeningHours(0, (NINE, TWENTY), None))
    assert words(closed.message) == "Monday: closed"
    assert desk.ask(OpeningWeek())[0] is None
    opened = desk.do(SetOpeningHours(0, None, (TEN, TWENTY)))
    assert words(opened.message) == "Monday: open 10:00–20:00"
    desk.undo()
    desk.undo()
    assert desk.ask(OpeningWeek()) == USUAL_WEEK


def test_closing_before_opening_is_refused(desk: Desk) -> None:
    found_centre(desk)
    with pytest.raises(Refused, match="close after it opens"):
        desk.do(SetOpeningHours(6, None, (TWENTY, TEN)))


def test_hours_changed_elsewhere(desk: Desk) -> None:
    found_centre(desk)
    with pytest.raises(ChangedElsewhere):
        desk.do(SetOpeningHours(0, None, (TEN, TWENTY)))


def test_the_recovery_sheet_is_kept_once(desk: Desk) -> None:
    found_centre(desk)
    desk.do(KeepRecoverySheet(seen=False, wanted=True))
    assert desk.ask(CentreCard()).recovery_sheet_kept
    with pytest.raises(ChangedElsewhere):
        desk.do(KeepRecoverySheet(seen=False, wanted=True))


def test_only_an_administrator_runs_the_centre(desk: Desk) -> None:
    found_centre(desk)
    desk.sign_in(SignedIn(new_id(), "Zane", frozenset({Role.COORDINATOR})))
    with pytest.raises(NotAllowed):
        desk.do(SetOpeningHours(6, None, (TEN, TWENTY)))
