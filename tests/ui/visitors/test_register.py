"""The register drawer: one name is enough, doubles are seen while typing, nothing typed is lost."""

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.people.on_site import OnSiteCount
from app.visitors.consents import ClosedConsents, Consents
from app.visitors.model import Group, HeardFrom, How, Purpose
from app.visitors.organisations import Organisations
from app.visitors.queries import VisitorCard, VisitorCount
from app.visitors.search import VisitorsMatching
from tests.making.visitors import make_organisation, make_visitor
from tests.ui.conftest import settle
from ui.desk import QtDesk
from ui.desk_view import DeskView
from ui.kit.forms import Tick
from ui.kit.labels import Label
from ui.visitors.contact_fields import ContactFields
from ui.visitors.register import RegisterDrawer
from ui.visitors.tab import VisitorsTab

Show = Callable[[str], DeskView]
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def drawer(show: Show, qtbot: QtBot, qt_desk: QtDesk) -> Callable[[str], RegisterDrawer]:
    view = show("visitors")

    def open_it(typed: str) -> RegisterDrawer:
        view.show_tab("visitors", ("register", typed))
        settle(qt_desk, qtbot)
        found = view.window().findChild(RegisterDrawer)
        assert found is not None
        return found

    return open_it


def save(made: RegisterDrawer, qtbot: QtBot, desk: QtDesk) -> None:
    qtbot.keyClick(made._given, Qt.Key.Key_Return, CTRL)
    qtbot.wait(1)
    settle(desk, qtbot)


def test_the_typed_name_is_filled_in_and_the_year_comes_next(
    drawer: Callable[[str], RegisterDrawer], qtbot: QtBot, qt_desk: QtDesk, file_desk: Desk
) -> None:
    made = drawer("zane kalniņa")
    assert (made._given.text(), made._family.text()) == ("Zane", "Kalniņa")
    assert made._year.hasFocus()
    qtbot.keyClicks(made._year, "1987")
    assert made._age.isVisible()
    save(made, qtbot, qt_desk)
    (row,) = file_desk.ask(VisitorsMatching("kalnina zane")).rows
    assert row.birth_year == 1987
    assert row.since is not None


@pytest.mark.parametrize("at_once", [300, 1])
def test_who_was_registered_is_the_one_who_is_highlighted(
    *,
    people: dict[str, UUID],
    show: Show,
    qtbot: QtBot,
    qt_desk: QtDesk,
    at_once: int,
) -> None:
    """Also when her name stands further down than the list was read."""
    view = show("visitors")
    tab = view.tab()
    assert isinstance(tab, VisitorsTab)
    tab._most = at_once
    view.show_tab("visitors", ("register", "zane kalniņa"))
    settle(qt_desk, qtbot)
    made = view.window().findChild(RegisterDrawer)
    assert made is not None
    save(made, qtbot, qt_desk)
    qtbot.waitUntil(lambda: tab.list.current_row() is not None)
    settle(qt_desk, qtbot)
    assert tab.list.current_row().name == "Zane Kalniņa"
    assert tab.card.visitor_id == tab.list.current_row().id


def test_a_text_that_filters_the_list_goes_when_she_is_registered(
    people: dict[str, UUID], show: Show, qtbot: QtBot, qt_desk: QtDesk
) -> None:
    view = show("visitors")
    tab = view.tab()
    assert isinstance(tab, VisitorsTab)
    qtbot.keyClicks(view.omni.field, "berz")
    settle(qt_desk, qtbot)
    tab.left.register.emit()
    made = view.window().findChild(RegisterDrawer)
    assert made is not None
    made._given.setText("Zane")
    save(made, qtbot, qt_desk)
    qtbot.waitUntil(lambda: tab.list.current_row() is not None)
    assert tab.list.current_row().name == "Zane"
    assert view.omni.field.text() == ""


@pytest.mark.parametrize(("key", "name"), [(Qt.Key.Key_F4, "F4"), (Qt.Key.Key_F6, "F6")])
def test_a_key_for_one_person_says_that_nobody_is_chosen(
    people: dict[str, UUID], show: Show, qtbot: QtBot, qt_desk: QtDesk, key: Qt.Key, name: str
) -> None:
    view = show("visitors")
    qtbot.keyClicks(view.omni.field, "berz")
    settle(qt_desk, qtbot)
    qtbot.keyClick(view.omni.field, key)
    assert view.last_action.text == f"Choose somebody in the list first, then {name}."


