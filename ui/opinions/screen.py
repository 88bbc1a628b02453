"""The screen turned to the visitor: one question, five faces, a free word, no names, no time limit.

It covers the whole window, and what it covers takes no key, click or scan. Leaving it locks the window,
so that no visitor comes to the data behind.
"""

from dataclasses import dataclass
from uuid import UUID

import shiboken6
from PySide6.QtCore import QEvent, QMimeData, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.clock import today
from app.errors import Refused
from app.ids import unordered_id
from app.language import Language, Message, say, tr, words, words_in
from app.opinions.actions import NoteOpinion, OpinionDetails
from app.opinions.model import OpinionKind
from ui.desk import QtDesk
from ui.kit.announce import announce
from ui.kit.buttons import Button
from ui.kit.cards import Chip, Note
from ui.kit.flow import Flow
from ui.kit.focus_ring import go_round
from ui.kit.forms import LongTextField
from ui.kit.labels import Label
from ui.opinions.faces import FaceButton
from ui.theme import px, tokens

QUESTION = say("How was it with us today?")
THANKS = say("Thank you!")
FAILED = say(
    "That did not work, and nothing was changed. Try once more; if it stays, tell who looks after the computer."
)
BACK_AFTER = 4_000
"""Milliseconds the thanks stand there before the next visitor."""


@dataclass(frozen=True)
class About:
    """What is asked about; without a session about the centre."""

    session_id: UUID | None = None
    title: str = ""


