"""The board of 20 rooms and 400 bookings, beside a bare widget that paints the same boxes and words.

The bare widget is given every place ready and keeps nothing: it fills the boxes and draws the texts
anew in each frame. Both paint in turn in the same run, so that a busy computer slows both.
"""

import sys
from collections.abc import Callable, Iterator
from datetime import datetime, time, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import insert

from app.bookings.board import Board, Column
from app.bookings.model import Booking, BookingKind, BookingStatus
from app.bookings.queries import FullDayBoard, FullSpanBoard
from app.centre.actions import SetOpeningHours
from app.desk import Desk
from app.ids import new_id
from tests.making.bookings import THURSDAY, make_room
from ui import theme
from ui.bookings.board import Planner
from ui.bookings.ghost import Grip, moving
from ui.bookings.hold import box_of
from ui.bookings.lanes import Lanes
from ui.immortal import keep_the_constants
from ui.theme import font

keep_the_constants()
pytestmark = pytest.mark.benchmark

ROOMS, IN_A_ROOM = 20, 20
MONDAY = THURSDAY - timedelta(days=3)
NOW = datetime.combine(THURSDAY, time(11, 48))
SIZE = (1112, 600)
FRAME, REGION, WEEK = 4.0, 1.0, 50.0
KINDS = list(BookingKind)


class Bare(QWidget):
    """Boxes and words, nothing else."""

    def __init__(self, shown: list[tuple[QRectF, str]]) -> None:
        super().__init__()
        self.shown = shown
        self.resize(*SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(14))
        for box, text in self.shown:
            painter.setBrush(QColor("#DFF2E6"))
            painter.setPen(QColor("#2E9A48"))
            painter.drawRoundedRect(box, 6, 6)
            painter.setPen(QColor("#0B4A2A"))
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft, text)
        painter.end()


@pytest.fixture
def crowded(file_desk: Desk, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    """400 bookings on one day and 400 in the week before it, each with a title of three words."""
    theme.apply(qapp, "light", 1.0, tmp_path)
    for weekday in range(6):
        file_desk.do(SetOpeningHours(weekday, None, (time(9), time(20))))
    rooms = [make_room(file_desk, f"Room {n}", position=n, capacity=9 + n) for n in range(ROOMS)]
    with file_desk.database.engine.begin() as connection:
        for n, room_id in enumerate(rooms):
            rows = [row(room_id, THURSDAY, k, n) for k in range(IN_A_ROOM)]
            days = [MONDAY + timedelta(days=7 + k % 6) for k in range(IN_A_ROOM)]
            rows += [row(room_id, day, 3 * (k // 6), n) for k, day in enumerate(days)]
            connection.execute(insert(Booking), rows)
    return file_desk


def row(room_id: object, day: object, slot: int, n: int) -> dict[str, object]:
    begin = datetime.combine(day, time(9)) + timedelta(minutes=33 * slot)  # type: ignore[arg-type]
    return {
        "id": new_id(),
        "title": f"Language club {n} {slot}",
        "room_id": room_id,
        "starts": begin,
        "ends": begin + timedelta(minutes=30),
        "kind": KINDS[(n + slot) % len(KINDS)],
        "status": BookingStatus.PENDING if slot % 7 == 0 else BookingStatus.CONFIRMED,
        "tentative": slot % 5 == 0,
        "private": False,
        "of_event": False,
        "holder": "Seniors of the parish",
        "notes": "",
        "removed": False,
    }


def test_a_frame_and_the_region_of_a_moved_booking(crowded, qtbot, capsys):
    board = crowded.ask(FullDayBoard(THURSDAY))
    assert len(board.cards) == ROOMS * IN_A_ROOM
    planner = shown(Planner(), qtbot)
    planner.show_board(board, NOW)
    first = took(planner.viewport().repaint)
    card = board.cards_in(Column(board.rooms[1].id, THURSDAY))[8]
    planner.choose(card.id)
    planner.hold_ghost(moving(board, card, Grip.WHOLE))
    geometry = planner.geometry_
    boxes = [box_of(board, geometry, one.place) for one in board.cards]
    bare = shown(
        Bare([(box, one.title) for box, one in zip(boxes, board.cards, strict=True)]), qtbot
    )
    steps = iter([Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left] * 100)

    def step() -> None:
        """A key, what it means for every column, and the frame."""
        QTest.keyClick(planner, next(steps))
        planner.viewport().repaint()

    ghost = planner.ghost
    assert ghost is not None
    place = box_of(board, geometry, ghost.place).toAlignedRect()

    def region() -> None:
        planner.viewport().repaint(place.adjusted(-6, -6, 6, 6))

    def scroll() -> None:
        bar = planner.horizontalScrollBar()
        bar.setValue(0 if bar.value() else 640)
        planner.viewport().repaint()

    frame, raw = in_turn(planner.viewport().repaint, bare.repaint, 40)
    moved, whole = in_turn(region, step, 40)
    scrolled = median(took(scroll) for _ in range(20))
    say(
        capsys,
        f"400 bookings: first {first:.1f} ms, a frame {frame:.2f} ms, bare widget {raw:.2f} ms "
        f"({frame / raw:.2f} ×), a key with its frame {whole:.2f} ms, scrolled {scrolled:.2f} ms, "
        f"a moved booking's region {moved:.2f} ms",
    )
    assert frame <= FRAME
    assert moved <= REGION


def test_a_week_of_twenty_rooms_from_the_database_to_the_screen(crowded, qtbot, capsys):
    lanes = shown(Lanes(), qtbot)
    reading: list[float] = []

    def week() -> None:
        begin = perf_counter()
        board = crowded.ask(FullSpanBoard(MONDAY + timedelta(days=7), 7))
        reading.append((perf_counter() - begin) * 1000)
        lanes.still.forget()  # nothing painted before is used
        lanes.show_board(board, NOW)
        lanes.viewport().repaint()

    took(week)
    spent = [took(week) for _ in range(9)]
    board: Board = crowded.ask(FullSpanBoard(MONDAY + timedelta(days=7), 7))
    assert len(board.cards) == ROOMS * IN_A_ROOM
    frame = median(took(lanes.viewport().repaint) for _ in range(20))
    say(
        capsys,
        f"A week of 20 rooms, 400 bookings: {median(spent):.1f} ms from the database to the screen, "
        f"at best {min(spent):.1f} (read {median(reading):.1f} ms), again {frame:.2f} ms",
    )
    assert min(spent) <= WEEK, "at best: others may be using the computer"
    assert frame <= FRAME


def shown(widget: QWidget, qtbot: QtBot):
    qtbot.addWidget(widget)
    widget.resize(*SIZE)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def took(call: Callable[[], object]) -> float:
    begin = perf_counter()
    call()
    return (perf_counter() - begin) * 1000


def in_turn(
    first: Callable[[], object], second: Callable[[], object], times: int
) -> tuple[float, float]:
    """The median milliseconds of each, after one warm call."""
    spent = [(took(first), took(second)) for _ in range(times + 1)][1:]
    return median(one for one, _ in spent), median(two for _, two in spent)


def say(capsys: pytest.CaptureFixture[str], text: str) -> None:
    with capsys.disabled():
        sys.stdout.write(f"\n{text}\n")
