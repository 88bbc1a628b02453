"""Access needs: what is coming, people, rooms, consents that end."""

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import ClassVar
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.accessibility.queries import (
    EndingConsent,
    EndingConsents,
    NeedsPeople,
    SessionToPrepare,
    ToPrepare,
    WeekTotals,
)
from app.accessibility.vocabulary import WORDS
from app.action import Kind
from app.bookings.board import BoardRoom
from app.bookings.room_queries import FeatureMatrix
from app.centre.queries import CentreCard, CentreNames
from app.clock import wall_now
from app.language import current, long_date, ntr, short_date, time_range, tr, words
from app.people.withdraw import WithdrawConsent
from app.permission import Permission
from app.sheets.beside import write_beside
from app.visitors.consents import PURPOSES, SENSITIVE
from app.visitors.rows import VisitorRow
from ui.accessibility.coming import ComingCard
from ui.accessibility.record import RecordDrawer
from ui.accessibility.room_matrix import RoomMatrix
from ui.accessibility.totals import TotalsCard
from ui.kit.buttons import Button, Segments
from ui.kit.cards import Card, Note
from ui.kit.dialogs import ask_first, save_file_as
from ui.kit.labels import Label
from ui.kit.lists import RowList, RowLook
from ui.kit.tab import Tab
from ui.kit.tables import Column, Table
from ui.theme import px
from ui.visitors.shown import row_look

DAYS_AHEAD = 14
SIDE = 400
COMING, PEOPLE, ROOMS, CONSENTS = range(4)


