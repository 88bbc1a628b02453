"""The drawers of an event: new, edit, copy, cancel, whom to tell; each leads to the next."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

import shiboken6
from PySide6.QtCore import QObject, Signal

from app.bookings.board import BoardRoom
from app.bookings.queries import OneBooking, OpenedBooking
from app.bookings.room_queries import Rooms
from app.clock import today
from app.events.board import BoardOfSession, SessionBoard, SessionGone
from app.events.brief import BriefOf, EventBrief
from app.events.details import EventDetails, SessionPlace
from app.events.of_booking import Becomes, DatesToBecome, MakeEventOf
from app.ids import new_id
from app.language import tr
from app.permission import Permission
from app.slot import Place
from ui.desk import QtDesk
from ui.events.copy_drawer import CopyDrawer
from ui.events.entry import Entry
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
        self._open_before = 0
        """How many did not know of earlier changes when the form opened."""

    def new(self, place: SessionPlace) -> EventDrawer:
        return self._open(place)

    def plan_here(self, place: Place, title: str) -> None:
        """A new event at this place; its room is booked with it."""

        def look(rooms: tuple[BoardRoom, ...]) -> None:
            if not shiboken6.isValid(self):
                return
            self.rooms = rooms
            drawer = self._open(SessionPlace(place.slot, place.room_id), proposes=False)
            drawer.name.setText(title)
            drawer.dates.ask()

        self._desk.ask(Rooms(), look)

    def make_of(self, booking_id: UUID) -> None:
        """The booking, and what is to come of its series, becomes an event; its form opens."""
        self._desk.ask(OneBooking(booking_id), self._ask_dates)

    def _ask_dates(self, opened: OpenedBooking) -> None:
        self._desk.ask(DatesToBecome(opened.id), partial(self._make, opened))

    def _make(self, opened: OpenedBooking, dates: tuple[UUID, ...]) -> None:
        was = opened.details
        details = EventDetails(
            was.title, leader=opened.organisation or was.holder, capacity=was.people
        )
        becomes = tuple(Becomes(one, new_id()) for one in dates)
        shown = next(one.session_id for one in becomes if one.booking_id == opened.id)
        self._desk.do(MakeEventOf(becomes, new_id(), details), partial(self._made, shown))

    def _made(self, session_id: UUID, _change: object) -> None:
        if shiboken6.isValid(self):
            self.kept.emit(session_id)
            self._desk.ask(SessionBoard(session_id), self._edit_made)

    def _edit_made(self, board: BoardOfSession | SessionGone) -> None:
        if isinstance(board, BoardOfSession):
            self.edit(board)

    def edit(self, board: BoardOfSession) -> EventDrawer:
        drawer = self._open(board)
        drawer.cancel_wanted.connect(lambda: self._then(drawer, lambda: self.cancel(board)))
        drawer.copy_wanted.connect(lambda: self._then(drawer, lambda: self.copy(board.event_id)))
        if self._desk.may(Permission.MARK_ATTENDANCE):
            self._open_before = 0
            self._desk.ask(BriefOf(board.event_id), self._remember)
            drawer.kept.connect(lambda _: self.tell_if_anybody(board, self._open_before))
        return drawer

    def register(self, typed: str, entry: Entry) -> None:
        """Somebody new: she is put on the list, or marked, as Enter would have done."""
        from ui.visitors.register import RegisterDrawer

        drawer = RegisterDrawer(self._page, self._desk, typed)
        marks, signs_up = tr("Register and mark present"), tr("Register and sign up")
        drawer.go_on_with(marks if entry.marks else signs_up)
        for known in (drawer.registered, drawer.same_person):
            known.connect(entry.person)
        drawer.open()

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
            if shiboken6.isValid(self) and brief.must_know - brief.know > known:
                self.tell(board)

        self._desk.ask(BriefOf(board.event_id), look)

    def _remember(self, before: EventBrief) -> None:
        self._open_before = before.must_know - before.know

    def _open(self, seen: SessionPlace | BoardOfSession, *, proposes: bool = True) -> EventDrawer:
        drawer = EventDrawer(self._page, self._desk, self.rooms, seen, today(self._desk.clock))
        if proposes:
            drawer.propose_place()
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
