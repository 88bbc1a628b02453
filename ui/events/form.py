"""The event drawer: what the event says, its dates and rooms; what was typed stays until it is kept."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.action import Action, Change
from app.bookings.board import BoardRoom
from app.errors import Refused
from app.events.board import BoardOfSession
from app.events.brief import BriefOf, EventBrief
from app.events.change_event import ChangeEvent
from app.events.check_dates import ChoicesForEvent, EventChoices
from app.events.details import EventDetails, PlannedDate, PlannedEvent, SessionPlace
from app.events.free_place import NextFreePlace
from app.events.plan import PlanEvent
from app.events.record import seats_of
from app.ids import new_id
from app.language import tr
from app.slot import Place
from ui.desk import QtDesk
from ui.events.dates_field import DatesField
from ui.events.detail_fields import DetailFields
from ui.events.more_dates import DateToRepeat, MoreDatesDrawer
from ui.events.refusal_note import RefusalNote
from ui.kit.announce import announce
from ui.kit.buttons import Button
from ui.kit.drawer import Drawer

WIDTH = 640


class EventDrawer(Drawer):
    """New, or a change of ``seen``; its words and all its dates are kept in one step or not at all."""

    kept = Signal(object)
    """UUID of the session to show."""
    cancel_wanted = Signal()
    copy_wanted = Signal()

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
        self._rooms = {room.id: room for room in rooms}
        self._opened = opened
        self._plan: PlannedEvent | None = None
        self._waiting: EventDetails | None = None
        self._keeping: EventDetails | None = None
        details = opened.details if opened else EventDetails("")
        place = seen.place if isinstance(seen, BoardOfSession) else seen
        first = PlannedDate(opened.session_id if opened else new_id(), new_id(), place)
        self._begins = place
        self.fields = DetailFields(details, today)
        self.name, self.leader = self.fields.name, self.fields.leader
        self.capacity = self.fields.places.capacity
        self.dates = DatesField(desk, rooms, first, today)
        self.when, self.room_line = self.dates.when, self.dates.room_line
        self.refusal = RefusalNote()
        self.refusal.taken.connect(self._do)
        self._connect()
        for part in (self.fields.above, self.dates, self.refusal, self.fields.below):
            self.column.addWidget(part)
        self._name_verbs(details)
        self.column.addStretch(1)
        self.dates.seats = self.fields.places.seats
        desk.ask(ChoicesForEvent(), self._offer)
        if opened is not None:
            desk.ask(BriefOf(opened.event_id), self._know)

    def propose_place(self) -> None:
        """A new event begins where a room is free."""
        if self._opened is None:
            self._desk.ask(NextFreePlace(self._begins.slot), self.dates.propose)

    def details(self) -> EventDetails:
        """What the fields say."""
        return self.fields.details()

    def keep(self) -> None:
        """Ctrl+Enter: plan, or save the change; a draft is one no longer."""
        self._keep(draft=False)

    def keep_draft(self) -> None:
        self._keep(draft=True)

    def refuse(self, refusal: Refused) -> None:
        """Say why not, in place; nothing typed is lost."""
        self._set_busy(busy=False)
        self.room_line.hide()  # the refusal says the same, with ways out that keep at once
        self.refusal.show_refusal(refusal)
        self.form.ensureWidgetVisible(self.refusal)
        announce(self, str(refusal))

    def _keep(self, *, draft: bool) -> None:
        self.when.clear_error()
        if self.fields.mend():
            return
        dates = self.dates.dates()
        if dates is None:
            return
        wanted = replace(self.details(), draft=draft)
        if self._opened is None:
            (first, *more), place = dates, dates[0].place
            self._do(
                PlanEvent(
                    new_id(),
                    first.session_id,
                    first.booking_id if place.room_id else None,
                    wanted,
                    place.slot,
                    place.room_id,
                    place.place,
                    tuple(more),
                )
            )
        elif self._plan is None:
            self._waiting = wanted
        else:
            self._save(self._opened, self._plan, PlannedEvent(wanted, dates))

    def _save(self, opened: BoardOfSession, seen: PlannedEvent, wanted: PlannedEvent) -> None:
        if self._same(seen, wanted):
            self._finish()
        else:
            self._do(ChangeEvent(opened.event_id, seen, wanted))

    @staticmethod
    def _same(seen: PlannedEvent, wanted: PlannedEvent) -> bool:
        try:
            return wanted.checked() == seen
        except Refused:
            return False

    def _know(self, brief: EventBrief) -> None:
        """All its dates; somebody may have asked to keep it meanwhile."""
        self._plan = brief.plan
        self.dates.set_dates(brief.plan.dates)
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self._keep(draft=waiting.draft)

    def _offer(self, choices: EventChoices) -> None:
        self.fields.offer(choices)

    def _do(self, action: Action) -> None:
        self._set_busy(busy=True)
        self._desk.do(action, self._done, self.refuse)

    def _done(self, _change: Change) -> None:
        self._finish()

    def _finish(self) -> None:
        self.kept.emit(self.dates.chosen.session_id)
        self.dismiss()

    def _set_busy(self, *, busy: bool) -> None:
        if self.primary is not None:
            self.primary.setEnabled(not busy)

    def _connect(self) -> None:
        self.accepted.connect(self.keep)
        self.when.changed.connect(self.refusal.hide)
        self.when.changed.connect(self._say_room)
        self.dates.table.chosen.connect(lambda _: self._say_room())
        self.dates.repeat_wanted.connect(self._repeat)
        self.fields.places.changed.connect(lambda: self.dates.set_seats(*self.fields.places.seats))
        self._say_room()

    def _say_room(self) -> None:
        room = self._rooms.get(self.dates.room_of_chosen() or new_id())
        self.fields.places.show_room(room.name if room else "", room.capacity if room else 0)

    def _repeat(self) -> None:
        place = self.dates.chosen.place.in_room
        if place is None:
            self.dates.add_one()  # elsewhere nobody need be asked
            return
        room = self._rooms.get(place.room_id)
        like = DateToRepeat(
            self.name.text().strip() or tr("New event"),
            place,
            room.name if room else "",
            seats_of(*self.fields.places.seats),
            self.dates.next_day(),
        )
        drawer = MoreDatesDrawer(self, self._desk, like)
        drawer.found.connect(self._add)
        drawer.open()

    def _add(self, places: Sequence[Place]) -> None:
        if places:
            self.dates.add([SessionPlace(one.slot, one.room_id) for one in places])

    def _name_verbs(self, details: EventDetails) -> None:
        opened = self._opened
        self.set_verbs(tr("Save the event") if opened else tr("Plan the event"))
        if opened is None or details.draft:
            self.draft = Button(tr("Save as a draft"))
            self.draft.setToolTip(tr("Holds its rooms, and is on no programme yet"))
            self.draft.clicked.connect(self.keep_draft)
            self.foot.addWidget(self.draft)
        if opened is None:
            return
        copy = Button(tr("Copy…"))
        copy.clicked.connect(self.copy_wanted)
        self.foot.addWidget(copy)
        if not opened.cancelled:
            self.other = Button(tr("Cancel the event…"))
            self.other.clicked.connect(self.cancel_wanted)
            self.foot.addWidget(self.other)
