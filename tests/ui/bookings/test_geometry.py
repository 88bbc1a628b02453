"""Where things are on the board, in numbers."""

from datetime import time, timedelta

import pytest
from PySide6.QtCore import QPointF, QRectF

from app.bookings.board import Board, BoardRoom, BookingCard, Column
from app.bookings.facts import Hours as OpenHours
from app.ids import new_id
from tests.making.bookings import THURSDAY, at, slot
from ui.bookings.geometry import Geometry, Hours, hours_of, snapped

ROOMS = tuple(Column(new_id(), THURSDAY) for _ in range(6))


def geometry(width: float = 1112, height: float = 599, **rest: object) -> Geometry:
    return Geometry(ROOMS, Hours(8, 21), width, height, **rest)  # type: ignore[arg-type]


def test_six_rooms_and_thirteen_hours_fit_without_scrolling() -> None:
    shown = geometry()
    assert shown.content_width <= 1112
    assert shown.content_height <= 599
    assert shown.column_width > 176


def test_many_rooms_keep_their_width_and_scroll() -> None:
    crowd = Geometry(ROOMS * 2, Hours(8, 21), 1112, 599)
    assert crowd.column_width == 150
    assert crowd.content_width == 54 + 12 * 150


def test_twice_the_text_is_twice_the_hour() -> None:
    assert geometry(scale=2.0).hour_height == 82
    assert geometry(scale=2.0).gutter == 108


@pytest.mark.parametrize("scrolled", [(0.0, 0.0), (120.0, 45.0)])
@pytest.mark.parametrize("clock", ["8:00", "9:30", "13:07", "20:59"])
def test_a_time_is_found_again_where_it_was_put(clock: str, scrolled: tuple[float, float]) -> None:
    shown = geometry(left=scrolled[0], top=scrolled[1])
    assert shown.time_at(shown.y(at(clock))) == at(clock)


@pytest.mark.parametrize("column", range(6))
def test_a_column_is_found_again(column: int) -> None:
    shown = geometry(left=33)
    assert shown.column_at(shown.x(column) + 1) == column
    assert shown.column_at(shown.x(column) + shown.column_width - 1) == column


def test_beyond_the_edge_is_the_last_column_and_the_last_hour() -> None:
    shown = geometry()
    assert (shown.column_at(-50), shown.column_at(5000)) == (0, 5)
    assert (shown.time_at(-50), shown.time_at(5000)) == (at("8:00"), at("21:00"))


def test_a_block_is_cut_to_the_hours_shown() -> None:
    shown = geometry()
    block = shown.rect(0, slot("0:00", "24:00"))
    assert block.top() >= shown.header
    assert block.height() == pytest.approx(13 * shown.hour_height - 3)


def test_the_head_and_the_gutter_are_not_the_grid() -> None:
    shown = geometry()
    assert not shown.holds(QPointF(20, 300))
    assert not shown.holds(QPointF(300, 20))
    assert shown.holds(QPointF(300, 300))


def test_scrolling_brings_a_block_to_sight_and_no_further() -> None:
    small = geometry(width=500, height=300)
    assert small.scrolled_to_show(QRectF(100, 100, 50, 50)) == (0, 0)
    left, top = small.scrolled_to_show(small.rect(5, slot("20:00", "21:00")))
    moved = geometry(width=500, height=300, left=left, top=top).rect(5, slot("20:00", "21:00"))
    assert moved.right() <= 500
    assert moved.bottom() <= 300


@pytest.mark.parametrize(
    ("minutes", "expected"), [(15, "9:30"), (5, "9:35"), (30, "9:30"), (60, "10:00")]
)
def test_snapping(minutes: int, expected: str) -> None:
    assert snapped(at("9:34"), minutes) == at(expected)


def test_an_hour_more_than_the_opening_hours() -> None:
    board = Board(THURSDAY, (), (), (), (), {3: OpenHours(time(9), time(20))})
    assert hours_of(board) == Hours(8, 21)
    half_past = Board(THURSDAY, (), (), (), (), {3: OpenHours(time(9, 30), time(19, 30))})
    assert hours_of(half_past) == Hours(8, 21)


def test_a_late_booking_makes_the_day_longer() -> None:
    room = BoardRoom(new_id(), "Hall")
    late = BookingCard(new_id(), room.id, slot("20:00", "23:30"), "Night", "")
    early = BookingCard(new_id(), room.id, slot("0:00", "1:00"), "Dawn", "")
    board = Board(THURSDAY, (room,), (early, late), (), ())
    assert hours_of(board) == Hours(0, 24)
    assert hours_of(Board(THURSDAY + timedelta(days=1), (), (), (), ())) == Hours(8, 21)
