"""What was read and is still true: kept until anybody changes anything in the database.

A file and a server tell in different words whether something was changed.
"""

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import text
from sqlalchemy.orm import Session

Answer = TypeVar("Answer")

_HOUSE_TURN = text("SELECT house FROM turn")
_VERSION = {
    "sqlite": text("PRAGMA data_version"),
    "postgresql": text("SELECT CAST(pg_current_snapshot() AS text)"),
}
"""Differs after each commit of another connection; 0.02 ms."""


def remembered_until(session: Session, name: str, make: Callable[[], Answer]) -> Answer:
    """What ``make`` answers about the house, read again only after `house_changed`.

    Serves writing connections too: whoever has the turn knows in which turn it last changed.
    """
    turn = session.info.get("house_turn")
    if not session.info.get("writes"):
        turn = session.scalar(_HOUSE_TURN)
    if turn is None:
        return make()
    connection = session.connection()
    kept = connection.info.get(name)
    if kept is None or kept[0] != turn:
        kept = connection.info[name] = (turn, make())
    answer: Answer = kept[1]
    return answer


def remembered(session: Session, name: str, make: Callable[[], Answer]) -> Answer:
    """What ``make`` answers, read again only when the database has changed since.

    Only reading connections remember: a writing one sees its own changes before they are true.
    """
    if session.info.get("writes"):
        return make()
    connection = session.connection()
    version = session.scalar(_VERSION[connection.dialect.name])
    kept = connection.info.get(name)
    if kept is None or kept[0] != version:
        kept = connection.info[name] = (version, make())
    answer: Answer = kept[1]
    return answer
