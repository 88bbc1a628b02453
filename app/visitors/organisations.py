"""What people do with organisations: add, edit, retire; and the list of them."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.action import Action, Change, Kind, about
from app.errors import ChangedElsewhere, Refused
from app.language import Message, say, sort_key
from app.permission import Permission
from app.text import fold
from app.visitors.details import OrganisationDetails
from app.visitors.model import Organisation, OrganisationKind, Visitor


@dataclass(frozen=True)
class AddOrganisation:
    """Write down a school, an association, a residents' group …"""

    organisation_id: UUID
    details: OrganisationDetails
    permission: ClassVar[Permission] = Permission.REGISTER_VISITORS

    def perform(self, session: Session) -> Change:
        details = self.details.checked()
        same = _same_name(session, details.name, self.organisation_id)
        if same is not None:
            raise Refused(say("“{name}” is already in the list.", name=same.name))
        made = Organisation(id=self.organisation_id)
        _write(made, details)
        session.add(made)
        return _change(made, say("Added: {name}", name=made.name), RemoveOrganisation(made.id))


@dataclass(frozen=True)
class RemoveOrganisation:
    """Take an organisation away that was only just added."""

    organisation_id: UUID
    permission: ClassVar[Permission] = Permission.REGISTER_VISITORS

    def perform(self, session: Session) -> Change:
        found = _known(session, self.organisation_id)
        found.removed = True
        message = say("Taken away: {name}", name=found.name)
        return _change(found, message, PutBackOrganisation(found.id))


@dataclass(frozen=True)
class PutBackOrganisation:
    """Put back an organisation that was taken away."""

    organisation_id: UUID
    permission: ClassVar[Permission] = Permission.REGISTER_VISITORS

    def perform(self, session: Session) -> Change:
        found = session.get_one(Organisation, self.organisation_id)
        found.removed = False
        message = say("Put back: {name}", name=found.name)
        return _change(found, message, RemoveOrganisation(found.id))


@dataclass(frozen=True)
class EditOrganisation:
    """Change the name, the kind or the contact of an organisation."""

    organisation_id: UUID
    seen: OrganisationDetails
    wanted: OrganisationDetails
    permission: ClassVar[Permission] = Permission.REGISTER_VISITORS

    def perform(self, session: Session) -> Change:
        found = _known(session, self.organisation_id)
        if organisation_details(found) != self.seen:
            raise ChangedElsewhere(
                say("“{name}” was changed in the meantime. Look at it again.", name=found.name)
            )
        wanted = self.wanted.checked()
        _write(found, wanted)
        undo = EditOrganisation(found.id, seen=wanted, wanted=self.seen)
        return _change(found, say("Changed: {name}", name=found.name), undo)


@dataclass(frozen=True)
class RetireOrganisation:
    """Offer an organisation no longer; what it did stays."""

    organisation_id: UUID
    permission: ClassVar[Permission] = Permission.REGISTER_VISITORS

    def perform(self, session: Session) -> Change:
        found = _known(session, self.organisation_id)
        if found.retired:
            raise ChangedElsewhere(say("“{name}” is already retired.", name=found.name))
        found.retired = True
        message = say("Retired: {name}", name=found.name)
        return _change(found, message, BringBackOrganisation(found.id))


@dataclass(frozen=True)
class BringBackOrganisation:
    """Offer a retired organisation again."""

    organisation_id: UUID
    permission: ClassVar[Permission] = Permission.REGISTER_VISITORS

    def perform(self, session: Session) -> Change:
        found = _known(session, self.organisation_id)
        if not found.retired:
            raise ChangedElsewhere(say("“{name}” is not retired.", name=found.name))
        found.retired = False
        message = say("Brought back: {name}", name=found.name)
        return _change(found, message, RetireOrganisation(found.id))


@dataclass(frozen=True)
class OrganisationRow:
    """One organisation in a list."""

    id: UUID
    name: str
    kind: OrganisationKind
    contact: str
    phone: str
    email: str
    retired: bool
    people: int

    @property
    def details(self) -> OrganisationDetails:
        return OrganisationDetails(self.name, self.kind, self.contact, self.phone, self.email)


@dataclass(frozen=True)
class Organisations:
    """All organisations by name; the retired ones only when asked for."""

    retired_too: bool = False
    permission: ClassVar[Permission] = Permission.SEE_VISITORS

    def answer(self, session: Session) -> tuple[OrganisationRow, ...]:
        people = dict(
            session.execute(
                select(Visitor.organisation_id, func.count())
                .where(Visitor.removed.is_(False), Visitor.organisation_id.is_not(None))
                .group_by(Visitor.organisation_id)
            ).all()
        )
        wanted = select(Organisation).where(Organisation.removed.is_(False))
        if not self.retired_too:
            wanted = wanted.where(Organisation.retired.is_(False))
        rows = [
            OrganisationRow(
                one.id,
                one.name,
                one.kind,
                one.contact,
                one.phone,
                one.email,
                one.retired,
                people.get(one.id, 0),
            )
            for one in session.scalars(wanted)
        ]
        return tuple(sorted(rows, key=lambda row: sort_key(row.name)))


def organisation_details(found: Organisation) -> OrganisationDetails:
    return OrganisationDetails(found.name, found.kind, found.contact, found.phone, found.email)


def find_by_name(session: Session, name: str) -> Organisation | None:
    return _same_name(session, name, None)


def _same_name(session: Session, name: str, but: UUID | None) -> Organisation | None:
    wanted = fold(name)
    active = select(Organisation).where(Organisation.removed.is_(False))
    return next(
        (one for one in session.scalars(active) if one.id != but and fold(one.name) == wanted), None
    )


def _known(session: Session, organisation_id: UUID) -> Organisation:
    found = session.get(Organisation, organisation_id)
    if found is None or found.removed:
        raise ChangedElsewhere(say("This organisation is no longer there."))
    return found


def _write(found: Organisation, details: OrganisationDetails) -> None:
    found.name, found.kind = details.name, details.kind
    found.contact, found.phone, found.email = details.contact, details.phone, details.email


def _change(found: Organisation, message: Message, undo: Action) -> Change:
    return Change(message, frozenset({about(Kind.ORGANISATIONS, found.id)}), undo)