def test_only_saving_checks_nobody_in(
    drawer: Callable[[str], RegisterDrawer], qtbot: QtBot, qt_desk: QtDesk, file_desk: Desk
) -> None:
    made = drawer("Zane")
    assert made.other is not None
    qtbot.mouseClick(made.other, Qt.MouseButton.LeftButton)
    settle(qt_desk, qtbot)
    assert file_desk.ask(VisitorCount()) == 1
    assert file_desk.ask(OnSiteCount()) == 0


def test_a_refusal_is_said_in_the_form_and_keeps_what_was_typed(
    drawer: Callable[[str], RegisterDrawer], qtbot: QtBot, qt_desk: QtDesk, file_desk: Desk
) -> None:
    made = drawer("")
    qtbot.keyClicks(made._phone, "29111222")
    save(made, qtbot, qt_desk)
    assert made._refusal.isVisible()
    assert made._refusal.label.text() == "Write at least one name."
    assert made._phone.text() == "29111222"
    assert file_desk.ask(VisitorCount()) == 0


def test_alt_1_takes_the_person_who_is_there_and_checks_her_in(
    people: dict[str, UUID],
    drawer: Callable[[str], RegisterDrawer],
    qtbot: QtBot,
    qt_desk: QtDesk,
    file_desk: Desk,
) -> None:
    made = drawer("Anna Berziņa")
    qtbot.waitUntil(made._duplicates.isVisible)
    qtbot.keyClick(made._given, Qt.Key.Key_1, ALT)
    settle(qt_desk, qtbot)
    card = file_desk.ask(VisitorCard(people["Anna"]))
    assert card is not None
    assert card.row.since is not None
    assert file_desk.ask(VisitorCount()) == len(people)


def test_a_child_has_a_guardian_whom_we_may_know(
    people: dict[str, UUID],
    drawer: Callable[[str], RegisterDrawer],
    qtbot: QtBot,
    qt_desk: QtDesk,
    file_desk: Desk,
) -> None:
    made = drawer("Toms Bērziņš")
    assert not made._guardian_field.isVisible()
    qtbot.keyClicks(made._year, "2022")
    assert made._guardian_field.isVisible()
    qtbot.keyClicks(made._guardian_name, "anna berz")
    qtbot.waitUntil(lambda: bool(made._guardian_name._options))
    made._guardian_name.set_value(people["Anna"])
    save(made, qtbot, qt_desk)
    mother = file_desk.ask(VisitorCard(people["Anna"]))
    assert mother is not None
    assert [one.name for one in mother.family] == ["Toms Bērziņš"]


def test_groups_are_behind_the_consent(
    drawer: Callable[[str], RegisterDrawer], qtbot: QtBot, qt_desk: QtDesk, file_desk: Desk
) -> None:
    made = drawer("Юлія Шевченко")
    group = made._groups._ticks[Group.UKRAINE]
    assert not group.isVisible()
    made._groups._consent.click()
    assert group.isVisible()
    group.click()
    save(made, qtbot, qt_desk)
    (row,) = file_desk.ask(VisitorsMatching("sevcenko")).rows
    assert [c.purpose for c in file_desk.ask(ClosedConsents(row.id))] == [Purpose.GROUPS]


@pytest.mark.parametrize(("typed", "organisations"), [("DOME", 1), ("Jauniešu klubs", 2)])
def test_an_organisation_nobody_knows_is_written_down_once(
    *,
    drawer: Callable[[str], RegisterDrawer],
    qtbot: QtBot,
    qt_desk: QtDesk,
    file_desk: Desk,
    typed: str,
    organisations: int,
) -> None:
    make_organisation(file_desk, "Dome")
    made = drawer("")
    made._organisation.insert(typed)
    save(made, qtbot, qt_desk)
    assert made._refusal.isVisible(), "no name yet; the organisation stands already"
    qtbot.keyClicks(made._given, "Zane")
    save(made, qtbot, qt_desk)
    rows = file_desk.ask(Organisations())
    assert len(rows) == organisations
    assert sorted(row.people for row in rows)[-1] == 1


def test_who_is_surely_there_must_be_said_to_be_another(
    drawer: Callable[[str], RegisterDrawer], qtbot: QtBot, qt_desk: QtDesk, file_desk: Desk
) -> None:
    make_visitor(file_desk, "Anna", "Bērziņa", birth_year=1987)
    made = drawer("anna berzina")
    qtbot.keyClicks(made._year, "1987")
    qtbot.waitUntil(lambda: bool(made._duplicates.shown()))
    save(made, qtbot, qt_desk)
    assert file_desk.ask(VisitorCount()) == 1
    assert not made._refusal.isHidden()
    made._duplicates.say_another(0)
    save(made, qtbot, qt_desk)
    assert file_desk.ask(VisitorCount()) == 2


