"""A password field that can be looked at, and says when Caps Lock seems to be on."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from app.language import tr
from ui.kit.forms import Tick
from ui.kit.labels import Label
from ui.theme import px


class _Line(QLineEdit):
    caps = Signal(bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        shift = bool(event.modifiers() & event.modifiers().ShiftModifier)
        if text.isalpha():
            self.caps.emit(text.isupper() != shift)
        super().keyPressEvent(event)


class PasswordField(QWidget):
    """``line`` is the field itself; what is typed never leaves it but through ``text()``."""

    def __init__(self, *, can_show: bool = True) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(3))
        self.line = _Line()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setMaxLength(1000)
        column.addWidget(self.line)
        self._caps = Label(tr("Caps Lock is on."), role="error")
        self._caps.hide()
        self.line.caps.connect(self._caps.setVisible)
        column.addWidget(self._caps)
        self.show_tick: QCheckBox | None = None
        if can_show:
            self.show_tick = Tick(tr("Show"))
            self.show_tick.toggled.connect(self._show_text)
            column.addWidget(self.show_tick)
        self.setFocusProxy(self.line)

    def text(self) -> str:
        return self.line.text()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def setAccessibleDescription(self, text: str) -> None:
        super().setAccessibleDescription(text)
        self.line.setAccessibleDescription(text)

    def _show_text(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
