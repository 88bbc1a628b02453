"""Rooms: what can be booked, how many fit in, what it offers, and when it is not given out."""

from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from app.bookings.board import BoardRoom
from app.bookings.details import RoomDetails
from app.bookings.room_queries import RoomCard, RoomCardRow, Rooms
from app.bookings.rooms import AddRoom, BringBackRoom, RetireRoom
from app.errors import Refused
from app.ids import new_id
from app.language import tr
from app.permission import Permission
from ui.bookings.closure import ClosureDrawer
from ui.desk import QtDesk
from ui.kit.buttons import Button
from ui.kit.cards import Note
from ui.kit.empty import Empty
from ui.settings.room_features import RoomFeatures
from ui.settings.room_form import RoomForm
from ui.settings.room_rules import RoomRulesDrawer
from ui.settings.section import Section
from ui.theme import px, scale

TWO_COLUMNS_FROM = 760
"""Logical px."""


class RoomsSection(Section):
    """Shows one room at a time; the list at the left has them all."""

    needs: ClassVar[Permission] = Permission.RUN_ROOMS
    room_shown = Signal(object)

    def __init__(self, desk: QtDesk) -> None:
        super().__init__(desk, tr("Rooms"))
        self._room: UUID | None = None
        self._card: RoomCardRow | None = None
        self._rooms: tuple[BoardRoom, ...] = ()
        self._just_made: UUID | None = None
        self.form = RoomForm(desk, may_change=self.may_change)
        self.form.part_wanted.connect(self._add_part)
        self.form.room_wanted.connect(self.show_this)
        self.features = RoomFeatures(desk, may_change=self.may_change)
        self._retired = Note("warn", tr("This room is no longer given out."))
        self._empty = Empty(
            "room", tr("Add the rooms first"), tr("Then they can be booked."), tr("New room")
        )
        self._empty.wanted.connect(self.new)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(px(22))
        self._both.addWidget(self.form, 4)
        self._both.addWidget(self.features, 5)
        self.column.addWidget(self._retired)
        self.column.addLayout(self._both)
        self.column.addWidget(self._empty)
        self.column.addStretch(1)
        self._make_verbs()
        for widget in (self.form, self.features, self._retired, self._empty):
            widget.hide()

    def why_not(self) -> str:
        return tr("Only a coordinator or an administrator may change rooms.")

    def reload(self) -> None:
        self.desk.ask(Rooms(), self._hear_rooms)

    def show_this(self, what: object) -> None:
        if isinstance(what, UUID) and what != self._room:
            self._room = what
            self.reload()

    def new(self) -> None:
        if self.may_change:
            self._add(RoomDetails(tr("New room"), position=len(self._rooms)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() / scale() >= TWO_COLUMNS_FROM
        directions = QBoxLayout.Direction
        self._both.setDirection(directions.LeftToRight if wide else directions.TopToBottom)

    def _make_verbs(self) -> None:
        self.retire = Button("", icon="close")
        self.retire.clicked.connect(self._retire)
        self.close_room = Button(tr("Close for a time…"), icon="clock")
        self.close_room.clicked.connect(self._close_for_a_time)
        self.rules = Button(tr("Rules…"), icon="edit")
        self.rules.clicked.connect(self._open_rules)
        self.add = Button(tr("New room"), kind="primary", icon="add")
        self.add.clicked.connect(self.new)
        for button in (self.retire, self.close_room, self.rules, self.add):
            button.setEnabled(self.may_change)
            self.verbs.addWidget(button)

    def _hear_rooms(self, rooms: tuple[BoardRoom, ...]) -> None:
        self._rooms = rooms
        known = {room.id for room in rooms}
        if self._room not in known:
            self._room = rooms[0].id if rooms else None
        self._empty.setVisible(not rooms)
        for widget in (self.form, self.features, self.retire, self.close_room, self.rules):
            widget.setVisible(bool(rooms))
        self.room_shown.emit(self._room)
        if self._room is None:
            self.title.setText(tr("Rooms"))
        else:
            self.desk.ask(RoomCard(self._room), self._show)

    def _show(self, card: RoomCardRow) -> None:
        if card.id != self._room:
            return
        self._card = card
        self.title.setText(card.details.name)
        self._retired.setVisible(card.retired)
        self.retire.setText(tr("Give out again") if card.retired else tr("No longer give out"))
        self.form.show_room(card)
        self.features.show_room(card)
        if self._just_made == card.id:
            self._just_made = None
            self.form.focus_name()

    def _add_part(self, whole: UUID) -> None:
        count = sum(room.part_of_id == whole for room in self._rooms)
        name = tr("Part {letter}", letter=chr(ord("A") + count % 26))
        self._add(RoomDetails(name, position=len(self._rooms), part_of_id=whole))

    def _add(self, details: RoomDetails) -> None:
        room_id = new_id()
        self._room = self._just_made = room_id
        self.desk.do(AddRoom(room_id, details), None, self._refused)

    def _close_for_a_time(self) -> None:
        ClosureDrawer(self, self.desk, None, room_id=self._room).open()

    def _open_rules(self) -> None:
        if self._card is not None:
            RoomRulesDrawer(self, self.desk, self._card).open()

    def _retire(self) -> None:
        card = self._card
        if card is None:
            return
        now = self.desk.clock.now()
        action = BringBackRoom(card.id, now) if card.retired else RetireRoom(card.id, now)
        self.desk.do(action, None, self._refused)

    def _refused(self, refusal: Refused) -> None:
        self.said.emit(str(refusal), "danger")
        self.reload()
