"""The booking drawer: everything about one booking; what was typed stays until it is kept."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.action import Action
from app.bookings.actions import BookRoom, EditBooking
from app.bookings.board import BoardRoom
from app.bookings.details import BookingDetails
from app.bookings.model import BookingKind
from app.bookings.queries import (
    OpenedBooking,
    OrganisationRow,
    OrganisationsToBookFor,
    PlaceAnswer,
)
from app.bookings.status import RestoreBooking
from app.bookings.vocabulary import KINDS
from app.errors import Refused
from app.ids import new_id
from app.language import tr, words
from app.permission import Permission
from app.slot import Place
from ui.bookings.holder_field import HolderField
from ui.bookings.override import Override
from ui.bookings.place_fields import PlaceFields
from ui.bookings.repeating import Repeating
from ui.bookings.wishes import WishesBox
from ui.desk import QtDesk
from ui.kit.announce import announce
from ui.kit.buttons import Button
from ui.kit.cards import FlatCard, Note
from ui.kit.drawer import Drawer
from ui.kit.forms import Choice, Field, LongTextField, TextField, Tick
from ui.kit.labels import IconLabel, Label
from ui.theme import px

WIDTH = 540


class BookingDrawer(Drawer):
    """New, or opened for a change when ``opened`` is given."""

    kept = Signal(object)
    """UUID of the booking that was made or changed."""
    event_wanted = Signal(object)
    """What the events tab is to show: the form of an event here, or of this booking."""

    def __init__(
        self,
        caller: QWidget,
        desk: QtDesk,
        rooms: tuple[BoardRoom, ...],
        seen: BookingDetails,
        today: date,
    ) -> None:
        super().__init__(caller, tr("New booking"), width=WIDTH)
        self._desk = desk
        self._seen = seen
        self._opened: OpenedBooking | None = None
        self.name = TextField(seen.title)
        self.holder = HolderField(desk, seen.holder)
        self.kind = Choice([(k, words(name)) for k, name in KINDS.items()], seen.kind)
        self.place = PlaceFields(desk, rooms, seen.place, today)
        self.place.people.setValue(seen.people or 0)
        self.place.setup.set_terms(seen.terms)
        self.repeating = Repeating(self, desk, seen, rooms)
        self.place.day.changed.connect(self.repeating.set_day)
        self.contact = TextField(seen.contact)
        self.wishes = WishesBox(seen.wishes)
        self.override = Override(seen.override_reason)
        self._decides = desk.may(Permission.DECIDE_BOOKINGS)
        self.pending = Tick(tr("To be confirmed"), on=seen.pending)
        self.tentative = Tick(tr("Tentative"), on=seen.tentative)
        self.private = Tick(tr("Private"), on=seen.private)
        self.notes = LongTextField(seen.notes, lines=2)
        self._fill()
        self.refusal: Note | None = None
        self.offers: list[Button] = []
        """The ways out beside the refusal."""
        self.holder.textChanged.connect(self._holder_changed)
        self.name.textChanged.connect(lambda _: self._name_field.clear_error())
        self.pending.toggled.connect(lambda _: self.place.ask_again())
        self.place.changed.connect(self._forget_refusal)
        self.place.answered.connect(self._hear)
        self.place.room.picked.connect(self._show_room)
        self._rooms = {room.id: room for room in rooms}
        self._show_room(seen.place.room_id)
        self.set_verbs(tr("Book"))
        self.accepted.connect(self.keep)
        desk.ask(OrganisationsToBookFor(), self._suggest)

    def change(self, opened: OpenedBooking) -> None:
        """The drawer edits this booking instead of making a new one."""
        self._opened = opened
        self._seen = opened.details
        self.title.setText(tr("Booking"))
        if self.primary is not None:
            self.primary.setText(tr("Save"))
        if opened.cancelled:
            self.as_event.hide()
            restore = Button(tr("Restore the booking"), icon="undo")
            restore.clicked.connect(lambda: self._do(RestoreBooking(opened.id)))
            self.foot.addWidget(restore)
        self.place.booking_id = opened.id
        if opened.details.visitor_id:
            self.holder.know(opened.details.visitor_id, opened.details.holder)
        else:
            self.holder.setText(opened.organisation or opened.details.holder)
        self.place.set_place(opened.details.place)
        self.pending.setEnabled(self._decides)
        self.repeating.opened(opened)

    def details(self) -> BookingDetails | None:
        """What the fields say; None while the place cannot be read."""
        place = self.place.place()
        if place is None:
            return None
        known = self.holder.organisation
        return replace(
            self._seen,
            title=self.name.text(),
            place=place,
            kind=self.kind.value(),
            organisation_id=known.id if known else None,
            visitor_id=self.holder.visitor_id,
            holder="" if known or self._another_person() else self.holder.text(),
            people=self.place.people.value() or None,
            pending=self.pending.isChecked(),
            tentative=self.tentative.isChecked(),
            private=self.private.isChecked(),
            notes=self.notes.text(),
            contact=self.contact.text(),
            setup=self.place.setup.how(),
            before_minutes=self.place.setup.before_minutes(),
            after_minutes=self.place.setup.after_minutes(),
            wishes=self.wishes.wishes(),
            override_reason=self.override.reason(),
        )

    def keep(self) -> None:
        """Ctrl+Enter: book, or save the change."""
        if not self.name.text().strip():
            self._name_field.set_error(tr("Write what the booking is for."))
            self.name.setFocus()
            return
        details = self.details()
        if details is None:
            self.place.answer.say_no(self.place.why_unreadable())
            return
        if self.repeating.takes(details):
            return
        if self._needs_reason(details):
            self.override.ask()
            return
        if self._opened is None:
            self._do(BookRoom(new_id(), details))
        else:
            self._do(EditBooking(self._opened.id, self._seen, details))

    def _to_event(self) -> None:
        """What was typed goes along; a booking that is there becomes the room of the event."""
        place = self.place.place()
        if self._opened is not None:
            self.event_wanted.emit(("of booking", self._opened.id))
        elif place is not None:
            self.event_wanted.emit(("plan", (place, self.name.text().strip())))
        else:
            self.place.answer.say_no(self.place.why_unreadable())
            return
        self.dismiss()

    def _needs_reason(self, details: BookingDetails) -> bool:
        wanted = not self.override.isHidden() and not details.pending
        return wanted and not details.override_reason

    def _hear(self, answer: PlaceAnswer) -> None:
        """What only rules are against may stand, if a coordinator says why."""
        against = answer.may_be_overridden and self._decides and not self.pending.isChecked()
        self.override.want(wanted=against or bool(self._seen.override_reason))

    def _show_room(self, room_id: UUID | None) -> None:
        self.wishes.show_room(self._rooms.get(room_id) if room_id else None)

    def _do(self, action: Action) -> None:
        self._set_busy(busy=True)
        self._desk.do(action, lambda _: self._done(action), self._refused)

    def _done(self, action: Action) -> None:
        self.dismiss()
        if isinstance(action, BookRoom | EditBooking | RestoreBooking):
            self.kept.emit(action.booking_id)

    def _refused(self, refusal: Refused) -> None:
        """Everything typed stays; the ways out do what they say."""
        self._set_busy(busy=False)
        self._forget_refusal()
        self.refusal = Note("danger", str(refusal))
        self.offers = []
        for offer in refusal.offers:
            button = Button(words(offer.message))
            button.clicked.connect(lambda _=False, action=offer.action: self._do(action))
            self.refusal.column.addWidget(button)
            self.offers.append(button)
        self.column.insertWidget(self.column.indexOf(self.place) + 1, self.refusal)
        self.place.answer.hide()
        announce(self, str(refusal))

    def _forget_refusal(self) -> None:
        self.place.answer.show()
        if self.refusal is not None:
            self.refusal.hide()
            self.refusal.deleteLater()
            self.refusal = None

    def _set_busy(self, *, busy: bool) -> None:
        if self.primary is not None:
            self.primary.setEnabled(not busy)

    def _suggest(self, rows: tuple[OrganisationRow, ...]) -> None:
        self.holder.set_organisations(rows)
        if self._seen.organisation_id in {row.id for row in rows}:
            self.holder.set_value(self._seen.organisation_id)

    def _holder_changed(self, _text: str) -> None:
        """A known organisation brings its kind along."""
        if (known := self.holder.organisation) is not None:
            self.kind.set_value(known.kind)

    def _another_person(self) -> bool:
        """Somebody was chosen in the list: her name is taken from there, without year and number."""
        chosen = self.holder.visitor_id
        return chosen is not None and chosen != self._seen.visitor_id

    def _fill(self) -> None:
        self._name_field = Field(tr("Title"), self.name)
        self._beside(self._name_field, Field(tr("Kind"), self.kind))
        self._beside(Field(tr("For"), self.holder), Field(tr("Contact person"), self.contact))
        self.column.addWidget(self.place)
        self.place.lengths.addLayout(self.repeating.field)
        self.column.addWidget(self.repeating.card)
        self.column.addWidget(self.override)
        facts = FlatCard()
        for tick, meaning, icon in (
            (self.tentative, tr("may still change or not happen"), "help"),
            (self.pending, tr("holds the room until the coordinator decides"), "clock"),
            (self.private, tr("others only see that the room is taken"), "lock"),
        ):
            line = QHBoxLayout()
            line.setSpacing(px(10))
            line.addWidget(tick)
            line.addWidget(Label(meaning, role="sub", wrap=True), 1)
            line.addWidget(IconLabel(icon))
            tick.setAccessibleDescription(meaning)
            facts.column.addLayout(line)
        self.column.addWidget(facts)
        self.column.addWidget(self.wishes)
        self.column.addWidget(Field(tr("Note for the desk"), self.notes))
        self.as_event = Button(tr("Plan it as an event…"), kind="quiet", icon="event")
        self.as_event.setToolTip(
            tr("Open to people: with a list, a sheet and a line in the programme")
        )
        self.as_event.clicked.connect(self._to_event)
        self.as_event.setVisible(self._desk.may(Permission.PLAN_EVENTS))
        self.column.addWidget(self.as_event, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def _beside(self, wide: Field, narrow: Field) -> None:
        row = QHBoxLayout()
        row.setSpacing(px(10))
        row.addWidget(wide, 3)
        row.addWidget(narrow, 2)
        self.column.addLayout(row)


def blank(place: Place) -> BookingDetails:
    """A new booking of which only the place is known."""
    return BookingDetails("", place, BookingKind.CENTRE)
