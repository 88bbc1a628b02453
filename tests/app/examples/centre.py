"""One prepared example of every action of the centre."""

from collections.abc import Callable
from dataclasses import replace
from datetime import time

from app.action import Action
from app.centre.actions import EditCentre, KeepRecoverySheet, SetOpeningHours
from app.desk import Desk
from tests.making.centre import CENTRE, found_centre


def _edit_centre(desk: Desk) -> Action:
    found_centre(desk)
    wanted = replace(
        CENTRE,
        short_name="Centre",
        name_in_ukrainian="Центр",
        logo=b"\x89PNG...",
        booking_phone="65 300 001",
        house_rules="Shoes off.\nCups washed.",
    )
    return EditCentre(CENTRE, wanted)


def _open_on_sunday(desk: Desk) -> Action:
    found_centre(desk)
    return SetOpeningHours(6, None, (time(11), time(15)))


def _keep_recovery_sheet(desk: Desk) -> Action:
    found_centre(desk)
    return KeepRecoverySheet(seen=False, wanted=True)


EXAMPLES: dict[type, Callable[[Desk], Action]] = {
    EditCentre: _edit_centre,
    SetOpeningHours: _open_on_sunday,
    KeepRecoverySheet: _keep_recovery_sheet,
}
