"""Finding a free room: what is wished, the rooms that will do, and why the others will not."""

from datetime import date, time

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.bookings.finding import FittingRoom, Found, FreeRooms
from app.bookings.free_time import next_quarter
from app.bookings.model import Feature
from app.bookings.vocabulary import FEATURES
from app.clock import wall_now
from app.language import Message, clock_time, ntr, tr, words
from app.slot import Place, Slot
from ui.bookings.heads import icons_of
from ui.bookings.sentences import times_of
from ui.desk import QtDesk
from ui.kit.announce import announce
from ui.kit.buttons import Button
from ui.kit.cards import FlatCard, Hline
from ui.kit.date_field import DateField
from ui.kit.drawer import Drawer
from ui.kit.forms import Choice, Field, NumberField, Tick
from ui.kit.labels import IconLabel, Label
from ui.theme import px, tokens

WIDTH = 464
SETTLES = 120
WISHES = (Feature.STEP_FREE, Feature.HEARING_LOOP, Feature.PROJECTOR, Feature.QUIET)
LENGTHS = (30, 60, 90, 120, 180, 240)


class FindDrawer(Drawer):
    """Results follow every change; choosing a time and the primary verb begins a booking."""

    chosen = Signal(object, int)
    """Place, and for how many people (0: not said)."""

    def __init__(self, caller: QWidget, desk: QtDesk, day: date) -> None:
        super().__init__(caller, tr("Find a free room"), width=WIDTH)
        self._desk = desk
        self.found: Found | None = None
        """What was answered last."""
        self._wanted: Place | None = None
        self._times: list[tuple[Button, Place]] = []
        today = wall_now(desk.clock).date()
        self.day = DateField(max(day, today), today)
        self.people = NumberField(0, zero=tr("not said"))
        self.when = Choice(_parts_of_day(), (time(8), time(21)))
        self.length = Choice([(minutes, _length(minutes)) for minutes in LENGTHS], 120)
        self.wishes = {feature: Tick(words(FEATURES[feature])) for feature in WISHES}
        self._fill()
        self.set_verbs(tr("Book"))
        self.accepted.connect(self._accept_place)
        self._timer = QTimer(self, singleShot=True, interval=SETTLES)
        self._timer.timeout.connect(self.search)
        self.day.changed.connect(self._changed)
        self.people.valueChanged.connect(self._changed)
        self.when.picked.connect(self._changed)
        self.length.picked.connect(self._changed)
        for tick in self.wishes.values():
            tick.toggled.connect(self._changed)
        self.search()

    def wish(self) -> FreeRooms | None:
        """The question the fields ask; None while the day cannot be read."""
        day = self.day.day()
        if day is None:
            return None
        features = frozenset(f for f, tick in self.wishes.items() if tick.isChecked())
        people = self.people.value() or None
        now = wall_now(self._desk.clock)
        soon = next_quarter(now) if day == now.date() else None
        return FreeRooms(day, people, self.when.value(), self.length.value(), features, soon)

    def set_wish(self, wish: FreeRooms) -> None:
        """Wish for something else: one of the ways out."""
        self.day.set_day(wish.day)
        self.when.set_value(wish.between)
        for feature, tick in self.wishes.items():
            tick.setChecked(feature in wish.features)
        self._changed()

    def search(self) -> None:
        wish = self.wish()
        self.day_field.clear_error()
        if wish is None:
            self.day_field.set_error(tr("Write the day like 22.10 or Thursday."))
            return
        self._desk.ask(wish, self._show)

    def _changed(self, *_: object) -> None:
        self._timer.start()

    def _show(self, found: Found) -> None:
        self.found = found
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        count = len(found.fitting)
        head = (
            ntr("{n} room will do", "{n} rooms will do", count) if count else tr("No room will do")
        )
        column.addWidget(Label(head, role="h3"))
        if found.over:
            column.addWidget(Label(tr("This part of the day is over."), role="sub", wrap=True))
        self._times = []
        for fitting in found.fitting:
            column.addWidget(self._room(fitting))
        for sentence, other in found.instead:
            column.addWidget(self._instead(sentence, other))
        if found.unfit:
            column.addWidget(Label(tr("Why not the others"), role="strong"))
        for unfit in found.unfit:
            row = QHBoxLayout()
            row.addWidget(IconLabel("info", tokens().info))
            row.addWidget(Label(words(unfit.why), role="sub", wrap=True), 1)
            column.addLayout(row)
        self._replace(body)
        self._choose(self._times[0][1] if self._times else None)
        announce(self, head)

    def _room(self, fitting: FittingRoom) -> FlatCard:
        card, room = FlatCard(), fitting.room
        head = QHBoxLayout()
        head.addWidget(Label(room.name, role="strong"))
        if room.capacity:
            head.addWidget(Label(ntr("{n} seat", "{n} seats", room.capacity), role="sub"))
        head.addStretch(1)
        for icon in icons_of(room):
            head.addWidget(IconLabel(icon, tokens().primary))
        card.column.addLayout(head)
        if fitting.smallest:
            card.column.addWidget(Label(tr("The smallest with seats enough"), role="cap"))
        row = QHBoxLayout()
        for slot in fitting.times:
            row.addWidget(self._time(Place(room.id, slot), room.name, slot))
        row.addStretch(1)
        card.column.addLayout(row)
        return card

    def _time(self, place: Place, name: str, slot: Slot) -> Button:
        button = Button(times_of(slot))
        button.setAccessibleName(f"{name}, {times_of(slot)}")
        button.setCheckable(True)
        button.clicked.connect(lambda _=False, there=place: self._choose(there))
        self._times.append((button, place))
        return button

    def _instead(self, sentence: Message, other: FreeRooms) -> Button:
        button = Button(words(sentence), icon="search")
        button.clicked.connect(lambda _=False: self.set_wish(other))
        return button

    def _choose(self, place: Place | None) -> None:
        self._wanted = place
        for button, there in self._times:
            button.setChecked(there == place)
            button.setProperty("kind", "primary" if there == place else "")
            button.style().unpolish(button)
            button.style().polish(button)
        if self.primary is not None:
            self.primary.setEnabled(place is not None)
            book = tr("Book {times}", times=times_of(place.slot)) if place else tr("Book")
            self.primary.setText(book)

    def _accept_place(self) -> None:
        if self._wanted is not None:
            place, people = self._wanted, self.people.value()
            self.dismiss()
            self.chosen.emit(place, people)

    def _fill(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(10))
        grid.setVerticalSpacing(px(9))
        self.day_field = Field(tr("Day"), self.day)
        grid.addWidget(self.day_field, 0, 0)
        grid.addWidget(Field(tr("People"), self.people), 0, 1)
        grid.addWidget(Field(tr("When"), self.when), 1, 0)
        grid.addWidget(Field(tr("How long"), self.length), 1, 1)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        self.column.addLayout(grid)
        self.column.addWidget(Label(tr("What it must have"), role="field"))
        ticks = QGridLayout()
        for n, tick in enumerate(self.wishes.values()):
            ticks.addWidget(tick, n // 2, n % 2)
        self.column.addLayout(ticks)
        self.column.addWidget(Hline())
        self._results = QWidget()
        self.column.addWidget(self._results)
        self.column.addStretch(1)

    def _replace(self, body: QWidget) -> None:
        at = self.column.indexOf(self._results)
        self.column.removeWidget(self._results)
        self._results.hide()
        self._results.deleteLater()
        self._results = body
        self.column.insertWidget(at, body)


def _parts_of_day() -> list[tuple[tuple[time, time], str]]:
    parts = (
        ((time(8), time(12)), tr("Morning")),
        ((time(12), time(17)), tr("Afternoon")),
        ((time(17), time(21)), tr("Evening")),
        ((time(8), time(21)), tr("Any time")),
    )
    return [(part, f"{name} {clock_time(part[0])}–{clock_time(part[1])}") for part, name in parts]


def _length(minutes: int) -> str:
    if minutes < 60:
        return tr("{n} min", n=minutes)
    hours, rest = divmod(minutes, 60)
    whole = ntr("{n} hour", "{n} hours", hours)
    return f"{whole} {tr('{n} min', n=rest)}" if rest else whole
