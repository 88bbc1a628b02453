"""Making the centre, signing in, and coming back with the recovery sheet; pure of any window.

On a file the password unwraps the database key; on a shared database it is checked against its
Argon2id hash. Slow hashing happens here, never inside an action.
"""

import platform
from uuid import UUID

from sqlalchemy import select

from app.centre.actions import KeepRecoverySheet
from app.centre.details import FirstStart
from app.clock import Clock
from app.database.engine import Database
from app.database.keys import Cost, Key, KeyFile, check_password, plain_user_name, recovery_code
from app.database.upgrade import ready_file, ready_server
from app.desk import Desk
from app.errors import CannotOpen, Refused
from app.folders import Folders
from app.ids import new_id
from app.language import say
from app.permission import Role, SignedIn
from app.staff.actions import FoundCentre, NoteSignIn, SetPassword
from app.staff.model import Staff

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
    person = wanted.person.checked()
    if isinstance(where, str):
        return _found(ready_server(where), wanted, clock)
    if where.keys.exists() or where.database.exists():
        raise Refused(say("There is a centre on this computer already. Sign in instead."))
    key, keys = Key.new(), KeyFile(where.keys, cost)
    try:
        keys.wrap(key, person.user_name, wanted.password)
        return _found(ready_file(where.database, key), wanted, clock)
    except BaseException:
        # Half a centre could not be opened by anybody: leave none.
        for path in (where.keys, *where.database.parent.glob(where.database.name + "*")):
            path.unlink(missing_ok=True)
        raise


def sign_in(where: Where, user_name: str, password: str, clock: Clock) -> tuple[Database, SignedIn]:
    """Open the database for this person. Raises Refused (never which of both was wrong)."""
    database = _opened(where, user_name, password)
    try:
        person = _person(database, user_name)
        if person is None or (isinstance(where, str) and not _fits(person.password_hash, password)):
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
        return person is not None and _fits(person.password_hash, password)
    finally:
        database.close()


def sign_in_with_recovery(
    folders: Folders, code: str, user_name: str, new_password: str, clock: Clock
) -> tuple[Database, SignedIn]:
    """The recovery sheet opens the database and gives this person a new password."""
    check_password(new_password)
    keys = KeyFile(folders.keys)
    key = keys.unwrap_recovery(code)
    if key is None:
        raise Refused(say("The code of the recovery sheet is not right. Look at each group again."))
    database = ready_file(folders.database, key)
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


def hashed(password: str) -> str:
    """Argon2id with a salt of its own, as text."""
    from argon2 import PasswordHasher

    return PasswordHasher().hash(password)


def _opened(where: Where, user_name: str, password: str) -> Database:
    if isinstance(where, str):
        return ready_server(where)
    key = KeyFile(where.keys).unwrap(user_name, password)
    if key is None:
        raise _wrong()
    return ready_file(where.database, key)


def _found(database: Database, wanted: FirstStart, clock: Clock) -> tuple[Database, SignedIn]:
    from app.bookings.details import RoomDetails
    from app.bookings.rooms import AddRoom

    try:
        desk = Desk(database, clock, DESK)
        staff_id = new_id()
        person = wanted.person.checked()
        secret = hashed(wanted.password)
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


def _fits(password_hash: str, password: str) -> bool:
    from argon2 import PasswordHasher
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return PasswordHasher().verify(password_hash, password)
    except (VerificationError, InvalidHashError):
        return False


def _wrong() -> CannotOpen:
    return CannotOpen(say("The user name or the password is not right."))
