"""Accounts: added, changed, switched off, and always one administrator left."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest

from app.action import Action
from app.centre.details import USUAL_WEEK, StaffDetails
from app.desk import Desk
from app.errors import ChangedElsewhere, NotAllowed, Refused
from app.ids import new_id
from app.permission import Role, SignedIn
from app.staff.actions import (
    AddStaff,
    EditStaff,
    FoundCentre,
    NoteSignIn,
    PutBackStaff,
    RemoveStaff,
    SetPassword,
    SwitchOffStaff,
    SwitchOnStaff,
)
from app.staff.queries import StaffList
from tests.conftest import NOW
from tests.making.centre import CENTRE, INESE, ZANE, found_centre, make_staff

ADMINISTRATOR = frozenset({Role.ADMINISTRATOR})


def test_the_first_person_may_do_everything(desk: Desk) -> None:
    staff_id = found_centre(desk)
    (row,) = desk.ask(StaffList())
    assert (row.id, row.name, row.active, row.last_signed_in) == (
        staff_id,
        "Inese Gavare",
        True,
        None,
    )
    assert row.details.roles == frozenset(Role)


def test_a_centre_is_founded_once(desk: Desk) -> None:
    found_centre(desk)
    with pytest.raises(Refused, match="There is a centre already"):
        desk.do(FoundCentre(CENTRE, USUAL_WEEK, new_id(), ZANE, "-"))
    assert len(desk.ask(StaffList())) == 1


def test_somebody_is_added_with_one_role(desk: Desk) -> None:
    found_centre(desk)
    make_staff(desk, replace(ZANE, user_name="ZANE"))
    assert [(row.name, row.details.user_name) for row in desk.ask(StaffList())] == [
        ("Inese Gavare", "inese"),
        ("Zane Kokina", "zane"),
    ]


@pytest.mark.parametrize(
    ("details", "sentence"),
    [
        (replace(ZANE, user_name="Inese"), "“inese” is taken"),
        (replace(ZANE, user_name="zane k"), "without blanks"),
        (replace(ZANE, user_name=""), "without blanks"),
        (replace(ZANE, given_name=" "), "name of the person"),
        (replace(ZANE, roles=frozenset()), "at least one role"),
    ],
    ids=["taken", "blank in it", "no user name", "no name", "no role"],
)
def test_an_account_that_cannot_be(desk: Desk, details: StaffDetails, sentence: str) -> None:
    found_centre(desk)
    with pytest.raises(Refused, match=sentence):
        desk.do(AddStaff(new_id(), details, "-"))


def test_a_removed_user_name_is_free_again_until_it_is_taken(desk: Desk) -> None:
    first = make_staff(desk)
    desk.do(RemoveStaff(first))
    make_staff(desk)
    with pytest.raises(Refused, match="“zane” is taken"):
        desk.do(PutBackStaff(first))
    assert len(desk.ask(StaffList())) == 1


@pytest.mark.parametrize(
    "ending",
    [
        SwitchOffStaff,
        RemoveStaff,
        lambda staff_id: EditStaff(
            staff_id, INESE, replace(INESE, roles=frozenset({Role.FRONT_DESK}))
        ),
    ],
    ids=["switched off", "removed", "without the role"],
)
def test_the_last_administrator_stays(desk: Desk, ending: Callable[[UUID], Action]) -> None:
    inese = found_centre(desk)
    other = make_staff(desk, replace(ZANE, roles=ADMINISTRATOR))
    desk.do(SwitchOffStaff(other))
    with pytest.raises(Refused, match="Inese Gavare is the last administrator"):
        desk.do(ending(inese))
    desk.do(SwitchOnStaff(other))
    desk.do(ending(inese))


def test_an_edit_never_overwrites_another_desk(desk: Desk) -> None:
    staff_id = make_staff(desk)
    desk.do(EditStaff(staff_id, ZANE, replace(ZANE, family_name="Kalniņa")))
    with pytest.raises(ChangedElsewhere, match="Zane Kalniņa was changed"):
        desk.do(EditStaff(staff_id, ZANE, replace(ZANE, language="uk")))


def test_a_user_name_stays_because_the_key_file_knows_it(desk: Desk) -> None:
    staff_id = make_staff(desk)
    with pytest.raises(Refused, match="user name stays"):
        desk.do(EditStaff(staff_id, ZANE, replace(ZANE, user_name="zane.k")))


def test_a_new_password_cannot_be_taken_back(desk: Desk) -> None:
    staff_id = make_staff(desk)
    assert desk.do(SetPassword(staff_id, "hash", must_change=False)).undo is None


def test_signing_in_is_noted(desk: Desk) -> None:
    staff_id = make_staff(desk)
    desk.do(NoteSignIn(staff_id, "front desk", desk.clock.now()))
    (row,) = desk.ask(StaffList())
    assert (row.last_signed_in, row.last_desk) == (NOW, "front desk")


def test_only_an_administrator_runs_accounts(desk: Desk) -> None:
    found_centre(desk)
    desk.sign_in(SignedIn(new_id(), "Zane", frozenset({Role.COORDINATOR})))
    with pytest.raises(NotAllowed):
        make_staff(desk)
