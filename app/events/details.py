"""What is said about an event and its session in the form: plain values, checked at the door."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from app.bookings.details import MOST_PEOPLE, note, one_line
from app.errors import Refused
from app.events.model import TargetGroup, WhenFull
from app.language import say
from app.slot import Place, Slot


@dataclass(frozen=True)
class EventDetails:
    """Everything a person may say about an event but when and where it is."""

    title: str
    title_in_ukrainian: str = ""
    leader: str = ""
    project: str = ""
    capacity: int | None = None
    """None or 0: as many as come."""
    open_doors: bool = False
    confidential: bool = False
    description: str = ""
    initiative_id: UUID | None = None
    organiser_id: UUID | None = None
    target_groups: frozenset[TargetGroup] = frozenset()
    companion_places: int = 0
    wheelchair_places: int = 0
    opens: datetime | None = None
    closes: datetime | None = None
    when_full: WhenFull = WhenFull.WAITING_LIST
    on_poster: bool = True
    photo_note: bool = True
    draft: bool = False

    def checked(self) -> "EventDetails":
        """The same, cleaned. Raises Refused when something cannot be kept."""
        title = one_line(self.title)
        if not title:
            raise Refused(say("Write the title of the event."))
        if self.capacity is not None and not 0 <= self.capacity <= MOST_PEOPLE:
            raise Refused(say("Write the number of places as a number."))
        for places in (self.companion_places, self.wheelchair_places):
            if not 0 <= places <= MOST_PEOPLE:
                raise Refused(say("Write the number of places as a number."))
        if self.capacity and self.wheelchair_places > self.capacity:
            raise Refused(say("There are more wheelchair places than places. Write fewer."))
        if self.opens and self.closes and self.opens >= self.closes:
            raise Refused(say("Registration ends before it begins. Change one of the two."))
        return replace(
            self,
            title=title,
            description=note(self.description),
            title_in_ukrainian=one_line(self.title_in_ukrainian),
            leader=one_line(self.leader),
            project=one_line(self.project),
            capacity=self.capacity or None,
        )


@dataclass(frozen=True)
class SessionPlace:
    """When a session is, and where: in one of our rooms, or in a ``place`` elsewhere."""

    slot: Slot
    room_id: UUID | None = None
    place: str = ""

    def checked(self) -> "SessionPlace":
        """The same, cleaned; a room of ours leaves nothing to say about elsewhere."""
        return replace(self, place="" if self.room_id else one_line(self.place))

    @property
    def in_room(self) -> Place | None:
        return Place(self.room_id, self.slot) if self.room_id else None

    def elsewhere(self, place: Place) -> "SessionPlace":
        """The same session in another room or at another time, as an offer proposes."""
        return SessionPlace(place.slot, place.room_id)


@dataclass(frozen=True)
class PlannedDate:
    """One date of an event; ``booking_id`` is for its room, when it is in one of ours."""

    session_id: UUID
    booking_id: UUID | None
    place: SessionPlace

    def checked(self) -> "PlannedDate":
        """The same, cleaned: a booking only with a room of ours, and never without."""
        place = self.place.checked()
        booking_id = (self.booking_id or self.session_id) if place.in_room else None
        return PlannedDate(self.session_id, booking_id, place)


@dataclass(frozen=True)
class PlannedEvent:
    """An event with all its dates: what one form shows, and what an edit must say it saw."""

    details: EventDetails
    dates: tuple[PlannedDate, ...]

    def checked(self) -> "PlannedEvent":
        """The same, cleaned. Raises Refused when something cannot be kept."""
        if not self.dates:
            raise Refused(say("An event has at least one date."))
        dates = (one.checked() for one in self.dates)
        in_order = sorted(dates, key=lambda one: (one.place.slot, one.session_id))
        return PlannedEvent(self.details.checked(), tuple(in_order))
