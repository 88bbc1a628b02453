"""The page of events: the agenda left, the board of the chosen session right, and the sheet's page."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.accessibility.queries import SessionNeeds, SupportLine, WhoHasNeeds
from app.action import Kind
from app.bookings.board import BoardRoom
from app.bookings.room_queries import Rooms
from app.clock import wall_now
from app.events.board import BoardOfSession, SessionBoard, SessionGone
from app.events.brief import BriefOf, EventBrief
from app.events.changing import RestoreEvent
from app.events.details import SessionPlace
from app.events.of_room import SessionOfBooking
from app.events.queries import Agenda as AgendaOf
from app.events.queries import DayRows, NextSession, SessionRow
from app.language import tr
from app.permission import Permission
from app.slot import Place, Slot
from ui.events.agenda_card import AgendaCard
from ui.events.drawers import EventDrawers
from ui.events.session_view import SessionView
from ui.events.sheet_page import SheetPage
from ui.kit.beside import Beside
from ui.kit.cards import Card
from ui.kit.empty import Empty
from ui.kit.scroll import Scroll
from ui.kit.tab import Tab
from ui.theme import px
from ui.visitors.shown import BANDS

DAYS_BACK, DAYS_AHEAD = 7, 92
BESIDE = 860
"""Logical px: narrower, the session stands under the agenda and the page scrolls."""
USUAL_LENGTH = timedelta(hours=2)
LAST_START = time(20)


class EventsPage(Tab):
    """What is chosen in the agenda is asked for anew whenever something about it changes."""

    kinds: ClassVar[frozenset[Kind]] = frozenset(
        {
            Kind.EVENTS,
            Kind.REGISTRATIONS,
            Kind.ATTENDANCE,
            Kind.ROOMS,
            Kind.BOOKINGS,
            Kind.VISITORS,
            Kind.NEEDS,
            Kind.CENTRE,
        }
    )

    def build(self) -> None:
        self._wanted: UUID | None = None
        self._prints_next = False
        self.drawers = EventDrawers(self, self.desk)
        self.drawers.kept.connect(self.choose)
        self._may_plan = self.desk.may(Permission.PLAN_EVENTS)
        may_mark = self.desk.may(Permission.MARK_ATTENDANCE)
        self._left = AgendaCard(may_plan=self._may_plan, may_mark=may_mark)
        self._left.new_button.clicked.connect(self.new)
        self._left.paper_button.clicked.connect(
            lambda: self.go.emit("events", ("paper", self._wanted))
        )
        self.agenda = self._left.agenda
        self.agenda.chosen.connect(self._chosen)
        self.agenda.opened.connect(self._enter_board)
        self.view = SessionView(self.desk)
        self.view.said.connect(self.said)
        self.view.open_card.connect(lambda visitor_id: self.go.emit("visitors", visitor_id))
        self.view.entry.box.new_person.connect(
            lambda text: self.drawers.register(text, self.view.entry)
        )
        self.view.entry.needs.wanted.connect(lambda: self.go.emit("needs", self._wanted))
        self.view.head.edit.connect(self.edit)
        self.view.head.print_sheet.connect(self.print_page)
        self.view.head.restore.connect(self._restore)
        self.view.head.tell.connect(self._tell)
        self.sheet = SheetPage(self.desk)
        self.sheet.returned.connect(self._leave_sheet)
        self.sheet.said.connect(self.said)
        self._lay_out()

    def reload(self) -> None:
        first = wall_now(self.desk.clock).date() - timedelta(days=DAYS_BACK)
        self.desk.ask(AgendaOf(first, DAYS_BACK + DAYS_AHEAD), self._show_agenda)
        self.desk.ask(Rooms(), self._keep_rooms)
        if self._wanted is None:
            self.desk.ask(NextSession(self.desk.clock.now()), self._begin_with)
        else:
            self.desk.ask(SessionBoard(self._wanted), self._show_board)

    def show_this(self, what: object) -> None:
        """A session's id; ``("sheet", id)``; a booking: to see its event, to make one of it, or one there."""
        match what:
            case UUID():
                self._leave_sheet()
                self.choose(what)
            case ("sheet", UUID() as session_id):
                self.choose(session_id)
                self._open_sheet()
            case ("booking", UUID() as booking_id):
                self.desk.ask(SessionOfBooking(booking_id), self._choose_next)
            case ("of booking", UUID() as booking_id):
                self.drawers.make_of(booking_id)
            case ("plan", (Place() as place, str() as title)):
                self.drawers.plan_here(place, title)

    def choose(self, session_id: UUID) -> None:
        """Show this session, in the agenda too when it lies within its days."""
        self._wanted = session_id
        self.agenda.choose(session_id)
        self.desk.ask(SessionBoard(session_id), self._show_board)

    def new(self) -> None:
        """Ctrl+N."""
        if not self._may_plan:
            self.said.emit(tr("Only a coordinator plans events."), "warn")
            return
        room_id = next((room.id for room in self.drawers.rooms if not room.retired), None)
        self.drawers.new(SessionPlace(_usual_slot(wall_now(self.desk.clock)), room_id))

    def edit(self) -> None:
        if self.view.board is not None:
            self.drawers.edit(self.view.board)

    def print_page(self) -> None:
        """Ctrl+P: the sheet of the chosen session; on its page, print it."""
        if self._pages.currentWidget() is self.sheet:
            self.sheet.choose_and_print()
        elif self.desk.may(Permission.MARK_ATTENDANCE):
            self._prints_next = self._wanted is None
            self._open_sheet()

    def jump_to_now(self) -> None:
        """F5: the session that goes on or comes next."""
        self._leave_sheet()
        self.desk.ask(NextSession(self.desk.clock.now()), self._choose_next)

    def check_out(self) -> None:
        self.said.emit(tr("To check somebody out, open the card of the person."), "info")

    def record_need(self) -> None:
        """F6: for the chosen person."""
        if (row := self.view.table.current_row()) is not None:
            self.go.emit("needs", ("record", row.visitor_id))
        else:
            self.said.emit(tr("Choose somebody in the list first, then F6."), "info")

    def count_unnamed(self, band: int) -> None:
        self.view.count(BANDS[band][0], +1)

    def set_private(self, private: bool) -> None:
        super().set_private(private)
        self.view.set_private(private)

    def take_focus(self) -> None:
        self.panels()[1].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def panels(self) -> list[QWidget]:
        if self._pages.currentWidget() is self.sheet:
            return [self.sheet.choices.layout_, self.sheet.print]
        return [self.agenda, self.view.entry.box, self.view.table]

    def _enter_board(self, _row: SessionRow) -> None:
        self.view.entry.box.setFocus()

    def _tell(self) -> None:
        if self.view.board is not None:
            self.drawers.tell(self.view.board)

    def _restore(self) -> None:
        if self.view.board is not None:
            self.desk.do(RestoreEvent(self.view.board.event_id))

    def _open_sheet(self) -> None:
        if self._wanted is not None:
            self._pages.setCurrentWidget(self.sheet)
            self.sheet.open(self._wanted)

    def _leave_sheet(self) -> None:
        if self._pages.currentWidget() is self.sheet:
            self._pages.setCurrentIndex(0)
            self.agenda.setFocus()

    def _chosen(self, row: SessionRow | None) -> None:
        if row is not None and row.session_id != self._wanted:
            self._wanted = row.session_id
            self.desk.ask(SessionBoard(row.session_id), self._show_board)

    def _begin_with(self, session_id: UUID | None) -> None:
        """Unless somebody asked for another session before the answer came."""
        if self._wanted is None:
            self._choose_next(session_id)

    def _choose_next(self, session_id: UUID | None) -> None:
        if session_id is not None:
            self.choose(session_id)
            if self._prints_next:  # Ctrl+P came before the answer
                self._prints_next = False
                self._open_sheet()
        elif self._wanted is None:
            last = [line.session_id for line in self.agenda.lines if line.session_id]
            if last:
                self.choose(last[-1])

    def _show_agenda(self, days: Sequence[DayRows]) -> None:
        self.agenda.set_days(days, wall_now(self.desk.clock).date())
        if self._wanted is not None and self.agenda.current_session() != self._wanted:
            self.agenda.choose(self._wanted)
        self._left.show_whether(bool(days))

    def _show_board(self, board: BoardOfSession | SessionGone) -> None:
        if board.session_id != self._wanted:
            return  # another one was chosen meanwhile
        if isinstance(board, SessionGone):
            self._forget_board()
            return
        if self._pages.currentWidget() is self.sheet:
            self.sheet.reload()
        self.view.show_board(board)
        self._right.setCurrentIndex(1)
        if self.desk.may(Permission.MARK_ATTENDANCE):
            self.desk.ask(BriefOf(board.event_id), self._show_brief)
        today = wall_now(self.desk.clock).date()
        self.desk.ask(SessionNeeds(board.session_id, today), self._show_needs)
        if self.desk.may(Permission.SEE_NEEDS):
            people = tuple(row.visitor_id for row in board.rows)
            self.desk.ask(WhoHasNeeds(people, today), self.view.set_flagged)

    def _show_brief(self, brief: EventBrief) -> None:
        if self.view.board is not None and self.view.board.event_id == brief.event_id:
            self.view.head.show_brief(brief, wall_now(self.desk.clock))

    def _forget_board(self) -> None:
        """What was shown has been taken away: the next session is."""
        self._wanted = None
        self.view.board = None
        self._leave_sheet()
        self._right.setCurrentIndex(0)
        self.desk.ask(NextSession(self.desk.clock.now()), self._choose_next)

    def _show_needs(self, lines: tuple[SupportLine, ...]) -> None:
        if all(line.session_id == self._wanted for line in lines):
            self.view.entry.needs.show_lines(lines)

    def _keep_rooms(self, rooms: tuple[BoardRoom, ...]) -> None:
        self.drawers.rooms = rooms

    def _lay_out(self) -> None:
        self._right = QStackedWidget()
        self._right.addWidget(
            Empty("event", tr("No event is chosen."), tr("Choose one in the agenda."))
        )
        self._right.addWidget(self.view)
        right = Card((0, 0, 0, 0), gap=0)
        right.column.addWidget(self._right)
        both = Beside(self._left, right, BESIDE, grows=1)
        both.turned.connect(self._left.stand)
        page = Scroll()
        page.column.addWidget(both, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(page)
        self._pages.addWidget(self.sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(10), px(20), px(16))
        column.addWidget(self._pages)


def _usual_slot(now: datetime) -> Slot:
    """From the next full hour; late in the evening, tomorrow morning."""
    start = now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    if start.time() > LAST_START or start.date() != now.date():
        start = datetime.combine(now.date() + timedelta(days=1), time(10))
    return Slot(start, start + USUAL_LENGTH)
