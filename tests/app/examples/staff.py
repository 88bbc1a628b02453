"""One prepared example of every action with accounts."""

from collections.abc import Callable
from dataclasses import replace

from app.action import Action
from app.centre.details import USUAL_WEEK
from app.desk import Desk
from app.ids import new_id
from app.permission import Role
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
from tests.making.centre import CENTRE, INESE, ZANE, found_centre, make_staff


def _found_centre(desk: Desk) -> Action:
    return FoundCentre(CENTRE, USUAL_WEEK, new_id(), INESE, "-")


def _add_staff(desk: Desk) -> Action:
    found_centre(desk)
    return AddStaff(new_id(), ZANE, "-")


def _remove_staff(desk: Desk) -> Action:
    return RemoveStaff(make_staff(desk))


def _put_back_staff(desk: Desk) -> Action:
    staff_id = make_staff(desk)
    desk.do(RemoveStaff(staff_id))
    return PutBackStaff(staff_id)


def _edit_staff(desk: Desk) -> Action:
    wanted = replace(ZANE, family_name="Kalniņa", roles=frozenset({Role.COORDINATOR}))
    return EditStaff(make_staff(desk), ZANE, wanted)


def _switch_off(desk: Desk) -> Action:
    return SwitchOffStaff(make_staff(desk))


def _switch_on(desk: Desk) -> Action:
    staff_id = make_staff(desk)
    desk.do(SwitchOffStaff(staff_id))
    return SwitchOnStaff(staff_id)


def _set_password(desk: Desk) -> Action:
    return SetPassword(make_staff(desk), "another hash", must_change=False)


def _note_sign_in(desk: Desk) -> Action:
    return NoteSignIn(make_staff(desk), "front desk", desk.clock.now())


EXAMPLES: dict[type, Callable[[Desk], Action]] = {
    FoundCentre: _found_centre,
    AddStaff: _add_staff,
    RemoveStaff: _remove_staff,
    PutBackStaff: _put_back_staff,
    EditStaff: _edit_staff,
    SwitchOffStaff: _switch_off,
    SwitchOnStaff: _switch_on,
    SetPassword: _set_password,
    NoteSignIn: _note_sign_in,
}
