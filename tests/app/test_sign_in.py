"""First start, signing in and coming back: on a file and on a shared database."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from argon2 import PasswordHasher, extract_parameters
from argon2.exceptions import VerifyMismatchError

from app.bookings.room_queries import Rooms
from app.centre.details import CentreDetails, FirstStart
from app.centre.queries import CentreCard, OpeningWeek
from app.clock import StandingClock
from app.database.engine import Database
from app.database.keys import Cost, KeyFile
from app.desk import Desk
from app.errors import Refused
from app.folders import Folders, folders_in
from app.permission import Role, SignedIn
from app.sign_in import (
    first_start,
    let_in,
    make_recovery,
    password_is_right,
    sign_in,
    sign_in_with_recovery,
    try_recovery,
)
from app.staff.actions import AddStaff, SwitchOffStaff
from app.staff.passwords import NOBODYS_HASH, fits_hash, hashed
from app.staff.queries import StaffList
from tests.conftest import NOW
from tests.making.centre import CENTRE, INESE, ZANE

CHEAP = Cost(passes=1, memory_kib=8, lanes=1)
PASSWORD, FIRST_PASSWORD = "three words here", "for one day"
ZANE_ID = UUID(int=7)
WANTED = FirstStart(CENTRE, INESE, PASSWORD, rooms=(("Great hall", 80), ("Kitchen", 12)))


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return folders_in(tmp_path).make()


@pytest.fixture
def centre(folders: Folders, clock: StandingClock) -> Folders:
    """A founded centre on this computer, closed again."""
    first_start(folders, WANTED, clock, CHEAP)[0].close()
    return folders


def desk_of(opened: tuple[Database, SignedIn], clock: StandingClock) -> Desk:
    desk = Desk(opened[0], clock)
    desk.sign_in(opened[1])
    return desk


def add_zane(folders: Folders, clock: StandingClock) -> Desk:
    desk = desk_of(sign_in(folders, "inese", PASSWORD, clock), clock)
    desk.do(AddStaff(ZANE_ID, ZANE, hashed(FIRST_PASSWORD)))
    let_in(folders, ("inese", PASSWORD), "zane", FIRST_PASSWORD)
    return desk


def test_first_start_makes_the_centre_its_week_its_rooms_and_its_first_person(
    folders: Folders, clock: StandingClock
) -> None:
    opened = first_start(folders, WANTED, clock, CHEAP)
    desk = desk_of(opened, clock)
    assert opened[1].name == "Inese Gavare"
    assert opened[1].roles == frozenset(Role)
    assert desk.ask(CentreCard()).short_name == "Resource Centre"
    assert desk.ask(OpeningWeek()) == WANTED.week
    assert [room.name for room in desk.ask(Rooms())] == ["Great hall", "Kitchen"]
    opened[0].close()


def test_a_second_first_start_touches_nothing(centre: Folders, clock: StandingClock) -> None:
    before = centre.database.read_bytes(), centre.keys.read_bytes()
    with pytest.raises(Refused, match="centre on this computer already"):
        first_start(centre, WANTED, clock, CHEAP)
    assert (centre.database.read_bytes(), centre.keys.read_bytes()) == before


@pytest.mark.parametrize(
    "wanted",
    [
        replace(WANTED, password="short"),
        replace(WANTED, centre=CentreDetails(" ")),
        replace(WANTED, person=replace(INESE, user_name="")),
        replace(WANTED, rooms=(("Hall", -1),)),
    ],
    ids=["short password", "no name", "no user name", "seats below zero"],
)
def test_a_refused_first_start_leaves_no_file(
    folders: Folders, clock: StandingClock, wanted: FirstStart
) -> None:
    with pytest.raises(Refused):
        first_start(folders, wanted, clock, CHEAP)
    assert list(folders.data.iterdir()) == []


def test_signing_in_opens_the_desk_and_is_noted(centre: Folders, clock: StandingClock) -> None:
    desk = desk_of(sign_in(centre, " INESE ", PASSWORD, clock), clock)
    (row,) = desk.ask(StaffList())
    assert row.last_signed_in == NOW
    desk.database.close()


@pytest.mark.parametrize(
    ("user_name", "password"), [("inese", "wrong words"), ("nobody", PASSWORD), ("", "")]
)
def test_what_was_wrong_is_not_said(
    centre: Folders, clock: StandingClock, user_name: str, password: str
) -> None:
    with pytest.raises(Refused) as refused:
        sign_in(centre, user_name, password, clock)
    assert str(refused.value) == "The user name or the password is not right."


def test_somebody_let_in_signs_in_with_the_first_password(
    centre: Folders, clock: StandingClock
) -> None:
    add_zane(centre, clock).database.close()
    opened = sign_in(centre, "zane", FIRST_PASSWORD, clock)
    assert opened[1].roles == {Role.FRONT_DESK}
    opened[0].close()


def test_letting_in_needs_the_password_of_who_lets_in(
    centre: Folders, clock: StandingClock
) -> None:
    with pytest.raises(Refused, match="not right"):
        let_in(centre, ("inese", "wrong words"), "zane", FIRST_PASSWORD)
    assert KeyFile(centre.keys).user_names() == {"inese"}


def test_somebody_switched_off_stays_out(centre: Folders, clock: StandingClock) -> None:
    desk = add_zane(centre, clock)
    desk.do(SwitchOffStaff(ZANE_ID))
    desk.database.close()
    with pytest.raises(Refused, match="switched off"):
        sign_in(centre, "zane", FIRST_PASSWORD, clock)


def test_a_key_without_an_account_does_not_open(centre: Folders, clock: StandingClock) -> None:
    """She was added and taken back: her wrapping is still in the key file."""
    desk = add_zane(centre, clock)
    desk.undo()
    desk.database.close()
    with pytest.raises(Refused, match="not right"):
        sign_in(centre, "zane", FIRST_PASSWORD, clock)


def test_unlocking(centre: Folders) -> None:
    assert password_is_right(centre, "inese", PASSWORD)
    assert not password_is_right(centre, "inese", "wrong words")


def test_the_recovery_sheet_brings_back_who_forgot_the_password(
    centre: Folders, clock: StandingClock
) -> None:
    code = make_recovery(centre, "inese", PASSWORD)
    assert try_recovery(centre, code.lower())
    assert not try_recovery(centre, code[:-1])
    sign_in_with_recovery(centre, code, "inese", "new words here", clock)[0].close()
    with pytest.raises(Refused):
        sign_in(centre, "inese", PASSWORD, clock)
    sign_in(centre, "inese", "new words here", clock)[0].close()


@pytest.mark.parametrize(
    ("user_name", "password", "sentence"),
    [
        ("nobody", "new words here", "Nobody works here"),
        ("inese", "short", "at least 8"),
    ],
    ids=["unknown name", "short password"],
)
def test_a_recovery_that_fails_changes_no_password(
    centre: Folders, clock: StandingClock, user_name: str, password: str, sentence: str
) -> None:
    code = make_recovery(centre, "inese", PASSWORD)
    before = centre.keys.read_bytes()
    with pytest.raises(Refused, match=sentence):
        sign_in_with_recovery(centre, code, user_name, password, clock)
    assert centre.keys.read_bytes() == before


def test_a_wrong_code_is_refused_with_advice(centre: Folders, clock: StandingClock) -> None:
    make_recovery(centre, "inese", PASSWORD)
    with pytest.raises(Refused, match="code of the recovery sheet is not right"):
        sign_in_with_recovery(centre, "AAAAA-BBBBB", "inese", "new words here", clock)


def test_a_new_sheet_ends_the_older_one(centre: Folders) -> None:
    old, new = (make_recovery(centre, "inese", PASSWORD) for _ in range(2))
    assert try_recovery(centre, new)
    assert not try_recovery(centre, old)


@pytest.mark.parametrize(("name", "password"), [("inese", "wrong words"), ("nobody", PASSWORD)])
def test_on_a_shared_database_every_refusal_costs_one_check(
    server: Callable[[], str],
    clock: StandingClock,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    password: str,
) -> None:
    address = server()
    first_start(address, WANTED, clock)[0].close()
    checked: list[str] = []

    def counted(password_hash: str, typed: str) -> bool:
        checked.append(password_hash)
        return fits_hash(password_hash, typed)

    monkeypatch.setattr("app.sign_in.fits_hash", counted)
    with pytest.raises(Refused, match="The user name or the password"):
        sign_in(address, name, password, clock)
    assert not password_is_right(address, name, password)
    assert [one == NOBODYS_HASH for one in checked] == [name == "nobody"] * 2


def test_nobodys_hash_costs_as_much_as_a_real_one(usual_cost: Cost) -> None:
    real = extract_parameters(hashed(PASSWORD, usual_cost))
    assert extract_parameters(NOBODYS_HASH) == real
    with pytest.raises(VerifyMismatchError):  # not refused unlooked at, which would be quick
        PasswordHasher().verify(NOBODYS_HASH, PASSWORD)


def test_the_same_on_a_shared_database(server: Callable[[], str], clock: StandingClock) -> None:
    address = server()
    first_start(address, WANTED, clock)[0].close()
    opened = sign_in(address, "Inese", PASSWORD, clock)
    assert opened[1].name == "Inese Gavare"
    opened[0].close()
    assert password_is_right(address, "inese", PASSWORD)
    assert not password_is_right(address, "inese", "wrong words")
    assert not password_is_right(address, "nobody", PASSWORD)
    for user_name, password in (("inese", "wrong words"), ("nobody", PASSWORD)):
        with pytest.raises(Refused, match="The user name or the password"):
            sign_in(address, user_name, password, clock)
    with pytest.raises(Refused, match="There is a centre already"):
        first_start(address, WANTED, clock)
