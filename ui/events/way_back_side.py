"""The left side of the way back: the field that takes rows, and the sum compared with the paper."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from app.events.way_back import PaperToEnter
from app.language import ntr, tr
from ui.kit.announce import announce
from ui.kit.beside import NO_LIMIT
from ui.kit.buttons import Button
from ui.kit.cards import Card, Hline, Note
from ui.kit.forms import NumberField, TextField
from ui.kit.labels import Label
from ui.theme import px

WIDTH = 330
UNKNOWN = -1
MOST_NAMED = 8
"""Rows that are not ticked; more are counted."""
ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RowField(QLineEdit):
    """Digits and Enter; what is wrong stays there to be mended, what was taken is emptied."""

    entered = Signal(str)
    left = Signal()
    """Esc in the empty field."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("row")
        self.setAccessibleName(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTERS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if self.text().strip():
                self.entered.emit(self.text())
        elif event.key() == Qt.Key.Key_Escape:
            if not self.text():
                self.left.emit()
            self.setText("")
        else:
            super().keyPressEvent(event)


class PaperSide(Card):
    """Says nothing about single rows: those stand on the right, in the order of the paper."""

    finish = Signal(int, str)
    """How many are on the paper, and why it differs."""
    open_again = Signal()

    def __init__(self) -> None:
        super().__init__((18, 12, 18, 12), gap=8)
        self.field = RowField(tr("Number of the row"))
        self.trouble = Label("", role="error", wrap=True)
        self.trouble.hide()
        self.typed = Label("", role="strong", wrap=True)
        """Who stands in the row that is being typed; seen where the rows lie below the field."""
        self.typed.hide()
        self._stands_above = False
        self.on_paper = NumberField(UNKNOWN, UNKNOWN, 9999, zero="—")
        self.on_paper.setAccessibleName(tr("Present, as the paper says"))
        self.on_paper.valueChanged.connect(lambda _: self._compare())
        self.verdict = Note("warn")
        self.agree = Note("ok", tr("The paper and the ticks agree."))
        self.why = TextField(placeholder=tr("Why they differ"))
        self.why.setAccessibleName(tr("Why they differ"))
        self.why.textChanged.connect(lambda _: self._compare())
        self.button = Button(tr("Finish the sheet"), kind="primary", icon="check")
        self.button.clicked.connect(self.finish_now)
        self.again = Button(tr("Open the sheet again"), icon="undo")
        self.again.clicked.connect(self.open_again)
        self._numbers = {key: Label("0", role="strong") for key in ("name", "walk", "heads", "all")}
        self._paper: PaperToEnter | None = None
        self._lay_out()

    def show_paper(self, paper: PaperToEnter, *, other: bool) -> None:
        """``other``: a sheet that was not shown before; what was typed for the last one goes."""
        self._paper = paper
        if other:
            self.field.setText("")
            self.why.setText("")
            self.on_paper.setValue(UNKNOWN)
        if paper.closed is not None:
            self.on_paper.setValue(UNKNOWN if paper.on_paper is None else paper.on_paper)
            self.why.setText(paper.note)
        counted = (paper.by_name, paper.walked_in, paper.unnamed, paper.entered)
        for label, number in zip(self._numbers.values(), counted, strict=True):
            label.setText(str(number))
        self._elsewhere.setText(
            ntr(
                "{n} more person is marked as present who is not on this sheet.",
                "{n} more people are marked as present who are not on this sheet.",
                paper.elsewhere,
            )
        )
        self._elsewhere.setVisible(paper.elsewhere > 0)
        self._compare()

    def say(self, text: str) -> None:
        """Under the field; empty takes it away."""
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))
        self.field.setAccessibleDescription(text)

    def say_typed(self, text: str) -> None:
        self.typed.setText(text)
        self.typed.setVisible(bool(text) and self._stands_above)
        announce(self.field, text)

    def stand(self, beside: bool) -> None:
        """Beside the rows it has one width."""
        self._stands_above = not beside
        self.setMaximumWidth(px(WIDTH) if beside else NO_LIMIT)

    def set_on_paper(self, heads: int) -> None:
        self.on_paper.setValue(heads)

    def _compare(self) -> None:
        paper = self._paper
        if paper is None:
            return
        done, known = paper.closed is not None, self.on_paper.value() != UNKNOWN
        more = self.on_paper.value() - paper.entered if known else 0
        self.verdict.say(_difference(paper, more))
        self.verdict.setVisible(more != 0)
        self.agree.setVisible(known and more == 0)
        self.why.setVisible(more != 0)
        for widget in (self.on_paper, self.why):
            widget.setReadOnly(done)
        self.button.setVisible(not done and paper.is_last_date)
        self.again.setVisible(done)
        self.button.setToolTip(
            _missing(known=known, more=more, why=self.why.text()) or "Ctrl+Enter"
        )

    def finish_now(self) -> None:
        """Ctrl+Enter. What is still missing gets the focus, and a sentence."""
        if self._paper is None or self._paper.closed is not None:
            return
        if not self._paper.is_last_date:
            self.say(tr("The course goes on: its sheet is finished on the last date."))
            return
        known = self.on_paper.value() != UNKNOWN
        more = self.on_paper.value() - self._paper.entered if self._paper and known else 0
        missing = _missing(known=known, more=more, why=self.why.text())
        self.say(missing)
        if not missing:
            self.finish.emit(self.on_paper.value(), self.why.text())
        elif known:
            self.why.setFocus()
        else:
            self.on_paper.setFocus()
            self.on_paper.selectAll()

    def _lay_out(self) -> None:
        self.setMinimumWidth(px(WIDTH))
        self.column.addWidget(Label(tr("Number of the row"), role="h3", wrap=True))
        self.column.addWidget(self.field)
        self.column.addWidget(self.trouble)
        self.column.addWidget(self.typed)
        self.column.addLayout(_hints())
        self.column.addWidget(Hline())
        self.column.addWidget(Label(tr("Does it agree with the paper?"), role="h3", wrap=True))
        names = (
            tr("Entered by name"),
            tr("Wrote themselves in"),
            tr("Without a name"),
            tr("Entered in all"),
        )
        for words, number in zip(names, self._numbers.values(), strict=True):
            line = _line(words, number, strong=words == names[-1])
            if words == names[2]:
                line.insertWidget(1, Label("Ctrl+Shift+1 … 4", role="kbd"))
            self.column.addLayout(line)
        self._elsewhere = Label("", role="cap", wrap=True)
        self._elsewhere.hide()
        self.column.addWidget(self._elsewhere)
        self.on_paper.setFixedWidth(px(92))
        self.column.addLayout(_line(tr("The paper says “present”"), self.on_paper))
        for widget in (self.verdict, self.agree, self.why):
            widget.hide()
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.column.addWidget(self.button)
        self.column.addWidget(self.again)
        self.again.hide()


