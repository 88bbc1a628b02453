"""Whose needs they are: recorded with consent, shown by a journalled look, ended, withdrawn."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from app.accessibility.consent_list import ConsentList
from app.accessibility.model import Need
from app.accessibility.queries import NeedsPeople
from app.accessibility.vocabulary import Support
from app.database.journal import Entry
from app.desk import Desk
from app.ids import new_id
from app.permission import Role, SignedIn
from tests.making.accessibility import NEXT_YEAR, TODAY, look, make_needs
from tests.making.visitors import make_visitor
from tests.ui.accessibility.conftest import Made
from tests.ui.conftest import settle
from ui.accessibility import consents_page
from ui.accessibility.record import RecordDrawer
from ui.accessibility.tab import CONSENTS, PEOPLE, NeedsTab
from ui.desk import QtDesk
from ui.kit.labels import Label

K = Qt.Key
Show = Callable[[], NeedsTab]


def open_drawers(tab: NeedsTab) -> list[RecordDrawer]:
    return [d for d in tab.window().findChildren(RecordDrawer) if d.isVisible()]


def drawer_of(tab: NeedsTab) -> RecordDrawer:
    (drawer,) = open_drawers(tab)
    return drawer


def texts(widget) -> str:
    return " | ".join(one.text() for one in widget.findChildren(Label) if one.isVisible())


def looks_written(desk: Desk) -> int:
    with desk.database.reading() as session:
        wanted = select(func.count()).select_from(Entry).where(Entry.action == "RevealNeeds")
        return session.scalar(wanted) or 0


def test_nothing_can_be_saved_before_a_tick_and_the_consent(
    show: Show, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    visitor = make_visitor(file_desk)
    tab = show()
    tab.show_this(("record", visitor))
    settle(qt_desk, qtbot)
    drawer = drawer_of(tab)
    assert drawer.primary is not None
    assert "Tick what would help." in texts(drawer)
    QTest.keyClick(drawer.ticks[Support.QUIET_PLACE], K.Key_Space)
    assert "Without consent this is not written down." in texts(drawer)
    QTest.keyClick(drawer, K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not drawer.primary.isEnabled()
    QTest.keyClick(drawer.consent, K.Key_Space)
    QTest.keyClick(drawer.consent, K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qt_desk, qtbot)
    assert open_drawers(tab) == []
    (need,) = look(file_desk, visitor).needs
    assert (need.support, need.until) == (Support.QUIET_PLACE, NEXT_YEAR)


def test_a_diagnosis_gets_a_hint_and_stops_nobody(show: Show, file_desk: Desk) -> None:
    tab = show()
    tab.show_this(("record", make_visitor(file_desk)))
    drawer = drawer_of(tab)
    for tick in (drawer.ticks[Support.OTHER], drawer.ticks[Support.STEP_FREE], drawer.consent):
        QTest.keyClick(tick, K.Key_Space)
    drawer.own_words.setFocus()
    QTest.keyClicks(drawer.own_words, "F84")
    assert "Write what is to be prepared, not a diagnosis." in texts(drawer)
    assert drawer.primary is not None
    assert drawer.primary.isEnabled()


def test_only_for_this_event_ends_with_its_day(
    made: Made, show: Show, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    tab = show()
    tab.show_this(("record", made.visitor))
    settle(qt_desk, qtbot)
    drawer = drawer_of(tab)
    QTest.keyClick(drawer.only_for, K.Key_Down)
    assert "Will be deleted on 16 Oct." in texts(drawer)
    QTest.keyClick(drawer.ticks[Support.EASY_READ], K.Key_Space)
    QTest.keyClick(drawer.consent, K.Key_Space)
    QTest.keyClick(drawer.consent, K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qt_desk, qtbot)
    need = next(n for n in look(file_desk, made.visitor).needs if n.support is Support.EASY_READ)
    assert (need.only_one_event, need.until) == (True, date(2026, 10, 15))


def test_without_a_person_the_drawer_asks_for_whom(
    show: Show, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    visitor = make_visitor(file_desk, given="Zenta", family="Mūrniece")
    tab = show()
    tab.record_need()
    drawer = drawer_of(tab)
    assert "Choose for whom." in texts(drawer)
    assert drawer.box.hasFocus()
    QTest.keyClicks(drawer.box, "murn")
    settle(qt_desk, qtbot)
    QTest.keyClick(drawer.box, K.Key_Return)
    settle(qt_desk, qtbot)
    assert "Zenta Mūrniece" in texts(drawer)
    assert drawer.ticks[Support.STEP_FREE].hasFocus()
    for tick in (drawer.ticks[Support.STEP_FREE], drawer.consent):
        QTest.keyClick(tick, K.Key_Space)
    QTest.keyClick(drawer.consent, K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qt_desk, qtbot)
    assert [row.id for row in file_desk.ask(NeedsPeople(TODAY))] == [visitor]


def test_a_new_person_is_registered_first(show: Show) -> None:
    tab = show()
    went: list[tuple[str, object]] = []
    tab.go.connect(lambda where, what: went.append((where, what)))
    tab.new()
    drawer = drawer_of(tab)
    QTest.keyClicks(drawer.box, "Oto")
    QTest.keyClick(drawer.box, K.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert went == [("visitors", ("register", "Oto"))]
    assert open_drawers(tab) == []


def test_what_somebody_needs_is_shown_only_when_asked_and_f8_hides_it(
    made: Made, show: Show, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    tab = show()
    tab.segments.choose(PEOPLE)
    tab.people.list.setFocus()
    QTest.keyClick(tab.people.list, K.Key_Down)
    settle(qt_desk, qtbot)
    box = tab.people.box
    assert box is not None
    assert "first row" not in texts(tab.people)
    assert looks_written(file_desk) == 0
    QTest.keyClick(box.verb, K.Key_Return)
    settle(qt_desk, qtbot)
    assert "Hearing loop or a seat near the speaker: first row" in texts(tab.people)
    assert looks_written(file_desk) == 1
    tab.set_private(True)
    assert "first row" not in texts(tab.people)
    assert "Bērziņa" not in texts(tab.people)


def test_a_need_ends_and_undo_folds_the_box(
    made: Made, show: Show, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    tab = show()
    tab.segments.choose(PEOPLE)
    tab.people.list.choose(made.visitor)
    box = tab.people.box
    assert box is not None
    QTest.keyClick(box.verb, K.Key_Return)
    settle(qt_desk, qtbot)
    QTest.keyClick(box.ends[0], K.Key_Return)
    settle(qt_desk, qtbot)
    assert "Hearing loop" not in texts(box)
    assert "Large print" in texts(box)
    qt_desk.undo()
    settle(qt_desk, qtbot)
    assert not box.is_open
    assert len(look(file_desk, made.visitor).needs) == 2


@pytest.fixture(params=[False, True], ids=["not sure", "sure"])
def asked(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What the dialogue asked, after the answer that it got."""
    answers: list[object] = [request.param]

    def answer(_parent: object, title: str, *_rest: object) -> bool:
        answers.append(title)
        return bool(answers[0])

    monkeypatch.setattr(consents_page, "ask_first", answer)
    return answers


