"""Rooms, what they offer, and who has them when."""

from datetime import date, datetime, time
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.database.base import Base, Keeping, Record, UtcTime
from app.slot import Place, Slot
from app.visitors.model import Organisation

ROOMS = Keeping("to know what can be booked", "no personal data", "while the room exists")
BOOKINGS = Keeping(
    purpose="to give rooms to those who asked",
    basis="public task of the municipality (GDPR Art. 6(1)(e))",
    retention="3 years",
)


class Feature(StrEnum):
    """What a room can offer; named after what is provided, never after an impairment."""

    STEP_FREE = "step free"
    DOOR_WIDTH = "door width"
    TURNING_SPACE = "turning space"
    ACCESSIBLE_TOILET = "accessible toilet"
    HEARING_LOOP = "hearing loop"
    QUIET = "quiet"
    ADJUSTABLE_LIGHT = "adjustable light"
    TACTILE_SIGNS = "tactile signs"
    RAMP = "ramp"
    LIFT = "lift"
    ADJUSTABLE_TABLE = "adjustable table"
    PARKING = "parking"
    PROJECTOR = "projector"


class Having(StrEnum):
    """Whether a room has a feature; no row means unknown."""

    YES = "yes"
    LIMITED = "limited"
    NO = "no"
    UNKNOWN = "unknown"


class BookingKind(StrEnum):
    """Who books: gives the colour and the letter on the board."""

    SCHOOL = "school"
    NGO = "ngo"
    RESIDENTS = "residents"
    MUNICIPALITY = "municipality"
    CENTRE = "centre"


class BookingStatus(StrEnum):
    """A pending booking holds its time like a confirmed one; a cancelled or refused one nothing."""

    CONFIRMED = "confirmed"
    PENDING = "pending"
    CANCELLED = "cancelled"
    REFUSED = "refused"


HOLDING = frozenset({BookingStatus.CONFIRMED, BookingStatus.PENDING})


class Setup(StrEnum):
    """How the chairs stand; a room has other seats for each."""

    THEATRE = "theatre"
    CLASSROOM = "classroom"
    CIRCLE = "circle"


class Wish(StrEnum):
    """What is to be provided for a booking: things and access, never whom it is for."""

    PROJECTOR = "projector"
    SOUND = "sound"
    COMPUTER = "computer"
    WHITEBOARD = "whiteboard"
    TEA = "tea"
    KITCHEN = "kitchen"
    STEP_FREE = "step free"
    HEARING_LOOP = "hearing loop"
    QUIET = "quiet"
    SIGN_LANGUAGE = "sign language"
    WHEELCHAIR_PLACES = "wheelchair places"


class Room(Record):
    """A bookable place. A part of a divisible hall names the whole in ``part_of_id``."""

    __tablename__ = "room"
    keeping = ROOMS

    name: Mapped[str]
    short_name: Mapped[str] = mapped_column(default="")
    """At most three letters."""
    position: Mapped[int] = mapped_column(default=0)
    """The order of the columns on the board."""
    capacity: Mapped[int] = mapped_column(default=0)
    """Seats; 0 means not said."""
    wheelchair_places: Mapped[int] = mapped_column(default=0)
    where: Mapped[str] = mapped_column(default="")
    """Such as "1st floor"; printed beside the name."""
    part_of_id: Mapped[UUID | None] = mapped_column(ForeignKey("room.id"))
    setup_minutes: Mapped[int] = mapped_column(default=0)
    clear_minutes: Mapped[int] = mapped_column(default=0)
    retired: Mapped[bool] = mapped_column(default=False)
    notice_hours: Mapped[int] = mapped_column(default=0)
    shortest_minutes: Mapped[int] = mapped_column(default=0)
    longest_minutes: Mapped[int] = mapped_column(default=0)
    needs_approval: Mapped[bool] = mapped_column(default=False)
    """What the front desk books waits for the coordinator."""


class RoomSeats(Base):
    """How many fit into a room that is set up so."""

    __tablename__ = "room_seats"
    keeping = ROOMS

    room_id: Mapped[UUID] = mapped_column(ForeignKey("room.id"), primary_key=True)
    setup: Mapped[Setup] = mapped_column(primary_key=True)
    seats: Mapped[int]


class RoomOpens(Base):
    """Where a room differs from the centre's opening hours on a weekday; no times: closed."""

    __tablename__ = "room_opens"
    keeping = ROOMS

    room_id: Mapped[UUID] = mapped_column(ForeignKey("room.id"), primary_key=True)
    weekday: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    opens: Mapped[time | None]
    closes: Mapped[time | None]


