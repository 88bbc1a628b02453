"""The desk with threads: answers on the main thread, refusals, deleted receivers, no names in the log."""

import logging
import threading
from dataclasses import dataclass
from threading import current_thread, main_thread
from typing import ClassVar

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from app.action import Kind, about
from app.database.base import THIS_CENTRE
from app.desk import Desk
from app.permission import Permission
from tests.app.test_desk import CentreName, Found, Rename
from tests.ui.conftest import settle
from ui.desk import QtDesk


@dataclass(frozen=True)
class Breaks:
    """Goes wrong in a way nobody foresaw."""

    permission: ClassVar[Permission] = Permission.SEE_CENTRE

    def answer(self, session: Session) -> None:
        raise RuntimeError("Anna Bērziņa")


def test_an_answer_comes_back_on_the_main_thread(qt_desk: QtDesk, qtbot: QtBot) -> None:
    heard = []
    with qtbot.waitSignal(qt_desk.changed):
        qt_desk.do(Found())
    qt_desk.ask(CentreName(), lambda name: heard.append((name, current_thread())))
    settle(qt_desk, qtbot)
    assert heard == [("A", main_thread())]


def test_then_and_refused(qt_desk: QtDesk, qtbot: QtBot) -> None:
    said: list[str] = []
    qt_desk.do(Found())
    qt_desk.do(Rename("A", "B"), then=lambda change: said.append(change.message.text))
    qt_desk.do(Rename("A", "C"), refused=lambda refusal: said.append(str(refusal)))
    settle(qt_desk, qtbot)
    assert said == ["Renamed", "The name was changed in the meantime."]


def test_a_refusal_nobody_wants_is_told_to_all(qt_desk: QtDesk, qtbot: QtBot) -> None:
    qt_desk.do(Found())
    with qtbot.waitSignal(qt_desk.refused) as told:
        qt_desk.do(Rename("X", "C"))
    assert str(told.args[0]) == "The name was changed in the meantime."


def test_undo_and_redo_announce_themselves(qt_desk: QtDesk, qtbot: QtBot) -> None:
    qt_desk.do(Found())
    qt_desk.do(Rename("A", "B"))
    settle(qt_desk, qtbot)
    with qtbot.waitSignal(qt_desk.changed) as told:
        qt_desk.undo()
    assert told.args[0].topics == {about(Kind.CENTRE, THIS_CENTRE)}
    with qtbot.waitSignal(qt_desk.changed):
        qt_desk.redo()


def test_a_deleted_receiver_is_not_called(qt_desk: QtDesk, qtbot: QtBot) -> None:
    class Card(QWidget):
        heard: ClassVar[list[str]] = []

        def show_name(self, name: str) -> None:
            self.heard.append(name)

    card = Card()
    qt_desk.do(Found())
    qt_desk.ask(CentreName(), card.show_name)
    import shiboken6

    shiboken6.delete(card)
    settle(qt_desk, qtbot)
    assert Card.heard == []


def test_of_questions_asked_faster_than_answered_only_the_newest_is(
    qt_desk: QtDesk, qtbot: QtBot
) -> None:
    asked: list[int] = []

    class Slow:
        permission = Permission.SEE_VISITORS

        def __init__(self, number: int) -> None:
            self.number = number

        def answer(self, session: object) -> int:
            asked.append(self.number)
            return self.number

    heard: list[int] = []
    begun = threading.Event()
    qt_desk._reader.submit(begun.wait)  # the reader is busy while somebody types
    for number in range(20):
        qt_desk.ask_newest("box", Slow(number), heard.append)
    qt_desk.ask_newest("another box", Slow(100), heard.append)
    begun.set()
    settle(qt_desk, qtbot)
    assert asked == [19, 100]
    assert heard == [19, 100]


def test_an_unforeseen_error_is_told_and_logged_without_names(
    qt_desk: QtDesk, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR, logger="kopa"), qtbot.waitSignal(qt_desk.failed):
        qt_desk.ask(Breaks(), print)
    assert "RuntimeError: " in caplog.text
    assert "Bērziņa" not in caplog.text


def test_news_of_another_desk(file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot) -> None:
    other = Desk(file_desk.database, file_desk.clock, name="office")
    other.sign_in(file_desk.signed_in)
    other.do(Found())
    with qtbot.waitSignal(qt_desk.news) as told:
        qt_desk._look_for_news()
    assert told.args[0] == {about(Kind.CENTRE)}
