"""Making the centre, signing in, and coming back with the recovery sheet; pure of any window.

On a file the password unwraps the database key; on a shared database it is checked against its
Argon2id hash. Slow hashing happens here, never inside an action. Only the first start makes a
database: where one is missing, signing in says so.
"""

import platform
from uuid import UUID

from sqlalchemy import select

from app.centre.actions import KeepRecoverySheet
from app.centre.details import FirstStart
from app.clock import Clock, today
from app.database.engine import Database
from app.database.keys import (
    Cost,
    Key,
    KeyFile,
    check_password,
    missing_keys,
    plain_user_name,
    recovery_code,
)
from app.database.upgrade import ready_file, ready_server
from app.desk import Desk
from app.errors import CannotOpen, DamagedDatabase, Refused
from app.folders import Folders, Found, put_in_place
from app.ids import new_id
from app.language import say
from app.permission import Role, SignedIn
from app.staff.actions import FoundCentre, NoteSignIn, SetPassword
from app.staff.model import Staff
from app.staff.passwords import NOBODYS_HASH, fits_hash, hashed

Where = Folders | str
"""The folders of this computer, or the address of a shared database."""
DESK = platform.node() or "desk"
"""The name of this computer, shown where somebody was last."""


def first_start(
    where: Where, wanted: FirstStart, clock: Clock, cost: Cost | None = None
) -> tuple[Database, SignedIn]:
    """Make the centre and its first person. Raises Refused; then nothing was made."""
    check_password(wanted.password)
    wanted.centre.checked()
    wanted.person.checked()
    if isinstance(where, str):
        return _found(ready_server(where), wanted, clock, cost)
    if where.found() is Found.NO_KEYS:
        raise _no_keys(where)
    if where.found() is Found.WHOLE:
        raise Refused(say("There is a centre on this computer already. Sign in instead."))
    key = Key.new()
    person = _make(where, KeyFile(where.keys, cost), key, wanted, clock)
    return ready_file(where.database, key), person


def sign_in(where: Where, user_name: str, password: str, clock: Clock) -> tuple[Database, SignedIn]:
    """Open the database for this person. Raises Refused (never which of both was wrong)."""
    database = _opened(where, user_name, password)
    try:
        person = _person(database, user_name)
        if isinstance(where, str) and not _fits(person, password):
            raise _wrong()
        if person is None:
            raise _wrong()
        if not person.active:
            raise Refused(say("This account is switched off. Ask the administrator."))
        return database, _enter(database, person, clock)
    except BaseException:
        database.close()
        raise


def password_is_right(where: Where, user_name: str, password: str) -> bool:
    """For unlocking: the desk stays open meanwhile."""
    if isinstance(where, Folders):
        return KeyFile(where.keys).unwrap(user_name, password) is not None
    database = ready_server(where)
    try:
        person = _person(database, user_name)
        return _fits(person, password)
    finally:
        database.close()


def sign_in_with_recovery(
    folders: Folders, code: str, user_name: str, new_password: str, clock: Clock
) -> tuple[Database, SignedIn]:
    """The recovery sheet opens the database and gives this person a new password."""
    check_password(new_password)
    _refuse_missing(folders)
    keys = KeyFile(folders.keys)
    key = keys.unwrap_recovery(code)
    if key is None:
        raise Refused(say("The code of the recovery sheet is not right. Look at each group again."))
    database = _ready(folders, key)
    try:
        person = _person(database, user_name)
        if person is None or not person.active:
            raise Refused(say("Nobody works here under this user name."))
        keys.wrap(key, user_name, new_password)
        desk = Desk(database, clock, DESK)
        desk.do(SetPassword(person.id, hashed(new_password), must_change=False))
        return database, _enter(database, person, clock)
    except BaseException:
        database.close()
        raise


def make_recovery(folders: Folders, user_name: str, password: str) -> str:
    """A new code for the recovery sheet; an older sheet no longer opens anything."""
    keys = KeyFile(folders.keys)
    key = keys.unwrap(user_name, password)
    if key is None:
        raise _wrong()
    code = recovery_code()
    keys.wrap_recovery(key, code)
    return code


def try_recovery(folders: Folders, code: str) -> bool:
    """Whether what was typed from the sheet would open the database."""
    return KeyFile(folders.keys).unwrap_recovery(code) is not None


