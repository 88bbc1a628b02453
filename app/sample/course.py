"""A course of the sample centre: twelve evenings of Latvian, some of them over."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from app.clock import to_utc, wall_now
from app.desk import Desk
from app.events.attending import MarkPresent
from app.events.details import EventDetails, SessionPlace
from app.events.model import Via
from app.events.plan import PlanEvent
from app.events.registering import RegisterForEvent
from app.events.sessions import AddSession
from app.ids import new_id
from app.sample.happenings import monday_of
from app.sample.people import SamplePerson
from app.slot import Slot

DETAILS = EventDetails(
    "Latviešu valoda A2",
    title_in_ukrainian="Латиська мова A2",
    leader="Zane Vītola",
    project="ESF+ 4.3.6. «Kopā Preiļos»",
)
PLACE = "Preiļu novada bibliotēka"
EVENINGS = 12
LEARNERS = 11
BEGINS, LASTS = time(18), timedelta(minutes=90)


def hold_course(desk: Desk, people: list[SamplePerson]) -> None:
    """Mondays and Wednesdays, from last week's Monday on; somebody is missing each time."""
    first = monday_of(wall_now(desk.clock).date()) - timedelta(weeks=1)
    days = [first + timedelta(weeks=n // 2, days=n % 2 * 2) for n in range(EVENINGS)]
    event_id, sessions = new_id(), [new_id() for _ in days]
    desk.do(PlanEvent(event_id, sessions[0], None, DETAILS, _slot(days[0]), None, PLACE))
    for session_id, day in zip(sessions[1:], days[1:], strict=True):
        desk.do(AddSession(session_id, event_id, None, SessionPlace(_slot(day), None, PLACE)))
    learners = [one.id for one in people if one.ukrainian][:LEARNERS]
    now = desk.clock.now()
    for visitor_id in learners:
        desk.do(RegisterForEvent(new_id(), event_id, visitor_id, Via.IN_PERSON, now))
    for number, (session_id, day) in enumerate(zip(sessions, days, strict=True)):
        if to_utc(_slot(day).end) < now:
            _come(desk, session_id, learners, number)


def _come(desk: Desk, session_id: UUID, learners: list[UUID], number: int) -> None:
    for place, visitor_id in enumerate(learners):
        if place % 5 != number % 5 and place < LEARNERS - 1:
            now = desk.clock.now()
            desk.do(MarkPresent(new_id(), session_id, visitor_id, now, new_id()))


def _slot(day: date) -> Slot:
    begins = datetime.combine(day, BEGINS)
    return Slot(begins, begins + LASTS)
