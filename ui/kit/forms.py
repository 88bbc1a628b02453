"""Fields of a form: a visible label, a name for screen readers, and the error under the field."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from app.text import LONGEST
from ui.kit.inside import Inside
from ui.kit.labels import Label
from ui.theme import px

WIDEST = 340
LINE = 36
"""Height of every field of one line."""
GROWING = (QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)


class Field(Inside, QWidget):
    """A label above ``widget``, a hint or an error below it."""

    def __init__(self, label: str, widget: QWidget, hint: str = "") -> None:
        super().__init__()
        self.widget = widget
        self._label, self._hint = label, hint
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(3))
        name = Label(label, role="field", wrap=True)
        name.setBuddy(widget)
        widget.setAccessibleName(label)
        self._below = Label(hint, role="cap", wrap=True)
        if not hint:
            self._below.hide()  # shown without a parent it would flash as a window of its own
        column.addWidget(name)
        column.addWidget(widget)
        column.addWidget(self._below)
        if widget.sizePolicy().verticalPolicy() not in GROWING:
            column.addStretch(1)  # fields of different heights in one row keep their labels level

    def set_hint(self, hint: str) -> None:
        self._hint = hint
        self.clear_error()

    def set_error(self, text: str) -> None:
        """Say what to do under the field; give the widget the focus yourself when it is the first."""
        self._show(text, "error", bad=True)

    def clear_error(self) -> None:
        self._show(self._hint, "cap", bad=False)

    def _show(self, text: str, role: str, *, bad: bool) -> None:
        self._below.setText(text)
        self._below.set_role(role)
        self._below.setVisible(bool(text))
        self.widget.setAccessibleDescription(text)
        framed = self.widget.focusProxy() or self.widget
        framed.setProperty("bad", bad)
        framed.setAccessibleDescription(text)
        framed.style().unpolish(framed)
        framed.style().polish(framed)


class TextField(QLineEdit):
    """One line. Longer text than a name may have is not cut here: the rule says so in words."""

    def __init__(self, text: str = "", placeholder: str = "") -> None:
        super().__init__(text)
        self.setPlaceholderText(placeholder)
        self.setMaxLength(LONGEST * 60)
        self.setCursorPosition(0)

    def clear(self) -> None:
        """Emptied by the program: Ctrl+Z must not bring the letters back, as Qt's own would."""
        self.setText("")


class LongTextField(QPlainTextEdit):
    """Several lines; Tab leaves it."""

    left = Signal()
    """The focus went elsewhere."""

    def __init__(self, text: str = "", lines: int = 3) -> None:
        super().__init__(text)
        self.setTabChangesFocus(True)
        self.setFixedHeight(px(22 * lines + 18))

    def text(self) -> str:
        return self.toPlainText()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class YearField(QLineEdit):
    """A year of four digits; ``year()`` is None while it is empty or not a year."""

    def __init__(self, year: int | None = None) -> None:
        super().__init__(str(year) if year else "")
        self.setMaxLength(12)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)

    def year(self) -> int | None:
        text = self.text().strip()
        return int(text) if len(text) == 4 and text.isascii() and text.isdigit() else None


class Choice(QComboBox):
    """One of ``[(value, words), …]``."""

    picked = Signal(object)

    def __init__(self, options: Sequence[tuple[Any, str]] = (), current: Any = None) -> None:
        super().__init__()
        self._values: list[Any] = []
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.set_options(options, current)
        self.activated.connect(lambda _: self.picked.emit(self.value()))

    def set_options(self, options: Sequence[tuple[Any, str]], current: Any = None) -> None:
        self.blockSignals(True)
        self.clear()
        self._values = [value for value, _ in options]
        self.addItems([words for _, words in options])
        self.blockSignals(False)
        self.set_value(current)

    def sizeHint(self) -> QSize:
        """Wide enough for its longest words, up to a point; it may be made narrower."""
        metrics = self.fontMetrics()
        texts = (self.itemText(n) for n in range(self.count()))
        widest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        return QSize(min(widest + px(54), px(WIDEST)), super().sizeHint().height())

    def value(self) -> Any:
        index = self.currentIndex()
        return self._values[index] if 0 <= index < len(self._values) else None

    def set_value(self, value: Any) -> None:
        if value in self._values:
            self.setCurrentIndex(self._values.index(value))

    def paintEvent(self, event: QPaintEvent) -> None:
        """What does not fit ends in …; a style sheet's own label would be cut in a letter."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        room = field.width() - px(2)
        option.currentText = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, room
        )
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the wheel scrolls the page and changes nothing unseen


class SuggestField(QLineEdit):
    """Type-ahead: what is typed counts; a suggestion that was chosen gives its value too."""

    def __init__(self, text: str = "", options: Sequence[tuple[Any, str]] = ()) -> None:
        super().__init__(text)
        self._options: list[tuple[Any, str]] = []
        self._model = QStringListModel(self)
        completer = QCompleter(self._model, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(8)
        self.setCompleter(completer)
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[Any, str]]) -> None:
        self._options = list(options)
        self._model.setStringList([words for _, words in options])

    def value(self) -> Any:
        """The value whose words are exactly what is typed; None for something new."""
        typed = self.text().strip().casefold()
        return next((value for value, words in self._options if words.casefold() == typed), None)

    def set_value(self, value: Any) -> None:
        self.setText(next((words for one, words in self._options if one == value), ""))


class NumberField(QSpinBox):
    """A whole number; ``zero`` is what stands there for 0."""

    def __init__(
        self, value: int = 0, lowest: int = 0, highest: int = 9999, zero: str = ""
    ) -> None:
        super().__init__()
        self.setRange(lowest, highest)
        if zero:
            self.setSpecialValueText(zero)
        self.setValue(value)
        self.setAccelerated(True)
        self.setFixedHeight(px(LINE - 2) + 2)
        line = self.lineEdit()
        if line is not None:
            line.setTextMargins(px(9), 0, 0, 0)  # a style sheet's padding has no effect here
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the wheel scrolls the page, not the number


class Tick(Inside, QCheckBox):
    """A tick with its words."""

    def __init__(self, text: str, *, on: bool = False) -> None:
        super().__init__(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setChecked(on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.toggle()
            return
        super().keyPressEvent(event)


def on_edited(field: QLineEdit, then: Callable[[str], None]) -> None:
    """Call ``then`` once when the field was changed and left, or Enter was pressed."""
    before = [field.text()]

    def finished() -> None:
        if field.text() != before[0]:
            before[0] = field.text()
            then(field.text())

    field.editingFinished.connect(finished)
