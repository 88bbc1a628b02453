"""Before signing in, when a file is missing: which one, where it should lie, and what to do."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from app.folders import Folders, Found
from app.language import tr
from ui.kit.announce import announce
from ui.kit.buttons import Button
from ui.kit.cards import Card, Note
from ui.kit.forms import Field, LongTextField
from ui.kit.labels import Label
from ui.kit.scroll import Scroll
from ui.sign_in.side_panel import SidePanel
from ui.theme import px

CARD_WIDTH = 560


@dataclass(frozen=True)
class _Words:
    title: str
    sentences: tuple[str, ...]
    place: Path | None = None
    can_begin: bool = False


class MissingPage(QWidget):
    """Nothing is made or changed here; ``found`` is neither NOTHING nor WHOLE."""

    decided = Signal(object)
    """Found: what to go on with; WHOLE to sign in, NOTHING to begin a new centre."""
    language_chosen = Signal(object)

    def __init__(self, folders: Folders, found: Found) -> None:
        super().__init__()
        self.setObjectName("page")
        self._folders, self._found = folders, found
        self._said = _words(folders, found)
        self._whole = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._panel = SidePanel(tr("Good day!"), tr("The desk cannot open yet."))
        self._panel.language_chosen.connect(self.language_chosen)
        self._whole.addWidget(self._panel)
        scroll = Scroll(margins=(16, 16, 16, 16))
        self._card = Card((28, 22, 28, 22), gap=12)
        self._card.setMaximumWidth(px(CARD_WIDTH))
        middle = QHBoxLayout()  # an alignment would forget how high wrapped sentences are
        middle.addStretch(1)
        middle.addWidget(self._card, 100)
        middle.addStretch(1)
        scroll.column.addStretch(1)
        scroll.column.addLayout(middle)
        scroll.column.addStretch(1)
        self._whole.addWidget(scroll, 1)
        self._fill()

    def set_ready(self) -> None:
        """The modules behind the page are loaded; it needs none of them."""

    def say(self, text: str) -> None:
        self._still.say(text)
        self._still.show()
        announce(self, text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._panel.fit(self._whole, self.width())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self.first, self.first.setFocus)

    def _fill(self) -> None:
        column = self._card.column
        column.addWidget(Label(self._said.title, role="h1", wrap=True))
        for sentence in self._said.sentences:
            column.addWidget(Label(sentence, wrap=True))
        if self._said.place is not None:
            place = LongTextField(str(self._said.place), lines=2)
            place.setReadOnly(True)
            column.addWidget(Field(tr("It should lie here"), place))
        self._still = Note("danger")
        self._still.hide()
        column.addWidget(self._still)
        self.first = self._first_button()
        column.addWidget(self.first)
        show = Button(tr("Show the folder"), icon="search")
        show.clicked.connect(self._show_folder)
        column.addWidget(show)
        if self._said.can_begin:
            begin = Button(tr("Begin a new centre here"), kind="quiet", icon="add")
            begin.clicked.connect(lambda: self.decided.emit(Found.NOTHING))
            column.addWidget(begin, 0, Qt.AlignmentFlag.AlignLeft)

    def _first_button(self) -> Button:
        if self._found is Found.UNFINISHED:
            button = Button(tr("Sign in"), kind="big", icon="login")
            button.clicked.connect(lambda: self.decided.emit(Found.WHOLE))
        else:
            button = Button(tr("I put it back: look again"), kind="big", icon="check")
            button.clicked.connect(self._look)
        return button

    def _look(self) -> None:
        found = self._folders.found()
        if found is self._found:
            self.say(tr("The file is still not there."))
        else:
            self.decided.emit(found)

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folders.data)))


def _words(folders: Folders, found: Found) -> _Words:
    match found:
        case Found.NO_DATABASE:
            return _Words(
                tr("The database is missing"),
                (
                    tr(
                        "The key file {name} is here, but the database it belongs to is not. It "
                        "was moved or deleted.",
                        name=folders.keys.name,
                    ),
                    tr("Put it back there. Restore the last backup if it is lost."),
                    tr("A new centre would begin empty; the old key file is kept, renamed."),
                ),
                folders.database,
                can_begin=True,
            )
        case Found.NO_KEYS:
            return _Words(
                tr("The key file is missing"),
                (
                    tr(
                        "The database {name} is here, but the file with its keys is not. It was "
                        "moved or deleted. Without it nobody can open the data.",
                        name=folders.database.name,
                    ),
                    tr("Put it back there from a copy: it belongs to every backup."),
                    tr(
                        "The recovery sheet alone does not open the data: its code works only "
                        "together with the key file."
                    ),
                ),
                folders.keys,
            )
    return _Words(
        tr("The first start was interrupted"),
        (
            tr("The centre is made; only the last step is missing. Nothing is lost."),
            tr("Sign in with the user name and the password that you chose."),
            tr("A new centre would begin empty; the old key file is kept, renamed."),
        ),
        can_begin=True,
    )
