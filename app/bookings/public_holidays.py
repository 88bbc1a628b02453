"""The public holidays of Latvia, with the working days that the government moved."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.ids import new_id


@dataclass(frozen=True)
class Holiday:
    """One day nobody works, ready to become a closure with this id."""

    closure_id: UUID
    day: date
    name: str


def holidays_of(year: int) -> tuple[Holiday, ...]:
    """The holidays in their order; the library takes 0.3 s to import, so call this off the turn."""
    import holidays

    known = holidays.country_holidays("LV", years=year, language="lv")
    return tuple(Holiday(new_id(), day, name) for day, name in sorted(known.items()))
