"""Two people written down who are one: their places on lists, and where they came."""

from uuid import UUID

from sqlalchemy import select

from app.database.cells import Cells
from app.events.certificates import merge_certificates
from app.events.informing import merge_informed
from app.events.model import Attendance, IssuedRow, Missed, Registration, RegistrationStatus

BEST_FIRST = (
    RegistrationStatus.REGISTERED,
    RegistrationStatus.WAITLISTED,
    RegistrationStatus.CANCELLED,
    RegistrationStatus.WITHDRAWN,
)


def merge_events(cells: Cells, kept_id: UUID, gone_id: UUID) -> None:
    """One place on each list, one attendance of each session; paper that comes back finds her."""
    _registrations(cells, kept_id, gone_id)
    _attendances(cells, kept_id, gone_id)
    _missed(cells, kept_id, gone_id)
    merge_certificates(cells, kept_id, gone_id)
    rows = cells.session.scalars(select(IssuedRow).where(IssuedRow.visitor_id == gone_id)).all()
    for row in rows:
        cells.write(row, "visitor_id", kept_id)
    merge_informed(cells, kept_id, gone_id)


def _registrations(cells: Cells, kept_id: UUID, gone_id: UUID) -> None:
    """A place is better than waiting, and waiting than having cancelled."""
    own = {one.event_id: one for one in _registered(cells, kept_id)}
    for hers in _registered(cells, gone_id):
        mine = own.get(hers.event_id)
        if mine is None:
            cells.write(hers, "visitor_id", kept_id)
        elif BEST_FIRST.index(hers.status) < BEST_FIRST.index(mine.status):
            cells.write(mine, "removed", True)
            cells.write(hers, "visitor_id", kept_id)
        else:
            cells.write(hers, "removed", True)


def _attendances(cells: Cells, kept_id: UUID, gone_id: UUID) -> None:
    """She came when she came first."""
    own = {one.session_id: one for one in _attended(cells, kept_id)}
    for hers in _attended(cells, gone_id):
        mine = own.get(hers.session_id)
        if mine is None:
            cells.write(hers, "visitor_id", kept_id)
        else:
            cells.write(hers, "removed", True)
            cells.write(mine, "came", min(mine.came, hers.came))


def _missed(cells: Cells, kept_id: UUID, gone_id: UUID) -> None:
    """Who came under one of her names did not miss it; and she missed a session once."""
    came = {one.session_id for one in _attended(cells, kept_id)}
    known = select(Missed).where(Missed.visitor_id.in_((kept_id, gone_id)), ~Missed.removed)
    lines = sorted(cells.session.scalars(known), key=lambda one: one.visitor_id != kept_id)
    for one in lines:
        if one.session_id in came:
            cells.write(one, "removed", True)
        elif one.visitor_id != kept_id:
            cells.write(one, "visitor_id", kept_id)
        came.add(one.session_id)


def _registered(cells: Cells, visitor_id: UUID) -> list[Registration]:
    found = select(Registration).where(
        Registration.visitor_id == visitor_id, Registration.removed.is_(False)
    )
    return list(cells.session.scalars(found))


def _attended(cells: Cells, visitor_id: UUID) -> list[Attendance]:
    found = select(Attendance).where(
        Attendance.visitor_id == visitor_id, Attendance.removed.is_(False)
    )
    return list(cells.session.scalars(found))