class RoomFeature(Record):
    """Whether a room has a feature, and how much of it."""

    __tablename__ = "room_feature"
    __table_args__ = (Index("uq_room_feature", "room_id", "feature", unique=True),)
    keeping = ROOMS

    room_id: Mapped[UUID] = mapped_column(ForeignKey("room.id"))
    feature: Mapped[Feature]
    having: Mapped[Having]
    measure: Mapped[str] = mapped_column(default="")
    """Such as "92" (cm) for a door, or a word on what is limited."""


class Booking(Record):
    """A room for a stretch of time. One that belongs to an event is moved through the event."""

    __tablename__ = "booking"
    __table_args__ = (
        Index("ix_booking_room_id_starts", "room_id", "starts"),
        Index("ix_booking_starts", "starts"),
    )
    keeping = BOOKINGS

    title: Mapped[str]
    room_id: Mapped[UUID] = mapped_column(ForeignKey("room.id"))
    starts: Mapped[datetime]
    ends: Mapped[datetime]
    kind: Mapped[BookingKind]
    organisation_id: Mapped[UUID | None] = mapped_column(ForeignKey("organisation.id"))
    visitor_id: Mapped[UUID | None] = mapped_column(ForeignKey("visitor.id"))
    """A person of the list it is for; ``holder`` then is her name when it was booked."""
    holder: Mapped[str] = mapped_column(default="")
    """Who it is for when that is no organisation we know; not who typed it."""
    people: Mapped[int | None]
    status: Mapped[BookingStatus] = mapped_column(default=BookingStatus.CONFIRMED)
    tentative: Mapped[bool] = mapped_column(default=False)
    private: Mapped[bool] = mapped_column(default=False)
    of_event: Mapped[bool] = mapped_column(default=False)
    notes: Mapped[str] = mapped_column(default="")
    """For the desk."""
    contact: Mapped[str] = mapped_column(default="")
    """Whom to ask about it, with a number."""
    setup: Mapped[Setup | None]
    before_minutes: Mapped[int | None]
    after_minutes: Mapped[int | None]
    """Its own time to prepare and clear up; None: the room's."""
    wishes: Mapped[str] = mapped_column(default="")
    """Such as ``projector:1 tea:25``."""
    override_reason: Mapped[str] = mapped_column(default="")
    """Why a coordinator let it stand against a rule; stays with it."""
    decision: Mapped[str] = mapped_column(default="")
    """Why it was refused, or approved against a rule."""
    entered_by_id: Mapped[UUID | None]
    entered_at: Mapped[datetime | None] = mapped_column(UtcTime())
    series_id: Mapped[UUID | None] = mapped_column(index=True)
    series_day: Mapped[date | None]
    """The date its series gave it; another one when it was moved by itself."""
    by_itself: Mapped[bool] = mapped_column(default=False)
    """Changed apart from its series: an edit of the series leaves it as it is."""

    room: Mapped[Room] = relationship()
    organisation: Mapped[Organisation | None] = relationship()

    @property
    def place(self) -> Place:
        return Place(self.room_id, Slot(self.starts, self.ends))

    @property
    def stands_against_rules(self) -> bool:
        """Nobody stops it but another booking: a coordinator will decide, or has decided so."""
        return self.status == BookingStatus.PENDING or bool(self.override_reason)


class Claim(Base):
    """What a booking takes, in rooms that cannot be divided further.

    A whole hall claims each of its parts, so that the database itself can refuse two claims of one
    room at one time (a trigger on SQLite, ``EXCLUDE USING gist`` on PostgreSQL).
    """

    __tablename__ = "claim"
    __table_args__ = (Index("ix_claim_room_id_starts", "room_id", "starts"),)
    keeping = BOOKINGS

    booking_id: Mapped[UUID] = mapped_column(ForeignKey("booking.id"), primary_key=True)
    room_id: Mapped[UUID] = mapped_column(ForeignKey("room.id"), primary_key=True)
    starts: Mapped[datetime]
    ends: Mapped[datetime]


class Closure(Record):
    """Time nobody may book: of one room, or of the whole centre when ``room_id`` is empty."""

    __tablename__ = "closure"
    __table_args__ = (Index("ix_closure_starts", "starts"),)
    keeping = ROOMS

    room_id: Mapped[UUID | None] = mapped_column(ForeignKey("room.id"))
    starts: Mapped[datetime]
    ends: Mapped[datetime]
    reason: Mapped[str]
    holiday: Mapped[bool] = mapped_column(default=False)
    """A public holiday, taken from the calendar of Latvia; can be edited like any closure."""