@pytest.mark.usefixtures("made")
def test_withdrawing_is_asked_first_because_it_deletes(
    asked: list[object], show: Show, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    tab = show()
    tab.segments.choose(CONSENTS)
    page = tab.consents
    assert not page.withdraw.isEnabled()
    page.table.setFocus()
    QTest.keyClick(page.table, K.Key_Down)
    QTest.keyClick(page.withdraw, K.Key_Return)
    settle(qt_desk, qtbot)
    sure, title = asked
    assert title == "Withdraw the consent: Access needs?"
    with file_desk.database.reading() as session:
        left = session.scalar(select(func.count()).select_from(Need))
    assert left == (0 if sure else 2)
    assert page.withdraw.isEnabled() is not sure


def test_a_consent_that_ends_is_announced_and_extended(
    show: Show, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    until = TODAY + timedelta(days=12)
    make_needs(file_desk, make_visitor(file_desk), until=until)
    tab = show()
    assert tab.coming.ending.label.text() == "1 consent ends soon"
    tab.coming.ending_wanted.emit()
    assert tab.segments.current == CONSENTS
    tab.consents.table.setCurrentIndex(tab.consents.table.model().index(0, 0))
    QTest.keyClick(tab.consents.extend, K.Key_Return)
    settle(qt_desk, qtbot)
    (row,) = file_desk.ask(ConsentList(TODAY))
    assert row.consent.until == until + timedelta(days=365)
    assert tab.coming.ending.isHidden()


def test_an_administrator_alone_sees_why_nothing_is_here(
    made: Made, show: Show, file_desk: Desk
) -> None:
    file_desk.sign_in(SignedIn(new_id(), "Andris Vilks", frozenset({Role.ADMINISTRATOR})))
    tab = show()
    for page in (PEOPLE, CONSENTS):
        tab.segments.choose(page)
        assert "only those with the permission see" in texts(tab)
    said: list[str] = []
    tab.said.connect(lambda text, _: said.append(text))
    tab.record_need()
    assert said == ["You may not record needs. Ask the coordinator."]


def test_every_panel_takes_the_focus(made: Made, show: Show) -> None:
    tab = show()
    for page in range(4):
        tab.segments.choose(page)
        for panel in tab.panels():
            panel.setFocus()
            assert panel.focusWidget() is not None or panel.hasFocus()
