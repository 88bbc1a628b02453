"""Access needs: what is coming, people, rooms, consents, and the list on paper."""

from datetime import date
from pathlib import Path
from typing import ClassVar
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.accessibility.consent_list import ConsentList, PersonsConsent
from app.accessibility.queries import NeedsPeople, SessionToPrepare, ToPrepare, WeekTotals
from app.action import Kind
from app.bookings.board import BoardRoom
from app.bookings.room_queries import FeatureMatrix
from app.centre.queries import CentreCard, CentreNames
from app.clock import wall_now
from app.language import tr
from app.permission import Permission
from ui.accessibility.coming_page import ComingPage
from ui.accessibility.consents_page import ConsentsPage
from ui.accessibility.features_drawer import FeaturesDrawer
from ui.accessibility.list_page import ListPage
from ui.accessibility.people_page import PeoplePage
from ui.accessibility.prepare_drawer import PrepareDrawer
from ui.accessibility.record import RecordDrawer
from ui.accessibility.room_matrix import RoomMatrix
from ui.accessibility.title_row import TitleRow
from ui.kit.cards import Card, Note
from ui.kit.scroll import Scroll
from ui.kit.tab import Tab
from ui.theme import px

DAYS_AHEAD = 14
LEAST_PAGE = 260
"""Lower, a page shows too little: the tab scrolls with its title instead."""
COMING, PEOPLE, ROOMS, CONSENTS = range(4)


