"""Six weeks of the sample centre: bookings, events with people on their lists, visits."""

from datetime import date, datetime, time, timedelta
from random import Random
from uuid import UUID

from app.bookings.actions import BookRoom
from app.bookings.closures import AddClosure
from app.bookings.details import BookingDetails, ClosureDetails
from app.clock import to_utc, wall_now
from app.desk import Desk
from app.errors import Refused
from app.events.attending import CountHead, MarkPresent
from app.events.details import EventDetails
from app.events.model import Via
from app.events.plan import PlanEvent
from app.events.registering import RegisterForEvent
from app.ids import new_id
from app.sample.people import SamplePerson
from app.sample.plan import (
    BOOKINGS,
    EVENTS,
    MEETING_IN_UKRAINIAN,
    MEETING_TITLE,
    WeeklyBooking,
    WeeklyEvent,
)
from app.slot import Place, Slot
from app.visitors.model import Band
from app.visitors.visits import CheckIn, CheckOut, CloseVisit, CountUnnamed

WEEKS_BACK, WEEKS = 2, 6
VIAS = (Via.PHONE, Via.PHONE, Via.IN_PERSON, Via.IN_PERSON, Via.EMAIL, Via.SCHOOL)
BANDS = (Band.CHILD, Band.YOUTH, Band.YOUTH, Band.ADULT)


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def book_rooms(desk: Desk, rooms: dict[str, UUID], organisations: dict[str, UUID]) -> None:
    """What falls on a holiday is not booked, as in life."""
    today = wall_now(desk.clock).date()
    first = monday_of(today) - timedelta(weeks=WEEKS_BACK)
    for week in range(WEEKS):
        for wanted in BOOKINGS:
            day = first + timedelta(weeks=week, days=wanted.weekday)
            _book(desk, rooms[wanted.room], organisations[wanted.holder], wanted, day)


def _book(
    desk: Desk, room_id: UUID, organisation_id: UUID, wanted: WeeklyBooking, day: date
) -> None:
    today = wall_now(desk.clock).date()
    details = BookingDetails(
        title=wanted.title,
        place=Place(room_id, _slot(day, wanted.start, wanted.end)),
        kind=wanted.kind,
        organisation_id=organisation_id,
        people=wanted.people,
        pending=wanted.pending and monday_of(day) == monday_of(today),
    )
    try:
        desk.do(BookRoom(new_id(), details))
    except Refused:
        return


def close_for_repair(desk: Desk, room_id: UUID) -> None:
    """A morning without heating in the young people's room."""
    today = wall_now(desk.clock).date()
    slot = _slot(today, time(9), time(12))
    desk.do(AddClosure(new_id(), ClosureDetails(room_id, slot, "apkures remonts")))


def plan_events(
    desk: Desk, rooms: dict[str, UUID], people: list[SamplePerson], chance: Random
) -> dict[str, UUID]:
    """Events of all weeks; the ids of this week's, by title."""
    today = wall_now(desk.clock).date()
    first = monday_of(today) - timedelta(weeks=WEEKS_BACK)
    _plan_meeting(desk, rooms, people, chance)  # first: what is weekly gives way to it
    this_week = {}
    for week in range(WEEKS):
        for wanted in EVENTS:
            day = first + timedelta(weeks=week, days=wanted.weekday)
            event_id = _plan(desk, rooms[wanted.room], wanted, day)
            if event_id is None:
                continue
            if monday_of(day) == monday_of(today):
                this_week[wanted.title] = event_id[0]
            _fill(desk, event_id, wanted, _Crowd(people, chance, day))
    return this_week


class _Crowd:
    """Who comes to an event on a day, chosen by chance."""

    def __init__(self, people: list[SamplePerson], chance: Random, day: date) -> None:
        self.chance, self.day = chance, day
        self._people = people

    def some(self, wanted: WeeklyEvent) -> list[SamplePerson]:
        year = self.day.year
        fitting = self._people
        if "Jaunie" in wanted.title:
            fitting = [p for p in self._people if 12 < year - p.birth_year < 26]
        elif "Ukraiņu" in wanted.title:
            fitting = [p for p in self._people if p.ukrainian]
        elif "Vecāku" in wanted.title:
            fitting = [p for p in self._people if 24 < year - p.birth_year < 56]
        return self.chance.sample(fitting, min(wanted.registered, len(fitting)))


