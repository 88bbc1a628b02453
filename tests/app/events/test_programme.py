"""What is on the programme of a month, and what is not."""

from datetime import date, timedelta

from app.bookings.closures import AddClosure
from app.bookings.details import ClosureDetails
from app.desk import Desk
from app.events.changing import CancelEvent
from app.events.details import PlannedDate, SessionPlace
from app.events.model import TargetGroup
from app.events.programme import ProgrammeOf
from app.ids import new_id
from app.language import words
from app.sheets.programme import Programme
from tests.making.bookings import make_room, slot
from tests.making.events import make_event, planned

WEDNESDAY = date(2026, 11, 4)


def lines(found: Programme) -> list[tuple[int, str, str, str]]:
    return [
        (one.day.day, one.title, one.where, ", ".join(map(words, one.notes)))
        for one in found.entries
    ]


def test_what_is_regular_is_one_line_with_the_dates_left_out(desk: Desk) -> None:
    room = make_room(desk, "Classroom")
    weeks = [WEDNESDAY + timedelta(weeks=n) for n in (0, 1, 3)]
    places = [SessionPlace(slot("16:30", "18:00", day), room) for day in weeks]
    first, *more = (PlannedDate(new_id(), new_id(), place) for place in places)
    plan = planned(
        room,
        "16:30",
        "18:00",
        "Latvian talking club",
        day=weeks[0],
        open_doors=True,
        target_groups=frozenset({TargetGroup.UKRAINE}),
    )
    desk.do(type(plan)(**{**vars(plan), "more": tuple(more)}))
    assert first
    make_event(desk, place="The yard", title="Leaves and tea", day=date(2026, 11, 7))
    make_event(desk, room, title="Wreaths", day=date(2026, 11, 28), capacity=16)
    day = slot("00:00", "23:59", date(2026, 11, 18))
    desk.do(AddClosure(new_id(), ClosureDetails(None, day, "Proclamation day")))
    found = desk.ask(ProgrammeOf(date(2026, 11, 20)))
    assert lines(found) == [
        (
            4,
            "Latvian talking club",
            "Classroom",
            "for people from Ukraine, every Wednesday except 18 Nov",
        ),
        (7, "Leaves and tea", "The yard", "everybody is welcome"),
        (28, "Wreaths", "Classroom", "16 places, please register"),
    ]
    assert found.closed == ((date(2026, 11, 18), "Proclamation day"),)


def test_no_draft_no_support_group_nothing_cancelled_or_kept_off(desk: Desk) -> None:
    for n, rest in enumerate(({"draft": True}, {"confidential": True}, {"on_poster": False})):
        make_event(desk, place="Yard", title=f"Hidden {n}", day=WEDNESDAY, **rest)
    cancelled = make_event(desk, place="Yard", title="Cancelled", day=WEDNESDAY)
    desk.do(CancelEvent(cancelled.event_id))
    make_event(desk, place="Yard", title="In October", day=date(2026, 10, 31))
    assert desk.ask(ProgrammeOf(WEDNESDAY)).entries == ()
