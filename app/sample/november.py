"""What the sample centre has planned for the next month: courses, a draft, a date that was moved."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from app.bookings.telling_model import ToldBy
from app.clock import wall_now
from app.desk import Desk
from app.errors import Refused
from app.events.details import EventDetails, PlannedDate, SessionPlace
from app.events.informing import Inform
from app.events.model import TargetGroup, Via
from app.events.news_queries import NewsOf
from app.events.plan import MoveSession, PlanEvent
from app.events.registering import RegisterForEvent
from app.ids import new_id
from app.sample.people import SamplePerson
from app.slot import Slot

COURSE = EventDetails(
    "Keramika ģimenēm: no māla līdz krāsnij",
    "Кераміка для родин: від глини до печі",
    leader="Madara Skutele",
    project="ESF+ 4.3.6. «Kopā Preiļos»",
    capacity=12,
    companion_places=4,
    wheelchair_places=2,
    target_groups=frozenset({TargetGroup.FAMILIES}),
    description="Trīs nodarbības: veidošana, dedzināšana, glazēšana. Līdzi ņemt priekšautu.",
)
SINGLE: tuple[tuple[int, int, time, time, str, EventDetails], ...] = (
    (1, 1, time(10), time(12), "Radošā darbnīca", EventDetails("Mazuļu rīts", "Ранок малюків")),
    (
        1,
        5,
        time(11),
        time(14),
        "",
        EventDetails("Lapu talka un tēja kopienas dārzā", "Толока і чай у громадському саду"),
    ),
    (
        2,
        4,
        time(17),
        time(19),
        "Lielā zāle",
        EventDetails("Sadraudzības vakars", "Вечір дружби", open_doors=True),
    ),
    (
        2,
        5,
        time(11),
        time(13),
        "Lielā zāle",
        EventDetails(
            "Vecāku skola: kā runāt ar pusaudzi",
            "Школа батьків: розмова з підлітком",
            leader="Inese Gavare",
            capacity=30,
        ),
    ),
    (
        3,
        3,
        time(14),
        time(16),
        "Lielā zāle",
        EventDetails(
            "Senioru kafejnīca",
            "Кав’ярня для старших",
            target_groups=frozenset({TargetGroup.SENIORS}),
        ),
    ),
    (
        3,
        5,
        time(12),
        time(15),
        "Lielā zāle",
        EventDetails(
            "Jauniešu ideju diena",
            "День молодіжних ідей",
            target_groups=frozenset({TargetGroup.YOUTH}),
        ),
    ),
    (
        4,
        5,
        time(12),
        time(14),
        "Radošā darbnīca",
        EventDetails("Adventes vainagi", "Адвентові вінки", capacity=16),
    ),
    (
        4,
        4,
        time(18),
        time(20),
        "Radošā darbnīca",
        EventDetails("Sveču liešana", leader="Madara Skutele", capacity=10, draft=True),
    ),
)
"""Week of the month and weekday, hours, room (none: the yard), and what is said of it."""


def plan_next_month(desk: Desk, rooms: dict[str, UUID], people: list[SamplePerson]) -> None:
    """What does not fit beside what is booked is left out, as in life."""
    first = (wall_now(desk.clock).date().replace(day=1) + timedelta(days=32)).replace(day=1)
    monday = first + timedelta(days=-first.weekday() % 7)
    for week, weekday, start, end, room, details in SINGLE:
        day = monday + timedelta(weeks=week - 1, days=weekday)
        slot = _slot(day, start, end)
        elsewhere = "" if room else "Pagalms"
        _try(
            desk, PlanEvent(new_id(), new_id(), new_id(), details, slot, rooms.get(room), elsewhere)
        )
    _plan_course(desk, rooms, people, monday)


def _plan_course(
    desk: Desk, rooms: dict[str, UUID], people: list[SamplePerson], monday: date
) -> None:
    """Three Tuesdays; the second went to another room, and one of the list knows it."""
    room, other = rooms["Radošā darbnīca"], rooms["Mācību telpa"]
    days = [monday + timedelta(weeks=week, days=1) for week in range(3)]
    places = [SessionPlace(_slot(day, time(17, 30), time(19, 30)), room) for day in days]
    dates = [PlannedDate(new_id(), new_id(), place) for place in places]
    event_id, one = new_id(), dates[0]
    closes = datetime.combine(days[0] - timedelta(days=1), time(12))
    details = replace(COURSE, closes=closes)
    plan = PlanEvent(
        event_id,
        one.session_id,
        one.booking_id,
        details,
        places[0].slot,
        room,
        "",
        tuple(dates[1:]),
    )
    if not _try(desk, plan):
        return
    for person in people[20:29]:
        at = desk.clock.now() - timedelta(days=2)
        desk.do(RegisterForEvent(new_id(), event_id, person.id, Via.PHONE, at))
    moved = SessionPlace(places[1].slot, other)
    if not _try(desk, MoveSession(dates[1].session_id, places[1], moved)):
        return
    row = desk.ask(NewsOf(event_id))[0]
    desk.do(Inform(new_id(), row.news_id, row.visitor_id, ToldBy.PHONE, desk.clock.now()))


def _try(desk: Desk, action: PlanEvent | MoveSession) -> bool:
    try:
        desk.do(action)
    except Refused:
        return False
    return True


def _slot(day: date, start: time, end: time) -> Slot:
    return Slot(datetime.combine(day, start), datetime.combine(day, end))
