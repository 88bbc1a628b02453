"""What is coming: ticked, given to somebody, moved into a room that fits, printed without names."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.accessibility.model import SupportState
from app.accessibility.preparing import Prepared, SetPreparation
from app.accessibility.queries import SessionNeeds
from app.accessibility.vocabulary import Support
from app.bookings.model import Feature, Having
from app.bookings.room_queries import FeatureMatrix
from app.desk import Desk
from app.events.board import SessionBoard
from tests.making.accessibility import TODAY, make_needs
from tests.making.events import make_registration
from tests.making.visitors import make_visitor
from tests.ui.accessibility.conftest import Made
from tests.ui.conftest import settle
from ui.accessibility.features_drawer import FeaturesDrawer
from ui.accessibility.prepare_drawer import PrepareDrawer
from ui.accessibility.tab import ROOMS, NeedsTab
from ui.desk import QtDesk
from ui.kit.buttons import Button
from ui.kit.labels import Label

K = Qt.Key
Show = Callable[[], NeedsTab]


def prepared(desk: Desk, made: Made) -> Prepared:
    lines = desk.ask(SessionNeeds(made.event.session_id, TODAY))
    return next(line.prepared for line in lines if line.support is Support.LARGE_PRINT)


def test_space_on_a_tick_and_the_focus_stays_where_it_was(
    made: Made, show: Show, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    tab = show()
    row = tab.coming.card.blocks[0].rows[1]
    row.tick.setFocus()
    for state in (SupportState.PROVIDED, SupportState.REQUESTED, SupportState.PROVIDED):
        QTest.keyClick(row.tick, K.Key_Space)
        settle(qt_desk, qtbot)
        assert prepared(file_desk, made).state is state
        assert row.tick.hasFocus()
    qt_desk.undo()
    settle(qt_desk, qtbot)
    assert not row.tick.isChecked()


def test_who_does_it_is_kept_when_the_field_is_left_and_no_letter_is_lost_to_news(
    made: Made, show: Show, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    tab = show()
    row = tab.coming.card.blocks[0].rows[1]
    assert row.who.property("bad")
    row.who.setFocus()
    QTest.keyClicks(row.who, "Mad")
    other = make_visitor(file_desk, given="Oto", family="Kalns")
    make_registration(file_desk, made.event.event_id, other)
    make_needs(file_desk, other, Support.QUIET_PLACE)
    tab.reload()
    settle(qt_desk, qtbot)
    row = tab.coming.card.blocks[0].rows[1]
    assert len(tab.coming.card.blocks[0].rows) == 3
    assert (row.who.text(), row.who.hasFocus()) == ("Mad", True)
    row.who.setText(row.who.text() + "ara")
    QTest.keyClick(row.who, K.Key_Return)
    settle(qt_desk, qtbot)
    assert prepared(file_desk, made) == Prepared(responsible="Madara")
    assert not row.who.property("bad")


def test_what_another_desk_changed_is_refused_and_then_shown(
    made: Made, show: Show, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    tab = show()
    ready = Prepared(SupportState.CONFIRMED, "Zane")
    there = SetPreparation(made.event.session_id, Support.LARGE_PRINT, Prepared(), ready)
    file_desk.do(there)
    refusals: list[object] = []
    qt_desk.refused.connect(refusals.append)
    row = tab.coming.card.blocks[0].rows[1]
    QTest.keyClick(row.tick, K.Key_Space)
    settle(qt_desk, qtbot)
    assert "Somebody else" in str(refusals[0])
    tab.reload()
    settle(qt_desk, qtbot)
    assert (row.tick.isChecked(), row.who.text()) == (True, "Zane")


def test_a_room_without_it_is_left_with_one_press(
    made: Made, show: Show, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    tab = show()
    (block,) = tab.coming.card.blocks
    move = next(b for b in block.findChildren(Button) if "Great hall" in b.text())
    QTest.keyClick(move, K.Key_Return)
    settle(qt_desk, qtbot)
    board = file_desk.ask(SessionBoard(made.event.session_id))
    assert board.place.room_id == made.hall
    assert tab.coming.card.blocks[0].session.mismatches == ()


def test_the_drawer_says_how_far_it_is_and_for_whom_only_on_request(
    made: Made, show: Show, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    tab = show()
    tab.coming.card.details.emit(tab.coming.card.blocks[0].session)
    drawer = tab.findChild(PrepareDrawer) or tab.window().findChild(PrepareDrawer)
    assert isinstance(drawer, PrepareDrawer)
    drawer.states[1].setFocus()
    QTest.keyClick(drawer.states[1], K.Key_Down)
    settle(qt_desk, qtbot)
    assert prepared(file_desk, made).state is SupportState.ARRANGED
    assert "Bērziņa" not in words_of(drawer)
    QTest.keyClick(drawer.show_whom, K.Key_Return)
    settle(qt_desk, qtbot)
    assert "Bērziņa Anna – Hearing loop or a seat near the speaker: first row" in words_of(drawer)
    tab.set_private(True)
    assert not drawer.isVisible()


def words_of(drawer: PrepareDrawer) -> str:
    return " | ".join(label.text() for label in drawer.findChildren(Label) if label.isVisible())


def test_the_list_on_paper_counts_and_names_nobody(
    made: Made, show: Show, qt_desk: QtDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    tab = show()
    said: list[str] = []
    tab.said.connect(lambda text, _: said.append(text))
    tab.print_page()
    settle(qt_desk, qtbot)
    assert tab.paper.preview.pages == 1
    tab.save_list_to(tmp_path / "list")
    settle(qt_desk, qtbot)
    pdf = (tmp_path / "list.pdf").read_bytes()
    text = PdfReader(BytesIO(pdf)).pages[0].extract_text()
    assert "Pottery for families" in text
    assert "Large print" in text
    assert not any(word in text for word in ("Anna", "Bērziņa", "first row"))
    assert said == ["List saved: list.pdf"]
    QTest.keyClick(tab.paper.print, K.Key_Escape)
    focused = tab.focusWidget()
    assert isinstance(focused, Button)
    assert focused.accessibleName() == "Print the list"


def test_what_a_room_offers_is_set_with_the_arrows(
    made: Made, show: Show, file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    tab = show()
    tab.segments.choose(ROOMS)
    edits = [b for b in tab.rooms.findChildren(Button) if b.accessibleName() == "Edit: Workshop"]
    QTest.keyClick(edits[0], K.Key_Return)
    drawer = tab.window().findChild(FeaturesDrawer)
    assert isinstance(drawer, FeaturesDrawer)
    loop = drawer.fours[Feature.HEARING_LOOP]
    for _ in range(2):
        QTest.keyClick(loop, K.Key_Left)
    settle(qt_desk, qtbot)
    workshop = next(r for r in file_desk.ask(FeatureMatrix()) if r.id == made.workshop)
    assert workshop.having(Feature.HEARING_LOOP) is Having.YES


def test_an_empty_page_says_how_needs_come(show: Show) -> None:
    tab = show()
    texts = [label.text() for label in tab.coming.findChildren(Label)]
    assert "Needs are recorded on a visitor's card (F6)." in texts
