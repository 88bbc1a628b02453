"""Whom to tell: lines come with a change, go with what takes it back, and are ticked."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from app.bookings.actions import EditBooking, MoveBooking
from app.bookings.model import BookingKind
from app.bookings.queries import OneBooking
from app.bookings.repeats import weekly
from app.bookings.series_edit import CancelSeries
from app.bookings.series_plan import Scope
from app.bookings.status import CancelBooking, RestoreBooking
from app.bookings.telling_actions import MarkTold, MarkUntold
from app.bookings.telling_model import ToldBy, Why
from app.bookings.telling_queries import HowManyToTell, TellingRow, WhomToTell
from app.clock import StandingClock, wall_now
from app.desk import Desk
from app.errors import ChangedElsewhere
from app.ids import new_id
from app.slot import Place
from app.visitors.details import OrganisationDetails
from app.visitors.model import OrganisationKind
from app.visitors.organisations import AddOrganisation
from tests.making.bookings import details, make_booking, make_room, make_series, slot


def lines(desk: Desk, **more: object) -> tuple[TellingRow, ...]:
    return desk.ask(WhomToTell(wall_now(desk.clock), **more))  # type: ignore[arg-type]


def told(desk: Desk, line: TellingRow) -> None:
    desk.do(MarkTold(line.ids, ToldBy.PHONE, desk.clock.now()))


def make_school(desk: Desk) -> UUID:
    school = new_id()
    said = OrganisationDetails(
        "School No. 1", OrganisationKind.SCHOOL, "Lolita Stare", "+371 20000001", "skola@preili.lv"
    )
    desk.do(AddOrganisation(school, said))
    return school


def test_a_cancelled_booking_says_whom_to_call(desk: Desk) -> None:
    room = make_room(desk)
    booking = make_booking(desk, room, "14:00", "15:00", organisation_id=make_school(desk))
    desk.do(CancelBooking(booking))
    (line,) = lines(desk)
    assert (line.why, line.title, line.holder) == (Why.CANCELLED, "Choir", "School No. 1")
    assert (line.reach.contact, line.reach.phone) == ("Lolita Stare", "+371 20000001")
    assert line.reach.way is ToldBy.PHONE
    assert (line.here.room, line.here.slot) == ("Great hall", slot("14:00", "15:00"))
    desk.undo()
    assert lines(desk) == ()
    desk.redo()
    assert lines(desk) == (line,)


def test_a_move_is_told_once_from_where_they_believe_it_to_be(desk: Desk) -> None:
    hall, small = make_room(desk, "Hall"), make_room(desk, "Small")
    booking = make_booking(desk, hall, "14:00", "15:00", holder="Choir of seniors")
    here, there = Place(hall, slot("14:00", "15:00")), Place(small, slot("16:00", "17:00"))
    desk.do(MoveBooking(booking, here, there))
    seen = desk.ask(OneBooking(booking)).details
    further = Place(hall, slot("16:00", "17:00"))
    desk.do(EditBooking(booking, seen, replace(seen, place=further)))
    (line,) = lines(desk)
    assert line.why is Why.MOVED
    assert line.was is not None
    assert (line.was.room, line.was.slot, line.here.room) == ("Hall", here.slot, "Hall")
    told(desk, line)
    desk.do(MoveBooking(booking, further, here))
    (line,) = lines(desk)
    assert line.was is not None
    assert (line.was.slot, line.here.slot) == (further.slot, here.slot)
    desk.do(MoveBooking(booking, here, further))
    assert lines(desk) == ()


def test_what_was_told_and_is_no_longer_so_is_told_again(desk: Desk) -> None:
    booking = make_booking(desk, make_room(desk), "14:00", "15:00")
    desk.do(CancelBooking(booking))
    told(desk, lines(desk)[0])
    assert lines(desk) == ()
    desk.do(RestoreBooking(booking))
    assert [line.why for line in lines(desk)] == [Why.STANDS_AGAIN]
    desk.do(CancelBooking(booking))
    assert lines(desk) == ()


def test_nobody_is_told_of_the_past_or_of_the_centres_own(desk: Desk, clock: StandingClock) -> None:
    room = make_room(desk)
    desk.do(CancelBooking(make_booking(desk, room, "9:00", "10:00")))
    desk.do(CancelBooking(make_booking(desk, room, "14:00", "15:00", kind=BookingKind.CENTRE)))
    assert lines(desk) == ()
    desk.do(CancelBooking(make_booking(desk, room, "14:00", "15:00")))
    assert desk.ask(HowManyToTell(wall_now(clock))) == 1
    clock.advance(timedelta(hours=6))
    assert desk.ask(HowManyToTell(wall_now(clock))) == 0
    assert lines(desk) == ()


def test_a_cancelled_booking_is_not_also_told_as_moved(desk: Desk) -> None:
    room = make_room(desk)
    booking = make_booking(desk, room, "14:00", "15:00")
    here = Place(room, slot("14:00", "15:00"))
    desk.do(MoveBooking(booking, here, Place(room, slot("14:00", "15:00", date(2026, 10, 16)))))
    desk.do(CancelBooking(booking))
    assert [line.why for line in lines(desk)] == [Why.CANCELLED]
    desk.do(RestoreBooking(booking))
    assert [line.why for line in lines(desk)] == [Why.MOVED]


def test_a_tick_stays_to_be_seen_and_can_be_taken_back(desk: Desk) -> None:
    desk.do(CancelBooking(make_booking(desk, make_room(desk), "14:00", "15:00")))
    (line,) = lines(desk)
    told(desk, line)
    with pytest.raises(ChangedElsewhere, match="told them already"):
        told(desk, line)
    (ticked,) = lines(desk, told_since=desk.clock.now())
    assert ticked.told
    desk.do(MarkUntold(line.ids))
    with pytest.raises(ChangedElsewhere, match="still to be told"):
        desk.do(MarkUntold(line.ids))
    assert lines(desk) == (line,)


def test_a_cancelled_series_is_told_at_once(desk: Desk) -> None:
    begin, until = date(2026, 10, 21), date(2026, 11, 11)
    first = details(make_room(desk), day=begin)
    _, dates = make_series(desk, first, weekly(begin, until))
    desk.do(CancelSeries(dates[1], Scope.FOLLOWING, wall_now(desk.clock), new_id()))
    (line,) = lines(desk)
    assert (line.why, line.more_dates) == (Why.CANCELLED, 2)
    assert desk.ask(HowManyToTell(wall_now(desk.clock))) == 1
    desk.undo()
    assert lines(desk) == ()
    desk.redo()
    told(desk, lines(desk)[0])
    assert lines(desk) == ()
