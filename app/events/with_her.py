"""Who may come together with somebody: her family, listed or not, and her class or organisation."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.events.listed import listed
from app.events.model import Registration, RegistrationStatus
from app.events.record import own_session
from app.permission import Permission
from app.visitors.model import Organisation, Visitor


@dataclass(frozen=True)
class Company:
    """Those who are not marked yet; she herself is among them while she is not."""

    visitor_id: UUID
    family: tuple[UUID, ...] = ()
    group: tuple[UUID, ...] = ()
    group_name: str = ""
    unlisted: tuple[UUID, ...] = ()
    """Her family, without those whom the list knows in any way."""


@dataclass(frozen=True)
class ComesWith:
    """Of a person on the list of a session; a group of one is none."""

    session_id: UUID
    visitor_id: UUID
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def answer(self, session: Session) -> Company:
        attended = own_session(session, self.session_id)
        her = session.get(Visitor, self.visitor_id)
        there = listed(session, attended)
        unlisted = _unlisted(session, her, attended.event_id) if her is not None else ()
        awaited = [
            one.visitor_id
            for one in there
            if one.came is None and one.status is RegistrationStatus.REGISTERED
        ]
        if her is None or not awaited:
            return Company(self.visitor_id, unlisted=unlisted)
        people = session.execute(
            select(Visitor.id, Visitor.guardian_id, Visitor.organisation_id).where(
                Visitor.id.in_(awaited)
            )
        ).all()
        near = {her.id, her.guardian_id or her.id}
        family = tuple(one.id for one in people if one.id in near or one.guardian_id in near)
        group = tuple(
            one.id
            for one in people
            if her.organisation_id and one.organisation_id == her.organisation_id
        )
        found = session.get(Organisation, her.organisation_id) if her.organisation_id else None
        name = found.name if found and not attended.event.confidential else ""
        return Company(her.id, _several(family, her.id), _several(group, her.id), name, unlisted)


def _unlisted(session: Session, her: Visitor, event_id: UUID) -> tuple[UUID, ...]:
    near = [Visitor.guardian_id == her.id]
    if her.guardian_id is not None:  # asked of nobody, every row would be looked at
        near += [Visitor.id == her.guardian_id, Visitor.guardian_id == her.guardian_id]
    on_list = select(Registration.visitor_id).where(
        Registration.event_id == event_id, ~Registration.removed
    )
    found = select(Visitor.id).where(
        or_(*near), Visitor.id != her.id, ~Visitor.removed, Visitor.id.not_in(on_list)
    )
    return tuple(session.scalars(found.order_by(Visitor.birth_year, Visitor.id)))


def _several(people: tuple[UUID, ...], her: UUID) -> tuple[UUID, ...]:
    return people if set(people) - {her} else ()
