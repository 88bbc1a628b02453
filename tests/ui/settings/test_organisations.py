"""The page of an organisation: its contacts, its people, and the way to a person's card."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.ids import new_id
from app.visitors.details import OrganisationDetails
from app.visitors.model import OrganisationKind
from app.visitors.organisations import AddOrganisation
from tests.making.visitors import make_visitor
from tests.ui.settings.conftest import Opened, write
from ui.kit.labels import Label
from ui.settings.organisations import OrganisationDrawer, OrganisationsSection


@pytest.fixture
def school(opened: Opened) -> UUID:
    organisation_id = new_id()
    details = OrganisationDetails(
        "Galēnu pamatskola", OrganisationKind.SCHOOL, "Rita Kalna", "65312345", ""
    )
    opened.desk.do(AddOrganisation(organisation_id, details))
    make_visitor(opened.desk, "Zane", "Kalniņa", organisation_id=organisation_id)
    make_visitor(opened.desk, "Anna", "Bērziņa")
    return organisation_id


def texts(section: OrganisationsSection) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in section.findChildren(Label) if label.isVisible()]


@pytest.fixture
def section(opened: Opened, school: UUID) -> OrganisationsSection:
    found = opened.show("organisations")
    assert isinstance(found, OrganisationsSection)
    return found


def test_enter_opens_the_page_with_contacts_and_people(
    opened: Opened, section: OrganisationsSection
) -> None:
    section.table.selectRow(0)
    QTest.keyClick(section.table, Qt.Key.Key_Return)
    opened.settle()
    shown = texts(section)
    for said in ("Galēnu pamatskola", "Rita Kalna", "65312345", "1 person belongs to it"):
        assert said in shown
    assert "E-mail" not in shown
    assert [one.row.list_name for one in section.page.people.rows] == ["Kalniņa Zane"]
    went: list[tuple[str, object]] = []
    section.go.connect(lambda where, what: went.append((where, what)))
    section.page.people.selectRow(0)
    QTest.keyClick(section.page.people, Qt.Key.Key_Return)
    assert went == [("visitors", section.page.people.rows[0].id)]
    QTest.keyClick(section.page.people, Qt.Key.Key_Escape)
    opened.settle()
    assert section.table.isVisible()
    assert not section.page.isVisible()


def test_an_edit_is_seen_on_the_page(
    opened: Opened, section: OrganisationsSection, school: UUID
) -> None:
    opened.tab.show_this(("organisations", school))
    opened.settle()
    section.page.edit_wanted.emit(section.page.row)
    (drawer,) = section.window().findChildren(OrganisationDrawer)
    write(drawer.email, "skola@piemers.lv")
    QTest.keyClick(drawer.email, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    opened.settle()
    assert "skola@piemers.lv" in texts(section)
    opened.undo()
    assert "skola@piemers.lv" not in texts(section)


def test_privacy_mode_leaves_initials(opened: Opened, section: OrganisationsSection) -> None:
    opened.tab.set_private(True)
    section.table.selectRow(0)
    QTest.keyClick(section.table, Qt.Key.Key_Return)
    opened.settle()
    people = section.page.people
    shown = [people.model().index(0, n).data() for n in range(2)]
    assert shown == ["K. Z.", ""]
