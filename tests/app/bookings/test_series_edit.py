"""Changing a series from one of its dates: what moves, what stays and why, and taking it all back."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from app.bookings.actions import EditBooking, MoveBooking
from app.bookings.details import BookingDetails
from app.bookings.model import HOLDING, Booking, Claim
from app.bookings.queries import OneBooking
from app.bookings.repeats import Every, Repeat, weekly
from app.bookings.series_edit import (
    CancelSeries,
    EditSeries,
    SeriesCancelPreview,
    SeriesEditPreview,
)
from app.bookings.series_plan import Scope, ScopePlan, SeriesWish
from app.bookings.series_queries import SeriesOf
from app.bookings.status import CancelBooking
from app.desk import Desk
from app.errors import ChangedElsewhere, Refused
from app.ids import new_id
from app.language import words
from app.slot import Place, Slot
from tests.app.test_take_back import everything
from tests.making.bookings import at, details, make_booking, make_room, make_series

FIRST = date(2026, 10, 8)
"""A Thursday of last week; the next date is today and has begun."""
UNTIL = date(2026, 12, 17)
THURSDAYS = weekly(FIRST, UNTIL)
DAYS = THURSDAYS.dates().days
LATER = timedelta(minutes=30)


def said_of(desk: Desk, booking_id: UUID) -> BookingDetails:
    return desk.ask(OneBooking(booking_id)).details


def wish(
    desk: Desk, booking_id: UUID, step: timedelta = LATER, room: UUID | None = None, **facts: object
) -> SeriesWish:
    seen = said_of(desk, booking_id)
    place = Place(room or seen.place.room_id, seen.place.slot.moved(step))
    wanted = replace(seen, place=place, **facts)  # type: ignore[arg-type]
    return SeriesWish(booking_id, seen, wanted, desk.clock.now())


def plan_of(desk: Desk, wanted: SeriesWish, scope: Scope = Scope.FOLLOWING) -> ScopePlan:
    return next(plan for plan in desk.ask(SeriesEditPreview(wanted)) if plan.scope is scope)


def edit(desk: Desk, wanted: SeriesWish, scope: Scope = Scope.FOLLOWING) -> None:
    desk.do(EditSeries(wanted, scope, new_id(), new_id()))


def leaving(plan: ScopePlan, wanted: SeriesWish) -> SeriesWish:
    return replace(wanted, choices=tuple((clash.booking_id, None) for clash in plan.clashes))


def times(desk: Desk, ids: list[UUID]) -> list[str]:
    return [f"{said_of(desk, id_).place.slot.start:%H:%M}" for id_ in ids]


@pytest.fixture
def gymnastics(desk: Desk) -> tuple[UUID, list[UUID]]:
    """Eleven Thursdays from nine to eleven in a hall."""
    hall = make_room(desk, "Hall")
    said = details(hall, "9:00", "11:00", "Gymnastics", day=FIRST)
    _, ids = make_series(desk, said, THURSDAYS)
    return hall, ids


def test_this_and_following_as_it_was_previewed(
    desk: Desk, gymnastics: tuple[UUID, list[UUID]]
) -> None:
    hall, ids = gymnastics
    here = said_of(desk, ids[5]).place
    there = replace(here, slot=here.slot.moved(timedelta(hours=1)))
    desk.do(MoveBooking(ids[5], here, there))
    make_booking(desk, hall, "11:00", "13:00", "Rehearsal", day=DAYS[8])
    desk.do(CancelBooking(ids[9]))
    asked = wish(desk, ids[3])

    plan = plan_of(desk, asked)

    assert (len(plan.days), len(plan.shifts), plan.past) == (7, 5, 0)
    assert [(stay.booking_id, words(stay.why)) for stay in plan.stays] == [
        (ids[5], "already changed by itself (Hall, 10:00)"),
        (ids[9], "cancelled"),
    ]
    (clash,) = plan.clashes
    assert words(clash.why[0]) == "Hall is taken: “Rehearsal”, 11:00–13:00."
    assert words(clash.ways[0].said) == "Leave at 09:00–11:00"
    with pytest.raises(Refused, match="3 Dec: Hall is taken: “Rehearsal”"):
        edit(desk, asked)

    before = everything(desk)
    edit(desk, leaving(plan, asked))
    after = "09:00 09:00 09:00 09:30 09:30 10:00 09:30 09:30 09:00 09:00 09:30"
    assert " ".join(times(desk, ids)) == after
    cards = [desk.ask(SeriesOf(id_)) for id_ in ids]
    assert len({card.id for card in cards[:3] if card}) == 1
    assert len({card.id for card in cards[3:] if card}) == 1
    assert cards[0]
    assert cards[3]
    assert cards[0].id != cards[3].id
    assert (cards[0].last, cards[3].repeat.first) == (DAYS[2], DAYS[3])
    desk.undo()
    assert everything(desk) == before


def test_the_past_stays_as_it_was(desk: Desk, gymnastics: tuple[UUID, list[UUID]]) -> None:
    _, ids = gymnastics
    asked = wish(desk, ids[4], title="Gymnastics for all")
    plan = plan_of(desk, asked, Scope.ALL)
    assert (len(plan.days), len(plan.shifts), plan.past) == (9, 9, 2)
    edit(desk, asked, Scope.ALL)
    assert times(desk, ids) == ["09:00"] * 2 + ["09:30"] * 9
    assert [said_of(desk, id_).title for id_ in ids[1:3]] == ["Gymnastics", "Gymnastics for all"]
    with pytest.raises(Refused, match="This date is past"):
        desk.ask(SeriesEditPreview(wish(desk, ids[1])))
    with pytest.raises(Refused, match="This date is past"):
        desk.do(CancelSeries(ids[0], Scope.ALL, desk.clock.now(), new_id()))


def test_only_this_one_then_survives_an_edit_of_all(
    desk: Desk, gymnastics: tuple[UUID, list[UUID]]
) -> None:
    _, ids = gymnastics
    edit(desk, wish(desk, ids[4], people=7), Scope.THIS)
    assert [said_of(desk, id_).people for id_ in ids[3:6]] == [None, 7, None]
    edit(desk, wish(desk, ids[2], timedelta(hours=2)), Scope.ALL)
    assert times(desk, ids[3:6]) == ["11:00", "09:30", "11:00"]


def test_each_date_keeps_what_was_not_changed(
    desk: Desk, gymnastics: tuple[UUID, list[UUID]]
) -> None:
    """A fact that differs on one date is only changed there when it is what was changed."""
    _, ids = gymnastics
    seen = said_of(desk, ids[4])
    desk.do(EditBooking(ids[4], seen, replace(seen, notes="Keys at the desk"), by_itself=False))
    edit(desk, wish(desk, ids[2], timedelta(), title="Yoga"), Scope.ALL)
    assert (said_of(desk, ids[4]).title, said_of(desk, ids[4]).notes) == (
        "Yoga",
        "Keys at the desk",
    )


def test_each_date_moves_into_the_place_of_the_next(desk: Desk) -> None:
    """Five days in a row, a day later: all let go, then all take hold."""
    room = make_room(desk)
    monday = date(2026, 10, 19)
    five = Repeat(Every.WEEK, monday, times=5, weekdays=frozenset(range(5)))
    _, ids = make_series(desk, details(room, "9:00", "12:00", day=monday), five)
    asked = wish(desk, ids[0], timedelta(days=1))
    assert plan_of(desk, asked, Scope.ALL).clashes == ()
    before = everything(desk)
    edit(desk, asked, Scope.ALL)
    card = desk.ask(SeriesOf(ids[0]))
    assert card
    assert words(card.said) == "every week: Tuesday, Wednesday, Thursday, Friday, Saturday"
    desk.undo()
    assert everything(desk) == before

    make_booking(desk, room, "9:00", "10:00", "Wedding", day=date(2026, 10, 24))
    plan = plan_of(desk, wish(desk, ids[0], timedelta(days=1)), Scope.ALL)
    assert [clash.day.day for clash in plan.clashes] == [19, 20, 21, 22, 23]
    assert plan.shifts == (), "the last cannot, so none before it"


def test_a_clash_goes_to_another_room(desk: Desk, gymnastics: tuple[UUID, list[UUID]]) -> None:
    hall, ids = gymnastics
    workshop = make_room(desk, "Workshop")
    make_booking(desk, hall, "11:00", "13:00", "Rehearsal", day=DAYS[8])
    asked = wish(desk, ids[3])
    (clash,) = plan_of(desk, asked).clashes
    place = next(way.place for way in clash.ways if way.place and way.place.room_id == workshop)
    chosen = replace(asked, choices=((ids[8], place),))
    (shown,) = plan_of(desk, chosen).clashes
    assert (shown.open, shown.chosen) == (False, place)
    edit(desk, chosen)
    assert said_of(desk, ids[8]).place == place
    card = desk.ask(SeriesOf(ids[8]))
    assert card is not None
    assert card.by_itself

    edit(desk, wish(desk, ids[2], timedelta(days=1)), Scope.THIS)
    desk.undo()
    desk.undo()
    taken = place and make_booking(desk, workshop, "9:00", "10:00", "Yoga", day=DAYS[8])
    assert taken
    with pytest.raises(Refused, match="Workshop is taken: “Yoga”"):
        edit(desk, chosen)


def test_cancelling_in_three_scopes(desk: Desk, gymnastics: tuple[UUID, list[UUID]]) -> None:
    _, ids = gymnastics
    edit(desk, wish(desk, ids[7]), Scope.THIS)
    this, following, whole = desk.ask(SeriesCancelPreview(ids[4], desk.clock.now()))
    assert [len(plan.days) for plan in (this, following, whole)] == [1, 7, 9]
    assert (following.by_itself, whole.past) == ((DAYS[7],), 2)
    before = everything(desk)
    desk.do(CancelSeries(ids[4], Scope.FOLLOWING, desk.clock.now(), new_id()))
    assert [desk.ask(OneBooking(id_)).cancelled for id_ in ids] == [False] * 4 + [True] * 7
    with pytest.raises(ChangedElsewhere, match="already cancelled"):
        desk.do(CancelSeries(ids[4], Scope.FOLLOWING, desk.clock.now(), new_id()))
    desk.undo()
    assert everything(desk) == before


def test_a_freed_place_taken_meanwhile_cannot_be_taken_back(
    desk: Desk, gymnastics: tuple[UUID, list[UUID]]
) -> None:
    hall, ids = gymnastics
    edit(desk, wish(desk, ids[3], timedelta(hours=3)))
    other = Desk(desk.database, desk.clock, name="other")
    assert desk.signed_in
    other.sign_in(desk.signed_in)
    make_booking(other, hall, "9:00", "10:00", "Yoga", day=DAYS[6])
    with pytest.raises(Refused, match="19 Nov: Hall is taken: “Yoga”"):
        desk.undo()
    assert times(desk, ids[3:]) == ["12:00"] * 8


def test_seen_before_somebody_else_changed_it(
    desk: Desk, gymnastics: tuple[UUID, list[UUID]]
) -> None:
    _, ids = gymnastics
    asked = wish(desk, ids[3])
    edit(desk, wish(desk, ids[3], timedelta(), title="Yoga"), Scope.THIS)
    with pytest.raises(ChangedElsewhere, match="changed in the meantime"):
        edit(desk, asked)
    with pytest.raises(Refused, match="Nothing would change"):
        edit(desk, wish(desk, ids[4], timedelta()))
    alone = make_booking(desk, make_room(desk, "Den"), day=DAYS[4])
    with pytest.raises(Refused, match="does not repeat"):
        desk.ask(SeriesEditPreview(wish(desk, alone)))


Standing = dict[UUID, tuple[Place, bool]]
"""Every booking: where it is, and whether it holds its room."""


def standing(desk: Desk) -> Standing:
    with desk.database.reading() as session:
        bookings = session.scalars(select(Booking).where(~Booking.removed)).all()
        held = {claim.booking_id for claim in session.scalars(select(Claim))}
        assert held == {one.id for one in bookings if one.status in HOLDING}
        return {one.id: (one.place, one.status in HOLDING) for one in bookings}


def moved_by_hand(there: Standing, moving: set[UUID], days: timedelta, start: time) -> Standing:
    """Each of ``moving`` so many days later at ``start``; whoever is in the way of another stays."""

    def later(place: Place) -> Place:
        begins = datetime.combine(place.slot.start + days, start)
        return replace(place, slot=Slot(begins, begins + place.slot.length))

    while True:
        moved = {i: (later(p) if i in moving else p, holds) for i, (p, holds) in there.items()}
        stuck = {
            id_
            for id_ in moving
            for other, (place, holds) in moved.items()
            if holds and other != id_ and place.room_id == moved[id_][0].room_id
            if place.slot.overlaps(moved[id_][0].slot)
        }
        if not stuck:
            return moved
        moving = moving - stuck


@settings(
    max_examples=4,
    deadline=None,
    phases=[Phase.generate],  # what fails is short enough, and shrinking takes minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.data())
def test_the_life_of_a_series_beside_a_plain_model(desk: Desk, data: st.DataObject) -> None:
    room = make_room(desk, f"Room {new_id()}")
    first = date(2026, 10, 13)
    weekdays = data.draw(st.frozensets(st.integers(0, 6), min_size=1, max_size=4))
    repeat = Repeat(Every.WEEK, first, times=8, weekdays=weekdays)
    _, ids = make_series(desk, details(room, "14:00", "16:00", day=first), repeat)
    for n in data.draw(st.lists(st.integers(0, 12), max_size=3, unique=True)):
        make_booking(desk, room, "16:00", "17:00", "Other", day=first + timedelta(days=n))
    by_itself: set[UUID] = set()
    now = at("11:48")
    done = []
    for _ in range(4):
        there = standing(desk)
        days = {id_: there[id_][0].slot.start for id_ in ids}
        able = [id_ for id_ in ids if there[id_][1] and days[id_] > now]
        if not able:
            break
        chosen = data.draw(st.sampled_from(able))
        scope = data.draw(st.sampled_from(Scope))
        cancels = data.draw(st.integers(0, 4)) == 0
        step = timedelta(
            days=data.draw(st.integers(0, 2)), minutes=data.draw(st.sampled_from([30, 60]))
        )
        pattern_days = series_days(desk, ids)
        series = {id_: pattern_days[id_][0] for id_ in ids}
        within = {
            id_
            for id_ in able
            if series[id_] == series[chosen]
            and (
                scope is Scope.ALL
                or id_ == chosen
                or (scope is Scope.FOLLOWING and pattern_days[id_][1] >= pattern_days[chosen][1])
            )
        }
        if cancels:
            desk.do(CancelSeries(chosen, scope, desk.clock.now(), new_id()))
            expected = {i: (p, h and i not in within) for i, (p, h) in there.items()}
        else:
            wanted = {id_ for id_ in within if id_ not in by_itself or id_ == chosen}
            asked = wish(desk, chosen, step)
            time_of_day = asked.wanted.place.slot.start.time()
            expected = moved_by_hand(there, wanted, asked.days_later, time_of_day)
            plan = plan_of(desk, asked, scope)
            moved = {id_ for id_ in wanted if expected[id_] != there[id_]}
            assert {shift.booking_id for shift in plan.shifts} == moved
            if not moved:
                continue
            edit(desk, leaving(plan, asked), scope)
            by_itself |= {clash.booking_id for clash in plan.clashes}
            by_itself |= {chosen} if scope is Scope.THIS else set()
        assert standing(desk) == expected
        done.append(there)
    for there in reversed(done):
        desk.undo()
        assert standing(desk) == there
    make_booking(desk, room, "20:00", "21:00", day=first)


def series_days(desk: Desk, ids: list[UUID]) -> dict[UUID, tuple[UUID | None, date]]:
    with desk.database.reading() as session:
        bookings = session.scalars(select(Booking).where(Booking.id.in_(ids)))
        return {one.id: (one.series_id, one.series_day or date.min) for one in bookings}
