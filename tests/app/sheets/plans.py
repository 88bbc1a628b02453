"""Plans of rooms for the tests of their papers."""

from datetime import date, datetime, time, timedelta

from app.language import Language, say
from app.sheets.plan import CentreOnPaper, DoorPlan, PlanDay, ShutTime, Taken

MONDAY = date(2026, 10, 12)
NOW = datetime(2026, 10, 12, 8, 40)
WEEK = (((time(9), time(20)),) * 5) + ((time(10), time(16)), None)
CENTRE = CentreOnPaper(
    {Language.LV: "Preiļu centrs", Language.EN: "Preiļi Centre", Language.UK: "Центр"},
    phone="65300001",
    week=WEEK,
)
BAD = '<img src="file:///etc/hostname"> <b>&amp; {0}%s\0\u202e'
RTL, EMOJI = "\u0645\u0631\u062d\u0628\u0627", "\U0001f389"


def taken(
    day: int, start: float, end: float, title: str = "", holder: str = "", where: str = ""
) -> Taken:
    """``day`` 0 is Monday; hours of it, as a number."""
    midnight = datetime.combine(MONDAY + timedelta(day), time())
    begin, until = midnight + timedelta(hours=start), midnight + timedelta(hours=end)
    return Taken(begin, until, title, holder, where=where)


def door_plan(*booked: Taken, shut: tuple[ShutTime, ...] = (), room: str = "Zāle") -> DoorPlan:
    """A week of one room."""
    days = []
    for number, hours in enumerate(WEEK):
        day = MONDAY + timedelta(number)
        own = tuple(one for one in booked if one.on(day)[0] < one.on(day)[1])
        closed = tuple(one for one in shut if one.start.date() == day)
        days.append(PlanDay(day, hours, own, closed))
    return DoorPlan(CENTRE, room, "2. stāvs", 30, (say("Step-free"),), tuple(days))


def one_day(plan: DoorPlan, number: int) -> DoorPlan:
    return DoorPlan(
        plan.centre,
        plan.room,
        plan.where,
        plan.seats,
        plan.features,
        plan.days[number : number + 1],
    )
