"""Closing a room or the whole centre for a time, and deciding about the bookings that lie there."""

from datetime import timedelta
from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.action import Action, Question
from app.bookings.actions import MoveBooking
from app.bookings.closing import CloseRooms, Way
from app.bookings.closing_queries import AllInTheWay, BookingsInTheWay, LyingThere
from app.bookings.closures import AddClosure, EditClosure
from app.bookings.details import ClosureDetails
from app.bookings.room_queries import ClosureRow, Rooms
from app.clock import today, wall_now
from app.errors import Refused
from app.ids import new_id
from app.language import ntr, tr
from app.permission import Permission
from app.slot import Place
from ui.bookings.closure_fields import ClosureFields, whole_day
from ui.bookings.in_the_way import InTheWay
from ui.desk import QtDesk
from ui.kit.cards import Note
from ui.kit.drawer import LEFT_FREE, Drawer
from ui.theme import px

WIDTH = 860
WIDE_FROM = 800
LANE = "in the way of a closure"


class ClosureDrawer(Drawer):
    """Bookings in the time are listed at once; what becomes of them is chosen before it is closed."""

    def __init__(
        self,
        caller: QWidget,
        desk: QtDesk,
        row: ClosureRow | None,
        room_id: UUID | None = None,
    ) -> None:
        title = tr("Close for a time") if row is None else tr("Change the closure")
        super().__init__(caller, title, width=WIDTH)
        self._desk, self._row = desk, row
        self._books = desk.may(Permission.BOOK)
        wide = caller.window().width() - px(LEFT_FREE) >= px(WIDE_FROM)
        tomorrow = whole_day(today(desk.clock) + timedelta(days=1))
        seen = row.details if row else ClosureDetails(room_id, tomorrow, "")
        self.fields = ClosureFields(seen, today(desk.clock), wide=wide)
        self.in_the_way = InTheWay(may_cancel=self._books, wide=wide)
        self._refusal = Note("danger")
        self._refusal.hide()
        self.column.addWidget(self.fields)
        self.column.addWidget(self._refusal)
        self.column.addWidget(self.in_the_way, 1)
        self.column.addStretch(0)
        self.set_verbs(tr("Close it"), tr("Do not close") if row is None else "")
        if self.other is not None:
            self.other.clicked.connect(self.dismiss)
        self.accepted.connect(self._save)
        self.fields.changed.connect(self._look)
        self.in_the_way.chosen.connect(self._name_the_verb)
        self.in_the_way.move_wanted.connect(self._move)
        desk.changed.connect(self._look)
        desk.ask(Rooms(), self.fields.show_rooms)

    def _look(self, *_: object) -> None:
        self._refusal.hide()
        details = self.fields.details()
        if details is not None:
            question: Question[tuple[LyingThere, ...]] = BookingsInTheWay(details)
            if self._books:
                question = AllInTheWay(details)
            self._desk.ask_newest(LANE, question, self.in_the_way.show_rows)

    def _name_the_verb(self) -> None:
        if self.primary is None:
            return
        text = tr("Close it") if self._row is None else tr("Save")
        match self.in_the_way.way():
            case Way.AROUND:
                text = tr("Close around them")
            case Way.CANCEL:
                text = ntr(
                    "Close and cancel {n} booking",
                    "Close and cancel {n} bookings",
                    len(self.in_the_way.to_cancel(wall_now(self._desk.clock))),
                )
        self.primary.setText(text)

    def _save(self) -> None:
        details = self.fields.complete()
        if details is not None:
            self._desk.do(self._action(details), lambda _: self.dismiss(), self._refused)

    def _action(self, details: ClosureDetails) -> Action:
        way, row = self.in_the_way.way(), self._row
        if way is not None:
            closure_id, seen = (row.id, row.details) if row else (new_id(), None)
            return CloseRooms(closure_id, new_id(), details, way, self.in_the_way.told(), seen)
        if row is not None:
            return EditClosure(row.id, row.details, details)
        return AddClosure(new_id(), details)

    def _move(self, row: LyingThere, room_id: UUID) -> None:
        there = Place(room_id, row.place.slot)
        self._desk.do(MoveBooking(row.id, row.place, there), None, self._refused)

    def _refused(self, refusal: Refused) -> None:
        self._refusal.say(str(refusal))
        self._refusal.show()
