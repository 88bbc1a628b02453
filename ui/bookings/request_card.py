"""One request: for whom, who asked, how the room is to be; what was checked, and a line for why."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.bookings.deciding import Check, Request
from app.bookings.vocabulary import SETUPS, WISHES
from app.language import clock_time, long_date, ntr, short_date, tr, words
from ui.bookings.sentences import times_of
from ui.kit.announce import announce
from ui.kit.cards import Note
from ui.kit.forms import Field, TextField
from ui.kit.labels import IconLabel, Label
from ui.theme import px, tokens


class RequestCard(QWidget):
    """What is typed as a reason stays while one looks at other requests, each with its own."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._reasons: dict[object, str] = {}
        self._request: Request | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        self._title = Label("", role="h2", wrap=True)
        self._when = Label("", role="sub", wrap=True)
        column.addWidget(self._title)
        column.addWidget(self._when)
        self._facts, self._checks = QGridLayout(), QGridLayout()
        self._facts.setHorizontalSpacing(px(16))
        self._facts.setColumnStretch(1, 1)
        self._checks.setHorizontalSpacing(px(10))
        self._checks.setVerticalSpacing(px(8))
        for at in (1, 3):
            self._checks.setColumnStretch(at, 1)
        column.addLayout(self._facts)
        column.addWidget(Label(tr("All checked at once"), role="h3"))
        column.addLayout(self._checks)
        self._line = TextField()
        self._line.textChanged.connect(self._typed)
        self._field = Field(tr("Reason (told to those who asked, and kept)"), self._line)
        self._why = Note("warn", tr("A rule is against it, but you may let it stand."))
        column.addWidget(self._why)
        column.addWidget(self._field)
        column.addStretch(1)

    def show_request(self, request: Request) -> None:
        self._request = request
        details = request.details
        slot = details.place.slot
        self._title.setText(details.title)
        people = ntr("{n} person", "{n} people", details.people) if details.people else ""
        self._when.setText(_dotted([long_date(slot.start), times_of(slot), request.room, people]))
        _empty(self._facts)
        for row, (name, text) in enumerate(_facts(request)):
            self._facts.addWidget(Label(name, role="sub"), row, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(Label(text, wrap=True), row, 1)
        self._show_checks(request.checks)
        self._why.setVisible(request.against_rules)
        self._line.blockSignals(True)
        self._line.setText(self._reasons.get(request.id, ""))
        self._line.blockSignals(False)
        self._field.clear_error()

    def reason(self) -> str:
        return self._line.text().strip()

    def ask_reason(self, sentence: str) -> None:
        self._field.set_error(sentence)
        self._line.setFocus()
        announce(self._line, sentence)

    def _typed(self, text: str) -> None:
        if self._request is not None:
            self._reasons[self._request.id] = text
        self._field.clear_error()
        self.edited.emit()

    def _show_checks(self, checks: tuple[Check, ...]) -> None:
        _empty(self._checks)
        half = (len(checks) + 1) // 2
        for place, check in enumerate(checks):
            row, column = place % half, 2 * (place // half)
            look = tokens()
            icon = IconLabel(
                "check" if check.fine else "warn", look.ok if check.fine else look.danger
            )
            self._checks.addWidget(icon, row, column, Qt.AlignmentFlag.AlignTop)
            self._checks.addWidget(_check(check), row, column + 1, Qt.AlignmentFlag.AlignTop)


def _check(check: Check) -> QWidget:
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(Label(words(check.what), role="h3", wrap=True))
    figures = "\n".join(words(one) for one in check.figures)
    if figures:
        column.addWidget(Label(figures, role="error" if not check.fine else "cap", wrap=True))
    return both


def _facts(request: Request) -> Iterable[tuple[str, str]]:
    details = request.details
    yield tr("For"), _dotted([request.holder, details.contact]) or "–"
    if request.asked_by or request.asked_at:
        at = request.asked_at
        when = f"{short_date(at)} {clock_time(at)}" if at else ""
        yield tr("Entered by"), _dotted([request.asked_by, when])
    setup = words(SETUPS[details.setup]) if details.setup else ""
    wishes = ", ".join(f"{words(WISHES[wish])} × {n}" for wish, n in details.wishes)
    if setup or wishes:
        yield tr("Set-up"), _dotted([setup, wishes])
    if details.notes:
        yield tr("Note"), details.notes


def _dotted(parts: list[str]) -> str:
    return " · ".join(filter(None, parts))


def _empty(grid: QGridLayout) -> None:
    while (place := grid.takeAt(0)) is not None:
        old = place.widget()
        if old is not None:
            old.hide()
            old.deleteLater()
