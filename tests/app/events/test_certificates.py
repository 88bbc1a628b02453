"""Badges and certificates: whose they are, what they tell, and the numbers they get."""

from datetime import date, timedelta
from uuid import UUID

from app.clock import StandingClock
from app.desk import Desk
from app.events.badges import BadgesOf
from app.events.certificates import CertificatesOf, IssueCertificates
from app.events.details import SessionPlace
from app.events.facts import Facts
from app.events.model import Via
from app.events.registering import RegisterForEvent
from app.events.sessions import AddSession
from app.ids import new_id
from app.sheets.badges import COMPANION
from app.visitors.card_code import card_digits
from tests.making.bookings import slot
from tests.making.events import make_attendance, make_event, make_registration
from tests.making.people import merging
from tests.making.visitors import make_double, make_visitor


def issue(desk: Desk, session_id: UUID, *people: UUID) -> dict[str, str]:
    wanted = tuple((new_id(), one) for one in people)
    desk.do(IssueCertificates(session_id, wanted, desk.clock.now()))
    return {one.diploma.name: one.diploma.number for one in desk.ask(CertificatesOf(session_id))[1]}


def test_who_came_is_counted_by_sessions_and_hours(desk: Desk, clock: StandingClock) -> None:
    event = make_event(desk, start="10:00", end="11:30", title="Latvian", leader="Zane Vītola")
    second, later = new_id(), new_id()
    for session, day in ((second, date(2026, 10, 16)), (later, date(2027, 1, 20))):
        place = SessionPlace(slot("10:00", "11:30", day), None, "In the yard")
        desk.do(AddSession(session, event.event_id, None, place))
    clock.advance(timedelta(days=2))
    anna, oto = make_visitor(desk, "Anna", "Ozola"), make_visitor(desk, "Oto", "Āboliņš")
    for session, who in ((event.session_id, anna), (second, anna), (second, oto)):
        make_attendance(desk, session, who)
    make_registration(desk, event.event_id, make_visitor(desk, "Never", "Came"))
    head, earned = desk.ask(CertificatesOf(event.session_id))
    assert (head.sessions, head.first, head.last) == (2, date(2026, 10, 15), date(2026, 10, 16))
    assert [(one.diploma.name, one.diploma.attended, one.diploma.minutes) for one in earned] == [
        ("Oto Āboliņš", 1, 90),
        ("Anna Ozola", 2, 180),
    ]


def test_a_certificate_keeps_its_number(desk: Desk) -> None:
    event = make_event(desk)
    people = [make_visitor(desk, name, "Ozola") for name in ("Anna", "Biruta")]
    for who in people:
        make_attendance(desk, event.session_id, who)
    assert issue(desk, event.session_id, people[1]) == {
        "Anna Ozola": "",
        "Biruta Ozola": "A-2026-001",
    }
    assert issue(desk, event.session_id, *people) == {
        "Anna Ozola": "A-2026-002",
        "Biruta Ozola": "A-2026-001",
    }


def test_two_who_are_one_have_one_certificate_and_two_again_both(desk: Desk) -> None:
    event = make_event(desk)
    kept, gone = make_visitor(desk), make_double(desk)
    for who in (kept, gone):
        make_attendance(desk, event.session_id, who)
    issue(desk, event.session_id, kept, gone)
    desk.do(merging(desk, kept, gone))
    numbers = [one.diploma.number for one in desk.ask(CertificatesOf(event.session_id))[1]]
    assert numbers == ["A-2026-001"]
    desk.undo()
    numbers = [one.diploma.number for one in desk.ask(CertificatesOf(event.session_id))[1]]
    assert sorted(numbers) == ["A-2026-001", "A-2026-002"]


def test_badges_are_for_the_leader_and_everybody_on_the_list(desk: Desk) -> None:
    event = make_event(desk, title="Pottery", leader="Zane Vītola")
    who = make_visitor(desk, "Oksana", "Bondarenko", language="uk")
    make_registration(desk, event.event_id, who)
    head, badges = desk.ask(BadgesOf(event.session_id))
    assert head.title == "Pottery"
    assert [(one.given_name, one.family_name) for one in badges] == [
        ("Zane", "Vītola"),
        ("Oksana", "Bondarenko"),
    ]
    assert badges[1].spoken == ("Українська",)
    assert badges[1].code == card_digits(1)


def test_badges_of_a_support_group_have_given_names_only(desk: Desk) -> None:
    event = make_event(desk, confidential=True)
    make_registration(desk, event.event_id, make_visitor(desk, "Oksana", "Bondarenko"))
    (badge,) = desk.ask(BadgesOf(event.session_id))[1]
    assert (badge.given_name, badge.family_name, badge.code, badge.spoken) == ("Oksana", "", "", ())


def test_who_comes_along_on_another_date_has_no_badge_here(desk: Desk) -> None:
    event, later = make_event(desk), new_id()
    where = SessionPlace(slot("17:30", "19:30", date(2026, 10, 22)))
    desk.do(AddSession(later, event.event_id, None, where))
    only = Facts(2, session_ids=frozenset({later}))
    now = desk.clock.now()
    desk.do(RegisterForEvent(new_id(), event.event_id, make_visitor(desk), Via.PHONE, now, only))
    assert desk.ask(BadgesOf(event.session_id))[1] == ()
    assert [one.role for one in desk.ask(BadgesOf(later))[1]][1:] == [COMPANION, COMPANION]