def _plan(desk: Desk, room_id: UUID, wanted: WeeklyEvent, day: date) -> tuple[UUID, UUID] | None:
    ids = new_id(), new_id()
    details = EventDetails(
        title=wanted.title,
        title_in_ukrainian=wanted.title_in_ukrainian,
        leader=wanted.leader,
        project=wanted.project,
        capacity=wanted.capacity,
        open_doors=wanted.open_doors,
        confidential=wanted.confidential,
    )
    slot = _slot(day, wanted.start, wanted.end)
    try:
        desk.do(PlanEvent(*ids, new_id(), details, slot, room_id))
    except Refused:
        return None
    return ids


def _fill(desk: Desk, ids: tuple[UUID, UUID], wanted: WeeklyEvent, crowd: _Crowd) -> None:
    """People on the list; who came, when the session has begun; heads without a name."""
    event_id, session_id = ids
    now, chance = wall_now(desk.clock), crowd.chance
    begins = datetime.combine(crowd.day, wanted.start)
    for person in crowd.some(wanted):
        registered = min(to_utc(begins) - timedelta(days=chance.randint(1, 9)), desk.clock.now())
        registration_id = new_id()
        via = chance.choice(VIAS)
        desk.do(RegisterForEvent(registration_id, event_id, person.id, via, registered))
        if begins < now and chance.random() < 0.82:
            came = to_utc(begins) + timedelta(minutes=chance.randint(-12, 9))
            desk.do(MarkPresent(new_id(), session_id, person.id, came, registration_id))
    room_left = wanted.capacity is None or wanted.capacity > wanted.registered + 3
    if begins < now and room_left:
        for _ in range(chance.randint(1, 8) if wanted.open_doors else chance.randint(0, 3)):
            desk.do(CountHead(session_id, chance.choice(BANDS), 1))


def _plan_meeting(
    desk: Desk, rooms: dict[str, UUID], people: list[SamplePerson], chance: Random
) -> None:
    """The participants' meeting of the whole programme, on 12 December."""
    day = date(wall_now(desk.clock).year, 12, 12)
    ids = new_id(), new_id()
    details = EventDetails(
        title=MEETING_TITLE,
        title_in_ukrainian=MEETING_IN_UKRAINIAN,
        leader="Inese Gavare",
        capacity=70,
    )
    closed = day.weekday() == 6
    room_id = None if closed else rooms["Lielā zāle"]
    elsewhere = "Preiļu kultūras centrs" if closed else ""
    slot = _slot(day, time(10), time(15))
    desk.do(PlanEvent(*ids, new_id(), details, slot, room_id, elsewhere))
    for person in chance.sample(people, 31):
        desk.do(RegisterForEvent(new_id(), ids[0], person.id, Via.EMAIL, desk.clock.now()))


def let_people_come(desk: Desk, people: list[SamplePerson], chance: Random) -> None:
    """Two weeks of visits; today's up to now, some still here."""
    now = wall_now(desk.clock)
    for back in range(13, -1, -1):
        day = now.date() - timedelta(days=back)
        if day.weekday() == 6 and back:
            continue
        guests = chance.sample(people, 30 if back == 0 else chance.randint(8, 15))
        for person in guests:
            _stay(desk, person, datetime.combine(day, time(8, 25)), chance)
        for _ in range(7 if back == 0 else 3):
            at = _moment(datetime.combine(day, time(9)), now, chance)
            visit_id = new_id()
            desk.do(CountUnnamed(visit_id, chance.choice(BANDS), to_utc(at)))
            if at + timedelta(hours=1) < now:
                desk.do(CloseVisit(visit_id, to_utc(at + timedelta(hours=1))))


def _stay(desk: Desk, person: SamplePerson, opens: datetime, chance: Random) -> None:
    now = wall_now(desk.clock)
    came = _moment(opens, now, chance)
    left = came + timedelta(minutes=chance.randint(25, 190))
    try:
        desk.do(CheckIn(new_id(), person.id, to_utc(came)))
    except Refused:
        return
    if left < now:
        desk.do(CheckOut(person.id, to_utc(left)))


def _moment(opens: datetime, now: datetime, chance: Random) -> datetime:
    """Between opening and seven in the evening, or now when that is earlier."""
    closes = min(now, opens.replace(hour=19, minute=0))
    minutes = max(1, int((closes - opens).total_seconds() // 60))
    return min(opens + timedelta(minutes=chance.randrange(minutes)), now)


def _slot(day: date, start: time, end: time) -> Slot:
    return Slot(datetime.combine(day, start), datetime.combine(day, end))
