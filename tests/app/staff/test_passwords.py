"""Giving and checking passwords, on the key file and on the shared database."""

from pathlib import Path

import pytest

from app.centre.details import USUAL_WEEK
from app.database.engine import Database
from app.database.keys import Cost, KeyFile
from app.desk import Desk
from app.errors import NotAllowed, Refused
from app.folders import folders_in
from app.ids import new_id
from app.permission import Role, SignedIn
from app.staff.actions import AddStaff, FoundCentre, SetPassword
from app.staff.passwords import Lock, fits_hash, hashed, one_time_password
from tests.conftest import KEY
from tests.making.centre import CENTRE, INESE, ZANE, found_centre, make_staff

PASSWORD, OTHER = "three words here", "four quite other words"
CHEAP = Cost(passes=1, memory_kib=8, lanes=1)


@pytest.fixture
def lock(desk: Desk, database: Database, tmp_path: Path) -> Lock:
    """Inese has a password, on a file in the key file, on a server in her row."""
    staff_id = new_id()
    desk.do(FoundCentre(CENTRE, USUAL_WEEK, staff_id, INESE, hashed(PASSWORD)))
    if not database.is_file:
        return Lock(database)
    folders = folders_in(tmp_path).make()
    KeyFile(folders.keys, CHEAP).wrap(KEY, "inese", PASSWORD)
    return Lock(database, folders)


@pytest.mark.parametrize(
    ("user_name", "password", "fits"),
    [
        ("inese", PASSWORD, True),
        (" Inese", PASSWORD, True),
        ("inese", "Three words here", False),
        ("inese", "", False),
        ("nobody", PASSWORD, False),
    ],
)
def test_a_password_fits(lock: Lock, user_name: str, password: str, fits: bool) -> None:
    assert lock.fits(user_name, password) is fits


def test_one_person_lets_another_in(lock: Lock, desk: Desk) -> None:
    password_hash = lock.give(("inese", PASSWORD), "zane", OTHER)
    desk.do(AddStaff(new_id(), ZANE, password_hash))
    assert lock.fits("zane", OTHER)
    assert lock.fits("inese", PASSWORD)


def test_nobody_is_let_in_without_the_password(lock: Lock, desk: Desk) -> None:
    with pytest.raises(Refused, match="not right"):
        lock.give(("inese", "guess guess"), "zane", OTHER)
    with pytest.raises(Refused, match="at least 8"):
        lock.give(("inese", PASSWORD), "zane", "short")
    desk.do(AddStaff(new_id(), ZANE, "-"))
    assert not lock.fits("zane", OTHER)


def test_the_sample_is_open_to_all(desk: Desk, database: Database) -> None:
    assert Lock(database).fits("anybody", "") is database.is_file


def test_a_hash_that_is_none_fits_nothing() -> None:
    assert not fits_hash("-", "-")
    assert fits_hash(hashed(PASSWORD), PASSWORD)


def test_one_time_passwords_differ_and_are_long_enough() -> None:
    made = {one_time_password() for _ in range(50)}
    assert len(made) == 50
    assert all(len(one) == 14 and not set(one) & set("01ilo") for one in made)


def test_a_password_is_set_by_oneself_or_an_administrator(desk: Desk) -> None:
    inese, zane = found_centre(desk), make_staff(desk)
    desk.sign_in(SignedIn(zane, "Zane Kokina", frozenset({Role.FRONT_DESK})))
    desk.do(SetPassword(zane, "hash", must_change=False))
    with pytest.raises(NotAllowed, match="Only an administrator"):
        desk.do(SetPassword(inese, "hash", must_change=False))
    desk.sign_in(SignedIn(inese, "Inese Gavare", frozenset(Role)))
    desk.do(SetPassword(zane, "another hash", must_change=True))
