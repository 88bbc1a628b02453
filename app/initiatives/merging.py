"""Two people written down who are one: their ideas, and the teams they are in."""

from uuid import UUID

from sqlalchemy import select

from app.database.cells import Cells
from app.initiatives.model import Initiative, Member


def merge_initiatives(cells: Cells, kept_id: UUID, gone_id: UUID) -> None:
    """One line in each team."""
    proposed = select(Initiative).where(Initiative.proposer_id == gone_id)
    for found in cells.session.scalars(proposed).all():
        cells.write(found, "proposer_id", kept_id)
    own = {one.initiative_id for one in _lines(cells, kept_id)}
    for hers in _lines(cells, gone_id):
        if hers.initiative_id in own:
            cells.write(hers, "removed", True)
        else:
            cells.write(hers, "visitor_id", kept_id)


def _lines(cells: Cells, visitor_id: UUID) -> list[Member]:
    found = select(Member).where(Member.visitor_id == visitor_id, ~Member.removed)
    return list(cells.session.scalars(found))
