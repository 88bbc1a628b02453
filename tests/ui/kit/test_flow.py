"""A row that goes on in the next line."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.kit.flow import Flow

SIZES = ((100, 20), (60, 40), (80, 30))


def placed(qtbot: QtBot, width: int) -> list[QRect]:
    host = QWidget()
    qtbot.addWidget(host)
    flow = Flow(10)
    parts = []
    for size in SIZES:
        part = QWidget()
        part.setFixedSize(*size)
        parts.append(part)
    flow.add(*parts[:2])
    flow.push()
    flow.add(parts[2])
    host.setLayout(flow)
    flow.setGeometry(QRect(0, 0, width, flow.heightForWidth(width)))
    return [part.geometry() for part in parts]


def test_on_one_line_what_was_pushed_stands_right_and_all_in_the_middle(qtbot: QtBot) -> None:
    first, second, third = placed(qtbot, 400)
    assert (first.x(), second.x(), third.right()) == (0, 110, 399)
    assert [box.y() for box in (first, second, third)] == [10, 0, 5]


def test_on_two_lines_each_stands_in_the_middle_of_its_own(qtbot: QtBot) -> None:
    first, second, third = placed(qtbot, 200)
    assert (first.y(), second.y()) == (10, 0)
    assert (third.x(), third.y()) == (0, 50)
