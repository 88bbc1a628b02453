"""Consents on the screen: the words that were read out, the ways of contact apart, the notice."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.ids import new_id
from app.language import Language
from app.visitors.consents import Consents, GiveConsent
from app.visitors.model import How, Purpose
from app.visitors.wordings import wording
from tests.app.sheets.reading import text_of
from tests.making.visitors import make_visitor
from tests.ui.conftest import settle
from ui.desk import QtDesk
from ui.desk_view import DeskView
from ui.kit.labels import Label
from ui.visitors.consent_drawer import ConsentDrawer
from ui.visitors.consents_page import ConsentsPage
from ui.visitors.notice_drawer import NoticeDrawer
from ui.visitors.wording_drawer import WordingDrawer

Show = Callable[[str], DeskView]


def open_page(show: Show, visitor_id: UUID, qtbot: QtBot, desk: QtDesk) -> ConsentsPage:
    view = show("visitors")
    view.show_tab("visitors", visitor_id)
    settle(desk, qtbot)
    side = view.tab().card  # type: ignore[attr-defined]
    side.show_consents()
    settle(desk, qtbot)
    page: ConsentsPage = side.consents
    return page


def test_calls_and_emails_are_agreed_to_apart_in_the_words_read_out(
    people: dict[str, UUID], show: Show, qtbot: QtBot, qt_desk: QtDesk, file_desk: Desk
) -> None:
    page = open_page(show, people["Anna"], qtbot, qt_desk)
    for purpose in (Purpose.PHONE, Purpose.EMAIL):
        page._new()
        drawer = page.window().findChildren(ConsentDrawer)[-1]
        drawer._purpose.set_value(purpose)
        texts = wording(purpose, 1)
        assert texts is not None
        assert texts[Language.EN] in drawer._words.label.text()
        drawer._save()
        settle(qt_desk, qtbot)
    given = file_desk.ask(Consents(people["Anna"]))
    assert {row.purpose for row in given} == {Purpose.PHONE, Purpose.EMAIL}


def test_the_words_somebody_agreed_to_in_every_language(
    people: dict[str, UUID], show: Show, qtbot: QtBot, qt_desk: QtDesk, file_desk: Desk
) -> None:
    agreed = (How.SIGNED, date(2027, 10, 15), file_desk.clock.now())
    file_desk.do(GiveConsent(new_id(), people["Anna"], Purpose.PHOTO, *agreed))
    page = open_page(show, people["Anna"], qtbot, qt_desk)
    page._show_words(page._open[0])
    QApplication.processEvents()
    drawer = page.window().findChild(WordingDrawer)
    assert drawer is not None
    shown = [label.text() for label in drawer.findChildren(Label)]
    texts = wording(Purpose.PHOTO, 1)
    assert texts is not None
    assert set(texts.values()) <= set(shown)
    assert "Text version 1" in shown


def test_the_notice_is_in_the_language_of_contact(
    show: Show, qtbot: QtBot, qt_desk: QtDesk, file_desk: Desk, tmp_path: Path
) -> None:
    who = make_visitor(file_desk, "Юлія", "Шевченко", language="uk")
    page = open_page(show, who, qtbot, qt_desk)
    page._print_notice()
    settle(qt_desk, qtbot)
    drawer = page.window().findChild(NoticeDrawer)
    assert drawer is not None
    qtbot.waitUntil(lambda: drawer._pdf != b"")
    assert drawer.language.current == list(Language).index(Language.UK)
    drawer.language.choose(list(Language).index(Language.EN))
    settle(qt_desk, qtbot)
    drawer.save_to(tmp_path / "notice")
    settle(qt_desk, qtbot)
    assert "How we use your data" in text_of((tmp_path / "notice.pdf").read_bytes())
