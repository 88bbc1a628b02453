"""Says under a password which keyboard is on, when it does not write Latin letters."""

import unicodedata

from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from app.language import current, tr
from ui.kit.announce import announce
from ui.kit.labels import Label

_SCRIPTS = QLocale.Script


def keyboard_locale() -> QLocale | None:
    """None where Qt cannot tell: without an input method it repeats the system's own language."""
    found = QGuiApplication.inputMethod().locale()
    if found.language() == QLocale.Language.C:
        return None
    asks_system = QGuiApplication.platformName() in ("windows", "cocoa")
    return found if asks_system or found.name() != QLocale.system().name() else None


def foreign_keyboard(locale: QLocale) -> str:
    """The sentence to show; empty for Latin letters."""
    if locale.script() in (_SCRIPTS.LatinScript, _SCRIPTS.AnyScript):
        return ""
    from babel import Locale, UnknownLocaleError

    try:
        language = Locale.parse(str(current())).languages.get(locale.name().split("_")[0])
    except (UnknownLocaleError, ValueError):
        language = None
    return tr(
        "The keyboard is set to {language}.", language=language or locale.nativeLanguageName()
    )


def foreign_letter(text: str) -> str:
    """By the last letter typed, where Qt cannot tell the keyboard; empty for Latin letters."""
    letter = next((one for one in reversed(text) if one.isalpha()), "a")
    name = unicodedata.name(letter, "")
    if name.startswith("CYRILLIC"):
        return tr("The keyboard writes Cyrillic letters.")
    return "" if name.startswith("LATIN") else tr("The keyboard does not write Latin letters.")


class KeyboardLine(Label):
    """Hidden while the keyboard writes Latin letters; follows it as it is switched."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__("", role="error", wrap=True)
        self._line = line
        QGuiApplication.inputMethod().localeChanged.connect(self.look)
        line.textEdited.connect(self.look)
        self.setText(self._sentence())
        if not self.text():
            self.hide()

    def _sentence(self) -> str:
        """Qt's word first; what is typed shows it where Qt has none."""
        locale = keyboard_locale()
        if locale is not None:
            return foreign_keyboard(locale)
        return foreign_letter(self._line.text()[: self._line.cursorPosition()])

    def look(self) -> None:
        text = self._sentence()
        if text == self.text():
            return
        self.setText(text)
        self.setVisible(bool(text))
        if text:
            announce(self._line, text)
