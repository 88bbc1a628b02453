"""Two people written down who are one: what they said under their name."""

from uuid import UUID

from sqlalchemy import select

from app.database.cells import Cells
from app.opinions.model import Opinion


def merge_opinions(cells: Cells, kept_id: UUID, gone_id: UUID) -> None:
    for found in cells.session.scalars(select(Opinion).where(Opinion.visitor_id == gone_id)).all():
        cells.write(found, "visitor_id", kept_id)
