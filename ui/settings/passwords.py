"""The steps of giving a password: check, wrap and hash off the main thread, then the action."""

from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

from app.action import Change
from app.centre.details import StaffDetails
from app.errors import Refused
from app.ids import new_id
from app.language import say
from app.staff.actions import AddStaff, SetPassword
from app.staff.passwords import Lock, hashed, not_right
from app.staff.queries import StaffList, StaffRow
from ui.desk import QtDesk

WhenRefused = Callable[[Refused], None]


@dataclass(frozen=True)
class OwnPassword:
    """What somebody typed to change her own password."""

    old: str = field(repr=False)
    new: str = field(repr=False)


@dataclass(frozen=True)
class NewAccount:
    """Somebody to be added, and the one-time password she gets."""

    details: StaffDetails
    one_time: str = field(repr=False)
    opener: str = field(repr=False)
    """The password of whoever adds her."""


@dataclass(frozen=True)
class NewPasswordFor:
    """``opener`` is the user name and the password of whoever gives it, perhaps herself."""

    person: StaffRow
    opener: tuple[str, str] = field(repr=False)
    password: str = field(repr=False)


def with_me(desk: QtDesk, then: Callable[[StaffRow], None]) -> None:
    """Find the account of who is signed in."""
    staff_id = desk.signed_in.staff_id if desk.signed_in else None

    def hear(rows: tuple[StaffRow, ...]) -> None:
        for row in rows:
            if row.id == staff_id:
                then(row)

    desk.ask(StaffList(), hear)


def change_own(
    desk: QtDesk, wanted: OwnPassword, then: Callable[[], None], refused: WhenRefused
) -> None:
    def change(me: StaffRow) -> None:
        opener = (me.details.user_name, wanted.old)
        give_password(desk, NewPasswordFor(me, opener, wanted.new), then, refused)

    with_me(desk, change)


def give_password(
    desk: QtDesk, wanted: NewPasswordFor, then: Callable[[], None], refused: WhenRefused
) -> None:
    """One that somebody else gives must be changed by the person herself."""
    person = wanted.person
    user_name = person.details.user_name

    def keep(password_hash: str) -> None:
        by_herself = wanted.opener[0] == user_name
        action = SetPassword(person.id, password_hash, must_change=not by_herself)
        desk.do(action, lambda _: then(), refused)

    desk.with_database(
        lambda database: Lock(database, desk.folders).give(
            wanted.opener, user_name, wanted.password
        ),
        keep,
        refused,
    )


def add_account(
    desk: QtDesk, wanted: NewAccount, then: Callable[[UUID], None], refused: WhenRefused
) -> None:
    """Add somebody and wrap the key for her; when that fails the adding is taken back."""
    staff_id = new_id()

    def start(me: StaffRow) -> None:
        opener = (me.details.user_name, wanted.opener)

        def check(database: object) -> str:
            if not Lock(database, desk.folders).fits(*opener):  # type: ignore[arg-type]
                raise not_right()
            wanted.details.checked()
            return hashed(wanted.one_time)

        def add(password_hash: str) -> None:
            action = AddStaff(staff_id, wanted.details, password_hash)
            desk.do(action, lambda change: wrap(opener, change), refused)

        desk.with_database(check, add, refused)

    def wrap(opener: tuple[str, str], _change: Change) -> None:
        desk.with_database(
            lambda database: Lock(database, desk.folders).give(
                opener, wanted.details.checked().user_name, wanted.one_time
            ),
            lambda _: then(staff_id),
            take_back,
        )

    def take_back(refusal: Refused) -> None:
        desk.undo()
        refused(Refused(say("{why} Nobody was added.", why=refusal.message)))

    with_me(desk, start)
