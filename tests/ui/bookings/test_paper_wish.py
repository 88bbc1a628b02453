"""What the choices ask for, what a file is called, and what events add to the plan of the day."""

from datetime import date, datetime
from uuid import uuid4

from app.bookings.papers import ConfirmationOf, DayPlanOf, DoorPlanOf
from app.language import say, words
from app.sheets.plan import CentreOnPaper, Confirmation, DeskLine, DeskPlan, DeskRoom, Taken
from ui.bookings.paper_wish import PaperWish, Sheet, Supports, file_name, question, with_supports

THURSDAY = date(2026, 10, 15)
AT = datetime(2026, 10, 15, 14)
TAKEN = Taken(AT, AT.replace(hour=16), "Club")


def test_a_week_begins_on_monday_and_what_is_missing_is_not_asked() -> None:
    room = uuid4()
    week = question(PaperWish(), room, THURSDAY, None)
    assert week == DoorPlanOf(room, date(2026, 10, 12), 7)
    assert question(PaperWish(Sheet.DAY), room, THURSDAY, None) == DoorPlanOf(room, THURSDAY, 1)
    assert question(PaperWish(Sheet.DESK), None, THURSDAY, None) == DayPlanOf(THURSDAY)
    confirmation = PaperWish(Sheet.CONFIRMATION)
    assert question(confirmation, None, None, room) == ConfirmationOf(room)
    assert question(confirmation, room, THURSDAY, None) is None
    assert question(PaperWish(), None, THURSDAY, None) is None
    assert question(PaperWish(), room, None, None) is None


def test_a_file_is_named_after_the_room_not_after_people() -> None:
    booking = Confirmation(CentreOnPaper(), TAKEN, 'A/B: "big" ', "")
    assert file_name(booking) == "Booking confirmation A B   big 2026-10-15.pdf"


def test_what_an_event_needs_stands_once_where_it_is() -> None:
    room, other = uuid4(), uuid4()
    own = DeskLine(TAKEN, prepare=(say("Projector"),))
    beside = DeskLine(Taken(AT, TAKEN.end, "Club", where="Hall"))
    rooms = (
        DeskRoom("Hall", "", 0, None, (own,), room_id=room),
        DeskRoom("Part", "", 0, None, (beside,), room_id=other),
    )
    supports: Supports = {(room, AT): (say("Large print"),), (other, AT): (say("Never"),)}
    plan = with_supports(DeskPlan(CentreOnPaper(), THURSDAY, rooms), supports)
    prepared = [[words(one) for line in r.lines for one in line.prepare] for r in plan.rooms]
    assert prepared == [["Projector", "Large print"], []]
