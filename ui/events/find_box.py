"""The box of a session: a name or a card, Enter registers or marks present by the chosen mode."""

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from app.action import Question
from app.clock import wall_now
from app.language import ntr, tr
from app.visitors.rows import VisitorRow
from app.visitors.search import How, Matches, VisitorsMatching
from ui.desk import QtDesk
from ui.kit.announce import announce
from ui.kit.buttons import Button
from ui.kit.labels import Label
from ui.kit.lists import RowList, RowLook
from ui.theme import px
from ui.visitors.enter import may_check_in, why_not
from ui.visitors.shown import row_look

MOST_ROWS = 6
QUIET_MS = 400
ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindBox(QLineEdit):
    """Enter acts on somebody meant beyond doubt; a guess or a shared name is chosen with arrows."""

    person = Signal(object)
    """UUID of the visitor Enter was pressed on."""
    new_person = Signal(str)
    """Shift+Enter, with what was typed."""
    said = Signal(str, str)

    def __init__(self, desk: QtDesk) -> None:
        super().__init__()
        self._desk = desk
        self.private = False
        self._matches: Matches | None = None
        self._enter_waits = False
        self._popup: _Popup | None = None
        self.textChanged.connect(self._asked)
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self._announce)

    def set_mode(self, *, marks: bool) -> None:
        """What Enter does is written in the box."""
        self.setPlaceholderText(
            tr("Name or card · Enter = present") if marks else tr("Name or card · Enter = sign up")
        )
        self.setAccessibleName(tr("Mark present") if marks else tr("Sign up for the event"))

    @property
    def matches(self) -> Matches | None:
        return self._matches

    @property
    def popup_rows(self) -> tuple[VisitorRow, ...]:
        """What the list under the box shows now."""
        return tuple(self._popup.list.rows) if self._popup and self._popup.isVisible() else ()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key in ENTERS and modifiers & Qt.KeyboardModifier.ShiftModifier:
            self.register()
        elif key in ENTERS and not modifiers & Qt.KeyboardModifier.ControlModifier:
            self._enter()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._popup is not None and not self._popup.underMouse():
            self._popup.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._close()

    def _asked(self, text: str) -> None:
        self._enter_waits = False
        if not text.strip():
            self._matches = None
            self._close()
            return
        self._desk.ask_newest("find", self._question(text), self._answered)

    def _question(self, text: str) -> Question[Matches]:
        return VisitorsMatching(text, MOST_ROWS)

    def _answered(self, matches: Matches) -> None:
        if matches.text != self.text():
            return  # typed on meanwhile; the right answer is on its way
        self._matches = matches
        if self.isVisible():
            self._open().show_matches(matches)
        self._quiet.start()
        if self._enter_waits:
            self._enter_waits = False
            self._enter()

    def _enter(self) -> None:
        """Enter before the answer waits for the answer to just this text."""
        if not self.text().strip():
            return
        if self._matches is None or self._matches.text != self.text():
            self._enter_waits = True
            return
        row = self._popup.list.current_row() if self._popup else None
        if row is None or not may_check_in(self._matches, row):
            self.said.emit(why_not(self._matches), "warn")
            return
        self._take(row)

    def _take(self, row: VisitorRow) -> None:
        self.clear()
        self.person.emit(row.id)

    def register(self) -> None:
        """Shift+Enter, or the line under those found."""
        text = self.text().strip()
        self.clear()
        self.new_person.emit(text)

    def _step(self, by: int) -> None:
        if self._popup is None or not self._popup.isVisible():
            return
        self._popup.list.step(by)
        if (row := self._popup.list.current_row()) is not None:
            announce(self, self._popup.look(row).spoken)

    def _announce(self) -> None:
        if self._matches is None:
            return
        n = len(self._matches.rows)
        announce(
            self,
            ntr("{n} person found", "{n} people found", n) if n else why_not(self._matches),
        )

    def _open(self) -> "_Popup":
        if self._popup is None:
            self._popup = _Popup(self, self._desk)
            self._popup.list.clicked.connect(self._clicked)
        return self._popup

    def _clicked(self) -> None:
        if self._popup is not None and (row := self._popup.list.current_row()) is not None:
            self._take(row)

    def _close(self) -> None:
        if self._popup is not None:
            self._popup.list.clear_choice()
            self._popup.hide()


class _Popup(QFrame):
    """The people found, under the box; the box keeps the focus."""

    def __init__(self, box: FindBox, desk: QtDesk) -> None:
        super().__init__(box.window())
        self.setObjectName("popup")
        self._box, self._desk = box, desk
        box.destroyed.connect(self.deleteLater)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 2)
        column.setSpacing(0)
        self._head = Label("", role="cap", wrap=True)
        self._head.setContentsMargins(px(14), px(6), px(14), px(6))
        self.list = RowList(tr("People found"), self.look)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._new = Button("", kind="quiet", icon="add")
        self._new.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._new.clicked.connect(box.register)
        column.addWidget(self._head)
        column.addWidget(self.list)
        column.addWidget(self._new, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_matches(self, matches: Matches) -> None:
        self.list.clear_choice()
        self.list.set_rows(matches.rows, choose_first=matches.how is How.EXACT)
        doubtful = matches.how is not How.EXACT
        self._head.setText(why_not(matches) if doubtful else "")
        self._head.setVisible(doubtful)
        window = self._box.window()
        corner = self._box.mapTo(window, QPoint(0, self._box.height() + px(4)))
        typed = self.fontMetrics().elidedText(
            matches.text.strip(), Qt.TextElideMode.ElideRight, px(200)
        )
        self._new.setText(tr("Register new: “{name}”", name=typed))
        foot = self._new.sizeHint().height() + px(6)
        wanted = px(58) * len(matches.rows) + foot + (px(56) if doubtful else 0)
        width = min(max(self._box.width(), px(420)), window.width() - corner.x() - px(10))
        self.list.setVisible(bool(matches.rows))
        top, height = self._placed(corner.y(), wanted, window.height())
        self.setGeometry(corner.x(), top, width, height)
        self.show()
        self.raise_()

    def _placed(self, below: int, wanted: int, window: int) -> tuple[int, int]:
        """Under the box; above it when it stands at the foot of the window."""
        room = window - below - px(10)
        above = below - self._box.height() - 2 * px(4)
        if room >= wanted or room >= above:
            return below, min(wanted, room)
        height = min(wanted, above - px(10))
        return above - height, height

    def look(self, row: VisitorRow) -> RowLook:
        return row_look(row, wall_now(self._desk.clock).date(), private=self._box.private)
