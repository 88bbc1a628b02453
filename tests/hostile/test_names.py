"""Hostile names through the door: they come out as text everywhere, or are refused with a reason."""

from datetime import datetime, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from app.desk import Desk
from app.errors import Refused
from app.events.details import EventDetails
from app.events.model import Via
from app.events.plan import PlanEvent
from app.events.registering import RegisterForEvent
from app.events.sheets import AttendanceSheet
from app.ids import new_id
from app.language import words
from app.sheets.attendance import draw_attendance
from app.sheets.sheet import SheetOptions
from app.slot import Slot
from app.visitors.details import VisitorDetails
from app.visitors.queries import VisitorCard
from app.visitors.register import RegisterVisitor
from tests.making.visitors import make_visitor

NAUGHTY = [
    '<img src="file:///etc/passwd">',
    "<b>Anna</b> & <i>Zane</i>",
    "=HYPERLINK(1)",
    "%s %d %n",
    "{0} {who} {",
    "'; DROP TABLE visitor; --",
    "Robert\\nsecond line",
    "ʼ’'`",
    "😀 Ľubomír Ğ 王",
    "مرحبا",
]


@pytest.mark.parametrize("name", NAUGHTY)
def test_a_naughty_name_is_only_text(desk: Desk, name: str) -> None:
    change = desk.do(RegisterVisitor(new_id(), VisitorDetails(name, "Tests"), desk.clock.now()))
    assert name in words(change.message)
    visitor_id = make_visitor(desk, name, name)
    card = desk.ask(VisitorCard(visitor_id))
    assert card is not None
    assert card.row.given_name == name


def test_naughty_names_on_the_sheet(desk: Desk) -> None:
    event_id, session_id = new_id(), new_id()
    start = datetime(2026, 10, 16, 10)
    slot = Slot(start, start + timedelta(hours=1))
    details = EventDetails("<b>{0} %s</b>")
    desk.do(PlanEvent(event_id, session_id, None, details, slot, None, "<img src=x>"))
    for name in NAUGHTY:
        visitor_id = make_visitor(desk, name, "")
        desk.do(RegisterForEvent(new_id(), event_id, visitor_id, Via.PHONE, desk.clock.now()))
    head, lines = desk.ask(AttendanceSheet(session_id))
    assert len(lines) == len(NAUGHTY)
    pdf = draw_attendance(head, lines, SheetOptions())
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    assert '<img src="file:///etc/' in text
    assert "%s %d %n" in text


def test_what_cannot_be_seen_is_taken_out_and_the_endless_is_refused(desk: Desk) -> None:
    card = desk.ask(VisitorCard(make_visitor(desk, "An\x00na\u202e", "Bēr\x07ziņa")))
    assert card is not None
    assert card.row.name == "Anna Bērziņa"
    with pytest.raises(Refused, match="at most 200 letters"):
        make_visitor(desk, "a" * 10_000, "")