def note_sheet_kept(opened: tuple[Database, SignedIn], clock: Clock) -> None:
    """The sheet was tried and opens the database; its reminder may go."""
    desk = Desk(opened[0], clock, DESK)
    desk.sign_in(opened[1])
    desk.do(KeepRecoverySheet(seen=False, wanted=True))


def let_in(folders: Folders, opener: tuple[str, str], user_name: str, first_password: str) -> None:
    """Wrap the key for somebody new; ``opener`` is the user name and password of who lets her in."""
    check_password(first_password)
    keys = KeyFile(folders.keys)
    key = keys.unwrap(*opener)
    if key is None:
        raise _wrong()
    keys.wrap(key, user_name, first_password)


def _opened(where: Where, user_name: str, password: str) -> Database:
    if isinstance(where, str):
        return ready_server(where)
    _refuse_missing(where)
    key = KeyFile(where.keys).unwrap(user_name, password)
    if key is None:
        raise _wrong()
    return _ready(where, key)


def _ready(folders: Folders, key: Key) -> Database:
    """Finishes a first start whose last step is missing; never makes an empty database."""
    if folders.found() is Found.UNFINISHED and _is_locked_with(folders, key):
        put_in_place(folders.making, folders.database)
    if folders.found() is not Found.WHOLE:
        raise _no_database(folders)
    return ready_file(folders.database, key)


def _is_locked_with(folders: Folders, key: Key) -> bool:
    with folders.making.open("rb") as file:
        return file.read(len(key.salt)) == key.salt


def _refuse_missing(folders: Folders) -> None:
    """Said before the password is looked at: no password helps."""
    match folders.found():
        case Found.NO_DATABASE:
            raise _no_database(folders)
        case Found.NO_KEYS:
            raise _no_keys(folders)


def _make(folders: Folders, keys: KeyFile, key: Key, wanted: FirstStart, clock: Clock) -> SignedIn:
    """The whole database beside, then the key file, then the database gets its name.

    A power cut before the key file is written leaves a first start to begin again; after it, one
    that signing in finishes.
    """
    with folders.earlier_set_aside(f"old-{today(clock).isoformat()}"):
        folders.forget_making()
        database, person = _found(ready_file(folders.making, key), wanted, clock, keys.cost)
        database.close()
        keys.wrap(key, wanted.person.checked().user_name, wanted.password)
        put_in_place(folders.making, folders.database)
    return person


def _found(
    database: Database, wanted: FirstStart, clock: Clock, cost: Cost | None
) -> tuple[Database, SignedIn]:
    from app.bookings.details import RoomDetails
    from app.bookings.rooms import AddRoom

    try:
        desk = Desk(database, clock, DESK)
        staff_id = new_id()
        person = wanted.person.checked()
        secret = hashed(wanted.password, cost)
        desk.do(FoundCentre(wanted.centre, wanted.week, staff_id, person, secret))
        name = f"{person.given_name} {person.family_name}".strip()
        signed_in = SignedIn(staff_id, name, frozenset(Role))
        desk.sign_in(signed_in)
        for position, (room, seats) in enumerate(wanted.rooms):
            desk.do(AddRoom(new_id(), RoomDetails(room, position=position, capacity=seats)))
    except BaseException:
        database.close()
        raise
    return database, signed_in


def _enter(database: Database, person: Staff, clock: Clock) -> SignedIn:
    staff_id: UUID = person.id
    Desk(database, clock, DESK).do(NoteSignIn(staff_id, DESK, clock.now()))
    return SignedIn(staff_id, person.name, frozenset(Role(role) for role in person.roles))


def _person(database: Database, user_name: str) -> Staff | None:
    with database.reading() as session:
        found = session.scalar(
            select(Staff).where(
                Staff.user_name == plain_user_name(user_name), Staff.removed.is_(False)
            )
        )
        if found is not None:
            session.expunge(found)
        return found


def _fits(person: Staff | None, password: str) -> bool:
    """As slow for somebody unknown: time must not tell who works here."""
    return fits_hash(person.password_hash if person else NOBODYS_HASH, password)


def _no_database(folders: Folders) -> DamagedDatabase:
    return DamagedDatabase(
        say(
            "The database file is missing: {path}. It was moved or deleted: put it back there. "
            "Restore the last backup if it is lost.",
            path=str(folders.database),
        )
    )


def _no_keys(folders: Folders) -> DamagedDatabase:
    return DamagedDatabase(missing_keys(folders.keys))


def _wrong() -> CannotOpen:
    return CannotOpen(say("The user name or the password is not right."))
