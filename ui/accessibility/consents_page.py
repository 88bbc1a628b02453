"""Consents for needs, target groups and help: which hold, which end soon, extending, withdrawing."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from app.accessibility.consent_list import PersonsConsent
from app.clock import wall_now
from app.language import day_month, short_date, tr, words
from app.people.withdraw import WithdrawConsent
from app.permission import Permission
from app.visitors.consents import PURPOSES, SENSITIVE, ExtendConsent
from ui.desk import QtDesk
from ui.kit.buttons import Button
from ui.kit.cards import Card
from ui.kit.dialogs import ask_first
from ui.kit.empty import Empty
from ui.kit.tables import Column, Table
from ui.visitors.told_groups import HOW

A_YEAR = timedelta(days=365)


class ConsentsPage(Card):
    """Withdrawing deletes the needs at once, so it is asked first; the fact of it stays."""

    open_card = Signal(object)
    """UUID of a visitor."""

    def __init__(self, desk: QtDesk) -> None:
        super().__init__((1, 1, 1, 12), gap=10)
        self._desk = desk
        self._private = False
        self.table = Table(tr("Consents"), self._columns())
        self.table.opened.connect(lambda row: self.open_card.emit(row.visitor_id))
        self.table.chosen.connect(lambda _: self._show_verbs())
        self._none = Empty("lock", tr("No consent is written down."))
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self._none, 1)
        self.extend = Button(tr("Extend by a year"), icon="repeat")
        self.extend.clicked.connect(self._extend)
        self.withdraw = Button(tr("Withdraw"), kind="danger")
        self.withdraw.clicked.connect(self._withdraw)
        self._verbs = QHBoxLayout()
        self._verbs.setContentsMargins(14, 0, 14, 0)
        self.column.addLayout(self._verbs)
        for button in (self.extend, self.withdraw):
            self._verbs.addWidget(button)
            button.setVisible(desk.may(Permission.REGISTER_VISITORS))
        self._verbs.addStretch(1)
        self.show_consents(())

    def show_consents(self, rows: tuple[PersonsConsent, ...]) -> None:
        self.table.set_rows(rows)
        self.table.setVisible(bool(rows))
        self._none.setVisible(not rows)
        self._show_verbs()

    def set_private(self, private: bool) -> None:
        self._private = private
        self.table.viewport().update()

    def _columns(self) -> list[Column]:
        return [
            Column(tr("Name, surname"), self._name, stretch=True, bold=True, wrap=True),
            Column(tr("For what"), _purpose, width=165, wrap=True),
            Column(tr("State"), self._state, width=185, icon=self._icon, ink=self._ink, wrap=True),
            Column(tr("How"), _how, width=165, wrap=True),
            Column(tr("Until"), lambda row: short_date(row.consent.until), width=105),
        ]

    def _name(self, row: PersonsConsent) -> str:
        if not self._private:
            return row.list_name
        return " ".join(f"{part[:1]}." for part in row.list_name.split())

    def _state(self, row: PersonsConsent) -> str:
        if row.consent.withdrawn is not None:
            return tr("Withdrawn")
        if not row.consent.holds(self._today()):
            return tr("Ended")
        if row.consent.ends_soon(self._today()):
            return tr("Ends {day}", day=day_month(row.consent.until))
        return tr("In force")

    def _icon(self, row: PersonsConsent) -> str:
        icons = {"ok": "check", "warn": "warn"}
        return icons.get(self._ink(row), "close" if row.consent.withdrawn else "clock")

    def _ink(self, row: PersonsConsent) -> str:
        if not row.consent.holds(self._today()):
            return "text2"
        return "warn" if row.consent.ends_soon(self._today()) else "ok"

    def _show_verbs(self) -> None:
        row: PersonsConsent | None = self.table.current_row()
        alive = row is not None and row.consent.withdrawn is None
        self.withdraw.setEnabled(alive)
        # What an ended consent carried has been deleted: she is asked anew, in a new consent.
        self.extend.setEnabled(row is not None and row.consent.holds(self._today()))

    def _extend(self) -> None:
        if (row := self.table.current_row()) is not None:
            until = row.consent.until
            self._desk.do(ExtendConsent(row.id, until, until + A_YEAR))

    def _withdraw(self) -> None:
        row: PersonsConsent | None = self.table.current_row()
        if row is None:
            return
        purpose = row.consent.purpose
        if purpose in SENSITIVE:
            title = tr("Withdraw the consent: {what}?", what=words(PURPOSES[purpose]))
            text = tr("What rests on this consent is deleted at once and cannot be brought back.")
            if not ask_first(self, title, f"{row.list_name}. {text}", tr("Withdraw and delete")):
                return
        self._desk.do(WithdrawConsent(row.id, self._desk.clock.now()))

    def _today(self) -> date:
        return wall_now(self._desk.clock).date()


def _purpose(row: PersonsConsent) -> str:
    return words(PURPOSES[row.consent.purpose])


def _how(row: PersonsConsent) -> str:
    return ", ".join(filter(None, (words(HOW[row.consent.how]), row.consent.taken_by)))
