"""The people who work at the desk: who they are, what they may do, when they were last here."""

from datetime import datetime
from typing import ClassVar

from app.clock import wall_now
from app.language import clock_time, ntr, short_date, tr, words
from app.permission import Permission
from app.staff.queries import StaffList, StaffRow
from ui.desk import QtDesk
from ui.kit.buttons import Button
from ui.kit.cards import Hline
from ui.kit.tables import Column, Table
from ui.settings.account import AccountDrawer
from ui.settings.role_matrix import ROLES, RoleMatrix
from ui.settings.section import Section
from ui.theme import px

TABLE_HEIGHT = 232


class StaffSection(Section):
    """Somebody who leaves is switched off: what she did stays in the journal."""

    needs: ClassVar[Permission] = Permission.RUN_STAFF

    def __init__(self, desk: QtDesk) -> None:
        super().__init__(desk, tr("People and roles"))
        add = Button(tr("Add a person"), kind="primary", icon="add")
        add.clicked.connect(self.new)
        self.verbs.addWidget(add)
        self.table = Table(
            tr("People who work here"),
            [
                Column(tr("Name"), self._name, width=200, bold=True),
                Column(tr("Roles"), _roles, stretch=True, wrap=True),
                Column(tr("Last here"), self._last, width=150),
                Column(tr("Where"), lambda row: row.last_desk, width=110),
                Column(
                    tr("State"),
                    lambda row: tr("Active") if row.active else tr("Switched off"),
                    width=140,
                    icon=lambda row: "check" if row.active else "close",
                    ink=lambda row: "ok" if row.active else "text2",
                ),
            ],
        )
        self.table.setMinimumHeight(px(TABLE_HEIGHT))
        self.table.opened.connect(self._open)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(Hline())
        self.column.addWidget(RoleMatrix())

    def reload(self) -> None:
        self.desk.ask(StaffList(), self._show)

    def new(self) -> None:
        if self.may_change:
            AccountDrawer(self, self.desk, None).open()

    def _show(self, rows: tuple[StaffRow, ...]) -> None:
        self.table.set_rows(rows)
        active = sum(row.active for row in rows)
        parts = [ntr("{n} active", "{n} active", active)]
        if off := len(rows) - active:
            parts.append(ntr("{n} switched off", "{n} switched off", off))
        self.second.setText(", ".join(parts))

    def _open(self, row: StaffRow) -> None:
        AccountDrawer(self, self.desk, row).open()

    def _name(self, row: StaffRow) -> str:
        me = self.desk.signed_in
        if me is not None and me.staff_id == row.id:
            return tr("{name} (you)", name=row.name)
        return row.name

    def _last(self, row: StaffRow) -> str:
        return _moment(row.last_signed_in, wall_now(self.desk.clock)) if row.last_signed_in else "–"


def _roles(row: StaffRow) -> str:
    return ", ".join(words(ROLES[role]) for role in ROLES if role in row.details.roles)


def _moment(at: datetime, now: datetime) -> str:
    days = (now.date() - at.date()).days
    if days == 0:
        return tr("today {at}", at=clock_time(at))
    return tr("yesterday {at}", at=clock_time(at)) if days == 1 else short_date(at.date())
