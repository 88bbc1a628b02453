"""A day as the board and the list show it; it answers the same rules that a drop will meet."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from uuid import UUID

from app.bookings.availability import Floor
from app.bookings.facts import NO_TERMS, Holding, Hours, RoomFacts, RoomHours, Shut, Terms, Week
from app.bookings.model import BookingKind, Feature, Having, Setup
from app.bookings.objections import Trouble
from app.slot import Place


@dataclass(frozen=True)
class RoomFeatureRow:
    """One thing a room offers; ``measure`` such as "92" (cm)."""

    feature: Feature
    having: Having
    measure: str = ""


@dataclass(frozen=True)
class BoardRoom(RoomFacts):
    """A column of the board."""

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


@dataclass(frozen=True)
class Board:
    """One day of all rooms, in the order of the columns."""

    day: date
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

    @property
    def columns(self) -> tuple[BoardRoom, ...]:
        return tuple(room for room in self.rooms if room.id not in self.folded)

    @property
    def hours(self) -> Hours | None:
        """None when the centre is closed on this day, or nobody said when it is open."""
        return self.week.get(self.day.weekday())

    @cached_property
    def floor(self) -> Floor:
        return Floor(self.rooms, self.cards, self.closures, self.week, self.room_hours, self.now)

    def troubles(
        self, place: Place, terms: Terms = NO_TERMS, but: UUID | None = None
    ) -> tuple[Trouble, ...]:
        return self.floor.troubles(place, terms, but)

    def card(self, booking_id: UUID) -> BookingCard | None:
        everything = (*self.cards, *self.cancelled)
        return next((card for card in everything if card.id == booking_id), None)

    def room(self, room_id: UUID) -> BoardRoom | None:
        return next((room for room in self.rooms if room.id == room_id), None)
