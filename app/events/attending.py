"""Having come: marking present, heads without a name, and taking each back."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID, uuid5

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.action import Action, Change, Kind, about
from app.clock import to_wall
from app.errors import ChangedElsewhere, Refused
from app.events.model import (
    Attendance,
    EventSession,
    HeadCount,
    Missed,
    Registration,
    RegistrationStatus,
    Via,
)
from app.events.record import own_session, refuse_if_cancelled
from app.events.registering import own_registration, put_back, registration_of
from app.language import Message, say
from app.permission import Permission
from app.visitors.model import Band, Visitor
from app.visitors.visits import BANDS, known_visitor, named

MOST_HEADS = 10_000


@dataclass(frozen=True)
class MarkPresent:
    """Somebody has come; who was not on the list is put there as a walk-in.

    Nobody is sent away because it is full: the sentence says that more came than there are places.
    """

    attendance_id: UUID
    session_id: UUID
    visitor_id: UUID
    at: datetime
    registration_id: UUID
    """For the registration of a walk-in."""
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def perform(self, session: Session) -> Change:
        attended = own_session(session, self.session_id)
        refuse_if_cancelled(attended.event)
        refuse_before_its_day(attended, self.at)
        visitor = known_visitor(session, self.visitor_id)
        if there := attendance_of(session, attended.id, visitor.id):
            at = to_wall(there.came).time()
            raise Refused(say("{who} has been here since {at}.", who=named(visitor), at=at))
        walked_in = registration_of(session, attended.event_id, visitor.id) is None
        if walked_in:
            session.add(self._walk_in(attended))
        came = Attendance(
            id=self.attendance_id, session_id=attended.id, visitor_id=visitor.id, came=self.at
        )
        session.add(came)
        absent = missed_of(session, attended.id, visitor.id)
        if absent is not None:
            absent.removed = True
        session.flush()
        undo = UnmarkPresent(
            came.id, self.registration_id if walked_in else None, absent.id if absent else None
        )
        return attendance_change(
            attended, came.visitor_id, self._sentence(session, attended, visitor), undo
        )

    def _sentence(self, session: Session, attended: EventSession, visitor: Visitor) -> Message:
        said = {"who": named(visitor), "at": to_wall(self.at).time()}
        capacity, here = attended.event.capacity, heads_in(session, attended.id)
        if capacity is None or here <= capacity:
            return say("{who} present, {at}", **said)
        return say(
            "{who} present, {at}. That is more than there are places: {here} of {places}",
            **said,
            here=here,
            places=capacity,
        )

    def _walk_in(self, attended: EventSession) -> Registration:
        return Registration(
            id=self.registration_id,
            event_id=attended.event_id,
            visitor_id=self.visitor_id,
            status=RegistrationStatus.REGISTERED,
            via=Via.WALK_IN,
            registered=self.at,
        )


@dataclass(frozen=True)
class UnmarkPresent:
    """She has not come after all; ``walk_in`` is a registration that goes with it.

    ``missed``: before she was ticked it was written that she missed it; it is so again.
    """

    attendance_id: UUID
    walk_in: UUID | None = None
    missed: UUID | None = None
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def perform(self, session: Session) -> Change:
        came = session.get(Attendance, self.attendance_id)
        if came is None or came.removed:
            raise ChangedElsewhere(say("This person is no longer marked as present."))
        attended = own_session(session, came.session_id)
        came.removed = True
        session.flush()
        gone = self.walk_in if self._goes_too(session, came) else None
        if gone:
            own_registration(session, gone).removed = True
        if self.missed and not missed_of(session, came.session_id, came.visitor_id):
            session.get_one(Missed, self.missed).removed = False
        message = say("{who} no longer marked as present", who=named(came.visitor))
        undo = MarkPresentAgain(came.id, gone)
        return attendance_change(attended, came.visitor_id, message, undo)

    def _goes_too(self, session: Session, came: Attendance) -> bool:
        """A walk-in stays on the list while she came to another session of the event."""
        if self.walk_in is None:
            return False
        other = (
            select(Attendance.id)
            .join(EventSession, EventSession.id == Attendance.session_id)
            .where(
                EventSession.event_id == came.session.event_id,
                Attendance.visitor_id == came.visitor_id,
                ~Attendance.removed,
            )
        )
        return session.scalar(other.limit(1)) is None


@dataclass(frozen=True)
class MarkPresentAgain:
    """She had come, at the time that was written down first; and so she did not miss it."""

    attendance_id: UUID
    walk_in: UUID | None = None
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def perform(self, session: Session) -> Change:
        came = session.get(Attendance, self.attendance_id)
        if came is None or not came.removed:
            raise ChangedElsewhere(say("This person is already marked as present."))
        attended = own_session(session, came.session_id)
        at = to_wall(came.came).time()
        visitor = known_visitor(session, came.visitor_id)
        if attendance_of(session, came.session_id, visitor.id):
            raise Refused(say("{who} has been here since {at}.", who=named(visitor), at=at))
        came.removed = False
        if self.walk_in:
            put_back(session, session.get_one(Registration, self.walk_in))
        absent = missed_of(session, came.session_id, visitor.id)
        if absent is not None:
            absent.removed = True
        message = say("{who} present, {at}", who=named(visitor), at=at)
        undo = UnmarkPresent(came.id, self.walk_in, absent.id if absent else None)
        return attendance_change(attended, came.visitor_id, message, undo)


@dataclass(frozen=True)
class CountHead:
    """One more, or one less, head of a band that gave no name."""

    session_id: UUID
    band: Band
    step: int = 1
    permission: ClassVar[Permission] = Permission.MARK_ATTENDANCE

    def perform(self, session: Session) -> Change:
        attended = own_session(session, self.session_id)
        refuse_if_cancelled(attended.event)
        refuse_before_its_day(attended, session.info["now"])
        count = session.scalars(
            select(HeadCount).where(
                HeadCount.session_id == attended.id, HeadCount.band == self.band
            )
        ).first()
        heads = (count.heads if count else 0) + self.step
        if not 0 <= heads <= MOST_HEADS:
            raise Refused(say("Nobody of this age was counted."))
        self._write(session, count, heads)
        said = {"one": BANDS[self.band], "title": attended.event.title}
        message = (
            say("Counted {one}: “{title}”", **said)
            if self.step > 0
            else say("No longer counted {one}: “{title}”", **said)
        )
        return attendance_change(
            attended, None, message, CountHead(attended.id, self.band, -self.step)
        )

    def _write(self, session: Session, count: HeadCount | None, heads: int) -> None:
        if count is None:
            # One row per session and band, so that counting again after an undo is the same row.
            row = uuid5(self.session_id, self.band)
            session.add(HeadCount(id=row, session_id=self.session_id, band=self.band, heads=heads))
        elif heads == 0:
            session.delete(count)
        else:
            count.heads = heads


def attendance_of(session: Session, session_id: UUID, visitor_id: UUID) -> Attendance | None:
    return session.scalars(
        select(Attendance).where(
            Attendance.session_id == session_id,
            Attendance.visitor_id == visitor_id,
            ~Attendance.removed,
        )
    ).first()


def refuse_before_its_day(attended: EventSession, at: datetime) -> None:
    """Early on the day itself is well; on another day it is a slip of the hand."""
    if to_wall(at).date() < attended.starts.date():
        title, day = attended.event.title, attended.starts.date()
        raise Refused(
            say("“{title}” is on {day:day_month}: nobody is there yet.", title=title, day=day)
        )


def missed_of(session: Session, session_id: UUID, visitor_id: UUID) -> Missed | None:
    return session.scalars(
        select(Missed).where(
            Missed.session_id == session_id, Missed.visitor_id == visitor_id, ~Missed.removed
        )
    ).first()


def heads_in(session: Session, session_id: UUID) -> int:
    """How many are at a session, with a name and without."""
    named_ones = select(func.count()).where(
        Attendance.session_id == session_id, ~Attendance.removed
    )
    others = select(func.sum(HeadCount.heads)).where(
        HeadCount.session_id == session_id, ~HeadCount.removed
    )
    return (session.scalar(named_ones) or 0) + (session.scalar(others) or 0)


def attendance_change(
    attended: EventSession, visitor_id: UUID | None, message: Message, undo: Action
) -> Change:
    ids = (attended.id, visitor_id) if visitor_id else (attended.id,)
    return Change(message, frozenset({about(Kind.ATTENDANCE, *ids)}), undo)
