"""The sample centre: made through actions only, for a given day, the same each time."""

import shutil
from datetime import date
from pathlib import Path

from app.clock import Clock, wall_now
from app.database.engine import Database
from app.database.keys import Cost, Key, KeyFile
from app.database.upgrade import HEAD, ready_file
from app.desk import Desk
from app.folders import Folders
from app.ids import new_id
from app.permission import Role, SignedIn

KEY = Key(b"everybody may open the sample...")
"""Not a secret: nobody in the sample is real."""
QUICK = Cost(passes=1, memory_kib=8192, lanes=1)
"""The key is no secret, so its wrapping need not be slow."""
USER_NAME = "inese"
EDITION = 19
"""Raised when the sample changes, so that a kept one is made anew."""
KEPT = 3


def open_sample(folders: Folders, clock: Clock) -> tuple[Database, SignedIn]:
    """The sample centre in a database of its own; made once a day, then copied from the cache."""
    kept = _kept(folders.cache, wall_now(clock).date(), clock)
    shutil.copyfile(kept, folders.database)
    database = ready_file(folders.database, KEY)
    return database, who_signs_in(database)


def place_sample(folders: Folders, clock: Clock, password: str) -> None:
    """The sample centre as an ordinary one, which Inese opens with ``password``: for the tour."""
    shutil.copyfile(_kept(folders.cache, wall_now(clock).date(), clock), folders.database)
    KeyFile(folders.keys, QUICK).wrap(KEY, USER_NAME, password)


def who_signs_in(database: Database) -> SignedIn:
    """Inese Gavare, who founded the centre and may do everything."""
    from sqlalchemy import select

    from app.staff.model import Staff

    with database.reading() as session:
        person = session.scalars(select(Staff).order_by(Staff.id)).first()
        if person is None:
            raise LookupError("The sample centre has nobody who works there")
        return SignedIn(person.id, person.name, frozenset(Role(role) for role in person.roles))


def _kept(cache: Path, day: date, clock: Clock) -> Path:
    """The finished file in the cache, made beside and renamed when it is not there yet."""
    path = cache / f"sample-{HEAD}-{EDITION}-{day.isoformat()}.db"
    if path.exists():
        return path
    cache.mkdir(parents=True, exist_ok=True)
    from app.sample.filling import fill  # only on the first start of a day

    beside = path.with_suffix(f".{new_id().hex}.new")
    database = ready_file(beside, KEY)
    try:
        desk = Desk(database, clock, name="sample")
        fill(desk)
    finally:
        database.close()
    beside.replace(path)
    _forget_oldest(cache)
    return path


def _forget_oldest(cache: Path) -> None:
    """The newest stay: one of them may be another day's, or just be made by another window."""
    by_age = sorted(cache.glob("sample-*"), key=lambda file: file.stat().st_mtime)
    for old in by_age[:-KEPT]:
        old.unlink(missing_ok=True)