def test_what_looks_like_a_slip_is_said_and_kept(
    drawer: Callable[[str], RegisterDrawer], qtbot: QtBot, qt_desk: QtDesk, file_desk: Desk
) -> None:
    made = drawer("zane kalniņa")
    contact = made.findChild(ContactFields)
    assert contact is not None
    made._phone.setFocus()
    qtbot.keyClicks(made._phone, "2912")
    assert not contact.odd.isVisible()
    made._email.setFocus()
    assert "eight digits" in contact.odd.label.text()
    qtbot.keyClicks(made._email, "zane")
    made._year.setFocus()
    assert "@" in contact.odd.label.text()
    save(made, qtbot, qt_desk)
    (row,) = file_desk.ask(VisitorsMatching("kalnina zane")).rows
    card = file_desk.ask(VisitorCard(row.id))
    assert card is not None
    assert (card.details.phone, card.details.email) == ("2912", "zane")


def test_a_warning_goes_when_the_number_is_right(
    drawer: Callable[[str], RegisterDrawer], qtbot: QtBot
) -> None:
    made = drawer("zane kalniņa")
    contact = made.findChild(ContactFields)
    assert contact is not None
    made._phone.setFocus()
    qtbot.keyClicks(made._phone, "2911122")
    made._email.setFocus()
    assert contact.odd.isVisible()
    made._phone.setFocus()
    qtbot.keyClicks(made._phone, "2")
    assert not contact.odd.isVisible()


def test_a_guardian_is_asked_for_kindly(
    drawer: Callable[[str], RegisterDrawer], qtbot: QtBot, qt_desk: QtDesk, file_desk: Desk
) -> None:
    made = drawer("toms kalniņš")
    qtbot.keyClicks(made._year, "2015")
    asked = [one.text() for one in made._guardian_field.findChildren(Label)]
    assert any("please ask who the parent or guardian is" in text for text in asked)
    save(made, qtbot, qt_desk)
    (row,) = file_desk.ask(VisitorsMatching("kalnins toms")).rows
    assert row.since is not None


def test_how_somebody_heard_of_the_centre_stands_under_more(
    drawer: Callable[[str], RegisterDrawer], qtbot: QtBot, qt_desk: QtDesk, file_desk: Desk
) -> None:
    made = drawer("zane kalniņa")
    assert not made._more.other_names.isVisible()
    made._more.open_it.click()
    assert made._more.other_names.isVisible()
    made._more._heard.set_value(HeardFrom.POSTER)
    save(made, qtbot, qt_desk)
    (row,) = file_desk.ask(VisitorsMatching("kalnina zane")).rows
    card = file_desk.ask(VisitorCard(row.id))
    assert card is not None
    assert card.details.heard_from is HeardFrom.POSTER


def test_whether_she_may_be_called_is_asked_beside_her_number(
    drawer: Callable[[str], RegisterDrawer], qtbot: QtBot, qt_desk: QtDesk, file_desk: Desk
) -> None:
    made = drawer("zane kalniņa")
    call, write = contact_ticks(made)
    assert call.isHidden()
    qtbot.keyClicks(made._phone, "29111222")
    assert call.isVisible()
    assert write.isHidden()
    call.setFocus()
    qtbot.keyClick(call, Qt.Key.Key_Space)
    save(made, qtbot, qt_desk)
    (row,) = file_desk.ask(VisitorsMatching("kalnina zane")).rows
    (consent,) = file_desk.ask(Consents(row.id))
    assert (consent.purpose, consent.how) == (Purpose.PHONE, How.SPOKEN)


def test_nobody_may_be_called_whose_number_was_taken_away(
    drawer: Callable[[str], RegisterDrawer], qtbot: QtBot, qt_desk: QtDesk, file_desk: Desk
) -> None:
    made = drawer("zane kalniņa")
    call, _ = contact_ticks(made)
    qtbot.keyClicks(made._phone, "29111222")
    call.setChecked(True)
    made._phone.clear()
    save(made, qtbot, qt_desk)
    (row,) = file_desk.ask(VisitorsMatching("kalnina zane")).rows
    assert file_desk.ask(Consents(row.id)) == ()


def contact_ticks(drawer: RegisterDrawer) -> list[Tick]:
    contact = drawer.findChild(ContactFields)
    assert contact is not None
    return contact.findChildren(Tick)
