"""One empty row of the paper that somebody filled in by hand: her name, where from, her age."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.action import Question
from app.events.model import AgeBand
from app.events.way_back_names import WhoWrote
from app.language import tr
from app.visitors.rows import VisitorRow
from app.visitors.search import How, Matches
from ui.desk import QtDesk
from ui.events.find_box import FindBox
from ui.kit.flow import Flow
from ui.kit.forms import Choice, TextField
from ui.kit.labels import Label
from ui.theme import px
from ui.visitors.enter import may_check_in

ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
AGES = {band: band.value.replace("-", "–") for band in AgeBand}


class WrittenName(FindBox):
    """Enter takes who is meant beyond doubt; with nobody of that name, it goes on to the next field."""

    answered = Signal()
    nobody = Signal()
    """Enter on an empty field."""

    def __init__(self, desk: QtDesk) -> None:
        super().__init__(desk)
        self.taken = ""
        """What stood here when somebody was meant; it comes back when a rule said no."""
        self.setPlaceholderText(tr("Name, as she wrote it"))
        self.setAccessibleName(tr("Name of a walk-in"))

    def clear(self) -> None:
        """Emptied by the program: Ctrl+Z must not bring the letters back, as Qt's own would."""
        self.setText("")

    def _question(self, text: str) -> Question[Matches]:
        return WhoWrote(text)

    def _answered(self, matches: Matches) -> None:
        super()._answered(matches)
        if matches.how is How.NONE:
            self._close()  # what Enter does with a new name stands beside it
        self.answered.emit()

    def _take(self, row: VisitorRow) -> None:
        self.taken = self.text()
        super()._take(row)

    def _asked(self, text: str) -> None:
        super()._asked(text)
        self.answered.emit()

    def _enter(self) -> None:
        if not self.text().strip():
            self.nobody.emit()
            return
        matches = self.matches
        if matches is not None and matches.text == self.text() and matches.how is How.NONE:
            self.new_person.emit(self.text().strip())
            return
        super()._enter()

    def register(self) -> None:
        """Shift+Enter: somebody new, whoever is like her."""
        if text := self.text().strip():
            self.new_person.emit(text)


class WalkInRow(QWidget):
    """Who is known needs only her name; a new person also where from and her age, when she wrote them."""

    known = Signal(object)
    """UUID of the visitor."""
    new = Signal(str, str)
    """Name and town."""
    unnamed = Signal()
    """Only an age: somebody whose writing nobody can read."""
    left = Signal()
    said = Signal(str, str)

    def __init__(self, desk: QtDesk) -> None:
        super().__init__()
        self._is_new = False
        self.row = 1
        self.heading = Label("", role="strong", wrap=True)
        self.number = Label("", role="strong")
        self.name = WrittenName(desk)
        self.name.person.connect(self.known)
        self.name.new_person.connect(self._ask_more)
        self.name.answered.connect(self._show_state)
        self.name.nobody.connect(self._no_name)
        self.name.said.connect(self.said)
        self.town = TextField(placeholder=tr("From where"))
        self.town.setAccessibleName(tr("From where"))
        self.age = Choice([(None, tr("not said")), *AGES.items()])
        self.town.returnPressed.connect(self.age.setFocus)
        self.age.setAccessibleName(tr("Age, as ticked"))
        for part in (self.name, self.age, self.town):
            part.installEventFilter(self)
        self.state = Label("", role="cap", wrap=True)
        self._lay_out()

    @property
    def is_empty(self) -> bool:
        return not self.name.text().strip()

    def set_row(self, row: int) -> None:
        self.row = row
        self.number.setText(str(row))
        self.name.setAccessibleName(tr("Name of a walk-in, row {row}", row=row))

    def begin(self, letters: str) -> None:
        """Letters typed where row numbers are: a name begins here."""
        self.name.setFocus()
        self.name.setText(letters)

    def forget(self) -> None:
        """For the next row; the keys stay here."""
        self._is_new = False
        self.name.clear()
        self.town.setText("")
        self.age.set_value(None)
        self.name.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Escape and (watched is not self.name or self.is_empty):
            self.forget()
            self.left.emit()
            return True
        if watched is self.age and event.key() in ENTERS and not event.modifiers():
            self._age_entered()
            return True
        return False

    def _ask_more(self, _text: str) -> None:
        """Where from and the age are the last two things on the paper."""
        self._is_new = True
        self._show_state()
        self.town.setFocus()

    def _no_name(self) -> None:
        if self.age.value() is not None:
            self.unnamed.emit()
        else:
            self.left.emit()

    def _age_entered(self) -> None:
        if not self.is_empty and (self._is_new or self._how() is How.NONE):
            self.new.emit(self.name.text().strip(), self.town.text())
        elif self.is_empty:
            self._no_name()
        else:
            self.name.setFocus()

    def _how(self) -> How | None:
        matches = self.name.matches
        return matches.how if matches and matches.text == self.name.text() else None

    def _show_state(self) -> None:
        """What Enter will do, before it does."""
        matches = self.name.matches
        if self.is_empty or matches is None or self._how() is None:
            self._is_new = self._is_new and not self.is_empty
            text = tr("An age without a name is counted.") if self.is_empty else ""
        elif self._is_new or matches.how is How.NONE:
            text = tr("New: will be registered")
        elif matches.how is How.EXACT and may_check_in(matches, matches.rows[0]):
            one = matches.rows[0]
            parts = (str(one.birth_year or ""), one.town or one.organisation)
            text = tr("Found: {who}", who=", ".join(filter(None, parts)) or one.name)
        else:
            text = tr("Doubtful: choose who it is with the arrows")
        self.state.setText(text)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(6), px(12), px(8))
        column.setSpacing(px(6))
        self.number.setMinimumWidth(px(26))
        for widget, width in ((self.name, 200), (self.town, 130), (self.age, 124)):
            widget.setFixedWidth(px(width))
        self.state.setMinimumWidth(px(180))
        line = Flow(px(8))
        line.add(self.number, self.name, self.town, self.age, self.state)
        column.addWidget(self.heading)
        column.addLayout(line)
