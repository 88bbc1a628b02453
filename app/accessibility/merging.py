"""Two people written down who are one: what either needs stays, each on its own consent."""

from uuid import UUID

from sqlalchemy import select

from app.accessibility.model import Need
from app.database.cells import Cells


def merge_needs(cells: Cells, kept_id: UUID, gone_id: UUID) -> None:
    found = select(Need).where(Need.visitor_id == gone_id, Need.removed.is_(False))
    for need in cells.session.scalars(found).all():
        cells.write(need, "visitor_id", kept_id)
