"""A day as the board and the list show it; it answers the same rules that a drop will meet."""

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from uuid import UUID

from app.bookings.availability import Floor, Holding, Hours, RoomFacts, Shut, Trouble
from app.bookings.model import BookingKind, Feature, Having
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
    pending: bool = False
    tentative: bool = False
    private: bool = False
    of_event: bool = False
    repeats: bool = False
    cancelled: bool = False

    @property
    def place(self) -> Place:
        return Place(self.room_id, self.slot)

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
    week: dict[int, Hours] = field(default_factory=dict)
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
        return Floor(self.rooms, self.cards, self.closures, self.week)

    def troubles(
        self, place: Place, people: int | None = None, but: UUID | None = None
    ) -> tuple[Trouble, ...]:
        return self.floor.troubles(place, people, but)

    def card(self, booking_id: UUID) -> BookingCard | None:
        everything = (*self.cards, *self.cancelled)
        return next((card for card in everything if card.id == booking_id), None)

    def room(self, room_id: UUID) -> BoardRoom | None:
        return next((room for room in self.rooms if room.id == room_id), None)
