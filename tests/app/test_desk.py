"""The desk: do, ask, undo, redo, permissions, news, and the race for one slot."""

from dataclasses import dataclass
from typing import ClassVar

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.action import Change, Kind, about
from app.centre.model import Centre
from app.database.base import THIS_CENTRE
from app.database.journal import Entry
from app.desk import Desk
from app.errors import ChangedElsewhere, NotAllowed
from app.ids import new_id
from app.language import say
from app.permission import Permission, Role, SignedIn


@dataclass(frozen=True)
class Found:
    """Makes the centre so that there is something to rename."""

    permission: ClassVar[Permission] = Permission.ANYONE

    def perform(self, session: Session) -> Change:
        session.add(
            Centre(
                id=THIS_CENTRE, name="A", short_name="A", municipality="", address="", language="lv"
            )
        )
        return Change(say("Made"), frozenset({about(Kind.CENTRE)}))


@dataclass(frozen=True)
class Rename:
    """The smallest edit: says what it saw and what it wants."""

    seen: str
    wanted: str
    permission: ClassVar[Permission] = Permission.RUN_CENTRE

    def perform(self, session: Session) -> Change:
        centre = session.get_one(Centre, THIS_CENTRE)
        if centre.name != self.seen:
            raise ChangedElsewhere(say("The name was changed in the meantime."))
        centre.name = self.wanted
        undo = Rename(self.wanted, self.seen)
        return Change(say("Renamed"), frozenset({about(Kind.CENTRE, THIS_CENTRE)}), undo)


@dataclass(frozen=True)
class CentreName:
    """What the centre is called."""

    permission: ClassVar[Permission] = Permission.SEE_CENTRE

    def answer(self, session: Session) -> str:
        return session.get_one(Centre, THIS_CENTRE).name


def entries(desk: Desk) -> int:
    with desk.database.reading() as session:
        return session.scalar(select(func.count()).select_from(Entry)) or 0


def test_undo_is_an_action(desk: Desk) -> None:
    desk.do(Found())
    desk.do(Rename("A", "B"))
    desk.do(Rename("B", "C"))
    desk.undo()
    assert desk.ask(CentreName()) == "B"
    desk.undo()
    assert desk.ask(CentreName()) == "A"
    assert desk.undo() is None
    desk.redo()
    desk.redo()
    assert desk.ask(CentreName()) == "C"
    assert entries(desk) == 7


def test_a_new_action_ends_redo(desk: Desk) -> None:
    desk.do(Found())
    desk.do(Rename("A", "B"))
    desk.undo()
    desk.do(Rename("A", "D"))
    assert desk.redo() is None
    assert desk.ask(CentreName()) == "D"


def test_undo_never_overwrites_another_desk(desk: Desk, open_database, clock, somebody) -> None:
    other = Desk(open_database(), clock, name="office")
    other.sign_in(somebody)
    desk.do(Found())
    desk.do(Rename("A", "B"))
    other.do(Rename("B", "C"))
    with pytest.raises(ChangedElsewhere):
        desk.undo()
    assert desk.ask(CentreName()) == "C"
    assert desk.undo() is None


@dataclass(frozen=True)
class Brittle:
    """Taken back, it goes wrong each time."""

    taken_back: bool = False
    permission: ClassVar[Permission] = Permission.SEE_CENTRE

    def perform(self, _: Session) -> Change:
        if self.taken_back:
            raise ZeroDivisionError
        return Change(say("Done"), frozenset(), Brittle(taken_back=True))


def test_what_goes_wrong_each_time_does_not_bar_what_came_before(desk: Desk) -> None:
    desk.do(Found())
    desk.do(Rename("A", "B"))
    desk.do(Brittle())
    with pytest.raises(ZeroDivisionError):
        desk.undo()
    desk.undo()
    assert desk.ask(CentreName()) == "A"


def test_a_refused_action_leaves_nothing(desk: Desk) -> None:
    desk.do(Found())
    before = entries(desk)
    with pytest.raises(ChangedElsewhere):
        desk.do(Rename("X", "Y"))
    assert entries(desk) == before
    assert not desk.can_undo


def test_nobody_signed_in(desk: Desk) -> None:
    desk.sign_out()
    with pytest.raises(NotAllowed, match="Nobody is signed in"):
        desk.ask(CentreName())


def test_a_role_without_the_permission(desk: Desk) -> None:
    desk.do(Found())
    desk.sign_in(SignedIn(new_id(), "Zane", frozenset({Role.FRONT_DESK})))
    with pytest.raises(NotAllowed, match="Zane may not do this"):
        desk.do(Rename("A", "B"))
    assert desk.ask(CentreName()) == "A"


def test_undo_ends_with_the_person(desk: Desk, somebody: SignedIn) -> None:
    desk.do(Found())
    desk.do(Rename("A", "B"))
    desk.sign_in(somebody)
    assert desk.undo() is None


def test_news_of_other_desks(desk: Desk, open_database, clock, somebody) -> None:
    other = Desk(open_database(), clock, name="office")
    other.sign_in(somebody)
    desk.do(Found())
    desk.news()
    assert other.news() == {about(Kind.CENTRE)}
    other.do(Rename("A", "B"))
    assert desk.news() == {about(Kind.CENTRE, THIS_CENTRE)}
    assert desk.news() == frozenset()
    assert other.news() == frozenset()