def _missing(*, known: bool, more: int, why: str) -> str:
    """What is still to be done before the sheet can be finished."""
    if not known:
        return tr("Write how many were there, as the paper says: = and the number.")
    if more and not why.strip():
        return tr("Tick the rest, or write why they differ.")
    return ""


def _difference(paper: PaperToEnter, more: int) -> str:
    if more < 0:
        return ntr(
            "{n} more is entered than the paper says. Look at the ticks again.",
            "{n} more are entered than the paper says. Look at the ticks again.",
            -more,
        )
    said = ntr("The paper has {n} more.", "The paper has {n} more.", more)
    rows = paper.open_rows
    if not rows:
        return said
    if len(rows) > MOST_NAMED:
        left = ntr("{n} row is not ticked yet.", "{n} rows are not ticked yet.", len(rows))
        return f"{said} {left}"
    named = ", ".join(map(str, rows))
    left = ntr("Not ticked yet: row {rows}.", "Not ticked yet: rows {rows}.", len(rows), rows=named)
    return f"{said} {left}"


def _hints() -> QGridLayout:
    hints = (
        ("7 Enter", tr("present")),
        ("−7 Enter", tr("take off")),
        ("3–6 Enter", tr("several")),
        (tr("8 N Enter"), tr("photo: no")),
        (tr("8 Y Enter"), tr("photo: yes")),
        ("=15 Enter", tr("on paper")),
    )
    grid = QGridLayout()
    grid.setHorizontalSpacing(px(6))
    grid.setVerticalSpacing(px(5))
    for place, (key, does) in enumerate(hints):
        row, column = divmod(place, 2)
        grid.addWidget(Label(key, role="kbd"), row, column * 2)
        grid.addWidget(Label(does, role="cap", wrap=True), row, column * 2 + 1)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(3, 1)
    return grid


def _line(words: str, value: QWidget, *, strong: bool = False) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(px(8))
    row.addWidget(Label(words, role="strong" if strong else "", wrap=True), 1)
    row.addWidget(value)
    return row
