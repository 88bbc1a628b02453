"""Days as the board and the list show them; they answer the same rules that a drop will meet."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from functools import cached_property
from uuid import UUID

from app.bookings.availability import Floor
from app.bookings.facts import NO_TERMS, Holding, Hours, RoomFacts, RoomHours, Shut, Terms, Week
from app.bookings.model import BookingKind, Feature, Having, Setup
from app.bookings.objections import Trouble
from app.slot import Place, Slot

USUAL_HOURS = (8, 21)
"""Shown while nobody has said when the centre is open."""
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class RoomFeatureRow:
    """One thing a room offers; ``measure`` such as "92" (cm)."""

    feature: Feature
    having: Having
    measure: str = ""


@dataclass(frozen=True)
class BoardRoom(RoomFacts):
    """A room as the board shows it."""

    short_name: str = ""
    where: str = ""
    wheelchair_places: int = 0
    features: tuple[RoomFeatureRow, ...] = ()

    def having(self, feature: Feature) -> Having:
        return next((f.having for f in self.features if f.feature == feature), Having.UNKNOWN)


@dataclass(frozen=True)
class BookingCard(Holding):
    """A booking as a block; title and holder are empty where it is private and we may not know."""

    kind: BookingKind = BookingKind.CENTRE
    people: int | None = None
    setup: Setup | None = None
    pending: bool = False
    tentative: bool = False
    private: bool = False
    of_event: bool = False
    repeats: bool = False
    cancelled: bool = False

    @property
    def place(self) -> Place:
        return Place(self.room_id, self.slot)

    @property
    def terms(self) -> Terms:
        return Terms(self.people, self.setup, self.before, self.after)

    def masked(self) -> "BookingCard":
        """Only that the room is taken, for whoever may not know more."""
        return replace(self, title="", holder="", people=None) if self.private else self


@dataclass(frozen=True, order=True)
class Column:
    """A room on a day: a column of the board, or a cell of a week."""

    room_id: UUID
    day: date


@dataclass(frozen=True)
class Board:
    """Some days of all rooms; shown as columns room by room, and in each day by day."""

    day: date
    """The first one."""
    rooms: tuple[BoardRoom, ...]
    cards: tuple[BookingCard, ...]
    cancelled: tuple[BookingCard, ...]
    closures: tuple[Shut, ...]
    week: Week = field(default_factory=dict)
    room_hours: RoomHours = field(default_factory=dict)
    now: datetime | None = None
    """Wall-clock time when it was asked, for rooms that must be booked long before."""
    folded: frozenset[UUID] = frozenset()
    """Parts of halls that have no column of their own now; the rules still know them."""
    days: int = 1
    only: UUID | None = None
    """The one room that is shown; the rules still know the others."""

    @cached_property
    def dates(self) -> tuple[date, ...]:
        return tuple(self.day + timedelta(days=n) for n in range(self.days))

    @cached_property
    def shown(self) -> tuple[BoardRoom, ...]:
        """The rooms with columns of their own."""
        if self.only is not None:
            return tuple(room for room in self.rooms if room.id == self.only)
        return tuple(room for room in self.rooms if room.id not in self.folded)

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        return tuple(Column(room.id, day) for room in self.shown for day in self.dates)

    @cached_property
    def order(self) -> dict[Column, int]:
        """How far from the left each column stands."""
        return {column: n for n, column in enumerate(self.columns)}

    @property
    def hours(self) -> Hours | None:
        """None when the centre is closed on the first day, or nobody said when it is open."""
        return self.week.get(self.day.weekday())

    @cached_property
    def hours_shown(self) -> tuple[int, int]:
        """The first hour and the one after the last: open, one more on both sides, or booked."""
        opens = [(self.open_on(column), column.day) for column in self.columns]
        first, last = USUAL_HOURS
        if any(open_time for open_time, _ in opens):
            first = min(_hour(slot.start, day) - 1 for slot, day in opens if slot)
            last = max(_hour(slot.end - MINUTE, day) + 2 for slot, day in opens if slot)
        for column in self.columns:
            for card in self.cards_in(column):
                first = min(first, _hour(card.slot.start, column.day))
                last = max(last, _hour(card.slot.end - MINUTE, column.day) + 1)
        return max(first, 0), min(last, 24)

    def open_on(self, column: Column) -> Slot | None:
        """When a room is open; None: closed, or nobody said."""
        hours = self.floor.hours_of(column.room_id, column.day.weekday())
        return hours.on(column.day) if hours else None

    def is_closed(self, column: Column) -> bool:
        """The room is closed all day, by its opening hours or by a closure."""
        opens = self.open_on(column)
        if opens is None:
            return bool(self.week) or (column.room_id, column.day.weekday()) in self.room_hours
        return any(
            shut.slot.start <= opens.start and opens.end <= shut.slot.end
            for shut in self.shut_in(column)
        )

    def shut_in(self, column: Column) -> tuple[Shut, ...]:
        """The closures of a room, or of the whole centre, on a day."""
        if not self.closures:
            return ()
        day = day_of(column.day)
        return tuple(
            shut
            for shut in self.closures
            if shut.room_id in (None, column.room_id) and shut.slot.overlaps(day)
        )

    def cards_in(self, column: Column) -> tuple[BookingCard, ...]:
        """What is booked in a room on a day, the earliest first."""
        return self._by_column.get(column, ())

    def column_of(self, place: Place) -> Column:
        """Where a place stands; what began before the first day stands on the first."""
        start = place.slot.start.date()
        return Column(place.room_id, min(max(start, self.dates[0]), self.dates[-1]))

    @cached_property
    def floor(self) -> Floor:
        return self._floor_with(self.cards)

    def troubles(
        self, place: Place, terms: Terms = NO_TERMS, but: UUID | None = None
    ) -> tuple[Trouble, ...]:
        """The rules, asked with the bookings of this room only: a step of a ghost asks them often."""
        floor = self._floors.get(place.room_id)
        if floor is None:
            sharing = self.floor.sharing(place.room_id)
            cards = tuple(card for card in self.cards if card.room_id in sharing)
            floor = self._floors[place.room_id] = self._floor_with(cards)
        return floor.troubles(place, terms, but)

    def card(self, booking_id: UUID) -> BookingCard | None:
        return self._by_id.get(booking_id)

    def room(self, room_id: UUID) -> BoardRoom | None:
        return self._rooms.get(room_id)

    def masked(self) -> "Board":
        """The same, for whoever may not know what private bookings are."""
        return replace(
            self,
            cards=tuple(card.masked() for card in self.cards),
            cancelled=tuple(card.masked() for card in self.cancelled),
        )

    def _floor_with(self, cards: tuple[BookingCard, ...]) -> Floor:
        return Floor(self.rooms, cards, self.closures, self.week, self.room_hours, self.now)

    @cached_property
    def _floors(self) -> dict[UUID, Floor]:
        return {}

    @cached_property
    def _by_id(self) -> dict[UUID, BookingCard]:
        return {card.id: card for card in (*self.cancelled, *self.cards)}

    @cached_property
    def _rooms(self) -> dict[UUID, BoardRoom]:
        return {room.id: room for room in self.rooms}

    @cached_property
    def _by_column(self) -> dict[Column, tuple[BookingCard, ...]]:
        found: dict[Column, list[BookingCard]] = {}
        for card in self.cards:
            for day in days_of(card.slot):
                found.setdefault(Column(card.room_id, day), []).append(card)
        return {column: tuple(cards) for column, cards in found.items()}


def _hour(at: datetime, day: date) -> int:
    return int((at - datetime.combine(day, time())) // timedelta(hours=1))


def day_of(day: date) -> Slot:
    """The whole day, by the clock on the wall."""
    midnight = datetime.combine(day, time())
    return Slot(midnight, midnight + timedelta(days=1))


def days_of(slot: Slot) -> tuple[date, ...]:
    """The days a stretch of time touches."""
    first = slot.start.date()
    last = (slot.end - timedelta(microseconds=1)).date()
    return tuple(first + timedelta(days=n) for n in range((last - first).days + 1))
