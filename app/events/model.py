"""Activities open to people: their dates, who is on the list, who came."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.bookings.model import Booking
from app.database.base import Base, Keeping, Record, UtcTime
from app.initiatives.model import Initiative
from app.visitors.model import PEOPLE, Band, Organisation, Visitor

EVENTS = Keeping("to plan and announce activities", "no personal data of visitors", "5 years")


class Via(StrEnum):
    """How somebody was registered."""

    PHONE = "phone"
    EMAIL = "email"
    IN_PERSON = "in person"
    SCHOOL = "school"
    WALK_IN = "walk-in"


class RegistrationStatus(StrEnum):
    """Where somebody stands on the list."""

    REGISTERED = "registered"
    WAITLISTED = "waitlisted"
    CANCELLED = "cancelled"
    """She said that she will not come."""
    WITHDRAWN = "withdrawn"
    """The centre took her off the list."""


OUT = frozenset({RegistrationStatus.CANCELLED, RegistrationStatus.WITHDRAWN})
"""She does not come; she said so, or the centre took her off."""


class WhenFull(StrEnum):
    """What happens when no place is left."""

    WAITING_LIST = "waiting list"
    CLOSED = "closed"


class TargetGroup(StrEnum):
    """For whom an event is; a fact of the event, never of a person."""

    CHILDREN = "children"
    YOUTH = "youth"
    ADULTS = "adults"
    SENIORS = "seniors"
    FAMILIES = "families"
    SPECIAL_NEEDS = "special needs"
    UKRAINE = "ukraine"
    VOLUNTEERS = "volunteers"


class Absence(StrEnum):
    """Why somebody on the list was not there."""

    NO_SHOW = "no-show"
    EXCUSED = "excused"


class AgeBand(StrEnum):
    """What a walk-in ticks on the sheet; the cuts the funder counts by."""

    UNDER_13 = "0-12"
    FROM_13 = "13-17"
    FROM_18 = "18-29"
    FROM_30 = "30-54"
    FROM_55 = "55-64"
    FROM_65 = "65+"


class Event(Record):
    """An activity open to people; it happens in one or more sessions."""

    __tablename__ = "event"
    keeping = EVENTS

    title: Mapped[str]
    title_in_ukrainian: Mapped[str] = mapped_column(default="")
    leader: Mapped[str] = mapped_column(default="")
    project: Mapped[str] = mapped_column(default="")
    """The line the funder wants to see on the sheet."""
    description: Mapped[str] = mapped_column(default="")
    initiative_id: Mapped[UUID | None] = mapped_column(ForeignKey("initiative.id"), index=True)
    organiser_id: Mapped[UUID | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    """None: the centre itself."""
    target_groups: Mapped[str] = mapped_column(default="")
    """Values of ``TargetGroup`` in its order, with commas between."""
    capacity: Mapped[int | None]
    """Places for participants; None: as many as come."""
    companion_places: Mapped[int] = mapped_column(default=0)
    wheelchair_places: Mapped[int] = mapped_column(default=0)
    """Of ``capacity``, places without a chair; 0: not counted."""
    opens: Mapped[datetime | None]
    closes: Mapped[datetime | None]
    """Registration is open in this half-open stretch of wall-clock time."""
    when_full: Mapped[WhenFull] = mapped_column(default=WhenFull.WAITING_LIST)
    on_poster: Mapped[bool] = mapped_column(default=True)
    photo_note: Mapped[bool] = mapped_column(default=True)
    draft: Mapped[bool] = mapped_column(default=False)
    """Still being thought about: holds its rooms, and is on no poster."""
    open_doors: Mapped[bool] = mapped_column(default=False)
    """Without registration: people just come."""
    confidential: Mapped[bool] = mapped_column(default=False)
    """A support group: its sheet has a neutral title and no organisations."""
    cancelled: Mapped[bool] = mapped_column(default=False)

    initiative: Mapped[Initiative | None] = relationship()
    organiser: Mapped[Organisation | None] = relationship()
    sessions: Mapped[list["EventSession"]] = relationship(
        back_populates="event", order_by="EventSession.starts"
    )


class EventSession(Record):
    """One date of an event. Its booking, when it has a room, always has the same times."""

    __tablename__ = "event_session"
    __table_args__ = (Index("ix_event_session_starts", "starts"),)
    keeping = EVENTS

    event_id: Mapped[UUID] = mapped_column(ForeignKey("event.id"), index=True)
    booking_id: Mapped[UUID | None] = mapped_column(ForeignKey("booking.id"), index=True)
    place: Mapped[str] = mapped_column(default="")
    """Where it is when it is not in one of our rooms."""
    starts: Mapped[datetime]
    ends: Mapped[datetime]

    event: Mapped[Event] = relationship(back_populates="sessions")
    booking: Mapped[Booking | None] = relationship()


class Registration(Record):
    """Being on the list of an event."""

    __tablename__ = "registration"
    __table_args__ = (
        Index(
            "uq_registration",
            "event_id",
            "visitor_id",
            unique=True,
            sqlite_where=text("removed = 0"),
            postgresql_where=text("NOT removed"),
        ),
    )
    keeping = PEOPLE

    event_id: Mapped[UUID] = mapped_column(ForeignKey("event.id"))
    visitor_id: Mapped[UUID] = mapped_column(ForeignKey("visitor.id"), index=True)
    status: Mapped[RegistrationStatus]
    via: Mapped[Via]
    registered: Mapped[datetime] = mapped_column(UtcTime())
    """The waiting list stands in this order; of one moment, by id."""
    companions: Mapped[int] = mapped_column(default=0)
    """How many come along; each has a place of a companion, or one of a participant."""
    wheelchair_place: Mapped[bool] = mapped_column(default=False)
    moved_up: Mapped[datetime | None] = mapped_column(UtcTime())
    """When she got the place she had waited for; she must hear of it."""

    event: Mapped[Event] = relationship()
    visitor: Mapped[Visitor] = relationship()


class RegisteredSession(Base):
    """A registration for single sessions has a row for each; for the whole event, none."""

    __tablename__ = "registered_session"
    keeping = PEOPLE

    registration_id: Mapped[UUID] = mapped_column(ForeignKey("registration.id"), primary_key=True)
    session_id: Mapped[UUID] = mapped_column(
        ForeignKey("event_session.id"), primary_key=True, index=True
    )


class Attendance(Record):
    """Having come to a session."""

    __tablename__ = "attendance"
    __table_args__ = (
        Index(
            "uq_attendance",
            "session_id",
            "visitor_id",
            unique=True,
            sqlite_where=text("removed = 0"),
            postgresql_where=text("NOT removed"),
        ),
    )
    keeping = PEOPLE

    session_id: Mapped[UUID] = mapped_column(ForeignKey("event_session.id"))
    visitor_id: Mapped[UUID] = mapped_column(ForeignKey("visitor.id"), index=True)
    came: Mapped[datetime] = mapped_column(UtcTime())
    left: Mapped[datetime | None] = mapped_column(UtcTime())
    photo: Mapped[bool | None]
    """What she ticked on the sheet; None: nothing, and so no."""
    age: Mapped[AgeBand | None]
    """What she ticked on the sheet; her year of birth, once it is known, says it better."""

    session: Mapped[EventSession] = relationship()
    visitor: Mapped[Visitor] = relationship()


class Missed(Record):
    """Not having come to a session one was expected at."""

    __tablename__ = "missed"
    __table_args__ = (
        Index(
            "uq_missed",
            "session_id",
            "visitor_id",
            unique=True,
            sqlite_where=text("removed = 0"),
            postgresql_where=text("NOT removed"),
        ),
    )
    keeping = PEOPLE

    session_id: Mapped[UUID] = mapped_column(ForeignKey("event_session.id"))
    visitor_id: Mapped[UUID] = mapped_column(ForeignKey("visitor.id"), index=True)
    absence: Mapped[Absence]

    session: Mapped[EventSession] = relationship()
    visitor: Mapped[Visitor] = relationship()


class HeadCount(Record):
    """Heads of one band at one session, counted without a name."""

    __tablename__ = "head_count"
    __table_args__ = (Index("uq_head_count", "session_id", "band", unique=True),)
    keeping = EVENTS

    session_id: Mapped[UUID] = mapped_column(ForeignKey("event_session.id"))
    band: Mapped[Band]
    heads: Mapped[int]


class IssuedSheet(Record):
    """A sign-in sheet that was printed or saved: its number and its options."""

    __tablename__ = "issued_sheet"
    __table_args__ = (Index("uq_issued_sheet_number", "year", "number", unique=True),)
    keeping = PEOPLE

    session_id: Mapped[UUID] = mapped_column(ForeignKey("event_session.id"), index=True)
    year: Mapped[int]
    number: Mapped[int]
    """Counted from 1 in each year."""
    issued: Mapped[datetime] = mapped_column(UtcTime())
    options: Mapped[str]
    """JSON."""
    on_paper: Mapped[int | None]
    """How many the paper says were there, once it has come back."""
    closed: Mapped[datetime | None] = mapped_column(UtcTime())
    """When everything on it had been entered."""
    note: Mapped[str] = mapped_column(default="")
    """Why paper and ticks differ, in the words of whoever closed it."""


class IssuedDate(Base):
    """A column of a course's sheet. Nobody's name is in it."""

    __tablename__ = "issued_date"
    keeping = PEOPLE

    sheet_id: Mapped[UUID] = mapped_column(ForeignKey("issued_sheet.id"), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    """Counted from 1."""
    session_id: Mapped[UUID] = mapped_column(ForeignKey("event_session.id"), index=True)
    starts: Mapped[datetime]
    """As printed; wall-clock time."""


class IssuedRow(Base):
    """A row of the paper, in its order: printed, or filled in by hand by who walked in."""

    __tablename__ = "issued_row"
    keeping = PEOPLE

    sheet_id: Mapped[UUID] = mapped_column(ForeignKey("issued_sheet.id"), primary_key=True)
    row: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    visitor_id: Mapped[UUID] = mapped_column(ForeignKey("visitor.id"), index=True)
    written: Mapped[bool] = mapped_column(default=False)
    """By hand, in an empty row: known only once the paper has come back."""
