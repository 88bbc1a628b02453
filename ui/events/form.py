"""The event drawer: what the event says, when and where; what was typed stays until it is kept."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.action import Action, Change
from app.bookings.board import BoardRoom
from app.errors import Refused
from app.events.board import BoardOfSession
from app.events.changing import EditEvent
from app.events.details import EventDetails, SessionPlace
from app.events.free_place import NextFreePlace
from app.events.plan import MoveSession, PlanEvent
from app.ids import new_id
from app.language import tr
from app.slot import Place
from ui.desk import QtDesk
from ui.events.refusal_note import RefusalNote
from ui.events.room_line import RoomLine
from ui.events.when_where import WhenWhere
from ui.kit.announce import announce
from ui.kit.buttons import Button
from ui.kit.cards import FlatCard
from ui.kit.drawer import Drawer
from ui.kit.forms import Field, NumberField, TextField, Tick
from ui.kit.labels import IconLabel, Label
from ui.theme import px

WIDTH = 640


class EventDrawer(Drawer):
    """New, or a change of ``opened``: then the session moves first, and the words follow."""

    kept = Signal(object)
    """UUID of the session."""
    cancel_wanted = Signal()
    another_wanted = Signal()
    """One more date of this event."""
    remove_wanted = Signal()
    """This date goes, the event stays."""

    def __init__(
        self,
        caller: QWidget,
        desk: QtDesk,
        rooms: Sequence[BoardRoom],
        seen: SessionPlace | BoardOfSession,
        today: date,
    ) -> None:
        opened = seen if isinstance(seen, BoardOfSession) else None
        super().__init__(caller, tr("Event") if opened else tr("New event"), WIDTH)
        self._desk = desk
        self._opened = opened
        self._seen = opened.details if opened else EventDetails("")
        self._seen_place = seen.place if isinstance(seen, BoardOfSession) else seen
        self._session_id: UUID = opened.session_id if opened else new_id()
        self.name = TextField(self._seen.title)
        self.in_ukrainian = TextField(self._seen.title_in_ukrainian)
        self.leader = TextField(self._seen.leader)
        self.project = TextField(self._seen.project)
        self.when = WhenWhere(rooms, self._seen_place, today)
        self.room_line = RoomLine(desk, self.when, opened.session_id if opened else None)
        self.capacity = NumberField(self._seen.capacity or 0, zero=tr("as many as come"))
        self.open_doors = Tick(tr("Open doors"), on=self._seen.open_doors)
        self.confidential = Tick(tr("Confidential"), on=self._seen.confidential)
        self.refusal = RefusalNote()
        self.refusal.taken.connect(self._do)
        self.when.changed.connect(self.refusal.hide)
        self._fill()
        self.name.textChanged.connect(lambda _: self._name_field.clear_error())
        self.accepted.connect(self.keep)
        self.set_verbs(
            tr("Save the event") if opened else tr("Plan the event"),
            tr("Cancel the event…") if opened and not opened.cancelled else "",
        )
        if self.other is not None:
            self.other.clicked.connect(self.cancel_wanted)
        if opened is None:
            desk.ask(NextFreePlace(self._seen_place.slot), self._propose)
        else:
            self.room_line.ask()

    def details(self) -> EventDetails:
        """What the fields say."""
        return replace(
            self._seen,
            title=self.name.text(),
            title_in_ukrainian=self.in_ukrainian.text(),
            leader=self.leader.text(),
            project=self.project.text(),
            capacity=self.capacity.value() or None,
            open_doors=self.open_doors.isChecked(),
            confidential=self.confidential.isChecked(),
        )

    def keep(self) -> None:
        """Ctrl+Enter: plan, or save the change."""
        self.when.clear_error()
        if not self.name.text().strip():
            self._name_field.set_error(tr("Write the title of the event."))
            self.name.setFocus()
            return
        wanted = self.when.value()
        if wanted is None:
            self.when.say_why()
        elif self._opened is None:
            booking_id = new_id() if wanted.room_id else None
            self._do(
                PlanEvent(
                    new_id(),
                    self._session_id,
                    booking_id,
                    self.details(),
                    wanted.slot,
                    wanted.room_id,
                    wanted.place,
                )
            )
        elif wanted != self._seen_place:
            self._do(MoveSession(self._session_id, self._seen_place, wanted, new_id()))
        else:
            self._keep_words()

    def refuse(self, refusal: Refused) -> None:
        """Say why not, in place; nothing typed is lost."""
        self._set_busy(busy=False)
        self.room_line.hide()  # the refusal says the same, with ways out that keep at once
        self.refusal.show_refusal(refusal)
        self.form.ensureWidgetVisible(self.refusal)
        announce(self, str(refusal))

    def close_after(self, _change: Change) -> None:
        self.dismiss()

    def _propose(self, place: Place | None) -> None:
        """A new event begins where a room is free."""
        self.when.propose(place)
        self.room_line.ask()

    def _keep_words(self) -> None:
        wanted = self.details()
        if self._opened is not None and wanted != self._seen:
            self._do(EditEvent(self._opened.event_id, self._seen, wanted))
        else:
            self._finish()

    def _do(self, action: Action) -> None:
        self._set_busy(busy=True)
        then = self._done
        if isinstance(action, MoveSession):
            self._moving_to = action.wanted
            then = self._moved
        self._desk.do(action, then, self.refuse)

    def _moved(self, _change: Change) -> None:
        """What was moved stays moved, even when the words are refused and tried again."""
        self._seen_place = self._moving_to
        self._keep_words()

    def _done(self, _change: Change) -> None:
        self._finish()

    def _finish(self) -> None:
        self.kept.emit(self._session_id)
        self.dismiss()

    def _set_busy(self, *, busy: bool) -> None:
        if self.primary is not None:
            self.primary.setEnabled(not busy)

    def _fill(self) -> None:
        self._name_field = Field(tr("Title"), self.name)
        self.column.addWidget(self._name_field)
        self.column.addWidget(Field(tr("Title in Ukrainian (if needed)"), self.in_ukrainian))
        row = QHBoxLayout()
        row.setSpacing(px(10))
        row.addWidget(Field(tr("Led by"), self.leader), 1)
        row.addWidget(Field(tr("Project"), self.project), 1)
        self.column.addLayout(row)
        self.column.addWidget(self.when)
        self.column.addWidget(self.room_line)
        if self._opened is not None and not self._opened.cancelled:
            self.column.addLayout(self._dates())
        self.column.addWidget(self.refusal)
        self.column.addWidget(Field(tr("Places"), self.capacity))
        facts = FlatCard()
        for tick, meaning, icon in (
            (self.open_doors, tr("people just come, without registering"), "door"),
            (
                self.confidential,
                tr("a support group: its sheet has a neutral title and no organisations"),
                "lock",
            ),
        ):
            line = QHBoxLayout()
            line.setSpacing(px(10))
            line.addWidget(tick)
            line.addWidget(Label(meaning, role="sub", wrap=True), 1)
            line.addWidget(IconLabel(icon))
            tick.setAccessibleDescription(meaning)
            facts.column.addLayout(line)
        self.column.addWidget(facts)
        self.column.addStretch(1)

    def _dates(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(10))
        self.another = Button(tr("One more date…"), kind="quiet", icon="add")
        self.another.clicked.connect(self.another_wanted)
        self.remove = Button(tr("Take this date away"), kind="quiet", icon="close")
        self.remove.clicked.connect(self.remove_wanted)
        row.addWidget(self.another)
        row.addWidget(self.remove)
        row.addStretch(1)
        return row
