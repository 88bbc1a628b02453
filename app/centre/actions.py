"""What people do with the centre itself: its names, its opening hours, the recovery sheet."""

from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.action import Action, Change, Kind, about
from app.centre.details import CentreDetails, Hours
from app.centre.model import Centre, OpeningHours
from app.centre.queries import centre_details
from app.database.base import THIS_CENTRE
from app.database.journal import house_changed
from app.errors import ChangedElsewhere, Refused
from app.ids import new_id
from app.language import Message, say
from app.permission import Permission

WEEKDAYS: tuple[Message, ...] = (
    say("Monday"),
    say("Tuesday"),
    say("Wednesday"),
    say("Thursday"),
    say("Friday"),
    say("Saturday"),
    say("Sunday"),
)


@dataclass(frozen=True)
class EditCentre:
    """Change how the centre is called, where it is, its logo."""

    seen: CentreDetails
    wanted: CentreDetails
    permission: ClassVar[Permission] = Permission.RUN_CENTRE

    def perform(self, session: Session) -> Change:
        centre = session.get_one(Centre, THIS_CENTRE)
        if centre_details(centre) != self.seen:
            raise ChangedElsewhere(say("The centre was changed in the meantime. Look again."))
        wanted = self.wanted.checked()
        write_centre(centre, wanted)
        return _change(say("Centre changed"), EditCentre(seen=wanted, wanted=self.seen))


@dataclass(frozen=True)
class SetOpeningHours:
    """When the centre is open on one weekday (0 is Monday); None closes it."""

    weekday: int
    seen: Hours
    wanted: Hours
    permission: ClassVar[Permission] = Permission.RUN_CENTRE

    def perform(self, session: Session) -> Change:
        row = session.scalars(
            select(OpeningHours).where(OpeningHours.weekday == self.weekday)
        ).first()
        there = (row.opens, row.closes) if row is not None and not row.removed else None
        if there != self.seen:
            raise ChangedElsewhere(say("The opening hours were changed in the meantime."))
        write_hours(session, row, self.weekday, self.wanted)
        day = WEEKDAYS[self.weekday]
        if self.wanted is None:
            message = say("{day}: closed", day=day)
        else:
            opens, closes = self.wanted
            message = say("{day}: open {opens}–{closes}", day=day, opens=opens, closes=closes)
        return _change(message, SetOpeningHours(self.weekday, self.wanted, self.seen))


@dataclass(frozen=True)
class KeepRecoverySheet:
    """Say whether the recovery sheet lies in a safe place."""

    seen: bool
    wanted: bool
    permission: ClassVar[Permission] = Permission.RUN_CENTRE

    def perform(self, session: Session) -> Change:
        centre = session.get_one(Centre, THIS_CENTRE)
        if centre.recovery_sheet_kept != self.seen:
            raise ChangedElsewhere(say("The centre was changed in the meantime. Look again."))
        centre.recovery_sheet_kept = self.wanted
        safe, missing = say("The recovery sheet is in a safe place"), say("No recovery sheet yet")
        message = safe if self.wanted else missing
        return _change(message, KeepRecoverySheet(self.wanted, self.seen))


def write_centre(centre: Centre, details: CentreDetails) -> None:
    centre.name, centre.short_name = details.name, details.short_name
    centre.municipality, centre.address = details.municipality, details.address
    centre.name_in_english = details.name_in_english
    centre.name_in_ukrainian = details.name_in_ukrainian
    centre.language, centre.logo = details.language, details.logo
    centre.funder_logo = details.funder_logo
    centre.phone, centre.email = details.phone, details.email
    centre.booking_phone, centre.booking_email = details.booking_phone, details.booking_email
    centre.house_rules = details.house_rules
    centre.house_rules_in_english = details.house_rules_in_english
    centre.house_rules_in_ukrainian = details.house_rules_in_ukrainian


def write_hours(session: Session, row: OpeningHours | None, weekday: int, hours: Hours) -> None:
    """A closed day keeps its row, marked removed. Raises Refused when it closes before it opens."""
    house_changed(session)
    if hours is None:
        if row is not None:
            row.removed = True
        return
    opens, closes = hours
    if closes <= opens:
        raise Refused(say("The centre must close after it opens."))
    if row is None:
        row = OpeningHours(id=new_id(), weekday=weekday, opens=opens, closes=closes)
        session.add(row)
    row.opens, row.closes, row.removed = opens, closes, False


def _change(message: Message, undo: Action) -> Change:
    return Change(message, frozenset({about(Kind.CENTRE)}), undo)
