"""The screen turned to the visitor: one question, five faces, a free word, no names, no time limit.

It covers the whole window. Leaving it locks the window, so that no visitor comes to the data behind.
"""

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.ids import new_id
from app.language import Language, Message, say, tr, words, words_in
from app.opinions.actions import NoteOpinion, OpinionDetails
from app.opinions.model import OpinionKind
from ui.desk import QtDesk
from ui.kit.announce import announce
from ui.kit.buttons import Button
from ui.kit.cards import Chip
from ui.kit.flow import Flow
from ui.kit.focus_ring import go_round
from ui.kit.forms import LongTextField
from ui.kit.labels import Label
from ui.opinions.faces import FaceButton
from ui.theme import px, tokens

QUESTION = say("How was it with us today?")
THANKS = say("Thank you!")
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
        self.setAccessibleName(words(QUESTION))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.faces = [FaceButton(face, Language.LV, self._second) for face in range(1, 6)]
        self.words = LongTextField("", lines=5)
        self.words.setAccessibleName(tr("What would you like to say?"))
        self._pages = QStackedWidget()
        self._thanks = QTimer(self, singleShot=True, interval=BACK_AFTER)
        self._thanks.timeout.connect(self.begin)
        self.send = Button("", kind="primary", icon="check")
        self.send.clicked.connect(lambda: self._keep(self._face))
        self.write = Button("", icon="note")
        self.write.clicked.connect(self._open_words)
        self.skip = Button("", kind="quiet")
        self.skip.clicked.connect(self._thank)
        self.leave = Button(tr("For staff: leave"), kind="quiet", icon="lock")
        self.leave.clicked.connect(self.close_for_good)
        self._lay_out()
        window.installEventFilter(self)
        self._fill()
        self.show()
        self.raise_()
        self.begin()

    def begin(self) -> None:
        """Ready for the next visitor; nothing of the last one is left."""
        self._face = None
        self.words.clear()
        self._pages.setCurrentIndex(0)
        self.setFocus()

    def close_for_good(self) -> None:
        self.window().removeEventFilter(self)
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
        text = self.words.text().strip()
        if face is None and not text:
            self._thank()
            return
        kind = OpinionKind.FACE if face is not None else OpinionKind.IDEA
        details = OpinionDetails(kind, face, text, self._about.session_id)
        action = NoteOpinion(new_id(), details, self._desk.clock.now())
        self._desk.do(action, lambda _: self._thank(), lambda _: self._thank())

    def _thank(self) -> None:
        self._pages.setCurrentIndex(2)
        announce(self, words(THANKS))
        self._thanks.start()

    def _fill(self) -> None:
        whole: QRect = self.window().rect()
        self.setGeometry(whole)

    def _lay_out(self) -> None:
        first, second = Language.LV, self._second

        def both(message: Message, between: str = " · ") -> str:
            return between.join(words_in(one, message) for one in (first, second))

        self.write.setText(both(say("I want to write or say something")))
        self.skip.setText(both(say("Not answer")))
        self.send.setText(both(say("Send")))
        question = QWidget()
        column = QVBoxLayout(question)
        column.addStretch(1)
        middle = Qt.AlignmentFlag.AlignHCenter
        for text, size, ink in (
            (words_in(first, QUESTION), 38, tokens().text),
            (words_in(second, QUESTION), 26, tokens().text2),
        ):
            label = Label(text, wrap=True)
            label.setStyleSheet(f"font-size: {px(size)}px; font-weight: 700; color: {ink};")
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
        hint = Label(both(say("Touch a face or press 1–5."), "   "), role="sub", wrap=True)
        hint.setAlignment(middle)
        column.addWidget(hint)
        say_page = QWidget()
        said = QVBoxLayout(say_page)
        said.addStretch(1)
        heading = Label(both(say("What would you like to say?")), wrap=True)
        heading.setStyleSheet(f"font-size: {px(26)}px; font-weight: 700; color: {tokens().text};")
        said.addWidget(heading)
        said.addWidget(self.words)
        said.addWidget(self.send, 0, Qt.AlignmentFlag.AlignLeft)
        said.addStretch(2)
        thanks = QWidget()
        thanked = QVBoxLayout(thanks)
        thank = Label(both(THANKS), wrap=True)
        thank.setStyleSheet(f"font-size: {px(44)}px; font-weight: 700; color: {tokens().text};")
        thank.setAlignment(Qt.AlignmentFlag.AlignCenter)
        thanked.addWidget(thank)
        for page in (question, say_page, thanks):
            self._pages.addWidget(page)
        head = QHBoxLayout()
        head.addWidget(Label(self._about.title, role="strong", wrap=True), 1)
        head.addWidget(Chip(both(say("Without a name")), "ok", "lock"))
        head.addWidget(self.leave)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(px(40), px(24), px(40), px(24))
        whole.addLayout(head)
        whole.addWidget(self._pages, 1)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays on this screen."""
        return go_round(self, forward=forward)
