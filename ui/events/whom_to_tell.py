"""Cancelling an event: whom it concerns and how to reach them, to copy; then the verb."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.action import Change
from app.errors import Refused
from app.events.changing import CancelEvent
from app.events.queries import ToTell, WhomToTell
from app.language import ntr, tr
from ui.desk import QtDesk
from ui.kit.announce import announce
from ui.kit.buttons import Button
from ui.kit.cards import Note
from ui.kit.drawer import Drawer
from ui.kit.forms import LongTextField
from ui.kit.labels import Label

WIDTH = 540
MOST_LINES = 16


class WhomToTellDrawer(Drawer):
    """``cancels``: the primary verb cancels the event; otherwise it only lists the people."""

    cancelled = Signal()

    def __init__(
        self, caller: QWidget, desk: QtDesk, event_id: UUID, title: str, *, cancels: bool
    ) -> None:
        super().__init__(caller, tr("Cancel the event") if cancels else tr("Whom to tell"), WIDTH)
        self._desk, self._event_id, self._cancels = desk, event_id, cancels
        self.column.addWidget(Label(title, role="h2", wrap=True))
        if cancels:
            self.column.addWidget(
                Label(
                    tr("The room becomes free. The list stays, and the event can be restored."),
                    role="sub",
                    wrap=True,
                )
            )
        self._count = Label("", role="strong", wrap=True)
        self.people = LongTextField("", lines=3)
        self.people.setReadOnly(True)
        self.people.setAccessibleName(tr("Whom to tell"))
        self.copy = Button(tr("Copy the list"), icon="note")
        self.copy.clicked.connect(self._copy)
        for part in (self._count, self.people, self.copy):
            self.column.addWidget(part)
        self.refusal = Note("danger")
        self.refusal.hide()
        self.column.addWidget(self.refusal)
        self.column.addStretch(1)
        if cancels:
            self.set_verbs(tr("Cancel the event"))
            self.accepted.connect(self._cancel)
        desk.ask(WhomToTell(event_id), self._show)

    def _show(self, rows: tuple[ToTell, ...]) -> None:
        self._count.setText(
            ntr("{n} person must be told:", "{n} people must be told:", len(rows))
            if rows
            else tr("Nobody is on the list, so nobody must be told.")
        )
        for part in (self.people, self.copy):
            part.setVisible(bool(rows))
        shown = min(MOST_LINES, max(3, len(rows)))
        self.people.setFixedHeight((self.people.fontMetrics().lineSpacing() + 2) * shown + 24)
        self.people.setPlainText("\n".join(_line(row) for row in rows))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.people.toPlainText())
        self.copy.setText(tr("Copied"))
        announce(self, tr("Copied"))

    def _cancel(self) -> None:
        self._desk.do(CancelEvent(self._event_id), self._done, self._refused)

    def _done(self, _change: Change) -> None:
        self.cancelled.emit()
        self.dismiss()

    def _refused(self, refusal: Refused) -> None:
        self.refusal.say(str(refusal))
        self.refusal.show()
        announce(self, str(refusal))


def _line(row: ToTell) -> str:
    phone = tr("asked not to be called") if row.no_calls else row.phone
    return "\t".join(filter(None, (row.name, phone, row.email)))
