"""Two people written down who are one: their places on lists, and where they came."""

from uuid import UUID

from sqlalchemy import select

from app.database.cells import Cells
from app.events.certificates import merge_certificates
from app.events.informing import merge_informed
from app.events.model import (
    Attendance,
    IssuedRow,
    Missed,
    RegisteredSession,
    Registration,
    RegistrationStatus,
)
from app.events.moving_up import who_moves_up
from app.events.news import places_given

BEST_FIRST = (
    RegistrationStatus.REGISTERED,
    RegistrationStatus.WAITLISTED,
    RegistrationStatus.CANCELLED,
    RegistrationStatus.WITHDRAWN,
)


def merge_events(cells: Cells, kept_id: UUID, gone_id: UUID) -> list[Registration]:
    """One place on each list, one attendance of each session; paper that comes back finds her.

    Of two places one comes free: gives back who waited for it.
    """
    moved = _registrations(cells, kept_id, gone_id)
    _attendances(cells, kept_id, gone_id)
    _missed(cells, kept_id, gone_id)
    merge_certificates(cells, kept_id, gone_id)
    rows = cells.session.scalars(select(IssuedRow).where(IssuedRow.visitor_id == gone_id)).all()
    for row in rows:
        cells.write(row, "visitor_id", kept_id)
    merge_informed(cells, kept_id, gone_id)
    return moved


def _registrations(cells: Cells, kept_id: UUID, gone_id: UUID) -> list[Registration]:
    """A place is better than waiting, and waiting than having cancelled."""
    own = {one.event_id: one for one in _registered(cells, kept_id)}
    moved: list[Registration] = []
    for hers in _registered(cells, gone_id):
        mine = own.get(hers.event_id)
        if mine is None:
            cells.write(hers, "visitor_id", kept_id)
            continue
        better, worse = sorted((mine, hers), key=lambda one: BEST_FIRST.index(one.status))
        if better.status == worse.status:
            _join(cells, better, worse)
        cells.write(worse, "removed", True)
        cells.write(better, "visitor_id", kept_id)
        for one in who_moves_up(cells.session, better.event):
            cells.write(one, "status", RegistrationStatus.REGISTERED)
            cells.write(one, "moved_up", cells.session.info["now"])
            places_given(cells.session, one.event_id)
            moved.append(one)
    return moved


def _join(cells: Cells, better: Registration, worse: Registration) -> None:
    """Equal ones: she comes to the dates of both, with whoever comes along by either."""
    cells.write(better, "companions", max(better.companions, worse.companions))
    cells.write(better, "wheelchair_place", better.wheelchair_place or worse.wheelchair_place)
    mine, hers = _dates(cells, better), _dates(cells, worse)
    if mine and not hers:  # the worse one is for every date
        for row in mine.values():
            cells.write(row, "registration_id", worse.id)
    elif mine:
        for session_id in hers.keys() - mine.keys():
            cells.write(hers[session_id], "registration_id", better.id)


def _dates(cells: Cells, one: Registration) -> dict[UUID, RegisteredSession]:
    found = select(RegisteredSession).where(RegisteredSession.registration_id == one.id)
    return {row.session_id: row for row in cells.session.scalars(found)}


def _attendances(cells: Cells, kept_id: UUID, gone_id: UUID) -> None:
    """She came when she came first; of two answers about photographs the no counts."""
    own = {one.session_id: one for one in _attended(cells, kept_id)}
    for hers in _attended(cells, gone_id):
        mine = own.get(hers.session_id)
        if mine is None:
            cells.write(hers, "visitor_id", kept_id)
        else:
            cells.write(hers, "removed", True)
            cells.write(mine, "came", min(mine.came, hers.came))
            if hers.photo is False or mine.photo is None:
                cells.write(mine, "photo", hers.photo)


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