class NeedsTab(Tab):
    """``show_this(("record", visitor_id))`` opens the drawer of picture and consent."""

    kinds: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.NEEDS, Kind.CONSENTS, Kind.REGISTRATIONS, Kind.EVENTS, Kind.ROOMS, Kind.BOOKINGS}
    )

    def build(self) -> None:
        self._sessions: tuple[SessionToPrepare, ...] = ()
        self._centre = CentreNames()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(px(20), px(14), px(20), px(16))
        whole.setSpacing(px(10))
        whole.addLayout(self._title_row())
        self._pages = QStackedWidget()
        whole.addWidget(self._pages, 1)
        self._pages.addWidget(self._coming_page())
        self._pages.addWidget(self._people_page())
        self._pages.addWidget(self._rooms_page())
        self._pages.addWidget(self._consents_page())

    def _title_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        names = QVBoxLayout()
        names.setSpacing(px(1))
        names.addWidget(Label(tr("Access needs"), role="h1"))
        names.addWidget(
            Label(tr("Shows what is to be prepared: no names, no diagnoses"), role="sub", wrap=True)
        )
        row.addLayout(names, 1)
        segments = [tr("Coming"), tr("People"), tr("Rooms"), tr("Consents")]
        self.segments = Segments(segments, tr("Which page"))
        self.segments.chosen.connect(self._on_segment)
        row.addWidget(self.segments)
        save = Button(tr("Print the list"), icon="print")
        save.setToolTip("Ctrl+P")
        save.clicked.connect(self.print_page)
        row.addWidget(save)
        return row

    def _coming_page(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(16))
        self.coming = ComingCard(self.desk)
        self.coming.go.connect(self.go)
        row.addWidget(self.coming, 1)
        right = QWidget()
        right.setFixedWidth(px(SIDE))
        side = QVBoxLayout(right)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(px(12))
        self._totals = TotalsCard()
        side.addWidget(self._totals)
        rooms = Card((16, 12, 16, 12))
        rooms.column.addWidget(Label(tr("Rooms: what is in them"), role="h2"))
        self._few = RoomMatrix(few=True)
        rooms.column.addWidget(self._few, 1)
        side.addWidget(rooms, 1)
        self._ending = Note("warn", "")
        self._ending.hide()
        side.addWidget(self._ending)
        row.addWidget(right)
        return page

    def _people_page(self) -> QWidget:
        card = Card((1, 8, 1, 3))
        self._people = RowList(tr("People for whom something is prepared"), self._look)
        self._people.opened.connect(lambda row: self.go.emit("visitors", row.id))
        self._nobody = Note(
            "info", tr("Whose needs these are, only those with the permission see.")
        )
        card.column.addWidget(self._nobody)
        card.column.addWidget(self._people, 1)
        self._nobody.setVisible(not self.desk.may(Permission.SEE_NEEDS))
        return card

    def _rooms_page(self) -> QWidget:
        card = Card()
        self._all = RoomMatrix(few=False)
        card.column.addWidget(self._all)
        return card

    def _consents_page(self) -> QWidget:
        card = Card()
        card.column.addWidget(Label(tr("Consents that end within 30 days"), role="h2"))
        self._consents = Table(
            tr("Consents that end soon"),
            [
                Column(tr("Name, surname"), lambda row: row.name, stretch=True, bold=True),
                Column(tr("For what"), lambda row: words(PURPOSES[row.purpose]), width=260),
                Column(tr("Until"), lambda row: short_date(row.until), width=130),
            ],
        )
        self._consents.opened.connect(lambda row: self.go.emit("visitors", row.visitor_id))
        card.column.addWidget(self._consents, 1)
        line = QHBoxLayout()
        withdraw = Button(tr("Withdraw"), kind="danger")
        withdraw.clicked.connect(self._withdraw)
        line.addWidget(withdraw)
        line.addStretch(1)
        card.column.addLayout(line)
        return card

    # asking

    def reload(self) -> None:
        today = wall_now(self.desk.clock).date()
        self.desk.ask(ToPrepare(today, DAYS_AHEAD), self._show_sessions)
        self.desk.ask(WeekTotals(today), self._totals.show_totals)
        self.desk.ask(FeatureMatrix(), self._show_rooms)
        self.desk.ask(CentreCard(), self._know_centre)
        if self.desk.may(Permission.SEE_NEEDS):
            self.desk.ask(EndingConsents(today), self._show_ending)
            self.desk.ask(NeedsPeople(today), self._show_people)

    def _show_sessions(self, sessions: tuple[SessionToPrepare, ...]) -> None:
        self._sessions = sessions
        self.coming.show_sessions(sessions, wall_now(self.desk.clock).date())

    def _show_rooms(self, rooms: tuple[BoardRoom, ...]) -> None:
        self._few.show_rooms([room for room in rooms if room.part_of_id is None])
        self._all.show_rooms(rooms)

    def _know_centre(self, centre: CentreNames) -> None:
        self._centre = centre

    def _show_ending(self, consents: tuple[EndingConsent, ...]) -> None:
        n = len(consents)
        self._ending.say(ntr("{n} consent ends soon", "{n} consents end soon", n) if n else "")
        self._ending.setVisible(bool(n))
        self._consents.set_rows(consents)

    def _show_people(self, rows: tuple[VisitorRow, ...]) -> None:
        self._people.set_rows(rows)

    def _look(self, row: VisitorRow) -> RowLook:
        return row_look(row, wall_now(self.desk.clock).date(), private=self.private)

    # what people do

    def show_this(self, what: object) -> None:
        match what:
            case ("record", UUID() as visitor_id):
                RecordDrawer(self, self.desk, visitor_id).open()
            case "consents":
                self.segments.choose(CONSENTS)

    def print_page(self) -> None:
        name = f"{tr('To prepare')}.pdf"
        path = save_file_as(self, tr("Print the list"), name, "PDF (*.pdf)")
        if path is not None:
            self.save_list_to(path)

    def save_list_to(self, path: Path) -> None:
        """Draw the prepare-list (counts, no names) and keep it at ``path``."""
        drawing = partial(_draw_list, self._centre.name, self._sessions, wall_now(self.desk.clock))

        def kept(_: object) -> None:
            self.said.emit(tr("List saved: {name}", name=path.name), "ok")

        self.desk.work(lambda: write_beside(path, drawing()), kept)

    def panels(self) -> list[QWidget]:
        return [self.segments, self._pages]

    def _on_segment(self, place: int) -> None:
        self._pages.setCurrentIndex(place)

    def _withdraw(self) -> None:
        row = self._consents.current_row()
        if row is None:
            return
        text = tr("What rests on this consent is deleted at once and cannot be brought back.")
        title = tr("Withdraw the consent: {what}?", what=words(PURPOSES[row.purpose]))
        if row.purpose in SENSITIVE and not ask_first(self, title, text, tr("Withdraw")):
            return
        self.desk.do(WithdrawConsent(row.id, self.desk.clock.now()))


def _draw_list(centre: str, sessions: tuple[SessionToPrepare, ...], at: datetime) -> bytes:
    from app.sheets.prepare import PrepareBlock, PrepareLine, draw_prepare

    blocks = tuple(
        PrepareBlock(
            one.title,
            f"{long_date(one.start.date())}, {time_range(one.start, one.end)}",
            one.place,
            tuple(
                PrepareLine(
                    words(WORDS[line.support]), line.people, line.prepared.responsible, line.ready
                )
                for line in one.lines
            ),
        )
        for one in sessions
    )
    return draw_prepare(centre, blocks, at, current())
