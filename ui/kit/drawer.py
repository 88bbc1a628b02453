"""A drawer: a form at the right edge, over the window, full height. Esc closes it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from app.language import tr
from ui.kit.buttons import Button, IconButton
from ui.kit.cards import Hline
from ui.kit.labels import Label
from ui.kit.scroll import Scroll
from ui.theme import px, tokens

LEFT_FREE = 320
SCRIM = QColor(8, 24, 22, 56)  # #081816 at 22 %


class Drawer(QWidget):
    """Covers the window with a scrim; the form fills ``column`` and names its verbs.

    Focus stays inside while it is open and returns to where it was.
    """

    accepted = Signal()
    """The primary verb: its button or Ctrl+Enter."""
    closed = Signal()

    def __init__(self, caller: QWidget, title: str, width: int = 500) -> None:
        super().__init__(caller.window())
        self._wanted_width = width
        self._before = QApplication.focusWidget()
        self.setAccessibleName(title)
        self.panel = QFrame(self)
        self.panel.setObjectName("drawer")
        whole = QVBoxLayout(self.panel)
        whole.setContentsMargins(px(24), px(14), px(24), px(14))
        whole.setSpacing(px(10))
        head = QHBoxLayout()
        self.title = Label(title, role="h1", wrap=True)
        head.addWidget(self.title, 1)
        head.addWidget(Label("Esc", role="kbd"))
        self.close_button = IconButton("close", tr("Close"))
        self.close_button.clicked.connect(self.dismiss)
        head.addWidget(self.close_button)
        whole.addLayout(head)
        self.form = Scroll(margins=(0, 0, 6, 0), gap=9)
        self.column = self.form.column
        whole.addWidget(self.form, 1)
        self._line = Hline()
        whole.addWidget(self._line)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(px(8))
        whole.addLayout(self.foot)
        self._line.hide()
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._accept)
        if tokens().name != "contrast":
            shadow = QGraphicsDropShadowEffect(self.panel)
            shadow.setBlurRadius(px(26))
            shadow.setOffset(0, 0)
            shadow.setColor(QColor(tokens().shadow))
            self.panel.setGraphicsEffect(shadow)
        self.primary: Button | None = None
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
        self.window().installEventFilter(self)
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
        self.window().removeEventFilter(self)
        self.hide()
        self.closed.emit()
        self._give_focus_back()
        self.deleteLater()

    def _give_focus_back(self) -> None:
        import shiboken6

        before = self._before
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

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
        if event.type() == QEvent.Type.Resize and watched is self.window():
            self._place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
            return
        event.accept()  # keys stay inside: a letter must not move the list behind

    def mousePressEvent(self, event: QEvent) -> None:
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round inside the drawer."""
        inside = [
            widget
            for widget in self.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.isVisible()
            and widget.isEnabled()
            and widget.focusProxy() is None
        ]
        inside = _in_tab_order(self, inside)
        here = QApplication.focusWidget()
        if not inside:
            return False
        place = inside.index(here) if here in inside else -1
        step = 1 if forward else -1
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        inside[(place + step) % len(inside)].setFocus(reason)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), SCRIM)
        painter.end()


def _in_tab_order(drawer: QWidget, inside: list[QWidget]) -> list[QWidget]:
    wanted, order = set(inside), []
    widget = drawer.nextInFocusChain()
    while widget is not drawer and widget is not None:
        if widget in wanted:
            order.append(widget)
        widget = widget.nextInFocusChain()
    return order
