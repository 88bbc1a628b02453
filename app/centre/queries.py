"""What the window asks about the centre: its names, its opening hours."""

from dataclasses import dataclass
from datetime import time
from typing import ClassVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.centre.details import CentreDetails
from app.centre.model import Centre, OpeningHours
from app.database.base import THIS_CENTRE
from app.permission import Permission

Hours = tuple[time, time] | None
"""Opens and closes; None on a closed day."""


@dataclass(frozen=True)
class CentreNames:
    """How the centre is called; empty before it is founded."""

    name: str = ""
    short_name: str = ""
    municipality: str = ""
    address: str = ""
    name_in_english: str = ""
    name_in_ukrainian: str = ""
    language: str = "lv"
    recovery_sheet_kept: bool = False
    phone: str = ""
    email: str = ""


@dataclass(frozen=True)
class CentreCard:
    """The names of the centre."""

    permission: ClassVar[Permission] = Permission.SEE_CENTRE

    def answer(self, session: Session) -> CentreNames:
        centre = session.get(Centre, THIS_CENTRE)
        if centre is None:
            return CentreNames()
        return CentreNames(
            centre.name,
            centre.short_name,
            centre.municipality,
            centre.address,
            centre.name_in_english,
            centre.name_in_ukrainian,
            centre.language,
            centre.recovery_sheet_kept,
            centre.phone,
            centre.email,
        )


@dataclass(frozen=True)
class CentreForm:
    """Everything the form of the centre shows; what an edit must say it saw."""

    permission: ClassVar[Permission] = Permission.SEE_CENTRE

    def answer(self, session: Session) -> CentreDetails:
        centre = session.get(Centre, THIS_CENTRE)
        return centre_details(centre) if centre is not None else CentreDetails("")


@dataclass(frozen=True)
class OpeningWeek:
    """Seven days from Monday."""

    permission: ClassVar[Permission] = Permission.SEE_CENTRE

    def answer(self, session: Session) -> tuple[Hours, ...]:
        found = session.scalars(select(OpeningHours).where(OpeningHours.removed.is_(False)))
        hours = {row.weekday: (row.opens, row.closes) for row in found}
        return tuple(hours.get(weekday) for weekday in range(7))


def centre_details(centre: Centre) -> CentreDetails:
    return CentreDetails(
        centre.name,
        centre.short_name,
        centre.municipality,
        centre.address,
        centre.name_in_english,
        centre.name_in_ukrainian,
        centre.language,
        centre.logo,
        centre.phone,
        centre.email,
        centre.booking_phone,
        centre.booking_email,
        centre.house_rules,
        centre.house_rules_in_english,
        centre.house_rules_in_ukrainian,
        centre.funder_logo,
    )
