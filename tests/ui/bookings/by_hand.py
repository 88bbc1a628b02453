"""Hands for the tests of the tab: dragging, pressing keys, and looking where a booking is."""

from collections.abc import Callable
from typing import TypeAlias
from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.bookings.queries import DayBoard
from app.desk import Desk
from app.slot import Place
from tests.making.bookings import THURSDAY, at
from ui.bookings.form import BookingDrawer
from ui.bookings.tab import BookingsTab

Show: TypeAlias = Callable[[], BookingsTab]
Rooms: TypeAlias = dict[str, UUID]
NO = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
K = Qt.Key


def place_of(desk: Desk, booking_id: UUID) -> Place:
    card = desk.ask(DayBoard(THURSDAY)).card(booking_id)
    assert card is not None
    return card.place


def point(tab: BookingsTab, column: int, clock: str, across: float = 0.3) -> QPoint:
    geometry = tab.planner.geometry_
    x = geometry.x(column) + geometry.column_width * across
    return QPointF(x, geometry.y(at(clock))).toPoint()


def drag(tab: BookingsTab, begin: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = NO) -> None:
    view = tab.planner.viewport()
    QTest.mousePress(view, LEFT, modifiers, begin)
    move(view, begin + QPoint(0, 8), modifiers)
    move(view, end, modifiers)
    QTest.mouseRelease(view, LEFT, modifiers, end)


def move(view: QWidget, to: QPoint, modifiers: Qt.KeyboardModifier) -> None:
    """With the button held, which QTest.mouseMove does not do."""
    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(to), view.mapToGlobal(QPointF(to)), LEFT, LEFT, modifiers
    )
    QApplication.sendEvent(view, event)


def press(tab: BookingsTab, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = NO) -> None:
    for key in keys:
        QTest.keyClick(tab.planner, key, modifiers)


def answer_of(drawer: BookingDrawer) -> str:
    note = drawer.place.answer.note
    return note.label.text() if note else ""
