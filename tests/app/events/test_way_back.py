"""Paper that comes back: rows as issued, ticks, walk-ins, and the sum."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.clock import StandingClock
from app.database.engine import Database
from app.desk import Desk
from app.errors import ChangedElsewhere, Refused
from app.events.attending import CountHead
from app.events.board import SessionBoard
from app.events.details import SessionPlace
from app.events.plan import MoveSession
from app.events.registering import CancelRegistration
from app.events.sessions import AddSession, RemoveSession
from app.events.sheets import IssueSheet, PaperOf
from app.events.way_back import PageBegins, Paper
from app.events.way_back_choices import PaperNumbered, PapersIssued
from app.events.way_back_closing import CloseSheet, Closing
from app.events.way_back_names import WhoWrote
from app.events.way_back_rows import EmptyRow
from app.events.way_back_ticks import UntickRows
from app.ids import new_id
from app.permission import SignedIn
from app.sheets.sheet import Layout, SheetOptions
from app.sheets.sheet_wish import as_json
from app.visitors.details import VisitorDetails
from app.visitors.model import Band
from app.visitors.register import EditVisitor
from app.visitors.search import How
from tests.making.bookings import slot
from tests.making.events import make_attendance, make_event, make_registration
from tests.making.papers import make_paper, print_again, ticks, written
from tests.making.visitors import make_visitor


def test_the_rows_are_those_of_the_paper_whatever_happened_to_the_list(desk: Desk) -> None:
    paper = make_paper(desk, "Bērziņa", "Kalna", "Ozola")
    make_registration(desk, paper.event.event_id, make_visitor(desk, "Oto", "Ābols"))
    before = desk.ask(SessionBoard(paper.event.session_id)).rows
    desk.do(CancelRegistration(next(r.registration_id for r in before if "Kalna" in r.list_name)))
    renamed = VisitorDetails("Anna", "Ozola")
    desk.do(EditVisitor(paper.people[2], renamed, replace(renamed, family_name="Zeltiņa")))
    rows = paper.on(desk).rows
    assert [(row.row, row.visitor_id) for row in rows] == list(enumerate(paper.people, 1))
    desk.do(ticks(desk, paper.sheet_id, 2, 3))
    present = {
        row.list_name for row in desk.ask(SessionBoard(paper.event.session_id)).rows if row.came
    }
    assert present == {"Kalna Anna", "Zeltiņa Anna"}
    assert paper.on(desk).open_rows == (1,)


def test_paper_does_not_say_when_somebody_came(desk: Desk, clock: StandingClock) -> None:
    paper = make_paper(desk, "Bērziņa", "Kalna", start="12:00", end="13:00")
    desk.do(ticks(desk, paper.sheet_id, 1))
    clock.advance(timedelta(days=1))
    desk.do(ticks(desk, paper.sheet_id, 2))
    rows = desk.ask(SessionBoard(paper.event.session_id)).rows
    assert [row.came and f"{row.came:%H:%M}" for row in rows] == ["11:48", "12:00"]


def test_two_desks_never_undo_each_others_ticks(
    desk: Desk, open_database: Callable[[], Database], somebody: SignedIn
) -> None:
    paper = make_paper(desk, "Bērziņa", "Kalna", "Ozola")
    other = Desk(open_database(), desk.clock, "office")
    other.sign_in(somebody)
    make_attendance(other, paper.event.session_id, paper.people[1])
    desk.do(ticks(desk, paper.sheet_id, 1, 2, 3))
    desk.undo()
    assert [row.row for row in paper.on(desk).rows if row.present] == [2]
    desk.redo()
    other.do(UntickRows(paper.sheet_id, (1,)))
    other.do(ticks(other, paper.sheet_id, 1))
    with pytest.raises(ChangedElsewhere):
        desk.undo()
    assert paper.on(desk).by_name == 3


def test_photographs_are_what_the_paper_says(desk: Desk) -> None:
    paper = make_paper(desk, "Bērziņa", "Kalna", "Ozola")
    desk.do(ticks(desk, paper.sheet_id, 1, 2))
    desk.do(ticks(desk, paper.sheet_id, 2, photo=False))
    desk.do(ticks(desk, paper.sheet_id, 3, photo=True))
    assert [row.photo for row in paper.on(desk).rows] == [None, False, True]
    with pytest.raises(Refused, match="just so already"):
        desk.do(ticks(desk, paper.sheet_id, 3, photo=True))


def test_a_row_that_the_paper_does_not_have(desk: Desk) -> None:
    paper = make_paper(desk, "Bērziņa")
    with pytest.raises(Refused, match="Nobody stands in row 2"):
        desk.do(ticks(desk, paper.sheet_id, 1, 2))
    assert paper.on(desk).by_name == 0


def test_walk_ins_keep_the_number_of_their_row(desk: Desk) -> None:
    paper = make_paper(desk, "Bērziņa")
    known = make_visitor(desk, "Anna", "Leidums")
    desk.do(written(desk, paper, 3, known))
    desk.do(written(desk, paper, 2, new_id(), VisitorDetails("Viktors", "Prikulis", town="Preiļi")))
    on = paper.on(desk)
    assert [(row.row, row.name, row.written) for row in on.rows] == [
        (1, "Bērziņa Anna", False),
        (2, "Prikulis Viktors", True),
        (3, "Leidums Anna", True),
    ]
    assert (on.printed, on.by_name, on.walked_in, on.entered) == (1, 0, 2, 2)
    assert len(desk.ask(PaperOf(paper.sheet_id)).lines) == 1  # the paper itself is as it was
    with pytest.raises(Refused, match="stands in row 3 of this sheet"):
        desk.do(written(desk, paper, 4, known))
    with pytest.raises(Refused, match="row 3 already"):
        desk.do(written(desk, paper, 3, make_visitor(desk, "Oto", "Kalns")))
    desk.do(EmptyRow(paper.sheet_id, 3))
    assert paper.on(desk).walked_in == 1


def test_who_was_ticked_at_the_door_only_gets_her_row(desk: Desk) -> None:
    paper = make_paper(desk, "Bērziņa")
    walk_in = make_visitor(desk, "Anna", "Leidums")
    make_attendance(desk, paper.event.session_id, walk_in)
    assert paper.on(desk).elsewhere == 1
    desk.do(written(desk, paper, 2, walk_in))
    assert (paper.on(desk).elsewhere, paper.on(desk).walked_in) == (0, 1)
    desk.undo()
    assert paper.on(desk).elsewhere == 1


def test_the_sum_on_paper_must_fit_or_be_explained(desk: Desk) -> None:
    paper = make_paper(desk, "Bērziņa", "Kalna", "Ozola")
    desk.do(ticks(desk, paper.sheet_id, 1, 2))
    desk.do(CountHead(paper.event.session_id, Band.CHILD))
    now = desk.clock.now()
    with pytest.raises(Refused, match="The paper says 4, and 3 are entered"):
        desk.do(CloseSheet(paper.sheet_id, Closing(4, now)))
    desk.do(CloseSheet(paper.sheet_id, Closing(4, now, "one signature cannot be read")))
    assert paper.on(desk).closed is not None
    with pytest.raises(Refused, match="finished"):
        desk.do(ticks(desk, paper.sheet_id, 3))


def test_a_sheet_is_found_by_its_number(desk: Desk) -> None:
    paper = make_paper(desk, "Bērziņa")
    found = desk.ask(PaperNumbered("2026-0001"))
    assert found is not None
    assert (found.sheet_id, found.rows, found.closed) == (paper.sheet_id, 1, False)
    assert desk.ask(PaperNumbered("2026-0999")) is None


def test_an_old_print_says_so_and_finished_sheets_come_last(desk: Desk) -> None:
    paper = make_paper(desk, "Bērziņa")
    make_registration(desk, paper.event.event_id, make_visitor(desk, "Oto", "Ābols"))
    print_again(desk, paper.event.session_id)
    assert (len(paper.on(desk).rows), paper.on(desk).newer) == (1, "2026-0002")
    desk.do(CloseSheet(paper.sheet_id, Closing(0, desk.clock.now())))
    issued = desk.ask(PapersIssued())
    assert [(one.number, one.rows, one.closed) for one in issued] == [
        ("2026-0002", 2, False),
        ("2026-0001", 1, True),
    ]


def test_a_written_name_is_found_new_or_doubtful(desk: Desk) -> None:
    for given, family in (("Anna", "Leidums"), ("Zenta", "Mūrniece"), ("Zenta", "Mūrniece")):
        make_visitor(desk, given, family)
    make_visitor(desk, "Inga", "Liepājniece")

    def how(text: str) -> How:
        return desk.ask(WhoWrote(text)).how

    assert how("Leidums Anna") is How.EXACT
    assert how("anna leidums") is How.EXACT
    assert how("Viktors Prikulis") is How.NONE
    assert how("Zenta Mūrniece") is How.SHARED  # two of them
    assert how("Anna Leidumx") is How.GUESS  # perhaps written wrongly
    assert how("Inga Liepāj") is How.GUESS  # only the beginning fits


def test_a_course_has_a_column_for_each_date(desk: Desk, clock: StandingClock) -> None:
    first = make_event(desk, start="10:00", end="11:00", title="Latvian")
    person = make_visitor(desk)
    make_registration(desk, first.event_id, person)
    second = AddSession(
        new_id(), first.event_id, None, SessionPlace(slot("10:00", "11:00", date(2026, 10, 22)))
    )
    desk.do(second)
    sheet_id = new_id()
    desk.do(
        IssueSheet(
            sheet_id, first.session_id, as_json(SheetOptions(layout=Layout.COURSE)), clock.now()
        )
    )
    assert desk.ask(Paper(sheet_id)).session_id == first.session_id  # the other has not begun
    clock.advance(timedelta(days=8))
    paper = desk.ask(Paper(sheet_id))
    assert (paper.session_id, paper.is_last_date) == (second.session_id, True)
    desk.do(replace(ticks(desk, sheet_id, 1), session_id=second.session_id))
    assert desk.ask(Paper(sheet_id)).by_name == 1
    assert desk.ask(Paper(sheet_id, first.session_id)).by_name == 0
    desk.do(CloseSheet(sheet_id, Closing(1, clock.now(), session_id=second.session_id)))
    desk.undo()
    elsewhere = make_event(desk).session_id
    with pytest.raises(Refused, match="not on the sheet"):
        desk.do(replace(ticks(desk, sheet_id, 1), session_id=elsewhere))


def test_the_columns_of_a_course_stay_as_they_were_printed(
    desk: Desk, clock: StandingClock
) -> None:
    course = make_event(desk, start="10:00", end="11:00", title="Latvian")
    make_registration(desk, course.event_id, make_visitor(desk))
    later = [date(2026, 10, 22), date(2026, 10, 29)]
    places = [SessionPlace(slot("10:00", "11:00", day)) for day in later]
    added = [AddSession(new_id(), course.event_id, None, place) for place in places]
    for one in added:
        desk.do(one)
    sheet_id = new_id()
    options = as_json(SheetOptions(layout=Layout.COURSE))
    desk.do(IssueSheet(sheet_id, course.session_id, options, clock.now()))
    between = SessionPlace(slot("10:00", "11:00", date(2026, 10, 20)))
    desk.do(AddSession(new_id(), course.event_id, None, between))
    desk.do(RemoveSession(course.session_id))
    desk.do(MoveSession(added[0].session_id, places[0], SessionPlace(slot("12:00", "13:00"))))
    paper = desk.ask(Paper(sheet_id))
    assert [(one.start.date(), one.gone) for one in paper.dates] == [
        (date(2026, 10, 15), True),
        (later[0], False),
        (later[1], False),
    ]
    assert paper.session_id == added[0].session_id
    assert desk.ask(PaperOf(sheet_id)).head.dates == (date(2026, 10, 15), *later)
    with pytest.raises(ChangedElsewhere, match="no longer there"):
        desk.do(replace(ticks(desk, sheet_id, 1), session_id=course.session_id))


def test_a_scanned_page_says_with_which_row_it_begins(desk: Desk) -> None:
    paper = make_paper(desk, *(f"Kalns{n}" for n in range(40)))
    sheet_id = new_id()
    options = as_json(SheetOptions(layout=Layout.LARGE, blank_rows=20))
    desk.do(IssueSheet(sheet_id, paper.event.session_id, options, desk.clock.now()))
    begins = [desk.ask(PageBegins(sheet_id, page)) for page in (1, 2, 3, 99)]
    assert begins[0] == begins[3] == 1
    assert 1 < begins[1] < begins[2] <= 40
