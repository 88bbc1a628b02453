"""Whom to tell that an event was cancelled or moved: by which way each is reached, and who knows."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.action import Action
from app.bookings.telling_model import ToldBy
from app.bookings.telling_queries import Spot
from app.errors import Refused
from app.events.informing import Inform, TakeBackInformed
from app.events.news_model import What
from app.events.news_queries import NewsOf, NewsRow
from app.ids import new_id
from app.language import day_month, short_date, time_range, tr
from ui.bookings.telling_words import WAY_ICONS, short_day
from ui.desk import QtDesk
from ui.kit.announce import announce
from ui.kit.buttons import Button
from ui.kit.cards import FlatCard, Note
from ui.kit.drawer import Drawer
from ui.kit.flow import Flow
from ui.kit.labels import Label
from ui.kit.tables import Column, Table
from ui.theme import px

WIDTH = 860
TABLE_HEIGHT = 260


class NewsDrawer(Drawer):
    """Space ticks who has been told; what was ticked stays to be seen and can be unticked."""

    def __init__(self, caller: QWidget, desk: QtDesk, event_id: UUID, title: str) -> None:
        super().__init__(caller, tr("Whom to tell"), width=WIDTH)
        self._desk, self._event_id, self._title = desk, event_id, title
        self.column.addWidget(Label(title, role="h2", wrap=True))
        self.hint = Label("", role="sub", wrap=True)
        self.counted = Label("", role="sub")
        self.table = Table(tr("Whom to tell"), _columns())
        self.table.setMinimumHeight(px(TABLE_HEIGHT))
        self.words = Label("", wrap=True)
        self.reach = Label("", role="strong", wrap=True)
        self.reach.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.card = FlatCard()
        self.ways = {
            way: Button(tr("Told: {how}", how=_way(way)), icon=WAY_ICONS[way]) for way in ToldBy
        }
        self.copy = Button(tr("Copy the list"), kind="quiet", icon="note")
        self.refusal = Note("danger")
        self.refusal.hide()
        self._lay_out()
        self.table.ticked.connect(self._tick)
        self.table.chosen.connect(self._show_row)
        self.copy.clicked.connect(self._copy)
        for way, button in self.ways.items():
            button.clicked.connect(partial(self._tell_by, way))
        desk.changed.connect(self._look)
        self._look()

    def _look(self, *_: object) -> None:
        self._desk.ask(NewsOf(self._event_id), self._show)

    def _show(self, rows: tuple[NewsRow, ...]) -> None:
        self.table.set_rows(rows)
        told = sum(row.told for row in rows)
        self.counted.setText(tr("told {n} of {all}", n=told, all=len(rows)) if rows else "")
        self.hint.setText(
            tr("Space ticks who has been told.")
            if rows
            else tr("Nobody is to be told anything now.")
        )
        self.copy.setVisible(bool(rows))
        if self.table.current_row() is None and rows:
            self.table.choose(next((row.id for row in rows if not row.told), rows[0].id))
        self._show_row(self.table.current_row())

    def _show_row(self, row: NewsRow | None) -> None:
        self.card.setVisible(row is not None)
        if row is None:
            return
        self.reach.setText(" — ".join((row.name, how_to_reach(row))))
        said = what_to_say(row, self._title)
        if row.told_at is not None and row.how is not None:
            when = short_date(row.told_at.date())
            said += " " + tr("Told {when}, {how}.", when=when, how=_way(row.how))
        self.words.setText(said)
        for button in self.ways.values():
            button.setVisible(not row.told)
        announce(self, f"{self.reach.text()}. {self.words.text()}")

    def _tick(self, row: NewsRow) -> None:
        if row.informed_id is not None:
            self._do(TakeBackInformed(row.informed_id))
        else:
            self._inform(row, row.reached.way)

    def _tell_by(self, way: ToldBy) -> None:
        row = self.table.current_row()
        if isinstance(row, NewsRow) and not row.told:
            self._inform(row, way)

    def _inform(self, row: NewsRow, way: ToldBy) -> None:
        now = self._desk.clock.now()
        self._do(Inform(new_id(), row.news_id, row.visitor_id, way, now))

    def _do(self, action: Action) -> None:
        self.refusal.hide()
        self._desk.do(action, None, self._refused)

    def _refused(self, refusal: Refused) -> None:
        self.refusal.say(str(refusal))
        self.refusal.show()
        self._look()

    def _copy(self) -> None:
        lines = (f"{row.name}\t{how_to_reach(row)}" for row in self.table.rows if not row.told)
        QGuiApplication.clipboard().setText("\n".join(lines))
        self.copy.setText(tr("Copied"))
        announce(self, tr("Copied"))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.hint, 1)
        row.addWidget(self.counted)
        self.column.addLayout(row)
        self.column.addWidget(self.table, 1)
        self.card.column.addWidget(self.reach)
        self.card.column.addWidget(self.words)
        verbs = Flow(px(6))
        verbs.add(*self.ways.values())
        self.card.column.addLayout(verbs)
        self.column.addWidget(self.card)
        self.column.addWidget(self.refusal)
        self.column.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)


def what_to_say(row: NewsRow, title: str) -> str:
    """As one would say it on the telephone."""
    here = _spot(row.here) if row.here else ""
    match row.what:
        case What.MOVED if row.was is not None:
            was = _spot(row.was)
            return tr("“{title}” is not {was}. It is now {here}.", title=title, was=was, here=here)
        case What.ADDED:
            return tr("“{title}” has one more date: {here}.", title=title, here=here)
        case What.STANDS_AGAIN if here:
            return tr("“{title}” takes place after all: {here}.", title=title, here=here)
        case What.PLACE:
            return tr("You have a place now: “{title}”. Will you come?", title=title)
        case What.STANDS_AGAIN:
            return tr("“{title}” takes place after all.", title=title)
    if here:
        return tr("“{title}” is cancelled: {here}.", title=title, here=here)
    return tr("“{title}” is cancelled.", title=title)


def how_to_reach(row: NewsRow) -> str:
    reached = row.reached
    parts = [part for part in (reached.phone, reached.email) if part]
    if reached.no_calls:
        parts.insert(0, tr("asked not to be called"))
    if not parts:
        return tr("No phone and no e-mail are written down.")
    if reached.through:
        parts.insert(0, tr("through {name}", name=reached.through))
    return " · ".join(parts)


def _columns() -> list[Column]:
    return [
        Column(tr("Name"), lambda row: row.name, stretch=True, bold=True),
        Column(
            tr("How to reach"),
            _first_way,
            220,
            icon=lambda row: WAY_ICONS[row.reached.way],
        ),
        Column(tr("What"), _what_and_which, 210),
        Column(tr("Told"), lambda _: "", 110, tick=lambda row: row.told),
    ]


def _first_way(row: NewsRow) -> str:
    reached = row.reached
    return {ToldBy.PHONE: reached.phone, ToldBy.EMAIL: reached.email}.get(
        reached.way, tr("in person")
    )


def _what_and_which(row: NewsRow) -> str:
    """With the date as people know it: a course may have moved two."""
    spot = row.was or row.here
    said = _what(row.what)
    return f"{said} · {day_month(spot.slot.start.date())}" if spot else said


def _what(what: What) -> str:
    return {
        What.CANCELLED: tr("is cancelled"),
        What.MOVED: tr("is moved"),
        What.ADDED: tr("one more date"),
        What.STANDS_AGAIN: tr("takes place after all"),
        What.PLACE: tr("has a place now"),
    }[what]


def _way(way: ToldBy) -> str:
    return {
        ToldBy.PHONE: tr("by telephone"),
        ToldBy.EMAIL: tr("by e-mail"),
        ToldBy.IN_PERSON: tr("in person"),
    }[way]


def _spot(spot: Spot) -> str:
    return ", ".join(
        filter(
            None,
            (f"{short_day(spot.slot)} {time_range(spot.slot.start, spot.slot.end)}", spot.room),
        )
    )
