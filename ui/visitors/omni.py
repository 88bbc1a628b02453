"""The omni box: type a few letters, Enter checks in; always on top, F2."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.clock import wall_now
from app.errors import Refused
from app.ids import new_id
from app.language import ntr, tr
from app.visitors.rows import VisitorRow
from app.visitors.search import How, Matches, VisitorsMatching
from app.visitors.visits import CheckIn
from ui.desk import QtDesk
from ui.kit.announce import announce
from ui.kit.labels import Label
from ui.kit.lists import RowList, RowLook
from ui.kit.search_box import SearchLine
from ui.theme import px
from ui.visitors.enter import may_check_in, why_not
from ui.visitors.shown import row_look

MOST_ROWS = 6
QUIET_MS = 400
EDGE = 2
ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NewPersonRow:
    """The last row: register the typed name."""

    id = None

    def __init__(self, text: str) -> None:
        self.text = text


Row = VisitorRow | NewPersonRow


class OmniBox(QWidget):
    """Holds the line; its matches drop down under it, or filter the visitors' list."""

    go = Signal(str, object)
    typed = Signal(str)
    found = Signal(object)
    """The matches of what is typed, while the list shows them."""
    said = Signal(str)
    withdrawn = Signal(str)
    """What Enter said about a text that stands there no more."""
    alt_key: Callable[[Qt.Key], bool]
    """Whether the tab has a use for Alt with this key; else it is written here."""

    def __init__(self, desk: QtDesk) -> None:
        super().__init__()
        self._desk = desk
        self._matches: Matches | None = None
        self._waiting: Callable[[], None] | None = None
        self._filtering = False
        self.alt_key = lambda _key: False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        hints = (
            tr("Name, phone or card code — find, check in or register"),
            tr("Name, phone or card code — find or register"),
            tr("Name, phone or card code"),
            tr("Name, phone or code"),
            tr("Find a person"),
        )
        self.field = SearchLine(tr("Find or register a visitor"), hints, "F2")
        self.field.textChanged.connect(self._on_text)
        self.field.installEventFilter(self)
        column.addWidget(self.field)
        self.setFocusProxy(self.field)
        self.popup = _Popup(desk, self.field)
        self.popup.list.clicked.connect(lambda _: self._act(self.popup.list.current_row()))
        self._announcing = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._announcing.timeout.connect(self._announce_count)

    def focus_all(self) -> None:
        """F2."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def go_on(self, typed: str) -> None:
        """What was typed before the desk was open goes on here."""
        if typed:
            self.field.setText(typed)

    def set_filtering(self, filtering: bool) -> None:
        """In the visitors' tab the list itself shows the matches."""
        changed = filtering != self._filtering
        self._filtering = filtering
        if filtering and changed:
            self.popup.hide()
            self.typed.emit(self.field.text())
            self._ask()

    def set_private(self, private: bool) -> None:
        """Privacy mode: initials only, here too."""
        self.popup.set_private(private)

    def clear(self) -> None:
        self._waiting = None
        self.field.clear()
        self.popup.hide()

    def _on_text(self, text: str) -> None:
        self._waiting = None
        if self._matches is not None:
            self.withdrawn.emit(why_not(self._matches))
        self.typed.emit(text)
        if not text.strip():
            self._matches = None
            self.popup.hide()
            return
        self._ask()

    def _ask(self) -> None:
        text = self.field.text()
        if text.strip():
            most = MOST_ROWS if not self._filtering else 50
            self._desk.ask_newest("omni", VisitorsMatching(text, most), self._show)

    def _show(self, matches: Matches) -> None:
        if matches.text != self.field.text():
            return  # typed on meanwhile; the right answer is on its way
        self._matches = matches
        if self._filtering:
            self.found.emit(matches)
        elif self.isVisible():
            self.popup.show_matches(matches)
        self._announcing.start()
        if self._waiting is not None:
            waiting, self._waiting = self._waiting, None
            waiting()

    def _announce_count(self) -> None:
        if self._matches is not None:
            announce(self.field, _count_words(self._matches))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        if event.type() == QEvent.Type.FocusOut and not self.popup.underMouse():
            self.popup.hide()
        return False

    def _key(self, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers()
        if modifiers == Qt.KeyboardModifier.AltModifier:
            return self.alt_key(Qt.Key(key))
        if key == Qt.Key.Key_Escape:
            self.clear()
            return True
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            return self._step(1 if key == Qt.Key.Key_Down else -1)
        if key not in ENTERS:
            return False
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            self._register()
        elif modifiers & Qt.KeyboardModifier.ControlModifier:
            self._when_answered(self._open)
        else:
            self._when_answered(self._enter)
        return True

    def _step(self, by: int) -> bool:
        if self._filtering:
            self.go.emit("visitors", ("step", by))
            return True
        if self.popup.isVisible():
            self.popup.list.step(by)
            row = self.popup.list.current_row()
            if row is not None:
                announce(self.field, self.popup.spoken(row))
            return True
        return False

    def _when_answered(self, then: Callable[[], None]) -> None:
        """Enter before the answer waits for the answer to just this text."""
        if not self.field.text().strip():
            return
        if self._matches is not None and self._matches.text == self.field.text():
            then()
        else:
            self._waiting = then

    def _enter(self) -> None:
        if self._filtering:
            self.go.emit("visitors", ("enter", self._matches))
            return
        self._act(self.popup.list.current_row() if self.popup.isVisible() else None)

    def _act(self, row: Row | None) -> None:
        if isinstance(row, NewPersonRow):
            self._register()
        elif row is not None and self._may_check_in(row):
            self.check_in(row.id)
        elif self._matches is not None:
            self.said.emit(why_not(self._matches))

    def _may_check_in(self, row: VisitorRow) -> bool:
        """A guess or a shared name must have been chosen with the arrows; it then is a choice."""
        return self._matches is not None and may_check_in(self._matches, row)

    def _open(self) -> None:
        if self._filtering:
            self.go.emit("visitors", ("open", self._matches))
            return
        row = self.popup.list.current_row()
        if not isinstance(row, VisitorRow) and self._matches and self._matches.rows:
            row = self._matches.rows[0]
        if isinstance(row, VisitorRow):
            self.clear()
            self.go.emit("visitors", row.id)

    def _register(self) -> None:
        text = self.field.text().strip()
        self.clear()
        self.go.emit("visitors", ("register", text))

    def check_in(self, visitor_id: UUID) -> None:
        """The box is empty at once and keeps the focus: the next one is already speaking."""
        text = self.field.text()
        self.clear()
        action = CheckIn(new_id(), visitor_id, self._desk.clock.now())
        self._desk.do(action, refused=partial(self._not_checked_in, text))

    def _not_checked_in(self, text: str, refusal: Refused) -> None:
        """What was typed comes back, unless the next name is being typed already."""
        if not self.field.text():
            self.go_on(text)
        self._desk.refused.emit(refusal)


def _count_words(matches: Matches) -> str:
    if matches.how is not How.EXACT:
        return why_not(matches)
    return ntr("{n} person found", "{n} people found", len(matches.rows))


class _Popup(QFrame):
    """The matches under the box; the box keeps the focus."""

    def __init__(self, desk: QtDesk, field: SearchLine) -> None:
        super().__init__(field.window())
        self.setObjectName("popup")
        self._desk, self._field = desk, field
        self._matches: Matches | None = None
        self._private = False
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(0)
        self._head = Label("", role="cap", wrap=True)
        self.list = RowList(tr("People found"), self._look, id_of=lambda row: row.id)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._above = QVBoxLayout()
        self._above.addWidget(self._head)
        column.addLayout(self._above)
        column.addWidget(self.list, 1)
        self.hide()

    def show_matches(self, matches: Matches) -> None:
        self._matches = matches
        rows: list[Row] = [*matches.rows[:MOST_ROWS], NewPersonRow(matches.text.strip())]
        doubtful = matches.how in (How.SHARED, How.GUESS)
        self.list.clear_choice()
        self.list.set_rows(rows, choose_first=matches.how is How.EXACT)
        self._head.setText(why_not(matches) if doubtful else "")
        self._head.setVisible(doubtful)
        air = px(14), px(8), px(14), px(4)
        self._above.setContentsMargins(*(air if doubtful else (0, 0, 0, 0)))
        self._place()
        self.show()
        self.raise_()

    def set_private(self, private: bool) -> None:
        self._private = private
        self.list.viewport().update()

    def spoken(self, row: Row) -> str:
        return self._look(row).spoken

    def _look(self, row: Row) -> RowLook:
        if isinstance(row, NewPersonRow):
            text = tr("Register new: “{name}”", name=row.text)
            return RowLook(text, icon="add", right="Shift+Enter", spoken=text)
        return row_look(row, wall_now(self._desk.clock).date(), private=self._private)

    def _place(self) -> None:
        """Just as high as what is in it, as far as the window goes."""
        window = self._field.window()
        if self.parent() is not window:
            self.setParent(window)
        self.ensurePolished()  # only then is its frame known
        corner = self._field.mapTo(window, QPoint(0, self._field.height() + px(4)))
        width = max(self._field.width(), px(420))
        edge = 2 * (EDGE + self.contentsMargins().top())
        head = self._above.heightForWidth(width - edge) if self._above.hasHeightForWidth() else 0
        rows = sum(self.list.sizeHintForRow(n) for n in range(self.list.model().rowCount()))
        height = head + rows + edge + 2 * self.list.frameWidth()
        room = window.height() - corner.y() - px(10)
        self.setGeometry(corner.x(), corner.y(), width, min(height, room))
