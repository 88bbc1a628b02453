"""Who may do what: roles, and the permissions they carry."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Permission(StrEnum):
    """Every action and every question names one of these."""

    ANYONE = "anyone"
    """Needed before somebody is signed in: first start and signing in."""
    SEE_CENTRE = "see centre"
    RUN_CENTRE = "run centre"
    RUN_STAFF = "run staff"
    SEE_VISITORS = "see visitors"
    CHECK_IN = "check in"
    REGISTER_VISITORS = "register visitors"
    IMPORT = "import"
    SEE_BOOKINGS = "see bookings"
    BOOK = "book"
    RUN_ROOMS = "run rooms"
    DECIDE_BOOKINGS = "decide bookings"
    """Approve and refuse what waits, and let a booking stand against a rule, with a reason."""
    SEE_EVENTS = "see events"
    PLAN_EVENTS = "plan events"
    MARK_ATTENDANCE = "mark attendance"
    NOTE_IDEAS = "note ideas"
    """Note down an idea, an opinion, a complaint at the desk."""
    RUN_INITIATIVES = "run initiatives"
    """Lead an initiative on, and answer what residents said."""
    SEE_PREPARATIONS = "see preparations"
    """What must be prepared: counts, no names."""
    PREPARE = "prepare"
    SEE_NEEDS = "see needs"
    """Whose needs they are; each look is journalled."""
    RECORD_NEEDS = "record needs"


class Role(StrEnum):
    """What somebody does at the centre; one person may have several."""

    FRONT_DESK = "front desk"
    COORDINATOR = "coordinator"
    ADMINISTRATOR = "administrator"


_EVERYBODY = {
    Permission.ANYONE,
    Permission.SEE_CENTRE,
    Permission.SEE_VISITORS,
    Permission.SEE_BOOKINGS,
    Permission.SEE_EVENTS,
    Permission.SEE_PREPARATIONS,
}
_AT_THE_DESK = {
    Permission.CHECK_IN,
    Permission.REGISTER_VISITORS,
    Permission.BOOK,
    Permission.MARK_ATTENDANCE,
    Permission.NOTE_IDEAS,
    Permission.PREPARE,
    Permission.SEE_NEEDS,
    Permission.RECORD_NEEDS,
}

GRANTS: dict[Role, frozenset[Permission]] = {
    Role.FRONT_DESK: frozenset(_EVERYBODY | _AT_THE_DESK),
    Role.COORDINATOR: frozenset(
        _EVERYBODY
        | _AT_THE_DESK
        | {
            Permission.PLAN_EVENTS,
            Permission.RUN_INITIATIVES,
            Permission.IMPORT,
            Permission.RUN_ROOMS,
            Permission.DECIDE_BOOKINGS,
        }
    ),
    # An administrator alone does not see whose needs they are (GDPR Art. 9: need to know).
    Role.ADMINISTRATOR: frozenset(
        _EVERYBODY
        | {
            Permission.RUN_CENTRE,
            Permission.RUN_STAFF,
            Permission.RUN_ROOMS,
            Permission.IMPORT,
        }
    ),
}


@dataclass(frozen=True)
class SignedIn:
    """The person at this desk, as the desk needs to know her."""

    staff_id: UUID
    name: str
    roles: frozenset[Role]

    def may(self, permission: Permission) -> bool:
        return any(permission in GRANTS[role] for role in self.roles)
