"""Trying what the database itself may refuse."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.orm import Session


@contextmanager
def attempt(session: Session) -> Iterator[None]:
    """After an IntegrityError inside, ``session`` may still be read, to say kindly what is in the way.

    A file can be read on as it is; a server wants a savepoint. What was half written stays until the
    action is refused and with it the whole turn.
    """
    if session.get_bind().dialect.name == "sqlite":
        yield
        return
    with session.begin_nested():
        yield
