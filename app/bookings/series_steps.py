"""One step over many dates: what it replaced is kept by number, taken back whole, done again whole."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar, TypeAlias, cast
from uuid import UUID

from sqlalchemy import DateTime, Enum, Uuid, inspect, select
from sqlalchemy.orm import Session
from sqlalchemy.types import Date

from app.action import Action, Change, Kind, about
from app.bookings.calendar_model import ImportedDate
from app.bookings.facts import Terms
from app.bookings.many_dates import Asked, check_dates
from app.bookings.model import HOLDING, Booking
from app.bookings.rules import hold_all, release_all
from app.bookings.series_model import Series, SeriesStep, SkippedDate
from app.bookings.telling import followed
from app.database.base import Record, UtcTime
from app.errors import ChangedElsewhere
from app.language import Message, say
from app.permission import Permission
from app.slot import Place, Slot

Kept: TypeAlias = "Booking | ImportedDate | Series | SkippedDate"
Written: TypeAlias = dict[str, list[Any]]
"""A column with what it held before and holds after."""
CLASSES: dict[str, type[Kept]] = {
    one.__tablename__: one for one in (Booking, ImportedDate, Series, SkippedDate)
}


class Step:
    """Remembers rows as they were; `keep` writes down what became of them."""

    def __init__(self, session: Session, step_id: UUID) -> None:
        self.session = session
        self.id = step_id
        self._rows: dict[UUID, tuple[Kept, dict[str, Any]]] = {}
        self._new: list[UUID] = []

    def touch(self, rows: Iterable[Kept]) -> None:
        """These will be changed; before the first change."""
        for row in rows:
            self._rows.setdefault(row.id, (row, _values(row)))

    def made(self, rows: Iterable[Kept]) -> None:
        """These are new: taking back marks them removed."""
        for row in rows:
            row.removed = False
            self.session.add(row)
            self._rows[row.id] = (row, {"removed": True})

    def written(self, booking_ids: Iterable[UUID]) -> None:
        """Bookings that were written past the session: new like `made`."""
        self._new.extend(booking_ids)

    def change(self, said: Message) -> Change:
        """Keep what was replaced; ``said`` is the sentence of the whole step."""
        cells = [
            [row.__tablename__, str(row.id), written]
            for row, before in self._rows.values()
            if (written := _written(row, before))
        ]
        new = {"removed": [True, False]}
        cells += [[Booking.__tablename__, str(id_), new] for id_ in self._new]
        self.session.add(
            SeriesStep(id=self.id, cells=json.dumps(cells), said=json.dumps(said.as_json()))
        )
        ids = []
        for row, before in self._rows.values():
            if isinstance(row, Booking):
                ids.append(row.id)
                followed(self.session, row, _held_before(before))
        return _change(ids + self._new, said, TakeBackSeriesStep(self.id))


@dataclass(frozen=True)
class TakeBackSeriesStep:
    """Every date holds again what it held before the step, if its room is still free."""

    step_id: UUID
    permission: ClassVar[Permission] = Permission.BOOK

    def perform(self, session: Session) -> Change:
        step = _step(session, self.step_id, taken_back=False)
        ids = _turn(session, step, back=True)
        step.removed = True
        said = say("Taken back: {what}", what=_said(step))
        return _change(ids, said, DoSeriesStepAgain(step.id))


@dataclass(frozen=True)
class DoSeriesStepAgain:
    """What was taken back is so again."""

    step_id: UUID
    permission: ClassVar[Permission] = Permission.BOOK

    def perform(self, session: Session) -> Change:
        step = _step(session, self.step_id, taken_back=True)
        ids = _turn(session, step, back=False)
        step.removed = False
        return _change(ids, _said(step), TakeBackSeriesStep(step.id))


def _turn(session: Session, step: SeriesStep, *, back: bool) -> list[UUID]:
    """Put every cell to its other side; the ids of the bookings touched."""
    wanted, there = (0, 1) if back else (1, 0)
    cells: dict[UUID, tuple[str, Written]] = {
        UUID(id_): (table, written) for table, id_, written in json.loads(step.cells)
    }
    rows = list(_rows(session, cells))
    for row in rows:
        now = {name: _plain(getattr(row, name)) for name in cells[row.id][1]}
        if now != {name: both[there] for name, both in cells[row.id][1].items()}:
            raise ChangedElsewhere(
                say("This was changed in the meantime and can no longer be taken back.")
            )
    bookings = [row for row in rows if isinstance(row, Booking)]
    before = {booking.id: _held(booking) for booking in bookings}
    with session.no_autoflush:
        for row in rows:
            for name, both in cells[row.id][1].items():
                setattr(row, name, _read(row, name, both[wanted]))
        holding = [booking for booking in bookings if _held(booking) is not None]
        new = {one.id for one in holding if _held(one) != before[one.id]}
        check_dates(session, [Asked.of_booking(one) for one in holding], new)
    release_all(session, before)
    hold_all(session, holding)
    for booking in bookings:
        held = before[booking.id]
        followed(session, booking, held[0] if held else None)
    return list(before)


def _rows(session: Session, cells: dict[UUID, tuple[str, Written]]) -> Iterator[Kept]:
    for table, one in CLASSES.items():
        ids = [id_ for id_, (name, _) in cells.items() if name == table]
        if ids:
            found: Iterable[Any] = session.scalars(select(one).where(one.id.in_(ids)))
            yield from found


def _held_before(values: dict[str, Any]) -> Place | None:
    """Where a booking stood by its old cells; None when it took nothing."""
    if values["removed"] or values.get("status") not in HOLDING:
        return None
    starts, ends = (datetime.fromisoformat(values[name]) for name in ("starts", "ends"))
    return Place(UUID(values["room_id"]), Slot(starts, ends))


def _held(booking: Booking) -> tuple[Place, Terms] | None:
    """What it takes; None when it takes nothing."""
    if booking.removed or booking.status not in HOLDING:
        return None
    asked = Asked.of_booking(booking)
    return asked.place, asked.terms


def _values(row: Record) -> dict[str, Any]:
    return {column.key: _plain(getattr(row, column.key)) for column in inspect(row).mapper.columns}


def _written(row: Record, before: dict[str, Any]) -> Written:
    return {
        name: [old, new]
        for name, old in before.items()
        if (new := _plain(getattr(row, name))) != old
    }


def _plain(value: object) -> object:
    match value:
        case UUID():
            return str(value)
        case date():
            return value.isoformat()
    return value


def _read(row: Record, name: str, value: Any) -> object:
    if value is None:
        return None
    match inspect(row).mapper.columns[name].type:
        case Uuid():
            return UUID(value)
        case DateTime() | UtcTime():
            return datetime.fromisoformat(value)
        case Date():
            return date.fromisoformat(value)
        case Enum(enum_class=kind) if kind is not None:
            return kind(value)
    return cast("object", value)


def _step(session: Session, step_id: UUID, *, taken_back: bool) -> SeriesStep:
    step = session.get(SeriesStep, step_id)
    if step is None or step.removed != taken_back:
        raise ChangedElsewhere(
            say("This was changed in the meantime and can no longer be taken back.")
        )
    return step


def _said(step: SeriesStep) -> Message:
    return Message.from_json(json.loads(step.said), lambda _: "")


def _change(ids: Iterable[UUID], said: Message, undo: Action) -> Change:
    return Change(said, frozenset({about(Kind.BOOKINGS, *ids)}), undo)
