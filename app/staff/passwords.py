"""Checking and giving passwords; Argon2id is slow on purpose, so none of this is inside an action.

On a file a password unwraps the database key in the key file; on a shared database it is checked
against its hash. The sample centre has neither: nobody signs in there, so every password fits.
"""

import secrets
from dataclasses import dataclass

from sqlalchemy import select

from app.database import keys
from app.database.engine import Database
from app.database.keys import Cost, KeyFile, check_password, plain_user_name
from app.errors import Refused
from app.folders import Folders
from app.language import say
from app.staff.model import Staff

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Nothing that looks like something else."""
NOBODYS_HASH = (
    "$argon2id$v=19$m=65536,t=3,p=4$AAAAAAAAAAAAAAAAAAAAAA"
    "$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
)
"""Fits no password; checked for an unknown name, so that time does not tell who works here."""


@dataclass(frozen=True)
class Lock:
    """Where passwords are checked: the key file in ``folders``, or the hashes in ``database``."""

    database: Database
    folders: Folders | None = None

    @property
    def is_open_to_all(self) -> bool:
        return self.database.is_file and self.folders is None

    def fits(self, user_name: str, password: str) -> bool:
        if self.is_open_to_all:
            return True
        if self.folders is not None:
            return KeyFile(self.folders.keys).unwrap(user_name, password) is not None
        return fits_hash(self._hash_of(user_name), password)

    def give(self, opener: tuple[str, str], user_name: str, password: str) -> str:
        """Let ``user_name`` in with a new password; returns its hash.

        ``opener`` is the user name and password of whoever lets her in, perhaps herself. Raises
        Refused when that is not right or the new password is too short.
        """
        check_password(password)
        if self.folders is not None:
            file = KeyFile(self.folders.keys)
            key = file.unwrap(*opener)
            if key is None:
                raise not_right()
            file.wrap(key, user_name, password)
        elif not self.fits(*opener):
            raise not_right()
        return hashed(password)

    def _hash_of(self, user_name: str) -> str:
        with self.database.reading() as session:
            found = session.scalar(
                select(Staff.password_hash).where(
                    Staff.user_name == plain_user_name(user_name), Staff.removed.is_(False)
                )
            )
        return found or NOBODYS_HASH


def one_time_password() -> str:
    """Twelve letters and digits (60 random bits) in groups of four, easy to read aloud."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(12))
    return "-".join(letters[i : i + 4] for i in range(0, 12, 4)).lower()


def not_right() -> Refused:
    return Refused(say("Your password is not right."))


def hashed(password: str, cost: Cost | None = None) -> str:
    """Argon2id with a salt of its own, as text."""
    from argon2 import PasswordHasher

    cost = cost or keys.USUAL
    hasher = PasswordHasher(cost.passes, cost.memory_kib, cost.lanes)
    return hasher.hash(_bytes(password))


def fits_hash(password_hash: str, password: str) -> bool:
    from argon2 import PasswordHasher
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return PasswordHasher().verify(password_hash, _bytes(password))
    except (VerificationError, InvalidHashError):
        return False


def _bytes(password: str) -> bytes:
    return password.encode(errors="surrogatepass")  # half a letter must not end the program
