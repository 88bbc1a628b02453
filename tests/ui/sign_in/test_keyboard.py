"""Which keyboard is on is said under the password while it does not write Latin letters."""

from datetime import datetime

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.clock import StandingClock
from app.language import Language, use
from ui.kit.labels import Label
from ui.sign_in.keyboard import foreign_keyboard, foreign_letter, keyboard_locale
from ui.sign_in.locked import LockedPage
from ui.sign_in.page import SignInPage

NOW = datetime(2026, 10, 15, 8, 2)
Page = SignInPage | LockedPage


@pytest.fixture(params=["signing in", "locked"])
def page(request: pytest.FixtureRequest, qtbot: QtBot) -> Page:
    made: Page = SignInPage("inese", NOW)
    if request.param == "locked":
        made = LockedPage("Inese Gavare", StandingClock.at_wall(NOW))
    qtbot.addWidget(made)
    made.show()
    return made


def texts(page: Page) -> set[str]:
    return {label.text() for label in page.findChildren(Label) if label.isVisible()}


def typed(page: Page, text: str) -> None:
    for letter in text:
        press = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(page.password.line, press)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("uk_UA", "The keyboard is set to Ukrainian."),
        ("ru_RU", "The keyboard is set to Russian."),
        ("el_GR", "The keyboard is set to Greek."),
        ("lv_LV", ""),
        ("en_US", ""),
        ("C", ""),
    ],
)
def test_only_a_keyboard_of_other_letters_is_named(name: str, sentence: str) -> None:
    assert foreign_keyboard(QLocale(name)) == sentence


def test_the_keyboard_is_named_in_the_language_of_the_page() -> None:
    use(Language.LV)
    assert "ukraiņu" in foreign_keyboard(QLocale("uk_UA"))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", ""),
        ("three 3", ""),
        ("ābols", ""),
        ("гарбуз 3", "The keyboard writes Cyrillic letters."),
        ("гарбуз three", ""),
        ("λ", "The keyboard does not write Latin letters."),
    ],
)
def test_the_last_letter_shows_the_keyboard(text: str, sentence: str) -> None:
    assert foreign_letter(text) == sentence


@pytest.mark.usefixtures("qapp")
def test_a_system_language_alone_is_no_word_about_the_keyboard() -> None:
    assert QGuiApplication.inputMethod().locale().name() == QLocale.system().name()
    assert keyboard_locale() is None


def test_it_follows_the_keyboard(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    sentence = "The keyboard is set to Ukrainian."
    assert sentence not in texts(page)
    monkeypatch.setattr("ui.sign_in.keyboard.keyboard_locale", lambda: QLocale("uk_UA"))
    QGuiApplication.inputMethod().localeChanged.emit()
    assert sentence in texts(page)
    monkeypatch.setattr("ui.sign_in.keyboard.keyboard_locale", lambda: QLocale("lv_LV"))
    QGuiApplication.inputMethod().localeChanged.emit()
    assert sentence not in texts(page)


def test_it_is_there_from_the_beginning(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.sign_in.keyboard.keyboard_locale", lambda: QLocale("uk_UA"))
    page = SignInPage("inese", NOW)
    qtbot.addWidget(page)
    page.show()
    assert "The keyboard is set to Ukrainian." in texts(page)


def test_typing_tells_where_qt_cannot(page: Page) -> None:
    typed(page, "га")
    assert "The keyboard writes Cyrillic letters." in texts(page)
    typed(page, "r")
    assert "The keyboard writes Cyrillic letters." not in texts(page)


def test_caps_lock_is_named(page: Page) -> None:
    typed(page, "A")
    assert "Caps Lock is on." in texts(page)
    typed(page, "b")
    assert "Caps Lock is on." not in texts(page)
