"""What the booking drawer knows of series: the choice for a new booking, the line of an old one."""

from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout

from app.bookings.board import BoardRoom
from app.bookings.details import BookingDetails
from app.bookings.queries import OpenedBooking
from app.bookings.series_plan import SeriesWish
from app.bookings.series_queries import SeriesCard, SeriesOf
from app.language import ntr, tr, words
from ui.bookings.repeat_fields import RepeatChoice
from ui.bookings.scope_drawer import CancelScopeDrawer, EditScopeDrawer
from ui.bookings.series_drawer import DatesDrawer, SeriesDrawer
from ui.bookings.series_more import LongerSeriesDrawer, SkippedDatesDrawer
from ui.desk import QtDesk
from ui.kit.buttons import Button
from ui.kit.cards import FlatCard
from ui.kit.drawer import Drawer
from ui.kit.flow import Flow
from ui.kit.labels import IconLabel, Label
from ui.theme import px, tokens


class Repeating(QObject):
    """Stands between the form and its keeping: a series goes through a drawer of its own."""

    def __init__(
        self, drawer: Drawer, desk: QtDesk, seen: BookingDetails, rooms: tuple[BoardRoom, ...]
    ) -> None:
        super().__init__(drawer)
        self._drawer, self._desk = drawer, desk
        self._rooms = {room.id: room.name for room in rooms}
        self._booking_id: UUID | None = None
        self._seen = seen
        self._series: SeriesCard | None = None
        self.choice = RepeatChoice(seen.place.slot.start.date())
        self._name = Label(tr("Repeat"), role="field")
        self._name.setBuddy(self.choice)
        self.choice.setAccessibleName(tr("Repeat"))
        self.field = QHBoxLayout()
        self.field.setSpacing(px(8))
        self.field.addWidget(self._name)
        self.field.addWidget(self.choice)
        self.card = FlatCard()
        self.card.hide()
        self.choice.picked.connect(self._name_the_verb)

    def opened(self, booking: OpenedBooking) -> None:
        """The form edits a booking: whether it repeats is no longer chosen but told."""
        self._booking_id, self._seen = booking.id, booking.details
        self._name.hide()
        self.choice.hide()
        self._desk.ask(SeriesOf(booking.id), self._show)

    def takes(self, details: BookingDetails) -> bool:
        """Whether this is kept as a series, or as one date of it, in a drawer of its own."""
        how = self.choice.value()
        if self._booking_id is None and how is not None:
            room = self._rooms.get(details.place.room_id, "")
            self._open(SeriesDrawer(self._drawer, self._desk, details, how, room))
            return True
        if self._booking_id is None or self._series is None or self._series.over:
            return False
        if details == self._seen:
            self._drawer.dismiss()
            return True
        wish = SeriesWish(self._booking_id, self._seen, details, self._desk.clock.now())
        self._open(EditScopeDrawer(self._drawer, self._desk, wish, self._series, self._rooms))
        return True

    def set_day(self, day: object) -> None:
        if day is not None:
            self.choice.set_day(day)  # type: ignore[arg-type]

    def _open(self, drawer: "DatesDrawer | EditScopeDrawer | CancelScopeDrawer") -> None:
        drawer.kept.connect(self._drawer.dismiss)
        drawer.open()

    def _name_the_verb(self, how: object) -> None:
        if self._drawer.primary is not None:
            self._drawer.primary.setText(tr("See the dates…") if how else tr("Book"))

    def _show(self, series: SeriesCard | None) -> None:
        if series is None:
            return
        self._series = series
        row = QHBoxLayout()
        row.setSpacing(px(10))
        row.addWidget(IconLabel("repeat", tokens().primary))
        to_come = ntr("{n} still to come", "{n} still to come", series.to_come)
        text = tr("Repeats: {how}", how=words(series.said))
        row.addWidget(Label(f"{text} · {to_come}", role="strong", wrap=True), 1)
        self.card.column.addLayout(row)
        verbs = Flow(px(8))
        self.card.column.addLayout(verbs)
        more = Button(tr("More dates…"), icon="add")
        more.clicked.connect(self._longer)
        verbs.add(more)
        if series.skipped:
            text = ntr("{n} date left out…", "{n} dates left out…", series.skipped)
            skipped = Button(text, icon="event")
            skipped.clicked.connect(self._skipped)
            verbs.add(skipped)
        if not series.over:
            cancel = Button(tr("Cancel dates…"), icon="close")
            cancel.clicked.connect(self._cancel)
            verbs.add(cancel)
        self.card.show()

    def _longer(self) -> None:
        if self._series is not None:
            self._open(LongerSeriesDrawer(self._drawer, self._desk, self._series, self._seen.title))

    def _skipped(self) -> None:
        if self._series is not None:
            self._open(SkippedDatesDrawer(self._drawer, self._desk, self._series, self._seen.title))

    def _cancel(self) -> None:
        if self._series is not None and self._booking_id is not None:
            title = self._seen.title
            self._open(
                CancelScopeDrawer(self._drawer, self._desk, self._booking_id, title, self._series)
            )
