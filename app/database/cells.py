"""What single cells held before: for an action that touches many rows and is taken back whole."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.database.base import Base
from app.errors import ChangedElsewhere
from app.language import say


@dataclass(frozen=True)
class Cell:
    """One cell of one row, named by its class and key; plain values only."""

    row: str
    key: tuple[Any, ...]
    column: str
    before: Any
    after: Any


class Cells:
    """Writes cells and remembers them; each at once, so that every step is one the rules allow."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._written: list[Cell] = []

    @property
    def written(self) -> tuple[Cell, ...]:
        return tuple(self._written)

    def write(self, row: Base, column: str, value: Any) -> None:
        """Nothing is remembered of a cell that holds the value already."""
        before = getattr(row, column)
        if before == value:
            return
        setattr(row, column, value)
        self.session.flush()
        key = tuple(inspect(row).identity or ())
        self._written.append(Cell(type(row).__name__, key, column, before, value))


def put_back(session: Session, cells: Iterable[Cell]) -> None:
    """The other way round, last first. What was deleted for good since stays deleted.

    Raises ChangedElsewhere when a cell was written by somebody else in the meantime.
    """
    classes = {one.class_.__name__: one.class_ for one in Base.registry.mappers}
    for cell in reversed(tuple(cells)):
        row = session.get(classes[cell.row], cell.key)
        if row is None:
            continue
        if getattr(row, cell.column) != cell.after:
            raise _changed()
        setattr(row, cell.column, cell.before)
        try:
            session.flush()
        except IntegrityError as error:
            raise _changed() from error


def _changed() -> ChangedElsewhere:
    return ChangedElsewhere(
        say("This was changed in the meantime and can no longer be taken back.")
    )
