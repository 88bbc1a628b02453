"""Two pairs of hands for journeys: one never lets go of the keyboard, the other holds the mouse.

Both type words; how they come to a field, a button or a line of a menu is what differs.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QMenu,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.action import Question
from tests.ui.conftest import settle
from ui.desk import QtDesk
from ui.desk_view import DeskView
from ui.kit.drawer import Drawer

W = TypeVar("W", bound=QWidget)
Answer = TypeVar("Answer")
K, LEFT, RIGHT = Qt.Key, Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NO = Qt.KeyboardModifier.NoModifier
MODIFIERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}
FAR = 120
"""How often Tab may be pressed before a field counts as out of reach."""


class Hands:
    """What both do alike: typing, waiting, looking."""

    def __init__(self, view: DeskView, desk: QtDesk, qtbot: QtBot) -> None:
        self.view, self.desk, self.qtbot = view, desk, qtbot

    def keys(self, *combinations: str) -> None:
        for combination in combinations:
            *held, name = combination.split("+")
            modifiers = NO
            for one in held:
                modifiers |= MODIFIERS[one]
            QTest.keyClick(self.focused(), K[f"Key_{name}"], modifiers)
        self.rest()

    def enter(self, text: str) -> None:
        QTest.keyClicks(self.focused(), text)
        self.rest()

    def focused(self) -> QWidget:
        return QApplication.focusWidget() or self.view

    def rest(self) -> None:
        QApplication.processEvents()
        settle(self.desk, self.qtbot)
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def until(self, holds: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(holds()), timeout=10_000)
        self.rest()

    def shown(self, kind: type[W]) -> W:
        """The newest of these that can be seen."""
        self.until(lambda: self._visible(kind))
        return self._visible(kind)[-1]

    def desk_asks(self, question: Question[Answer]) -> Answer:
        """What the database holds now."""
        answers: list[Answer] = []
        self.desk.ask(question, answers.append)
        self.until(lambda: answers)
        return answers[0]

    def _visible(self, kind: type[W]) -> list[W]:
        return [one for one in self.view.window().findChildren(kind) if one.isVisible()]

    def write(self, field: QWidget, text: str) -> None:
        """Over what stands there, and on to the next field so that it is read."""
        self.go(field)
        self.keys("Ctrl+A")
        self.enter(text)
        self.keys("Tab")

    def go(self, widget: QWidget) -> None:
        raise NotImplementedError

    def press(self, button: QAbstractButton) -> None:
        raise NotImplementedError

    def choose(self, choice: QComboBox, text: str) -> None:
        raise NotImplementedError

    def accept(self, drawer: Drawer) -> None:
        raise NotImplementedError


class Keyboard(Hands):
    """Tab, arrows and the keys the window prints beside its verbs."""

    def go(self, widget: QWidget) -> None:
        for _ in range(FAR):
            if self._is_in(widget):
                return
            self.keys("Tab")
        raise AssertionError(f"Tab does not come to “{widget.accessibleName()}”")

    def press(self, button: QAbstractButton) -> None:
        self.go(button)
        self.keys("Space")

    def choose(self, choice: QComboBox, text: str) -> None:
        self.go(choice)
        for _ in range(choice.count()):
            if choice.currentText() == text:
                return
            self.keys("Down")
        assert choice.currentText() == text

    def accept(self, drawer: Drawer) -> None:
        self.keys("Ctrl+Return")

    def _is_in(self, widget: QWidget) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and (focused is widget or focused is widget.focusProxy())


class Mouse(Hands):
    """Clicks, drags and opened lists; the window is scrolled to what is clicked."""

    def go(self, widget: QWidget) -> None:
        self.click(widget.focusProxy() or widget)

    def press(self, button: QAbstractButton) -> None:
        self.click(button)

    def choose(self, choice: QComboBox, text: str) -> None:
        row = choice.findText(text)
        assert row >= 0, [choice.itemText(n) for n in range(choice.count())]
        if not choice.view().isVisible():
            self.click(choice, QPoint(choice.width() - 8, choice.height() // 2))
        lines = choice.view()
        self.until(lines.isVisible)
        lines.scrollTo(choice.model().index(row, 0))
        self.qtbot.wait(QApplication.doubleClickInterval())  # Qt ignores a quicker second click
        at = lines.visualRect(choice.model().index(row, 0)).center()
        QTest.mouseMove(lines.viewport(), at)
        QTest.mouseClick(lines.viewport(), LEFT, NO, at)
        self.until(lambda: not lines.isVisible())

    def accept(self, drawer: Drawer) -> None:
        assert drawer.primary is not None
        self.click(drawer.primary)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        _scroll_to(widget)
        self.rest()
        assert widget.isVisible()
        assert widget.isEnabled()
        point = at or widget.rect().center()
        under = QApplication.widgetAt(widget.mapToGlobal(point)) or widget
        assert under is widget or widget.isAncestorOf(under) or under.isAncestorOf(widget)
        QTest.mouseClick(widget, LEFT, NO, point)
        self.rest()

    def double_click(self, widget: QWidget, at: QPoint) -> None:
        QTest.mouseClick(widget, LEFT, NO, at)
        QTest.mouseDClick(widget, LEFT, NO, at)
        self.rest()

    def drag(self, widget: QWidget, begin: QPoint, end: QPoint) -> None:
        QTest.mousePress(widget, LEFT, NO, begin)
        for point in (begin + QPoint(0, 8), end):
            where = QPointF(point)
            held = QMouseEvent(
                QEvent.Type.MouseMove, where, widget.mapToGlobal(where), LEFT, LEFT, NO
            )
            QApplication.sendEvent(widget, held)
        QTest.mouseRelease(widget, LEFT, NO, end)
        self.rest()

    @contextmanager
    def in_menu(self, text: str) -> Iterator[None]:
        """Whatever is done inside opens a menu, in which the line that begins so is clicked."""
        clicked: list[str] = []

        def click() -> None:
            menu = QApplication.activePopupWidget()
            if not isinstance(menu, QMenu):
                return
            line = next(one for one in menu.actions() if one.text().startswith(text))
            clicked.append(line.text())
            timer.stop()
            QTest.mouseClick(menu, LEFT, NO, menu.actionGeometry(line).center())

        timer = QTimer(self.view, interval=5)
        timer.timeout.connect(click)
        timer.start()
        yield
        self.until(lambda: clicked)


def _scroll_to(widget: QWidget) -> None:
    """As the wheel would, in every area around it."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()
