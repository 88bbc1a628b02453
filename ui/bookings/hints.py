"""What stands at the foot of each view: the meaning of its signs, and its keys."""

from PySide6.QtWidgets import QWidget

from app.bookings.board import Board
from app.language import tr
from ui.bookings.legend import Foot, legend
from ui.bookings.views import Views
from ui.kit.labels import Label

Keys = list[tuple[str, str]]


def show_hints(foot: Foot, views: Views, board: Board | None = None) -> None:
    """For the view that is shown now."""
    view = views.current
    if view is views.month or board is None:
        signs = Label(tr("Filled: the part of the opening hours that is booked"), role="cap")
        foot.show_for([signs], month_keys(), views.month.sentence())
    elif view is views.list:
        foot.show_for([Label(views.list.counted(), role="cap")], list_keys())
    elif view is views.lanes:
        foot.show_for(board_signs(board), lane_keys())
    else:
        board = views.planner.board or board
        foot.show_for(board_signs(board), board_keys(board))


def board_signs(board: Board) -> list[QWidget]:
    buffers = any(room.setup_minutes or room.clear_minutes for room in board.rooms)
    return legend(buffers=buffers and board.only is None)


def board_keys(board: Board) -> Keys:
    if board.only is not None:
        return [("←↑↓→", tr("go about")), ("M", tr("move")), ("PgUp PgDn", tr("week"))]
    keys = [("←↑↓→", tr("go about")), ("Enter", tr("open")), ("M", tr("move")), ("N", tr("new"))]
    if any(room.part_of_id for room in board.rooms):
        keys = [("+ −", tr("parts of halls")), *keys[2:]]
    return keys


def lane_keys() -> Keys:
    return [
        ("Enter", tr("open the day")),
        ("R", tr("one room")),
        ("M", tr("move")),
        ("N", tr("new")),
    ]


def month_keys() -> Keys:
    return [("Enter", tr("open the day")), ("R", tr("one room"))]


def list_keys() -> Keys:
    return [
        ("Enter", tr("open")),
        ("M", tr("move")),
        ("S E", tr("start, end")),
        ("D", tr("duplicate")),
        ("C", tr("cancel")),
    ]
