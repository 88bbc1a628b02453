"""The drawers of an event: new, edit, copy, cancel, whom to tell; each leads to the next."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.bookings.board import BoardRoom
from app.clock import today
from app.events.board import BoardOfSession
from app.events.brief import BriefOf, EventBrief
from app.events.details import SessionPlace
from app.permission import Permission
from ui.desk import QtDesk
from ui.events.copy_drawer import CopyDrawer
from ui.events.form import EventDrawer
from ui.events.news_drawer import NewsDrawer
from ui.events.whom_to_tell import WhomToTellDrawer
from ui.kit.tab import Tab


class EventDrawers(QObject):
    """After a change that people must hear of, whom to tell opens by itself."""

    kept = Signal(object)
    """UUID of the session to show."""

    def __init__(self, page: Tab, desk: QtDesk) -> None:
        super().__init__(page)
        self._page, self._desk = page, desk
        self.rooms: tuple[BoardRoom, ...] = ()

    def new(self, place: SessionPlace) -> EventDrawer:
        return self._open(place)

    def edit(self, board: BoardOfSession) -> EventDrawer:
        drawer = self._open(board)
        drawer.cancel_wanted.connect(lambda: self._then(drawer, lambda: self.cancel(board)))
        drawer.copy_wanted.connect(lambda: self._then(drawer, lambda: self.copy(board.event_id)))
        if self._desk.may(Permission.MARK_ATTENDANCE):

            def remember(before: EventBrief) -> None:
                drawer.kept.connect(lambda _: self._tell_new(board, before))

            self._desk.ask(BriefOf(board.event_id), remember)
        return drawer

    def copy(self, event_id: UUID) -> None:
        self._desk.ask(BriefOf(event_id), self._open_copy)

    def cancel(self, board: BoardOfSession) -> None:
        drawer = WhomToTellDrawer(self._page, self._desk, board.event_id, board.title, cancels=True)
        drawer.cancelled.connect(lambda: self.tell_if_anybody(board))
        drawer.open()

    def tell(self, board: BoardOfSession) -> None:
        NewsDrawer(self._page, self._desk, board.event_id, board.title).open()

    def tell_if_anybody(self, board: BoardOfSession, known: int = 0) -> None:
        """``known``: how many had to be told before."""

        def look(brief: EventBrief) -> None:
            if brief.must_know - brief.know > known:
                self.tell(board)

        self._desk.ask(BriefOf(board.event_id), look)

    def _tell_new(self, board: BoardOfSession, before: EventBrief) -> None:
        self.tell_if_anybody(board, before.must_know - before.know)

    def _open(self, seen: SessionPlace | BoardOfSession) -> EventDrawer:
        drawer = EventDrawer(self._page, self._desk, self.rooms, seen, today(self._desk.clock))
        drawer.kept.connect(self.kept)
        drawer.open()
        return drawer

    def _open_copy(self, brief: EventBrief) -> None:
        drawer = CopyDrawer(self._page, self._desk, self.rooms, brief, today(self._desk.clock))
        drawer.kept.connect(self.kept)
        drawer.open()

    def _then(self, drawer: EventDrawer, next_one: Callable[[], None]) -> None:
        drawer.dismiss()
        next_one()
