"""What the person printing chooses: the paper, its room and day, languages, large print."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.bookings.board import BoardRoom, BookingCard
from app.language import Language, language_name, time_range, tr
from ui.bookings.cursor import Cursor
from ui.bookings.paper_wish import PaperWish, Sheet
from ui.kit.date_field import DateField
from ui.kit.flow import Flow
from ui.kit.forms import Choice, Field, Tick
from ui.kit.labels import Label
from ui.kit.radio_cards import RadioCards, Way
from ui.theme import px


@dataclass(frozen=True)
class PrintFrom:
    """Where somebody is when she wants to print: nothing is asked that can be seen."""

    rooms: tuple[BoardRoom, ...]
    room_id: UUID | None
    day: date
    booking: BookingCard | None = None
    """None too when it may not be confirmed: another's, an event's."""


def print_from(rooms: tuple[BoardRoom, ...], spot: Cursor, *, nameable: bool) -> PrintFrom:
    """From what is chosen in any of the views."""
    card = spot.card
    confirmed = card if card and nameable and not card.of_event else None
    return PrintFrom(rooms, spot.place.room_id, spot.place.slot.start.date(), confirmed)


class PaperChoices(QWidget):
    """Every change is told at once; what a paper does not ask for is not shown."""

    changed = Signal()

    def __init__(self, come_from: PrintFrom, last: PaperWish, today: date) -> None:
        super().__init__()
        self._booking = come_from.booking
        sheet = last.sheet
        if sheet is Sheet.CONFIRMATION and self._booking is None:
            sheet = Sheet.WEEK
        self.sheets = RadioCards(tr("Which paper"), self._ways(), sheet)
        self.sheets.cards[-1].setEnabled(self._booking is not None)
        rooms = [(room.id, room.name) for room in come_from.rooms]
        self.room = Choice(rooms, come_from.room_id)
        self.day = DateField(come_from.day, today)
        self.languages = {
            language: Tick(language_name(language), on=language in last.languages)
            for language in Language
        }
        self.languages[Language.LV].setChecked(True)
        self.languages[Language.LV].setEnabled(False)
        self.languages[Language.LV].setToolTip(tr("Latvian is always on paper, and first."))
        self.large = Tick(tr("Large print (18 points)"), on=last.large)
        self._lay_out()
        self.sheets.chosen.connect(self._tell)
        self.room.picked.connect(self._tell)
        self.day.changed.connect(self._tell)
        for tick in (*self.languages.values(), self.large):
            tick.toggled.connect(self._tell)
        self._show_fields()

    @property
    def booking_id(self) -> UUID | None:
        return self._booking.id if self._booking else None

    def wish(self) -> PaperWish:
        languages = tuple(one for one, tick in self.languages.items() if tick.isChecked())
        return PaperWish(self.sheets.value(), languages, self.large.isChecked())

    def _ways(self) -> list[Way]:
        booking = self._booking
        if booking is None:
            which = tr("Choose a booking on the board first.")
        else:
            time = time_range(booking.slot.start, booking.slot.end)
            which = f"{time} {booking.title}"
        return [
            Way(Sheet.WEEK, tr("Door plan for a week"), key="Alt+1"),
            Way(Sheet.DAY, tr("Door plan for a day"), key="Alt+2"),
            Way(Sheet.DESK, tr("Plan of the day"), tr("All rooms, for the desk"), "Alt+3"),
            Way(Sheet.CONFIRMATION, tr("Booking confirmation"), which, "Alt+4"),
        ]

    def _tell(self, _value: object = None) -> None:
        self._show_fields()
        self.changed.emit()

    def _show_fields(self) -> None:
        sheet = self.sheets.value()
        on_door = sheet in (Sheet.WEEK, Sheet.DAY)
        self._room_field.setVisible(on_door)
        self._day_field.setVisible(sheet is not Sheet.CONFIRMATION)
        self.large.setVisible(on_door)
        readable = self.day.day() is not None or sheet is Sheet.CONFIRMATION
        wrong = "" if readable else tr("Write the day like 22.10 or Thursday.")
        if wrong:
            self._day_field.set_error(wrong)
        else:
            self._day_field.clear_error()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, px(6), 0)
        column.setSpacing(px(8))
        self._room_field = Field(tr("Room"), self.room)
        self._day_field = Field(tr("Day"), self.day)
        languages = Flow(px(12))
        languages.add(*self.languages.values())
        for part in (self.sheets, self._room_field, self._day_field):
            column.addWidget(part)
        column.addWidget(Label(tr("Languages"), role="field"))
        column.addLayout(languages)
        column.addWidget(self.large)
        column.addStretch(1)
