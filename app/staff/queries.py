"""What the window asks about the people who work at the desk."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.centre.details import StaffDetails
from app.clock import to_wall
from app.language import sort_key
from app.permission import Permission
from app.staff.details import staff_details
from app.staff.model import Staff


@dataclass(frozen=True)
class StaffRow:
    """One person of the staff; the last sign-in in wall-clock time."""

    id: UUID
    name: str
    details: StaffDetails
    active: bool
    last_signed_in: datetime | None
    last_desk: str


@dataclass(frozen=True)
class StaffList:
    """Everybody who has an account, also those switched off."""

    permission: ClassVar[Permission] = Permission.SEE_CENTRE

    def answer(self, session: Session) -> tuple[StaffRow, ...]:
        found = session.scalars(select(Staff).where(Staff.removed.is_(False)))
        rows = [
            StaffRow(
                one.id,
                one.name,
                staff_details(one),
                one.active,
                to_wall(one.last_signed_in) if one.last_signed_in else None,
                one.last_desk,
            )
            for one in found
        ]
        return tuple(sorted(rows, key=lambda row: sort_key(row.name)))


@dataclass(frozen=True)
class MustChangePassword:
    """Whether somebody still has the one-time password that was given to her."""

    staff_id: UUID
    permission: ClassVar[Permission] = Permission.SEE_CENTRE

    def answer(self, session: Session) -> bool:
        person = session.get(Staff, self.staff_id)
        return person is not None and person.must_change_password
