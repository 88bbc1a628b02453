"""Who is in the centre now, room by room, by time or by name; printed in one key for an evacuation."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.clock import wall_now
from app.ids import new_id
from app.language import clock_time, ntr, tr, words
from app.people.on_site import InTheCentre, OnSiteRow, RoomOnSite, RoomsOnSite, WantHelp
from app.permission import Permission
from app.visitors.activities import ACTIVITIES
from app.visitors.model import Band
from app.visitors.parties import PartyLeft
from app.visitors.together import EverybodyLeft
from app.visitors.visits import CloseVisit, CountUnnamed
from ui.desk import QtDesk
from ui.kit.buttons import Button, Segments
from ui.kit.cards import Card, Note
from ui.kit.flow import Flow
from ui.kit.labels import Label
from ui.kit.scroll import Scroll
from ui.kit.tables import Column, Table
from ui.theme import px
from ui.visitors.doing_drawer import DoingDrawer
from ui.visitors.evacuation import EvacuationList
from ui.visitors.rooms_view import RoomsView
from ui.visitors.shown import BANDS, private_name

BY_ROOM, BY_TIME, BY_NAME = range(3)
ROOM, ABOUT = 3, 4
ALL_COLUMNS = 560


class OnSitePage(QWidget):
    """Stands in place of the card while "In the centre" is chosen."""

    said = Signal(str, str)
    group_wanted = Signal()

    def __init__(self, desk: QtDesk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: tuple[OnSiteRow, ...] = ()
        self._room_list: tuple[RoomOnSite, ...] = ()
        self._helped: frozenset[UUID] = frozenset()
        self._private = False
        self._evacuation = EvacuationList(self, desk)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        frame = Card((1, 2, 1, 2))
        whole.addWidget(frame)
        card = Scroll((19, 12, 12, 12), gap=10)
        frame.column.addWidget(card, 1)
        card.column.addLayout(self._head())
        card.column.addLayout(self._count_row())
        card.column.addLayout(self._segments_row())
        self._nobody = Note("info", tr("Nobody is in the centre now."))
        card.column.addWidget(self._nobody)
        self._rooms = RoomsView(self._columns(in_rooms=True))
        card.column.addWidget(self._rooms)
        self._table = Table(tr("In the centre now"), self._columns())
        self._table.setMinimumHeight(px(240))
        card.column.addWidget(self._table, 1)
        card.column.addStretch(0)
        frame.column.addLayout(self._foot())

    def _columns(self, *, in_rooms: bool = False) -> list[Column]:
        about = Column(tr("About"), self._about, width=280 if in_rooms else 170)
        room = Column(tr("Room"), lambda row: row.room or tr("Foyer"), width=124)
        return [
            Column(tr("Since"), lambda row: clock_time(row.since), width=66),
            Column(tr("Name, surname"), self._name, stretch=True, bold=True),
            Column(tr("Help"), self._help, width=112, icon=self._flag, ink=lambda _: "warn"),
            *([] if in_rooms else [room]),
            about,
        ]

    def _head(self) -> Flow:
        head = Flow(px(10))
        self._title = Label(tr("In the centre now"), role="h2")
        head.add(self._title)
        head.push()
        self._all_left = Button(tr("Everybody has left"), icon="login")
        self._all_left.clicked.connect(self._everybody)
        out = Button(tr("Print for an evacuation"), kind="primary", icon="print")
        out.setToolTip("Ctrl+P")
        out.clicked.connect(self.print_list)
        head.add(self._all_left, out)
        return head

    def _count_row(self) -> Flow:
        """A head more of each age: people who give no name are counted all the same."""
        row = Flow(px(8))
        row.add(Label(tr("Unnamed"), role="strong"))
        self._counters: dict[Band, Button] = {}
        for band, name in BANDS:
            button = Button(words(name), icon="add")
            button.clicked.connect(lambda _=False, one=band: self._count(one))
            row.add(button)
            self._counters[band] = button
        return row

    def _segments_row(self) -> Flow:
        row = Flow(px(8))
        names = [tr("By room"), tr("By time"), tr("By name")]
        self.segments = Segments(names, tr("In which order"))
        self.segments.chosen.connect(lambda _: self._fill())
        row.add(self.segments)
        row.push()
        group = Button(tr("Group…"), icon="group")
        group.setToolTip("Alt+G")
        group.clicked.connect(self.group_wanted)
        row.add(group)
        return row

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(px(19), px(4), px(12), px(8))
        self._left = Button(tr("Has left"), icon="login")
        self._left.clicked.connect(self.leave)
        self._what = Button(tr("What for…"), icon="edit")
        self._what.clicked.connect(self.say_what_for)
        for button, key in ((self._left, "F4"), (self._what, "Alt+D")):
            foot.addWidget(button)
            foot.addWidget(Label(key, role="kbd"))
        foot.addStretch(1)
        return foot

    def reload(self) -> None:
        now = wall_now(self._desk.clock)
        self._desk.ask(RoomsOnSite(now), self._know_rooms)
        if self._desk.may(Permission.SEE_NEEDS):
            self._desk.ask(WantHelp(now.date()), self._know_help)
        self._desk.ask(InTheCentre(now), self._show)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow table keeps what counts: since when, and who."""
        super().resizeEvent(event)
        narrow = self.width() < px(ALL_COLUMNS)
        for column in (ROOM, ABOUT):
            self._table.setColumnHidden(column, narrow)
        self._rooms.set_narrow(narrow)

    def set_private(self, private: bool) -> None:
        self._private = private
        self._table.viewport().update()
        self._rooms.update_cells()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        self._list.setFocus(reason)

    def print_list(self) -> None:
        self._evacuation.print_out()

    def save_to(self, path: Path) -> None:
        self._evacuation.save_to(path)

    def leave(self) -> None:
        """The chosen one goes home; of a group all."""
        row, now = self._list.current_row(), self._desk.clock.now()
        if row is None:
            self.said.emit(tr("Choose somebody in the list first, then F4."), "info")
            return
        left = PartyLeft(row.party_id, now) if row.party_id else CloseVisit(row.visit_ids[0], now)
        self._desk.do(left)
        QTimer.singleShot(0, self._list.setFocus)

    def say_what_for(self) -> None:
        row = self._list.current_row()
        if row is None:
            self.said.emit(tr("Choose somebody in the list first, then Alt+D."), "info")
            return
        DoingDrawer(self, self._desk, self._name(row), row.visit_ids, row.doing).open()

    @property
    def _list(self) -> Table | RoomsView:
        return self._rooms if self.segments.current == BY_ROOM else self._table

    def _know_help(self, helped: frozenset[UUID]) -> None:
        self._helped = helped

    def _know_rooms(self, rooms: tuple[RoomOnSite, ...]) -> None:
        self._room_list = rooms

    def _show(self, rows: tuple[OnSiteRow, ...]) -> None:
        self._rows = rows
        for button in (self._all_left, self._left, self._what):
            button.setEnabled(bool(rows))
        people = sum(row.heads for row in rows)
        self._title.setText(
            ntr("{n} person in the centre now", "{n} people in the centre now", people)
        )
        for band, name in BANDS:
            heads = sum(n for row in rows for one, n in row.bands if one == band)
            self._counters[band].setText(words(name) + (f" · {heads}" if heads else ""))
        self._fill()

    def _fill(self) -> None:
        by_room = self.segments.current == BY_ROOM
        if by_room:
            self._rooms.show_rows(self._rows, self._room_list)
        elif self.segments.current == BY_TIME:
            self._table.set_rows(sorted(self._rows, key=lambda row: row.since, reverse=True))
        else:
            self._table.set_rows(self._rows)
        self._nobody.setVisible(not self._rows)
        self._rooms.setVisible(by_room and bool(self._rows))
        self._table.setVisible(not by_room and bool(self._rows))

    def _count(self, band: Band) -> None:
        self._desk.do(CountUnnamed(new_id(), band, self._desk.clock.now()))

    def _everybody(self) -> None:
        self._desk.do(EverybodyLeft(self._desk.clock.now()))

    def _name(self, row: OnSiteRow) -> str:
        if row.visitor_id is not None:
            return private_name(row.list_name) if self._private else row.list_name
        if row.party_id is not None:
            return f"{row.list_name or tr('A group')} · {row.heads}"
        return tr("Unnamed: {who}", who=_of_ages(row))

    def _about(self, row: OnSiteRow) -> str:
        parts = [] if self._private or row.birth_year is None else [str(row.birth_year)]
        if row.party_id is not None:
            parts.append(_of_ages(row, counted=True))
        if row.with_whom and not self._private:
            parts.append(tr("with {name}", name=row.with_whom))
        parts += [words(said) for one, said in ACTIVITIES.items() if one in row.doing.activities]
        return " · ".join(parts)

    def _help(self, row: OnSiteRow) -> str:
        return tr("Help") if self._flag(row) else ""

    def _flag(self, row: OnSiteRow) -> str:
        return "flag" if row.visitor_id in self._helped and not self._private else ""


def _of_ages(row: OnSiteRow, *, counted: bool = False) -> str:
    names = dict(BANDS)
    return ", ".join(
        f"{words(names[band])} {n}" if counted else words(names[band]) for band, n in row.bands
    )
