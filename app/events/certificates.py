"""Certificates of attendance: who came how often, and the number each certificate gets."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.action import Change, Kind, about
from app.centre.model import Centre
from app.clock import to_wall
from app.database.base import THIS_CENTRE
from app.database.cells import Cells
from app.events.certificate_model import Certificate
from app.events.model import Attendance, Event, EventSession
from app.events.record import own_session
from app.events.sheet_head import centre_names
from app.language import Language, say_count, sort_key_in
from app.permission import Permission
from app.sheets.certificate import CertificateHead, Diploma
from app.visitors.model import Visitor


@dataclass(frozen=True)
class Earned:
    """What one person may be given in writing; without a number it was never issued."""

    visitor_id: UUID
    diploma: Diploma


@dataclass(frozen=True)
class CertificatesOf:
    """Of everybody who came to this event at least once, by surname."""

    session_id: UUID
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def answer(self, session: Session) -> tuple[CertificateHead, tuple[Earned, ...]]:
        event = own_session(session, self.session_id).event
        held = _held(session, event, to_wall(session.info["now"]))
        return _head(session, event, held), _earned(session, event, held)


@dataclass(frozen=True)
class IssueCertificates:
    """Numbers for those who have none yet; whoever has one keeps it."""

    session_id: UUID
    people: tuple[tuple[UUID, UUID], ...]
    """The new id of each certificate, and whose it is."""
    at: datetime
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def perform(self, session: Session) -> Change:
        event = own_session(session, self.session_id).event
        year = to_wall(self.at).year
        last = session.scalar(select(func.max(Certificate.number)).where(Certificate.year == year))
        number = last or 0
        has_one = set(_numbers(session, event))
        for certificate_id, visitor_id in self.people:
            if visitor_id not in has_one:
                number += 1
                session.add(
                    Certificate(
                        id=certificate_id,
                        event_id=event.id,
                        visitor_id=visitor_id,
                        year=year,
                        number=number,
                        issued=self.at,
                    )
                )
        message = say_count(
            "{n} certificate issued: “{title}”",
            "{n} certificates issued: “{title}”",
            len(self.people),
            title=event.title,
        )
        return Change(message, frozenset({about(Kind.EVENTS, event.id)}))


def merge_certificates(cells: Cells, kept_id: UUID, gone_id: UUID) -> None:
    """Of two for one event the kept person's stays."""
    found = select(Certificate).where(
        Certificate.visitor_id.in_((kept_id, gone_id)), ~Certificate.removed
    )
    every = list(cells.session.scalars(found))
    mine = {one.event_id for one in every if one.visitor_id == kept_id}
    for hers in every:
        if hers.visitor_id == gone_id:
            if hers.event_id in mine:
                cells.write(hers, "removed", True)
            else:
                cells.write(hers, "visitor_id", kept_id)


def _held(session: Session, event: Event, now: datetime) -> list[EventSession]:
    """The sessions that have begun; before the first, all, so that a sample can be seen."""
    found = session.scalars(
        select(EventSession)
        .where(EventSession.event_id == event.id, ~EventSession.removed)
        .order_by(EventSession.starts)
    )
    every = list(found)
    return [one for one in every if one.starts <= now] or every


def _head(session: Session, event: Event, held: list[EventSession]) -> CertificateHead:
    centre = session.get(Centre, THIS_CENTRE)
    return CertificateHead(
        centre_names(centre),
        event.title,
        held[0].starts.date(),
        held[-1].starts.date(),
        len(held),
        event.leader,
        event.project,
        centre.logo if centre else None,
        centre.funder_logo if centre and event.project else None,
    )


def _earned(session: Session, event: Event, held: list[EventSession]) -> tuple[Earned, ...]:
    minutes = {one.id: int((one.ends - one.starts).total_seconds() // 60) for one in held}
    rows = session.execute(
        select(Visitor.id, Visitor.given_name, Visitor.family_name, Attendance.session_id)
        .join(Attendance, Attendance.visitor_id == Visitor.id)
        .where(Attendance.session_id.in_(minutes), ~Attendance.removed, ~Visitor.removed)
    )
    names: dict[UUID, tuple[str, str]] = {}
    came: dict[UUID, list[int]] = {}
    for visitor_id, given, family, session_id in rows:
        names[visitor_id] = (family, given)
        came.setdefault(visitor_id, []).append(minutes[session_id])
    numbers = _numbers(session, event)
    by_surname = sorted(names, key=lambda one: sort_key_in(Language.LV, " ".join(names[one])))
    return tuple(
        Earned(one, _diploma(names[one], came[one], numbers.get(one, "")))
        for one in by_surname
        if any(names[one])
    )


def _diploma(name: tuple[str, str], came: list[int], number: str) -> Diploma:
    family, given = name
    return Diploma(f"{given} {family}".strip(), len(came), sum(came), number)


def _numbers(session: Session, event: Event) -> dict[UUID, str]:
    rows = session.execute(
        select(Certificate.visitor_id, Certificate.year, Certificate.number).where(
            Certificate.event_id == event.id, ~Certificate.removed
        )
    )
    return {visitor_id: f"A-{year}-{number:03}" for visitor_id, year, number in rows}
