"""The person's card and its pages: contacts masked, family together, consents withdrawn."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.ids import new_id
from app.people.on_site import OnSiteCount
from app.visitors.consents import ClosedConsents, GiveConsent
from app.visitors.groups import RecordGroups
from app.visitors.model import Group, How, Purpose
from app.visitors.register import GroupsTold
from tests.making.visitors import make_visit, make_visitor
from tests.ui.conftest import settle
from ui.desk import QtDesk
from ui.desk_view import DeskView
from ui.kit.buttons import Button
from ui.kit.labels import Label
from ui.visitors import consents_page

Show = Callable[[str], DeskView]
NEXT_YEAR = date(2027, 10, 15)


def open_card(view: DeskView, visitor_id: UUID, desk: QtDesk, qtbot: QtBot) -> None:
    view.show_tab("visitors", visitor_id)
    settle(desk, qtbot)


def texts(view: DeskView) -> str:
    QApplication.processEvents()  # what was just drawn anew is shown with the next turn of the loop
    card = view.tab().card  # type: ignore[attr-defined]
    return "\n".join(label.text() for label in card.findChildren(Label) if label.isVisible())


def button(view: DeskView, text: str) -> Button:
    QApplication.processEvents()
    card = view.tab().card  # type: ignore[attr-defined]
    return next(b for b in card.findChildren(Button) if text in b.text() and b.isVisible())


def test_f4_checks_out_and_contacts_are_masked(
    people: dict[str, UUID], show: Show, qtbot: QtBot, qt_desk: QtDesk, file_desk: Desk
) -> None:
    make_visit(file_desk, people["Юлія"])
    view = show("visitors")
    open_card(view, people["Юлія"], qt_desk, qtbot)
    assert "+3712" in texts(view)
    assert "+37126113118" not in texts(view)
    button(view, "Show whole").click()
    assert "+37126113118" in texts(view)
    qtbot.keyClick(view, Qt.Key.Key_F4)
    settle(qt_desk, qtbot)
    assert file_desk.ask(OnSiteCount()) == 0


def test_privacy_mode_shows_initials_only(
    people: dict[str, UUID], show: Show, qtbot: QtBot, qt_desk: QtDesk
) -> None:
    view = show("visitors")
    open_card(view, people["Anna"], qt_desk, qtbot)
    qtbot.keyClick(view, Qt.Key.Key_F8)
    settle(qt_desk, qtbot)
    assert "Bērziņa" not in texts(view)
    model = view.tab().list.model()  # type: ignore[attr-defined]
    shown = [model.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(4)]
    assert not any("Bērziņa" in str(text) for text in shown)


def test_alt_k_checks_in_those_of_the_family_who_are_ticked(
    people: dict[str, UUID], show: Show, qtbot: QtBot, qt_desk: QtDesk, file_desk: Desk
) -> None:
    for name in ("Toms", "Paula"):
        make_visitor(file_desk, name, "Bērziņa", guardian_id=people["Anna"])
    view = show("visitors")
    open_card(view, people["Anna"], qt_desk, qtbot)
    button(view, "Open the family").click()
    page = view.tab().card.family  # type: ignore[attr-defined]
    first = next(iter(page._ticks.values()))
    first.click()
    qtbot.keyClick(page, Qt.Key.Key_K, Qt.KeyboardModifier.AltModifier)
    settle(qt_desk, qtbot)
    assert file_desk.ask(OnSiteCount()) == 2
    qtbot.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(qt_desk, qtbot)
    assert file_desk.ask(OnSiteCount()) == 0


@pytest.mark.parametrize("really", [True, False])
def test_withdrawing_what_deletes_is_asked_first(
    *,
    people: dict[str, UUID],
    show: Show,
    qtbot: QtBot,
    qt_desk: QtDesk,
    file_desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
    really: bool,
) -> None:
    told = GroupsTold(frozenset({Group.UKRAINE}), new_id(), How.SPOKEN, NEXT_YEAR)
    file_desk.do(RecordGroups(people["Юлія"], told, file_desk.clock.now()))
    asked: list[str] = []

    def answer(_parent: object, _title: str, text: str, _verb: str) -> bool:
        asked.append(text)
        return really

    monkeypatch.setattr(consents_page, "ask_first", answer)
    view = show("visitors")
    open_card(view, people["Юлія"], qt_desk, qtbot)
    button(view, "Open").click()
    settle(qt_desk, qtbot)
    button(view, "Withdraw").click()
    settle(qt_desk, qtbot)
    assert "Юлія Шевченко" in asked[0]
    (row,) = file_desk.ask(ClosedConsents(people["Юлія"]))
    assert (row.withdrawn is not None) is really


def test_other_withdrawals_are_done_and_can_be_taken_back(
    people: dict[str, UUID], show: Show, qtbot: QtBot, qt_desk: QtDesk, file_desk: Desk
) -> None:
    file_desk.do(
        GiveConsent(
            new_id(), people["Anna"], Purpose.PHOTO, How.SIGNED, NEXT_YEAR, file_desk.clock.now()
        )
    )
    view = show("visitors")
    open_card(view, people["Anna"], qt_desk, qtbot)
    assert "1 in force" in texts(view)
    button(view, "Open").click()
    settle(qt_desk, qtbot)
    button(view, "Withdraw").click()
    settle(qt_desk, qtbot)
    assert "withdrawn 15/10/2026" in texts(view)
    qtbot.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(qt_desk, qtbot)
    assert "until 15/10/2027" in texts(view)
    qtbot.keyClick(view.tab().card.consents, Qt.Key.Key_Escape)  # type: ignore[attr-defined]
    assert "Last visits" in texts(view)