class NeedsTab(Tab):
    """``show_this(("record", visitor_id))`` opens the drawer in which needs are recorded.

    A session's id brings its block to sight, "consents" the page of consents.
    """

    kinds: ClassVar[frozenset[Kind]] = frozenset(
        {
            Kind.NEEDS,
            Kind.CONSENTS,
            Kind.REGISTRATIONS,
            Kind.ATTENDANCE,
            Kind.EVENTS,
            Kind.ROOMS,
            Kind.BOOKINGS,
            Kind.VISITORS,
            Kind.CENTRE,
        }
    )

    def build(self) -> None:
        self._sessions: tuple[SessionToPrepare, ...] = ()
        self._centre = CentreNames()
        self._sees = self.desk.may(Permission.SEE_NEEDS)
        self._drawer: PrepareDrawer | None = None
        self._title = TitleRow(may_record=self.desk.may(Permission.RECORD_NEEDS))
        self._title.print.clicked.connect(self.print_page)
        self._title.record.clicked.connect(self.record_need)
        self.segments = self._title.segments
        self.coming = ComingPage(self.desk)
        self.coming.card.go.connect(self.go)
        self.coming.card.details.connect(self._show_details)
        self.coming.ending_wanted.connect(lambda: self.segments.choose(CONSENTS))
        self.people = PeoplePage(self.desk)
        self.people.open_card.connect(self._open_card)
        self.people.record.connect(self._record)
        self.rooms = RoomMatrix(few=False, edits=self.desk.may(Permission.RUN_ROOMS))
        self.rooms.edit.connect(lambda room: FeaturesDrawer(self, self.desk, room).open())
        self.consents = ConsentsPage(self.desk)
        self.consents.open_card.connect(self._open_card)
        self.paper = ListPage(self.desk)
        self.paper.returned.connect(self._leave_paper)
        self.paper.said.connect(self.said)
        self._lay_out()

    def reload(self) -> None:
        today = self._today()
        self.desk.ask(ToPrepare(today, DAYS_AHEAD), self._show_sessions)
        self.desk.ask(WeekTotals(today), self.coming.totals.show_totals)
        self.desk.ask(FeatureMatrix(), self._show_rooms)
        self.desk.ask(CentreCard(), self._know_centre)
        if self._sees:
            self.desk.ask(ConsentList(today), self._show_consents)
            self.desk.ask(NeedsPeople(today), self.people.show_people)

    def show_this(self, what: object) -> None:
        match what:
            case ("record", UUID() as visitor_id):
                self._record(visitor_id)
            case UUID():
                self._leave_paper()
                self.segments.choose(COMING)
                self.coming.card.choose(what)
            case "consents":
                self.segments.choose(CONSENTS)

    def new(self) -> None:
        """Ctrl+N: whose needs, is asked in the drawer."""
        self._record(None)

    def record_need(self) -> None:
        """F6: for the person chosen on the page People, else for whom the drawer asks."""
        chosen = self.people.row if self.segments.current == PEOPLE else None
        self._record(chosen.id if chosen else None)

    def print_page(self) -> None:
        """Ctrl+P: the list as it will be on paper; once more, the printer."""
        if self._whole.currentWidget() is self.paper:
            self.paper.choose_and_print()
            return
        self._whole.setCurrentWidget(self.paper)
        self.paper.draw()
        self.paper.print.setFocus()

    def save_list_to(self, path: Path) -> None:
        """Draw the list and keep it at ``path``."""
        self.paper.save_to(path)

    def jump_to_now(self) -> None:
        """F5."""
        self._leave_paper()
        self.segments.choose(COMING)

    def set_private(self, private: bool) -> None:
        super().set_private(private)
        self.people.set_private(private)
        self.consents.set_private(private)
        if self._drawer is not None:
            self._drawer.dismiss()

    def panels(self) -> list[QWidget]:
        if self._whole.currentWidget() is self.paper:
            return [self.paper.print]
        ticks: list[QWidget] = [row.tick for b in self.coming.card.blocks for row in b.rows]
        panels: dict[int, list[QWidget]] = {
            COMING: ticks[:1],
            PEOPLE: [self.people.list] if self._sees else [],
            CONSENTS: [self.consents.table] if self._sees else [],
        }
        return [self.segments, *panels.get(self.segments.current, [])]

    def _show_sessions(self, sessions: tuple[SessionToPrepare, ...]) -> None:
        self._sessions = sessions
        self.coming.card.show_sessions(sessions, self._today())
        self.paper.show_list(self._centre.name, sessions)

    def _show_rooms(self, rooms: tuple[BoardRoom, ...]) -> None:
        used = tuple(room for room in rooms if not room.retired)
        self.coming.few.show_rooms(tuple(room for room in used if room.part_of_id is None))
        self.rooms.show_rooms(used)

    def _know_centre(self, centre: CentreNames) -> None:
        self._centre = centre
        self.paper.show_list(centre.name, self._sessions)

    def _show_consents(self, rows: tuple[PersonsConsent, ...]) -> None:
        today = self._today()
        self.coming.show_ending(sum(row.consent.ends_soon(today) for row in rows))
        self.consents.show_consents(rows)

    def _record(self, visitor_id: UUID | None) -> None:
        if not self.desk.may(Permission.RECORD_NEEDS):
            self.said.emit(tr("You may not record needs. Ask the coordinator."), "warn")
            return
        drawer = RecordDrawer(self, self.desk, visitor_id)
        drawer.new_person.connect(lambda text: self.go.emit("visitors", ("register", text)))
        drawer.open()

    def _show_details(self, one: SessionToPrepare) -> None:
        self._drawer = PrepareDrawer(self, self.desk, one)
        self._drawer.closed.connect(self._forget_drawer)
        self._drawer.open()

    def _forget_drawer(self) -> None:
        self._drawer = None

    def _open_card(self, visitor_id: UUID) -> None:
        self.go.emit("visitors", visitor_id)

    def _leave_paper(self) -> None:
        if self._whole.currentWidget() is self.paper:
            self._whole.setCurrentIndex(0)
            self._title.print.setFocus()

    def _today(self) -> date:
        return wall_now(self.desk.clock).date()

    def _lay_out(self) -> None:
        page = Scroll(gap=10)
        column = page.column
        column.addWidget(self._title)
        self._pages = QStackedWidget()
        self._pages.setMinimumHeight(px(LEAST_PAGE))
        rooms = Card()
        rooms.column.addWidget(self.rooms)
        for widget in (self.coming, self._only(self.people), rooms, self._only(self.consents)):
            self._pages.addWidget(widget)
        self.segments.chosen.connect(self._pages.setCurrentIndex)
        column.addWidget(self._pages, 1)
        self._whole = QStackedWidget()
        self._whole.addWidget(page)
        self._whole.addWidget(self.paper)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(px(20), px(14), px(20), px(16))
        whole.addWidget(self._whole)

    def _only(self, page: QWidget) -> QWidget:
        """Without the permission, why nothing is here."""
        if self._sees:
            return page
        page.hide()
        card = Card()
        card.column.addWidget(
            Note("info", tr("Whose needs these are, only those with the permission see."))
        )
        card.column.addStretch(1)
        return card
