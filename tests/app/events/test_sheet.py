"""Issuing the attendance sheet: its number, and its rows in the order of the paper."""

import re
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from app.clock import StandingClock
from app.desk import Desk
from app.events.changing import CancelEvent
from app.events.details import SessionPlace
from app.events.facts import Facts
from app.events.model import Via
from app.events.registering import CancelRegistration, RegisterForEvent
from app.events.sessions import AddSession
from app.events.sheets import (
    AttendanceSheet,
    IssueSheet,
    NeverPrinted,
    PaperOf,
    SheetsOf,
    UsualOptions,
)
from app.events.way_back import Paper
from app.events.way_back_choices import PapersIssued
from app.ids import new_id
from app.language import Language, use
from app.sheets.attendance import draw_attendance
from app.sheets.codes import read_sheet_digits
from app.sheets.sheet import Layout, Names, Order, SheetOptions
from app.sheets.sheet_wish import as_json, read_options
from tests.app.sheets.reading import text_of
from tests.making.bookings import make_room, slot
from tests.making.events import make_event, make_registration
from tests.making.papers import Issued, written
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
    use(Language.UK)  # the paper's alphabet is Latvian at every desk
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
    desk.do(
        IssueSheet(sheet, event.session_id, as_json(SheetOptions(Layout.EMPTY)), desk.clock.now())
    )
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
    options = as_json(SheetOptions(order=Order.REGISTERED))
    desk.do(IssueSheet(sheet, event.session_id, options, now))
    assert [line.name for line in desk.ask(PaperOf(sheet)).lines] == arrived


def test_what_was_chosen_for_an_event_last_is_chosen_again(desk: Desk) -> None:
    course, group, new = (
        make_event(desk, title="Course"),
        make_event(desk, title="Support group", confidential=True),
        make_event(desk, title="New"),
    )
    assert desk.ask(UsualOptions(course.session_id)) is None
    wide = SheetOptions(Layout.COURSE, (Language.LV, Language.UK), blank_rows=3)
    desk.do(IssueSheet(new_id(), course.session_id, as_json(wide), desk.clock.now()))
    desk.do(IssueSheet(new_id(), group.session_id, as_json(SheetOptions()), desk.clock.now()))
    again = desk.ask(UsualOptions(course.session_id))
    assert again == replace(wide, organisation=False, walk_in_ages=False, signature=False)
    assert desk.ask(UsualOptions(new.session_id)) == again
    guarded = desk.ask(UsualOptions(group.session_id))
    assert guarded is not None
    assert (guarded.names, guarded.organisation) == (Names.INITIAL, False)


@pytest.mark.parametrize("kept", ["", "{}", "[1]", '{"layout": "round"}', "null"])
def test_options_that_cannot_be_understood_are_none(kept: str) -> None:
    assert read_options(kept) is None


def test_the_sheets_of_some_days_leave_out_what_does_not_happen(desk: Desk) -> None:
    make_event(desk, title="Evening", start="18:00", end="19:00")
    make_event(desk, title="Morning", start="09:00", end="10:00")
    make_event(desk, title="Next week", day=date(2026, 10, 22))
    make_event(desk, title="Thought about", draft=True)
    cancelled = make_event(desk, title="Cancelled")
    desk.do(CancelEvent(cancelled.event_id))
    titles = [one.head.title for one in desk.ask(SheetsOf(date(2026, 10, 15), 7))]
    assert titles == ["Morning", "Evening"]


def test_a_number_that_came_to_no_paper_is_free_again(desk: Desk) -> None:
    event = make_event(desk)
    make_registration(desk, event.event_id, make_visitor(desk))

    def issue() -> UUID:
        sheet = new_id()
        desk.do(IssueSheet(sheet, event.session_id, "{}", desk.clock.now()))
        return sheet

    kept, lost = issue(), issue()
    desk.do(NeverPrinted((lost,)))
    assert [one.number for one in desk.ask(PapersIssued())] == ["2026-0001"]
    assert desk.ask(PaperOf(issue())).issued.number == "2026-0002"
    assert desk.ask(PaperOf(kept)).lines


def test_every_layout_comes_back_row_by_row(desk: Desk) -> None:
    """The number in a row of the paper is the number under which it was remembered."""
    event = make_event(desk)
    for family in ("Ozola", "Āboliņa", "Žagare"):
        make_registration(desk, event.event_id, make_visitor(desk, "Anna", family))
    sheets = {layout: new_id() for layout in Layout}
    for layout, sheet in sheets.items():
        written_down, now = as_json(SheetOptions(layout)), desk.clock.now()
        desk.do(IssueSheet(sheet, event.session_id, written_down, now))
    for number, (layout, sheet) in enumerate(sheets.items(), 1):
        drawn, options = desk.ask(PaperOf(sheet)), SheetOptions(layout)
        pdf = draw_attendance(drawn.head, drawn.lines, options, drawn.issued)
        digits = re.search(r"9 2026 000\d 01 \d", text_of(pdf))
        assert digits
        assert read_sheet_digits(digits[0]) == (f"2026-000{number}", 1)
        come_back = desk.ask(Paper(sheet))
        assert come_back.printed == len(drawn.lines) == (3 if options.named else 0)
        assert [row.name for row in come_back.rows] == [line.name for line in drawn.lines]
    paper = Issued(sheets[Layout.EASY], event, ())
    desk.do(written(desk, paper, 1, make_visitor(desk, "Oto", "Bite")))
    assert desk.ask(Paper(paper.sheet_id)).walked_in == 1


def test_a_course_lists_who_comes_to_any_of_its_dates(desk: Desk) -> None:
    event, second = make_event(desk, place="In the yard"), new_id()
    place = SessionPlace(slot("17:30", "19:30", date(2026, 10, 22)), None, "In the yard")
    desk.do(AddSession(second, event.event_id, None, place))
    make_registration(desk, event.event_id, make_visitor(desk, "Anna", "Ozola"))
    later, only = make_visitor(desk, "Biruta", "Bite"), Facts(session_ids=frozenset({second}))
    now = desk.clock.now()
    desk.do(RegisterForEvent(new_id(), event.event_id, later, Via.PHONE, now, only))

    def names(**wish: bool) -> list[str]:
        return [line.name for line in desk.ask(AttendanceSheet(event.session_id, **wish))[1]]

    assert names() == ["Ozola Anna"]
    assert names(course=True) == ["Bite Biruta", "Ozola Anna"]
    sheet = new_id()
    desk.do(IssueSheet(sheet, event.session_id, as_json(SheetOptions(Layout.COURSE)), now))
    assert [line.name for line in desk.ask(PaperOf(sheet)).lines] == names(course=True)
    assert desk.ask(PaperOf(sheet)).head.dates == (date(2026, 10, 15), date(2026, 10, 22))
