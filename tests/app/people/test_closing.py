"""Who has not left when the house closes was forgotten."""

from datetime import time

import pytest

from app.centre.actions import SetOpeningHours
from app.centre.queries import OpeningWeek
from app.clock import to_utc
from app.desk import Desk
from app.people.closing import ClosedSince
from tests.making.bookings import at
from tests.making.centre import found_centre
from tests.making.events import make_event

THURSDAY = 3


@pytest.fixture
def centre(desk: Desk) -> Desk:
    found_centre(desk)
    hours = desk.ask(OpeningWeek())[THURSDAY]
    desk.do(SetOpeningHours(THURSDAY, hours, (time(9), time(18))))
    return desk


@pytest.mark.parametrize(
    ("now", "since"), [("17:59", "0:00"), ("18:00", "18:00"), ("23:00", "18:00")]
)
def test_at_closing_time(centre: Desk, now: str, since: str) -> None:
    assert centre.ask(ClosedSince(at(now))) == to_utc(at(since))


def test_while_something_goes_on_in_the_evening_nobody_was_forgotten(centre: Desk) -> None:
    make_event(centre, start="19:00", end="21:00", place="Park")
    assert centre.ask(ClosedSince(at("20:30"))) == to_utc(at("0:00"))
    assert centre.ask(ClosedSince(at("21:00"))) == to_utc(at("21:00"))


def test_on_a_day_that_is_closed(desk: Desk) -> None:
    assert desk.ask(ClosedSince(at("23:00"))) == to_utc(at("0:00"))
