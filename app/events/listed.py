"""Who is on the list of a session and who came, in one query; boards and sheets read the same."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.events.model import (
    Absence,
    Attendance,
    EventSession,
    Missed,
    RegisteredSession,
    Registration,
    RegistrationStatus,
    Via,
)
from app.language import sort_key
from app.visitors.model import Organisation, Visitor
from app.visitors.naming import name_in_lists


@dataclass(frozen=True)
class Listed:
    """One person of the list, with what board and paper may say about her."""

    registration_id: UUID
    visitor_id: UUID
    number: int
    given_name: str
    family_name: str
    town: str
    organisation: str
    status: RegistrationStatus
    via: Via
    registered: datetime
    attendance_id: UUID | None
    came: datetime | None
    left: datetime | None = None
    absence: Absence | None = None
    companions: int = 0
    wheelchair_place: bool = False

    @property
    def name(self) -> str:
        """Surname first, as lists have it."""
        return name_in_lists(self.given_name, self.family_name, self.number)

    @property
    def short_name(self) -> str:
        return short_name(self.given_name, self.family_name) or self.name

    @property
    def on_paper(self) -> bool:
        return self.status == RegistrationStatus.REGISTERED or self.attendance_id is not None


def listed(session: Session, attended: EventSession) -> tuple[Listed, ...]:
    """Everybody on the list, in the alphabet of the current language."""
    rows = session.execute(
        select(
            Registration.id,
            Visitor.id,
            Visitor.number,
            Visitor.given_name,
            Visitor.family_name,
            Visitor.town,
            func.coalesce(Organisation.name, ""),
            Registration.status,
            Registration.via,
            Registration.registered,
            Attendance.id,
            Attendance.came,
            Attendance.left,
            Missed.absence,
            Registration.companions,
            Registration.wheelchair_place,
        )
        .join(Visitor, Visitor.id == Registration.visitor_id)
        .outerjoin(Organisation, Organisation.id == Visitor.organisation_id)
        .outerjoin(
            Attendance,
            and_(
                Attendance.visitor_id == Registration.visitor_id,
                Attendance.session_id == attended.id,
                ~Attendance.removed,
            ),
        )
        .outerjoin(
            Missed,
            and_(
                Missed.visitor_id == Registration.visitor_id,
                Missed.session_id == attended.id,
                ~Missed.removed,
            ),
        )
        .where(
            Registration.event_id == attended.event_id,
            ~Registration.removed,
            ~Visitor.removed,
            or_(Attendance.id.is_not(None), comes_to(attended.id)),
        )
    )
    found = (Listed(*row) for row in map(tuple, rows))
    return tuple(sorted(found, key=lambda one: sort_key(one.name)))


def comes_to(session_id: UUID | InstrumentedAttribute[UUID]) -> ColumnElement[bool]:
    """Whether a registration is for this session; without rows of its own it is for every date."""
    rows = (
        select(RegisteredSession.session_id)
        .where(RegisteredSession.registration_id == Registration.id)
        .correlate(Registration, EventSession)
    )
    return or_(~rows.exists(), rows.where(RegisteredSession.session_id == session_id).exists())


def short_name(given_name: str, family_name: str) -> str:
    """As a sheet of a support group has it: "Anna B."."""
    return f"{given_name} {family_name[0].upper()}.".strip() if family_name else given_name
