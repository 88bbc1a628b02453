"""What people do with accounts: found the centre, add people, give them roles, switch them off."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.action import Action, Change, Kind, about
from app.centre.actions import write_centre, write_hours
from app.centre.details import CentreDetails, Hours, StaffDetails
from app.centre.model import Centre
from app.database.base import THIS_CENTRE
from app.database.journal import by_whom
from app.errors import ChangedElsewhere, NotAllowed, Refused
from app.language import Message, say
from app.permission import Permission, Role
from app.staff.details import staff_details
from app.staff.model import Staff


@dataclass(frozen=True)
class FoundCentre:
    """The first action of all: the centre, its hours, and the first person, who may do everything."""

    centre: CentreDetails
    week: tuple[Hours, ...]
    staff_id: UUID
    person: StaffDetails
    password_hash: str
    permission: ClassVar[Permission] = Permission.ANYONE

    def perform(self, session: Session) -> Change:
        if session.get(Centre, THIS_CENTRE) is not None:
            raise Refused(say("There is a centre already. Sign in instead."))
        centre = Centre(id=THIS_CENTRE)
        write_centre(centre, self.centre.checked())
        session.add(centre)
        for weekday, hours in enumerate(self.week):
            write_hours(session, None, weekday, hours)
        person = Staff(id=self.staff_id, password_hash=self.password_hash)
        _write(person, self.person.checked())
        person.roles = frozenset(str(role) for role in Role)
        session.add(person)
        message = say("{name} is founded", name=centre.name)
        return Change(message, frozenset({about(Kind.CENTRE), about(Kind.STAFF)}))


@dataclass(frozen=True)
class AddStaff:
    """Somebody new works at the desk; the password is a first one, to be changed."""

    staff_id: UUID
    details: StaffDetails
    password_hash: str
    permission: ClassVar[Permission] = Permission.RUN_STAFF

    def perform(self, session: Session) -> Change:
        details = self.details.checked()
        _refuse_same_user_name(session, details.user_name, self.staff_id)
        person = Staff(
            id=self.staff_id, password_hash=self.password_hash, must_change_password=True
        )
        _write(person, details)
        session.add(person)
        return _change(person, say("{name} may sign in", name=person.name), RemoveStaff(person.id))


@dataclass(frozen=True)
class RemoveStaff:
    """Take back that somebody was added."""

    staff_id: UUID
    permission: ClassVar[Permission] = Permission.RUN_STAFF

    def perform(self, session: Session) -> Change:
        person = _known(session, self.staff_id)
        _refuse_last_administrator(session, person)
        person.removed = True
        message = say("{name} taken from the list", name=person.name)
        return _change(person, message, PutBackStaff(person.id))


@dataclass(frozen=True)
class PutBackStaff:
    """Put back somebody who was taken from the list."""

    staff_id: UUID
    permission: ClassVar[Permission] = Permission.RUN_STAFF

    def perform(self, session: Session) -> Change:
        person = session.get_one(Staff, self.staff_id)
        _refuse_same_user_name(session, person.user_name, person.id)
        person.removed = False
        message = say("{name} is in the list again", name=person.name)
        return _change(person, message, RemoveStaff(person.id))


@dataclass(frozen=True)
class EditStaff:
    """Change a name, the language or the roles."""

    staff_id: UUID
    seen: StaffDetails
    wanted: StaffDetails
    permission: ClassVar[Permission] = Permission.RUN_STAFF

    def perform(self, session: Session) -> Change:
        person = _known(session, self.staff_id)
        if staff_details(person) != self.seen:
            raise ChangedElsewhere(
                say("{name} was changed in the meantime. Look again.", name=person.name)
            )
        wanted = self.wanted.checked()
        if wanted.user_name != self.seen.user_name:
            # The key file outside the database knows her by it; undo could not reach it there.
            raise Refused(say("The user name stays as it is. Add a new account instead."))
        if Role.ADMINISTRATOR not in wanted.roles:
            _refuse_last_administrator(session, person)
        _write(person, wanted)
        undo = EditStaff(person.id, seen=wanted, wanted=self.seen)
        return _change(person, say("{name} changed", name=person.name), undo)


@dataclass(frozen=True)
class SwitchOffStaff:
    """Somebody no longer signs in; what she did stays in the journal."""

    staff_id: UUID
    permission: ClassVar[Permission] = Permission.RUN_STAFF

    def perform(self, session: Session) -> Change:
        person = _known(session, self.staff_id)
        if not person.active:
            raise ChangedElsewhere(say("{name} is already switched off.", name=person.name))
        _refuse_last_administrator(session, person)
        person.active = False
        message = say("{name} can no longer sign in", name=person.name)
        return _change(person, message, SwitchOnStaff(person.id))


@dataclass(frozen=True)
class SwitchOnStaff:
    """Somebody may sign in again."""

    staff_id: UUID
    permission: ClassVar[Permission] = Permission.RUN_STAFF

    def perform(self, session: Session) -> Change:
        person = _known(session, self.staff_id)
        if person.active:
            raise ChangedElsewhere(say("{name} can sign in already.", name=person.name))
        person.active = True
        message = say("{name} may sign in again", name=person.name)
        return _change(person, message, SwitchOffStaff(person.id))


@dataclass(frozen=True)
class SetPassword:
    """A new password, her own or given by an administrator; only its Argon2id hash is known here.

    It cannot be taken back. Nobody is signed in yet when the recovery sheet opened the desk.
    """

    staff_id: UUID
    password_hash: str
    must_change: bool
    permission: ClassVar[Permission] = Permission.ANYONE

    def perform(self, session: Session) -> Change:
        person = _known(session, self.staff_id)
        _refuse_password_of_others(session, person)
        person.password_hash = self.password_hash
        person.must_change_password = self.must_change
        message = say("{name} has a new password", name=person.name)
        return Change(message, frozenset({about(Kind.STAFF, person.id)}))


@dataclass(frozen=True)
class NoteSignIn:
    """Somebody signed in at a desk."""

    staff_id: UUID
    desk: str
    at: datetime
    permission: ClassVar[Permission] = Permission.ANYONE

    def perform(self, session: Session) -> Change:
        person = _known(session, self.staff_id)
        person.last_signed_in, person.last_desk = self.at, self.desk
        message = say("{name} signed in", name=person.name)
        return Change(message, frozenset({about(Kind.STAFF, person.id)}))


def _write(person: Staff, details: StaffDetails) -> None:
    person.given_name, person.family_name = details.given_name, details.family_name
    person.user_name, person.language = details.user_name, details.language
    person.roles = frozenset(str(role) for role in details.roles)


def _known(session: Session, staff_id: UUID) -> Staff:
    person = session.get(Staff, staff_id)
    if person is None or person.removed:
        raise ChangedElsewhere(say("This person is no longer in the list."))
    return person


def _refuse_same_user_name(session: Session, user_name: str, but: UUID) -> None:
    same = select(Staff.id).where(
        Staff.user_name == user_name, Staff.removed.is_(False), Staff.id != but
    )
    if session.scalar(same) is not None:
        raise Refused(say("The user name “{name}” is taken. Choose another.", name=user_name))


def _refuse_password_of_others(session: Session, person: Staff) -> None:
    who = by_whom(session)
    other = session.get(Staff, who) if who not in (None, person.id) else None
    if other is not None and Role.ADMINISTRATOR not in other.roles:
        raise NotAllowed(say("Only an administrator gives somebody else a new password."))


def _refuse_last_administrator(session: Session, person: Staff) -> None:
    """Somebody must be left who can run the centre."""
    if Role.ADMINISTRATOR not in person.roles or not person.active:
        return
    others = session.scalars(
        select(Staff).where(Staff.removed.is_(False), Staff.active, Staff.id != person.id)
    )
    if not any(Role.ADMINISTRATOR in one.roles for one in others):
        raise Refused(
            say("{name} is the last administrator. Name another one first.", name=person.name)
        )


def _change(person: Staff, message: Message, undo: Action) -> Change:
    return Change(message, frozenset({about(Kind.STAFF, person.id)}), undo)
