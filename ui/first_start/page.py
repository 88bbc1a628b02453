"""The first start: one page for the centre and its first person, then the recovery sheet."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.centre.details import FirstStart
from app.clock import Clock
from app.folders import Folders
from app.language import tr
from ui.first_start.centre import CentreForm
from ui.first_start.hours import HoursForm
from ui.first_start.person import PersonForm
from ui.first_start.rooms import RoomsForm
from ui.kit.announce import announce
from ui.kit.buttons import Button
from ui.kit.cards import Note
from ui.kit.scroll import Scroll
from ui.sign_in.side_panel import SidePanel
from ui.theme import px

if TYPE_CHECKING:
    from app.database.engine import Database
    from app.permission import SignedIn
    from ui.first_start.recovery import Ways

TWO_COLUMNS_FROM, WIDEST_STEP = 820, 720


class FirstStartPage(QWidget):
    """Emits a whole ``FirstStart``; ``say`` answers a refusal and nothing typed is lost."""

    wanted = Signal(object)
    sample_wanted = Signal()
    language_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self.centre, self.person = CentreForm(), PersonForm()
        self.hours, self.rooms = HoursForm(), RoomsForm()
        self.centre.language_chosen.connect(self.language_chosen)
        self._whole = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(self._panel())
        self._right = QVBoxLayout()
        self._right.setSpacing(0)
        self._whole.addLayout(self._right, 1)
        self._form = QWidget()
        self._right.addWidget(self._form)
        self._build()

    def set_ready(self) -> None:
        """The modules behind the page are loaded; nothing to show, the button waits for nobody."""

    def say(self, text: str) -> None:
        """A refusal, beside the button that was pressed."""
        self._busy(busy=False)
        self._refusal.say(text)
        self._refusal.show()
        announce(self, text)
        self.create_button.setFocus()

    def typed(self) -> Any:
        return tuple(form.typed() for form in self._forms)

    def put_back(self, typed: Any) -> None:
        for form, one in zip(self._forms, typed, strict=True):
            form.put_back(one)

    def offer_recovery(
        self,
        folders: Folders,
        opened: "tuple[Database, SignedIn]",
        clock: Clock,
        open_desk: Callable[[], None],
    ) -> None:
        """Step 3, in place of the form; then ``open_desk``."""
        from ui.first_start.recovery import RecoveryStep

        ways = self._ways(folders, opened, clock)
        step = RecoveryStep(self.centre.name.text().strip(), ways, clock)
        step.setMaximumWidth(px(WIDEST_STEP))
        step.finished.connect(open_desk)
        self.step = step
        scroll = Scroll(margins=(36, 22, 36, 22))
        scroll.column.addStretch(1)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(step, 100)
        middle.addStretch(1)
        scroll.column.addLayout(middle)
        scroll.column.addStretch(1)
        self.panel.keep_language()  # a page made anew would lose the open database
        self._form.hide()
        self._right.addWidget(scroll)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self.centre.name, self.centre.name.setFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.panel.fit(self._whole, self.width())
        beside = self._whole.direction() == QBoxLayout.Direction.LeftToRight
        room = self.width() - (self.panel.maximumWidth() if beside else 0)
        ways = QBoxLayout.Direction
        way = ways.LeftToRight if room >= px(TWO_COLUMNS_FROM) else ways.TopToBottom
        for pair in self._pairs:
            pair.setDirection(way)

    @property
    def _forms(self) -> tuple[Any, ...]:
        """In the order in which one reads; each can give and take back what was typed."""
        return self.centre, self.person, self.hours, self.rooms

    def _panel(self) -> SidePanel:
        steps = (
            (tr("The centre"), tr("Its name, language, hours and rooms")),
            (tr("The first person"), tr("Who runs the settings")),
            (tr("The recovery sheet"), tr("So that nothing is lost with a password")),
        )
        self.panel = SidePanel(
            tr("Let us begin!"),
            tr("Three steps, about five minutes. All of it can be changed later."),
            steps,
        )
        self.panel.language_chosen.connect(self.language_chosen)
        return self.panel

    def _build(self) -> None:
        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        scroll = Scroll(margins=(36, 22, 36, 14), gap=14)
        self._pairs: list[QBoxLayout] = []
        for left, right in ((self.centre, self.person), (self.hours, self.rooms)):
            pair = QBoxLayout(QBoxLayout.Direction.TopToBottom)
            pair.setSpacing(px(14))
            pair.addWidget(left, 1)
            pair.addWidget(right, 1)
            self._pairs.append(pair)
            scroll.column.addLayout(pair)
        scroll.column.addStretch(1)
        column.addWidget(scroll, 1)
        column.addLayout(self._foot())

    def _foot(self) -> QVBoxLayout:
        foot = QVBoxLayout()
        foot.setContentsMargins(px(36), px(8), px(36), px(18))
        foot.setSpacing(px(8))
        self._refusal = Note("danger")
        self._refusal.hide()
        foot.addWidget(self._refusal)
        row = QHBoxLayout()
        self.sample_button = Button(tr("Look around with sample data"), kind="quiet", icon="eye")
        self.sample_button.clicked.connect(self._want_sample)
        self.create_button = Button(tr("Create the centre"), kind="big", icon="check")
        self.create_button.clicked.connect(self._try)
        row.addWidget(self.sample_button)
        row.addStretch(1)
        row.addWidget(self.create_button)
        foot.addLayout(row)
        return foot

    def _try(self) -> None:
        wrong = [found for form in self._checked if (found := form.first_wrong()) is not None]
        if wrong:
            wrong[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._busy(busy=True)
        self.wanted.emit(
            FirstStart(
                self.centre.details(),
                self.person.details(),
                self.person.password.text(),
                self.hours.week(),
                self.rooms.rooms(),
            )
        )

    @property
    def _checked(self) -> tuple[CentreForm, PersonForm, HoursForm]:
        return self.centre, self.person, self.hours

    def _want_sample(self) -> None:
        self._busy(busy=True)
        self.sample_wanted.emit()

    def _busy(self, *, busy: bool) -> None:
        self.create_button.setEnabled(not busy)
        self.sample_button.setEnabled(not busy)
        self.create_button.setText(tr("Being made…") if busy else tr("Create the centre"))
        if busy:
            self._refusal.hide()

    def _ways(self, folders: Folders, opened: "tuple[Database, SignedIn]", clock: Clock) -> "Ways":
        from app.sign_in import make_recovery, note_sheet_kept, try_recovery
        from ui.first_start.recovery import Ways

        user_name, password = self.person.user_name.text(), self.person.password.text()
        return Ways(
            make=lambda: make_recovery(folders, user_name, password),
            fits=lambda code: try_recovery(folders, code),
            note_kept=lambda: note_sheet_kept(opened, clock),
        )
