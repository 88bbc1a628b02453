"""Who of some people is named by a list, a consent, a need or anything else of any feature."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.database.base import Base
from app.visitors.model import Collector, NotTheSame, SensitiveGroup, Visitor

_WITHOUT_THEM = {table.__tablename__ for table in (Visitor, Collector, NotTheSame)}
"""They do without whoever is gone. So does paper, whose rows are never removed."""


def named_elsewhere(
    session: Session, ids: Collection[UUID], own: Collection[UUID | None]
) -> frozenset[UUID]:
    """``own`` are the visits and consents that came with them; groups count with their consent."""
    person, found = Visitor.__table__.c.id, set()
    for table in Base.metadata.sorted_tables:
        if "removed" not in table.c or table.name in _WITHOUT_THEM:
            continue
        with_them = table.c.consent_id if table is SensitiveGroup.__table__ else table.c.id
        for column in table.c:
            if any(key.column is person for key in column.foreign_keys):
                asked = select(column, with_them).where(column.in_(ids), ~table.c.removed)
                found |= {who for who, row in session.execute(asked) if row not in own}
    return frozenset(found)
