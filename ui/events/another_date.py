"""One more date of an event: the same hours a week later, to begin with."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.action import Action, Change
from app.bookings.board import BoardRoom
from app.errors import Refused
from app.events.board import BoardOfSession
from app.events.sessions import AddSession
from app.ids import new_id
from app.language import tr
from ui.desk import QtDesk
from ui.events.refusal_note import RefusalNote
from ui.events.room_line import RoomLine
from ui.events.when_where import WhenWhere
from ui.kit.announce import announce
from ui.kit.drawer import Drawer
from ui.kit.labels import Label

WEEK = timedelta(days=7)


class AnotherDateDrawer(Drawer):
    """Who is on the list of the event is expected on the new date too."""

    kept = Signal(object)
    """UUID of the new session."""

    def __init__(
        self,
        caller: QWidget,
        desk: QtDesk,
        rooms: Sequence[BoardRoom],
        board: BoardOfSession,
        today: date,
    ) -> None:
        super().__init__(caller, tr("One more date"), width=640)
        self._desk, self._event_id = desk, board.event_id
        self._session_id: UUID = new_id()
        place = replace(board.place, slot=board.place.slot.moved(WEEK))
        self.when = WhenWhere(rooms, place, today)
        self.room_line = RoomLine(desk, self.when)
        self.room_line.ask()
        self.refusal = RefusalNote()
        self.refusal.taken.connect(self._do)
        self.when.changed.connect(self.refusal.hide)
        self.column.addWidget(Label(board.title, role="h3", wrap=True))
        self.column.addWidget(
            Label(tr("Everybody on the list is expected on this date too."), role="sub", wrap=True)
        )
        self.column.addWidget(self.when)
        self.column.addWidget(self.room_line)
        self.column.addWidget(self.refusal)
        self.column.addStretch(1)
        self.set_verbs(tr("Add the date"))
        self.accepted.connect(self.keep)

    def keep(self) -> None:
        """Ctrl+Enter."""
        self.when.clear_error()
        place = self.when.value()
        if place is None:
            self.when.say_why()
            return
        booking_id = new_id() if place.room_id else None
        self._do(AddSession(self._session_id, self._event_id, booking_id, place))

    def _do(self, action: Action) -> None:
        if self.primary is not None:
            self.primary.setEnabled(False)
        self._desk.do(action, self._done, self._refused)

    def _done(self, _change: Change) -> None:
        self.kept.emit(self._session_id)
        self.dismiss()

    def _refused(self, refusal: Refused) -> None:
        if self.primary is not None:
            self.primary.setEnabled(True)
        self.room_line.hide()
        self.refusal.show_refusal(refusal)
        self.form.ensureWidgetVisible(self.refusal)
        announce(self, str(refusal))
