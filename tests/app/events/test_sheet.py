"""Issuing the attendance sheet: its number, and its rows in the order of the paper."""

from datetime import timedelta

from app.clock import StandingClock
from app.desk import Desk
from app.events.registering import CancelRegistration
from app.events.sheets import AttendanceSheet, IssueSheet, PaperOf
from app.ids import new_id
from app.language import Language, use
from app.sheets.attendance import draw_attendance
from app.sheets.sheet import Order, SheetOptions
from tests.making.bookings import make_room
from tests.making.events import make_event, make_registration
from tests.making.visitors import make_organisation, make_visitor


def test_numbers_count_from_one_in_each_year(desk: Desk, clock: StandingClock) -> None:
    event = make_event(desk)

    def issued() -> str:
        sheet = new_id()
        desk.do(IssueSheet(sheet, event.session_id, "{}", desk.clock.now()))
        return desk.ask(PaperOf(sheet)).issued.number

    assert [issued(), issued()] == ["2026-0001", "2026-0002"]
    clock.advance(timedelta(days=100))
    assert issued() == "2027-0001"


def test_the_paper_remembers_its_rows(desk: Desk) -> None:
    use(Language.LV)
    event = make_event(desk, make_room(desk, where="1. stāvs"), title="Keramika", leader="Madara")
    organisation = make_organisation(desk)
    people = [
        make_visitor(desk, "Jānis", "Žagars", organisation_id=organisation),
        make_visitor(desk, "Anna", "Āboliņa", town="Preiļi"),
        make_visitor(desk, "Līga", "Šmite"),
    ]
    listed = [make_registration(desk, event.event_id, one) for one in people]
    head, lines = desk.ask(AttendanceSheet(event.session_id))
    assert (head.title, head.place, head.leader) == ("Keramika", "Great hall, 1. stāvs", "Madara")
    assert [(one.name, one.organisation, one.short) for one in lines] == [
        ("Āboliņa Anna", "Preiļi", "Anna Ā."),
        ("Šmite Līga", "", "Līga Š."),
        ("Žagars Jānis", "Pensionāru biedrība", "Jānis Ž."),
    ]
    sheet = new_id()
    desk.do(IssueSheet(sheet, event.session_id, "{}", desk.clock.now()))
    desk.do(CancelRegistration(listed[0]))
    make_registration(desk, event.event_id, make_visitor(desk, "Oto", "Bite"))
    paper = desk.ask(PaperOf(sheet))
    assert paper.lines == lines
    assert draw_attendance(paper.head, paper.lines, SheetOptions(), paper.issued).startswith(
        b"%PDF"
    )
    assert len(desk.ask(AttendanceSheet(event.session_id))[1]) == 3


def test_an_empty_sheet_has_a_number_and_no_rows(desk: Desk) -> None:
    event = make_event(desk)
    make_registration(desk, event.event_id, make_visitor(desk))
    sheet = new_id()
    desk.do(IssueSheet(sheet, event.session_id, "{}", desk.clock.now(), named=False))
    assert desk.ask(PaperOf(sheet)).lines == ()


def test_people_stand_as_they_registered_when_that_is_wanted(
    desk: Desk, clock: StandingClock
) -> None:
    event = make_event(desk)
    for given, family in (("Zane", "Ozola"), ("Anna", "Bērziņa")):
        make_registration(desk, event.event_id, make_visitor(desk, given, family))
        clock.advance(timedelta(minutes=1))

    def listed(question: AttendanceSheet) -> list[str]:
        return [line.name for line in desk.ask(question)[1]]

    assert listed(AttendanceSheet(event.session_id)) == ["Bērziņa Anna", "Ozola Zane"]
    arrived = ["Ozola Zane", "Bērziņa Anna"]
    assert listed(AttendanceSheet(event.session_id, Order.REGISTERED)) == arrived
    sheet, now = new_id(), desk.clock.now()
    desk.do(IssueSheet(sheet, event.session_id, "{}", now, order=Order.REGISTERED))
    assert [line.name for line in desk.ask(PaperOf(sheet)).lines] == arrived
