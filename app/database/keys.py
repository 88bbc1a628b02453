"""The key of the database, and the small file in which it lies wrapped by each person's password.

A password never touches the database file: Argon2id (RFC 9106) makes a wrapping key from it, and
AES-256-GCM wraps the random database key. Everybody has a wrapping of the same key; so has the
recovery sheet. The first 16 bytes of the database file (SQLCipher's salt) are derived from the key,
so that a wrong key and a damaged file can be told apart.
"""

import base64
import hashlib
import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.errors import DamagedDatabase, Refused
from app.folders import put_in_place
from app.language import Message, say

KEY_BYTES = 32
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I, L, O, U to misread


@dataclass(frozen=True)
class Cost:
    """Argon2id cost; the default is the second recommended option of RFC 9106, 4."""

    passes: int = 3
    memory_kib: int = 65536
    lanes: int = 4


USUAL = Cost()
"""What a new password gets; read whenever one is made."""
MOST = Cost(passes=20, memory_kib=1_048_576, lanes=16)
"""A damaged or foreign key file may ask for no more."""


@dataclass(frozen=True)
class Key:
    """The raw database key, 32 random bytes. Its text form never shows it."""

    raw: bytes

    @classmethod
    def new(cls) -> "Key":
        return cls(secrets.token_bytes(KEY_BYTES))

    @property
    def salt(self) -> bytes:
        """16 bytes that stand at the beginning of every file locked with this key."""
        return hashlib.sha256(b"kopa file salt" + self.raw).digest()[:16]

    @property
    def pragma(self) -> str:
        return f"x'{self.raw.hex()}{self.salt.hex()}'"

    def __repr__(self) -> str:
        return "Key(…)"


def plain_user_name(user_name: str) -> str:
    return user_name.strip().casefold()


def recovery_code() -> str:
    """26 letters and digits (130 random bits) in groups of five, easy to read aloud."""
    letters = "".join(secrets.choice(_ALPHABET) for _ in range(26))
    return "-".join(letters[i : i + 5] for i in range(0, 26, 5))


def plain_recovery_code(typed: str) -> str:
    """What was typed from the sheet: case, blanks, dashes and look-alikes do not matter."""
    folded = typed.upper().translate(str.maketrans("OIL", "011"))
    return "".join(letter for letter in folded if letter in _ALPHABET)


class KeyFile:
    """The wrapped keys of one database. Raises DamagedDatabase when the file cannot be read."""

    def __init__(self, path: Path, cost: Cost | None = None) -> None:
        self.path = path
        self.cost = cost or USUAL

    def exists(self) -> bool:
        return self.path.exists()

    def user_names(self) -> frozenset[str]:
        return frozenset(self._read()["people"])

    def has_recovery(self) -> bool:
        return "recovery" in self._read()

    def wrap(self, key: Key, user_name: str, password: str) -> None:
        """Add a person, or give her a new password."""
        written: dict[str, Any] = {"version": 1, "people": {}}
        if self.exists():
            written = self._read()
        written["people"][plain_user_name(user_name)] = self._wrapped(key, password)
        self._write(written)

    def wrap_recovery(self, key: Key, code: str) -> None:
        written = self._read()
        written["recovery"] = self._wrapped(key, plain_recovery_code(code))
        self._write(written)

    def forget(self, user_name: str) -> None:
        """Take somebody's wrapping away; the last one stays, or nobody could open the file."""
        written = self._read()
        if len(written["people"]) > 1:
            written["people"].pop(plain_user_name(user_name), None)
            self._write(written)

    def rename(self, old: str, new: str) -> None:
        written = self._read()
        if wrapping := written["people"].pop(plain_user_name(old), None):
            written["people"][plain_user_name(new)] = wrapping
            self._write(written)

    def unwrap(self, user_name: str, password: str) -> Key | None:
        """The key, or None: never which of the two was wrong."""
        wrapping = self._read()["people"].get(plain_user_name(user_name))
        if wrapping is None:
            # The same work for an unknown name, so that time does not tell who works here.
            _stretch(password, os.urandom(16), self.cost)
            return None
        return self._unwrapped(wrapping, password)

    def unwrap_recovery(self, code: str) -> Key | None:
        wrapping = self._read().get("recovery")
        return self._unwrapped(wrapping, plain_recovery_code(code)) if wrapping else None

    def _unwrapped(self, wrapping: dict[str, Any], password: str) -> Key | None:
        from argon2.exceptions import HashingError

        try:
            return _unwrapped(wrapping, password)
        except (HashingError, KeyError, TypeError, ValueError):  # a wrapping that is none of ours
            raise self._damaged() from None

    def _wrapped(self, key: Key, password: str) -> dict[str, Any]:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        salt, nonce = os.urandom(16), os.urandom(12)
        box = AESGCM(_stretch(password, salt, self.cost)).encrypt(nonce, key.raw, None)
        return {
            "salt": _text(salt),
            "nonce": _text(nonce),
            "key": _text(box),
            "cost": [self.cost.passes, self.cost.memory_kib, self.cost.lanes],
        }

    def _read(self) -> dict[str, Any]:
        try:
            written = json.loads(self.path.read_text(encoding="utf-8"))
            written["people"].keys()
        except FileNotFoundError:
            raise DamagedDatabase(missing_keys(self.path)) from None
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise self._damaged() from None
        return dict(written)

    def _damaged(self) -> DamagedDatabase:
        return DamagedDatabase(
            say("The key file is damaged: {name}. Put it back from a backup.", name=self.path.name)
        )

    def _write(self, written: dict[str, Any]) -> None:
        """Beside, to the disk, then replaced: a torn key file would lock everybody out."""
        beside = self.path.with_suffix(".new")
        try:
            with beside.open("w", encoding="utf-8") as file:
                json.dump(written, file, indent=1)
                file.flush()
                os.fsync(file.fileno())
            beside.chmod(0o600)
            put_in_place(beside, self.path)
        finally:
            beside.unlink(missing_ok=True)


def missing_keys(path: Path) -> Message:
    """The recovery code wraps the key inside this very file, so the sheet cannot make it anew."""
    return say(
        "The key file is missing: {path}. It was moved or deleted: put it back there from a copy. "
        "The recovery sheet alone does not open the data: its code works only together with the "
        "key file.",
        path=str(path),
    )


def check_password(password: str) -> None:
    """Refuses what is too short to keep anybody out (NIST SP 800-63B: at least 8, no other rules)."""
    if len(password) < 8:
        raise Refused(say("A password has at least 8 characters. Several words in a row are good."))


def _stretch(password: str, salt: bytes, cost: Cost) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(
        password.encode(errors="surrogatepass"),  # half a letter must not end the program
        salt,
        time_cost=cost.passes,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )


def _unwrapped(wrapping: dict[str, Any], password: str) -> Key | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    cost = Cost(*wrapping["cost"])
    if cost.passes > MOST.passes or cost.memory_kib > MOST.memory_kib or cost.lanes > MOST.lanes:
        raise ValueError("This cost would hold the computer for minutes; we never asked for it")
    stretched = _stretch(password, _bytes(wrapping["salt"]), cost)
    try:
        raw = AESGCM(stretched).decrypt(_bytes(wrapping["nonce"]), _bytes(wrapping["key"]), None)
    except InvalidTag:
        return None
    return Key(raw)


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text)
