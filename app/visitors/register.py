"""Registering somebody, changing what is written about her, taking her from the list."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from app.action import Action, Change, Kind, about
from app.alphabet import place_in_the_alphabet
from app.clock import to_wall
from app.database.base import THIS_CENTRE
from app.errors import ChangedElsewhere, Refused
from app.ids import new_id
from app.language import Message, say
from app.permission import Permission
from app.visitors.consents import Agreed, write_consent
from app.visitors.details import VisitorDetails
from app.visitors.duplicates import certain_duplicates
from app.visitors.finding_keys import write_keys
from app.visitors.model import (
    Consent,
    Group,
    How,
    NotTheSame,
    Organisation,
    Purpose,
    SensitiveGroup,
    Visit,
    Visitor,
    VisitorRole,
)
from app.visitors.named_elsewhere import named_elsewhere
from app.visitors.same_person import Facts
from app.visitors.visits import arrive, known_visitor, named

AFTER_ALL_NAMES = "\U0010fffd"
"""Where people without a name stand in the list."""


@dataclass(frozen=True)
class GroupsTold:
    """The sensitive groups somebody told us of, and the consent they rest on."""

    groups: frozenset[Group]
    consent_id: UUID
    how: How
    until: date


@dataclass(frozen=True)
class RegisterVisitor:
    """Write a new person down; with ``visit_id`` she is checked in at once.

    Who is ``unnamed`` gives no name: she has a number and a card, and is still one person. Somebody
    who is surely in the list already is refused, unless she is said to be ``another`` person; that
    is remembered, and nobody is asked again.
    """

    visitor_id: UUID
    details: VisitorDetails
    at: datetime
    visit_id: UUID | None = None
    told: GroupsTold | None = None
    notice_explained: bool = False
    unnamed: bool = False
    another: frozenset[UUID] = frozenset()
    agreed: tuple[Agreed, ...] = ()
    """To what she agreed besides, such as being telephoned."""
    permission: ClassVar[Permission] = Permission.REGISTER_VISITORS

    def perform(self, session: Session) -> Change:
        details = self.details.checked(unnamed=self.unnamed)
        _refuse_twice(session, details, self.another)
        visitor = Visitor(
            id=self.visitor_id,
            number=next_number(session),
            registered=self.at,
            notice_explained=self.at if self.notice_explained else None,
        )
        write_details(session, visitor, details)
        session.add(visitor)
        session.flush()
        write_keys(session, [visitor])
        _remember_two(session, visitor.id, self.another)
        told = self.told if self.told is not None and self.told.groups else None
        if told is not None:
            write_groups(session, visitor.id, told, self.at)
        for one in self.agreed:
            write_consent(session, visitor.id, one, self.at)
        message = say("{who} registered", who=named(visitor))
        if self.visit_id is not None:
            arrive(session, visitor, self.visit_id, self.at)
            at = to_wall(self.at).time()
            message = say("{who} registered, checked in at {at}", who=named(visitor), at=at)
        consents = tuple(one.consent_id for one in (told, *self.agreed) if one is not None)
        undo = RemoveVisitor(visitor.id, self.visit_id, consents)
        return _change(visitor, message, undo)


@dataclass(frozen=True)
class RemoveVisitor:
    """Take back a registration, with the visit and the consents that came with it.

    Whom something else names by now, perhaps another desk's list, stays.
    """

    visitor_id: UUID
    visit_id: UUID | None = None
    consent_ids: tuple[UUID, ...] = ()
    permission: ClassVar[Permission] = Permission.REGISTER_VISITORS

    def perform(self, session: Session) -> Change:
        visitor = known_visitor(session, self.visitor_id)
        _refuse_if_busy(session, visitor, self.visit_id)
        if named_elsewhere(session, [visitor.id], {self.visit_id, *self.consent_ids}):
            raise Refused(say("{who} is on other lists by now and stays.", who=named(visitor)))
        _mark(session, self, removed=True)
        write_keys(session, [visitor])
        message = say("{who} taken from the list", who=named(visitor))
        undo = PutBackVisitor(visitor.id, self.visit_id, self.consent_ids)
        return _change(visitor, message, undo)


@dataclass(frozen=True)
class PutBackVisitor:
    """Put a person back into the list."""

    visitor_id: UUID
    visit_id: UUID | None = None
    consent_ids: tuple[UUID, ...] = ()
    permission: ClassVar[Permission] = Permission.REGISTER_VISITORS

    def perform(self, session: Session) -> Change:
        visitor = session.get_one(Visitor, self.visitor_id)
        _mark(session, self, removed=False)
        write_keys(session, [visitor])
        message = say("{who} is in the list again", who=named(visitor))
        undo = RemoveVisitor(visitor.id, self.visit_id, self.consent_ids)
        return _change(visitor, message, undo)


@dataclass(frozen=True)
class EditVisitor:
    """Change what is written about a person."""

    visitor_id: UUID
    seen: VisitorDetails
    wanted: VisitorDetails
    unnamed: bool = False
    """She may be left without a name, as she was before she told it."""
    permission: ClassVar[Permission] = Permission.REGISTER_VISITORS

    def perform(self, session: Session) -> Change:
        visitor = known_visitor(session, self.visitor_id)
        if details_of(visitor) != self.seen:
            raise ChangedElsewhere(
                say(
                    "{who} was changed in the meantime. Look at the card again.", who=named(visitor)
                )
            )
        had_no_name = not (visitor.given_name or visitor.family_name)
        wanted = self.wanted.checked(unnamed=self.unnamed or had_no_name)
        if wanted.guardian_id == visitor.id:
            wanted = replace(wanted, guardian_id=None)
        write_details(session, visitor, wanted)
        write_keys(session, [visitor])
        undo = EditVisitor(visitor.id, wanted, self.seen, had_no_name)
        return _change(visitor, say("{who} changed", who=named(visitor)), undo)


def next_number(session: Session) -> int:
    """Counted on past removed people too: a number is never used again."""
    last = select(func.max(Visitor.number)).where(Visitor.centre_id == THIS_CENTRE)
    return (session.scalar(last) or 0) + 1  # with the centre it is the end of an index


def details_of(visitor: Visitor) -> VisitorDetails:
    return VisitorDetails(
        given_name=visitor.given_name,
        family_name=visitor.family_name,
        other_names=visitor.other_names,
        birth_year=visitor.birth_year,
        town=visitor.town,
        phone=visitor.phone,
        email=visitor.email,
        language=visitor.language,
        roles=frozenset(VisitorRole(role) for role in visitor.roles),
        organisation_id=visitor.organisation_id,
        guardian_id=visitor.guardian_id,
        guardian_name=visitor.guardian_name,
        heard_from=visitor.heard_from,
    )


def write_details(session: Session, visitor: Visitor, details: VisitorDetails) -> None:
    if details.organisation_id and not session.get(Organisation, details.organisation_id):
        raise Refused(say("This organisation is no longer there. Choose another."))
    visitor.given_name, visitor.family_name = details.given_name, details.family_name
    visitor.other_names = details.other_names
    name = f"{details.family_name} {details.given_name}".strip()
    visitor.sort_name = place_in_the_alphabet(name) or AFTER_ALL_NAMES
    visitor.birth_year = details.birth_year
    visitor.town = details.town
    visitor.phone, visitor.email = details.phone, details.email
    visitor.language = details.language
    visitor.roles = frozenset(str(role) for role in details.roles)
    visitor.organisation_id = details.organisation_id
    visitor.guardian_id, visitor.guardian_name = details.guardian_id, details.guardian_name
    visitor.heard_from = details.heard_from


def write_groups(session: Session, visitor_id: UUID, told: GroupsTold, at: datetime) -> None:
    """The groups and the consent they rest on. Raises Refused when that has ended already."""
    agreed = Agreed(told.consent_id, Purpose.GROUPS, told.how, told.until)
    write_consent(session, visitor_id, agreed, at)
    session.flush()
    for group in sorted(told.groups):
        session.add(
            SensitiveGroup(
                id=new_id(), visitor_id=visitor_id, consent_id=told.consent_id, group=group
            )
        )


def _mark(session: Session, action: RemoveVisitor | PutBackVisitor, *, removed: bool) -> None:
    session.get_one(Visitor, action.visitor_id).removed = removed
    if action.visit_id is not None:
        session.get_one(Visit, action.visit_id).removed = removed
    for consent_id in action.consent_ids:
        session.get_one(Consent, consent_id).removed = removed
    for group in session.scalars(
        select(SensitiveGroup).where(SensitiveGroup.consent_id.in_(action.consent_ids))
    ):
        group.removed = removed
    said_two = or_(
        NotTheSame.first_id == action.visitor_id, NotTheSame.second_id == action.visitor_id
    )
    for pair in session.scalars(select(NotTheSame).where(said_two)):
        pair.removed = removed


def _refuse_twice(session: Session, details: VisitorDetails, another: frozenset[UUID]) -> None:
    facts = Facts(
        details.given_name,
        details.family_name,
        details.other_names,
        details.birth_year,
        details.phone,
        details.email,
    )
    for known in certain_duplicates(session, facts):
        if known.id not in another:
            raise Refused(
                say(
                    "{who} is in the list already. Choose the same person, or say that this is another.",
                    who=named(known),
                )
            )


def _remember_two(session: Session, visitor_id: UUID, another: frozenset[UUID]) -> None:
    for other in sorted(another):
        first, second = sorted((visitor_id, other), key=lambda one: one.hex)
        session.add(NotTheSame(id=new_id(), first_id=first, second_id=second))


def _refuse_if_busy(session: Session, visitor: Visitor, visit_id: UUID | None) -> None:
    others = select(func.count()).where(
        Visit.visitor_id == visitor.id, Visit.removed.is_(False), Visit.id != visit_id
    )
    if session.scalar(others):
        raise Refused(say("{who} has visited since; the registration stays.", who=named(visitor)))


def _change(visitor: Visitor, message: Message, undo: Action) -> Change:
    topics = frozenset({about(Kind.VISITORS, visitor.id), about(Kind.VISITS, visitor.id)})
    return Change(message, topics, undo)