class OpinionScreen(QWidget):
    """Whoever hears that it was ``left`` locks the window."""

    left = Signal()

    def __init__(self, window: QWidget, desk: QtDesk, about: About) -> None:
        super().__init__(window)
        self._desk, self._about = desk, about
        self._second = Language.UK
        self._face: int | None = None
        self._sent = False
        self._covered: list[QWidget] = []
        self.setAccessibleName(words(QUESTION))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.faces = [FaceButton(face, Language.LV, self._second) for face in range(1, 6)]
        self.words = _OwnWords("", lines=5)
        self.words.setAccessibleName(tr("What would you like to say?"))
        self._pages = QStackedWidget()
        self._thanks = QTimer(self, singleShot=True, interval=BACK_AFTER)
        self._thanks.timeout.connect(self.begin)
        self.send = Button("", kind="primary", icon="check")
        self.send.clicked.connect(lambda: self._keep(self._face))
        self.write = Button("", icon="note")
        self.write.clicked.connect(self._open_words)
        self.skip, self.drop = Button("", kind="quiet"), Button("", kind="quiet")
        for button in (self.skip, self.drop):
            button.clicked.connect(self._thank)
        self.trouble = Note("danger")
        self.trouble.hide()
        desk.failed.connect(self._on_failed)
        self.leave = Button(tr("For staff: leave"), kind="quiet", icon="lock")
        self.leave.clicked.connect(self.close_for_good)
        self._lay_out()
        window.installEventFilter(self)
        self._fill()
        self._cover()
        self.show()
        self.raise_()
        self.begin()

    def begin(self) -> None:
        """Ready for the next visitor; nothing of the last one is left."""
        self._face, self._sent = None, False
        self.trouble.hide()
        self.words.clear()
        self._pages.setCurrentIndex(0)
        self.setFocus()

    def close_for_good(self) -> None:
        self.window().removeEventFilter(self)
        for widget in filter(shiboken6.isValid, self._covered):
            widget.setEnabled(True)
        self.hide()
        self.left.emit()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 5 choose a face; everything else stays here."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.close_for_good()
        elif self._is_face(event):
            self._choose(key - Qt.Key.Key_0)
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Left) and self._pages.currentIndex() == 0:
            self._step(1 if key == Qt.Key.Key_Right else -1)
        event.accept()

    def _is_face(self, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        wanted = Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_5
        return plain and wanted and self._pages.currentIndex() == 0

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fill()
        return False

    def event(self, event: QEvent) -> bool:
        """No shortcut of the window reaches through: a visitor must not open a tab behind."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens().bg))
        painter.end()

    def _choose(self, face: int) -> None:
        self._face = face
        self._keep(face)

    def _step(self, by: int) -> None:
        there = [n for n, one in enumerate(self.faces) if one.hasFocus()]
        place = (there[0] + by) % len(self.faces) if there else 0
        self.faces[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _open_words(self) -> None:
        self._pages.setCurrentIndex(1)
        self.words.setFocus()

    def _keep(self, face: int | None) -> None:
        """Once for each visitor, however often she presses."""
        text = self.words.text().strip()
        if self._sent or (face is None and not text):
            self._thank()
            return
        self._sent = True
        kind = OpinionKind.FACE if face is not None else OpinionKind.IDEA
        details = OpinionDetails(kind, face, text, self._about.session_id)
        action = NoteOpinion(unordered_id(), details, today(self._desk.clock), by_herself=True)
        self._desk.do(action, self._kept, self._refused)

    def _kept(self, _change: object) -> None:
        self._thank()

    def _refused(self, refusal: Refused) -> None:
        self._not_kept(refusal.message)

    def _on_failed(self, _error: Exception) -> None:
        if self._sent:
            self._not_kept(FAILED)

    def _not_kept(self, why: Message) -> None:
        """Nobody is thanked for what was lost; what she wrote stays."""
        self._sent = False
        self._thanks.stop()
        self._pages.setCurrentIndex(1 if self.words.text() else 0)
        self.trouble.say(self._both(why, "\n"))
        self.trouble.show()
        announce(self, words(why))

    def _thank(self) -> None:
        self.trouble.hide()
        self.setFocus()  # not the way out, when a button that had it goes away
        self._pages.setCurrentIndex(2)
        announce(self, words(THANKS))
        self._thanks.start()

    def _cover(self) -> None:
        """Whatever comes to stand behind: no key, no click and no scan of a card gets there."""
        inside = Qt.FindChildOption.FindDirectChildrenOnly
        for widget in self.window().findChildren(QWidget, options=inside):
            if widget is not self and not widget.isWindow() and widget.isEnabled():
                widget.setEnabled(False)
                self._covered.append(widget)

    def _fill(self) -> None:
        whole: QRect = self.window().rect()
        self.setGeometry(whole)

    def _lay_out(self) -> None:
        self.write.setText(self._both(say("I want to write or say something")))
        self.send.setText(self._both(say("Send")))
        for button in (self.skip, self.drop):
            button.setText(self._both(say("Not answer")))
        for page in (self._question_page(), self._words_page(), self._thanks_page()):
            self._pages.addWidget(page)
        head = QHBoxLayout()
        head.addWidget(Label(self._about.title, role="strong", wrap=True), 1)
        head.addWidget(Chip(self._both(say("Without a name")), "ok", "lock"))
        head.addWidget(self.leave)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(px(40), px(24), px(40), px(24))
        whole.addLayout(head)
        whole.addWidget(self.trouble)
        whole.addWidget(self._pages, 1)

    def _both(self, message: Message, between: str = " · ") -> str:
        return between.join(words_in(one, message) for one in (Language.LV, self._second))

    def _question_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.addStretch(1)
        middle = Qt.AlignmentFlag.AlignHCenter
        for language, size, ink in (
            (Language.LV, 38, tokens().text),
            (self._second, 26, tokens().text2),
        ):
            label = _large(words_in(language, QUESTION), size, ink)
            label.setAlignment(middle)
            column.addWidget(label)
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(px(14))
        for button in self.faces:
            button.clicked.connect(lambda _=False, face=button.face: self._choose(face))
            row.addWidget(button, 1)
        column.addLayout(row, 6)
        column.addStretch(1)
        verbs = Flow(px(14))
        verbs.add(self.write, self.skip)
        column.addLayout(verbs)
        hint = Label(self._both(say("Touch a face or press 1–5."), "   "), role="sub", wrap=True)
        hint.setAlignment(middle)
        column.addWidget(hint)
        return page

    def _words_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.addStretch(1)
        heading = self._both(say("What would you like to say?"))
        column.addWidget(_large(heading, 26, tokens().text))
        column.addWidget(self.words)
        verbs = Flow(px(14))
        verbs.add(self.send, self.drop)
        column.addLayout(verbs)
        column.addStretch(2)
        return page

    def _thanks_page(self) -> QWidget:
        page = QWidget()
        thank = _large(self._both(THANKS), 44, tokens().text)
        thank.setAlignment(Qt.AlignmentFlag.AlignCenter)
        QVBoxLayout(page).addWidget(thank)
        return page

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays on this screen."""
        return go_round(self, forward=forward)


class _OwnWords(LongTextField):
    """Only what is typed here: what the desk has copied may be somebody's telephone."""

    def __init__(self, text: str, lines: int) -> None:
        super().__init__(text, lines)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Nothing is pasted."""


def _large(text: str, size: int, ink: str) -> Label:
    label = Label(text, wrap=True)
    label.setStyleSheet(f"font-size: {px(size)}px; font-weight: 700; color: {ink};")
    return label
