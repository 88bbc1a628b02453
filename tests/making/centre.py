"""A centre and its people for tests, made as people make them: through actions."""

from uuid import UUID

from app.centre.details import USUAL_WEEK, CentreDetails, StaffDetails
from app.desk import Desk
from app.ids import new_id
from app.permission import Role
from app.staff.actions import AddStaff, FoundCentre

CENTRE = CentreDetails("Preiļi Community Resource Centre", "Resource Centre", "Preiļu novads")
INESE = StaffDetails("Inese", "Gavare", "inese", frozenset(Role))
ZANE = StaffDetails("Zane", "Kokina", "zane")


def found_centre(desk: Desk) -> UUID:
    """The centre with the usual week; returns the id of Inese, who may do everything."""
    staff_id = new_id()
    desk.do(FoundCentre(CENTRE, USUAL_WEEK, staff_id, INESE, "-"))
    return staff_id


def make_staff(desk: Desk, details: StaffDetails = ZANE, password_hash: str = "-") -> UUID:
    staff_id = new_id()
    desk.do(AddStaff(staff_id, details, password_hash))
    return staff_id
