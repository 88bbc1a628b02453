"""Who has not come for a while and agreed to be called or written to: for reaching out."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.clock import to_utc, to_wall
from app.events.model import Attendance
from app.permission import Permission
from app.visitors.consents import agreed
from app.visitors.model import Purpose, Visit, Visitor
from app.visitors.naming import name_in_lists

MOST = 300


@dataclass(frozen=True)
class NotSeenRow:
    """Somebody to reach; ``last`` is None when she was only ever registered."""

    id: UUID
    list_name: str
    birth_year: int | None
    town: str
    language: str
    phone: str
    email: str
    last: date | None


@dataclass(frozen=True)
class NotSeen:
    """``more``: there are others, longer ago."""

    rows: tuple[NotSeenRow, ...]
    more: bool


@dataclass(frozen=True)
class NotSeenFor:
    """Those who agreed to be reached in a way we can reach them; the lately lost first.

    Each way stands on its own consent: who agreed to e-mails only is shown without her telephone.
    """

    weeks: int
    today: date
    permission: ClassVar[Permission] = Permission.SEE_VISITORS

    def answer(self, session: Session) -> NotSeen:
        since = to_utc(datetime.combine(self.today - timedelta(weeks=self.weeks), time()))
        found = session.execute(self._wanted(since)).all()
        rows = [
            NotSeenRow(
                one.id,
                name_in_lists(one.given_name, one.family_name, one.number),
                one.birth_year,
                one.town,
                one.language,
                one.phone,
                one.email,
                to_wall(one.last).date() if one.last else None,
            )
            for one in found[:MOST]
        ]
        return NotSeen(tuple(rows), len(found) > MOST)

    def _wanted(self, since: datetime) -> Select[Any]:
        by_phone = Visitor.id.in_(agreed(Purpose.PHONE, self.today))
        by_email = Visitor.id.in_(agreed(Purpose.EMAIL, self.today))
        visited = select(Visit.id).where(
            Visit.visitor_id == Visitor.id, Visit.removed.is_(False), Visit.arrived >= since
        )
        attended = select(Attendance.id).where(
            Attendance.visitor_id == Visitor.id,
            Attendance.removed.is_(False),
            Attendance.came >= since,
        )
        last = (
            select(func.max(Visit.arrived))
            .where(Visit.visitor_id == Visitor.id, Visit.removed.is_(False))
            .scalar_subquery()
        )
        return (
            select(
                *_COLUMNS,
                _only(by_phone, Visitor.phone).label("phone"),
                _only(by_email, Visitor.email).label("email"),
                last.label("last"),
            )
            .where(Visitor.removed.is_(False), Visitor.registered < since)
            .where(
                or_(and_(by_phone, Visitor.phone != ""), and_(by_email, Visitor.email != "")),
                ~visited.exists(),
                ~attended.exists(),
            )
            .order_by(last.is_(None), last.desc(), Visitor.number)
            .limit(MOST + 1)
        )


_COLUMNS: tuple[Any, ...] = (
    Visitor.id,
    Visitor.number,
    Visitor.given_name,
    Visitor.family_name,
    Visitor.birth_year,
    Visitor.town,
    Visitor.language,
)


def _only(
    agreed_to: ColumnElement[bool], contact: InstrumentedAttribute[str]
) -> ColumnElement[str]:
    return case((agreed_to, contact), else_="")
