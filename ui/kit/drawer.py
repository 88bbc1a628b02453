"""A drawer: a form at the right edge, over the window, full height. Esc closes it."""

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.language import tr
from ui.kit.buttons import Button, IconButton
from ui.kit.cards import Hline
from ui.kit.focus_ring import go_round
from ui.kit.labels import Label
from ui.kit.scroll import Scroll
from ui.kit.tab import Tab
from ui.theme import px, tokens

LEFT_FREE = 320
SHADOW = 26
SCRIM = QColor(8, 24, 22, 56)  # #081816 at 22 %


class Drawer(QWidget):
    """Covers the window with a scrim; the form fills ``column`` and names its verbs.

    Focus stays inside while it is open and returns to where it was. It hides with its caller
    (the lock must not leave a form on the screen) and comes back with it, nothing lost.
    """

    accepted = Signal()
    """The primary verb: its button or Ctrl+Enter."""
    closed = Signal()

    def __init__(self, caller: QWidget, title: str, width: int = 500) -> None:
        super().__init__(caller.window())
        self._caller = caller
        self._wanted_width = width
        self._before = QApplication.focusWidget()
        self._last_inside: QWidget | None = None
        self._open = False
        self.primary: Button | None = None
        self.other: Button | None = None
        self.setAccessibleName(title)
        self.panel = QFrame(self)
        self.panel.setObjectName("drawer")
        whole = QVBoxLayout(self.panel)
        whole.setContentsMargins(px(24), px(14), px(24), px(14))
        whole.setSpacing(px(10))
        whole.addLayout(self._head(title))
        self.form = Scroll(margins=(0, 0, 6, 0), gap=9)
        self.column = self.form.column
        whole.addWidget(self.form, 1)
        self._line = Hline()
        self._line.hide()
        whole.addWidget(self._line)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(px(8))
        whole.addLayout(self.foot)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._accept)
        caller.destroyed.connect(self.deleteLater)
        self.hide()

    def set_verbs(self, primary: str, other: str = "", *, key: str = "Ctrl+Enter") -> None:
        """The foot: the primary verb left with its key, another one right."""
        self._line.show()
        self.primary = Button(primary, kind="primary", icon="check")
        self.primary.clicked.connect(self._accept)
        self.foot.addWidget(self.primary)
        if key:
            self.foot.addWidget(Label(key, role="kbd"))
        self.foot.addStretch(1)
        if other:
            self.other = Button(other)
            self.foot.addWidget(self.other)

    def open(self) -> None:
        """Show it and put the focus on its first field."""
        self._open = True
        self.window().installEventFilter(self)
        self._caller.installEventFilter(self)
        self._place()
        self.show()
        self.raise_()
        if not self.isAncestorOf(QApplication.focusWidget() or self.window()):
            self.focus_first()

    def focus_first(self) -> None:
        for widget in self.form.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(self):
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def dismiss(self) -> None:
        """Close without the primary verb."""
        if not self._open:
            return
        self._open = False
        self.window().removeEventFilter(self)
        self._caller.removeEventFilter(self)
        self.hide()
        self.closed.emit()
        self._give_focus_back()
        self.deleteLater()

    def _give_focus_back(self) -> None:
        """To the button that opened it, or to its page when the button went away meanwhile."""
        if _is_there(self._before):
            _focus_if_there(self._before)
        elif isinstance(self._caller, Tab):
            self._caller.take_focus()

    def _head(self, title: str) -> QHBoxLayout:
        head = QHBoxLayout()
        self.title = Label(title, role="h1", wrap=True)
        self.close_button = IconButton("close", tr("Close"))
        self.close_button.clicked.connect(self.dismiss)
        head.addWidget(self.title, 1)
        head.addWidget(Label("Esc", role="kbd"))
        head.addWidget(self.close_button)
        return head

    def _accept(self) -> None:
        if self.primary is not None and self.primary.isEnabled():
            self.accepted.emit()

    def _place(self) -> None:
        whole = self.window().rect()
        self.setGeometry(whole)
        free = px(LEFT_FREE) if whole.width() > px(1100) else px(40)
        width = min(px(self._wanted_width), whole.width() - free)
        self.panel.setGeometry(whole.width() - width, 0, width, whole.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self.__dict__.get("_open"):
            return False  # closed, or the window is being taken apart
        if watched is self._caller and event.type() == QEvent.Type.Hide:
            focused = QApplication.focusWidget()
            inside = focused is not None and self.isAncestorOf(focused)
            self._last_inside = focused if inside else None
            self.hide()
        elif watched is self._caller and event.type() == QEvent.Type.Show:
            self._place()
            self.show()
            self.raise_()
            _focus_if_there(self._last_inside)
        if watched is self.window() and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
            return
        event.accept()  # keys stay inside: a letter must not move the list behind

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        return go_round(self, forward=forward)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if tokens().name != "contrast":
            painter.fillRect(self.rect(), SCRIM)
            edge = self.panel.x()
            shadow = QLinearGradient(edge - px(SHADOW), 0, edge, 0)
            shadow.setColorAt(0, QColor(0, 0, 0, 0))
            shadow.setColorAt(1, QColor(tokens().shadow))
            painter.fillRect(edge - px(SHADOW), 0, px(SHADOW), self.height(), shadow)
        painter.end()


def _is_there(widget: QWidget | None) -> bool:
    return widget is not None and shiboken6.isValid(widget) and widget.isVisible()


def _focus_if_there(widget: QWidget | None) -> None:
    if widget is not None and _is_there(widget):
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
