"""What the form of an account shows."""

from app.centre.details import StaffDetails
from app.permission import Role
from app.staff.model import Staff


def staff_details(person: Staff) -> StaffDetails:
    roles = frozenset(Role(role) for role in person.roles)
    return StaffDetails(
        person.given_name, person.family_name, person.user_name, roles, person.language
    )
