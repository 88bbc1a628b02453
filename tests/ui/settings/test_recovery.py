"""The recovery sheet: a new one, trying it, and what the tick says."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.centre.queries import CentreCard
from app.sign_in import make_recovery
from tests.ui.settings.conftest import PASSWORD, Opened
from ui.settings.recovery import RecoverySection


@pytest.fixture
def section(opened: Opened) -> RecoverySection:
    found = opened.show("recovery")
    assert isinstance(found, RecoverySection)
    return found


def kept(opened: Opened) -> bool:
    return opened.ask(CentreCard()).recovery_sheet_kept


def test_a_new_sheet_wants_the_password(opened: Opened, section: RecoverySection) -> None:
    section.password.line.setText("guessed words")
    QTest.keyClick(section.password.line, Qt.Key.Key_Return)
    opened.settle()
    assert "not right" in section.password.accessibleDescription()
    assert section.print_button.isHidden()


def test_a_new_sheet_can_be_printed(opened: Opened, section: RecoverySection) -> None:
    section.password.line.setText(PASSWORD)
    QTest.keyClick(section.password.line, Qt.Key.Key_Return)
    opened.settle()
    assert section.pdf.startswith(b"%PDF")
    assert section.print_button.isVisible()
    assert section.password.text() == ""


def test_the_code_is_tried(opened: Opened, section: RecoverySection) -> None:
    folders = opened.view.folders
    assert folders is not None
    code = make_recovery(folders, "inese", PASSWORD)
    section.code.setText(code[:-1])
    QTest.keyClick(section.code, Qt.Key.Key_Return)
    opened.settle()
    assert "does not open" in section.code.accessibleDescription()
    assert not kept(opened)
    section.code.setText(code.lower().replace("-", " "))
    QTest.keyClick(section.code, Qt.Key.Key_Return)
    opened.settle()
    assert kept(opened)
    assert section.kept.isChecked()


def test_the_tick_can_be_taken_back(opened: Opened, section: RecoverySection) -> None:
    QTest.keyClick(section.kept, Qt.Key.Key_Space)
    opened.settle()
    assert kept(opened)
    opened.undo()
    assert not section.kept.isChecked()
