"""Organisations: who books and who sends people."""

from typing import ClassVar
from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.action import Action
from app.errors import Refused
from app.ids import new_id
from app.language import ntr, tr, words
from app.permission import Permission
from app.visitors.details import OrganisationDetails
from app.visitors.model import OrganisationKind
from app.visitors.organisations import (
    AddOrganisation,
    BringBackOrganisation,
    EditOrganisation,
    OrganisationRow,
    Organisations,
    RetireOrganisation,
)
from ui.desk import QtDesk
from ui.kit.buttons import Button
from ui.kit.cards import Note
from ui.kit.drawer import Drawer
from ui.kit.empty import Empty
from ui.kit.forms import Choice, Field, TextField, Tick
from ui.kit.tables import Column, Table
from ui.settings.organisation_page import OrganisationPage
from ui.settings.section import Section
from ui.visitors.shown import KINDS


class OrganisationsSection(Section):
    """Retired ones stay with what they booked; they are only shown when asked for."""

    needs: ClassVar[Permission] = Permission.REGISTER_VISITORS

    def __init__(self, desk: QtDesk) -> None:
        super().__init__(desk, tr("Organisations"), tr("Who books rooms and who sends people."))
        self._retired = Tick(tr("Also those no longer active"))
        self._retired.toggled.connect(lambda _: self.reload())
        add = Button(tr("New organisation"), kind="primary", icon="add")
        add.clicked.connect(self.new)
        add.setEnabled(self.may_change)
        self.verbs.addWidget(self._retired)
        self.verbs.addWidget(add)
        self.table = Table(
            tr("Organisations"),
            [
                Column(
                    tr("Organisation"),
                    lambda row: row.name,
                    stretch=True,
                    bold=True,
                    muted=_is_retired,
                    wrap=True,
                ),
                Column(tr("Kind"), lambda row: words(KINDS[row.kind]), width=170),
                Column(tr("Contact"), lambda row: row.contact or row.phone or row.email, width=200),
                Column(tr("People"), lambda row: str(row.people or ""), width=80),
                Column(
                    tr("State"),
                    lambda row: tr("not active") if row.retired else tr("active"),
                    width=120,
                ),
            ],
        )
        self.table.opened.connect(self._open)
        self.page = OrganisationPage(desk, may_edit=self.may_change)
        self.page.back.connect(self._close)
        self.page.edit_wanted.connect(self._edit)
        self.page.chosen.connect(lambda visitor_id: self.go.emit("visitors", visitor_id))
        self.page.hide()
        self._wanted: UUID | None = None
        self._empty = Empty(
            "group", tr("Organisations that book rooms will be here"), "", tr("New organisation")
        )
        self._empty.wanted.connect(self.new)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self._empty, 1)
        self.column.addWidget(self.page, 1)
        self._empty.hide()

    def why_not(self) -> str:
        return tr("Only the front desk or a coordinator may change organisations.")

    def reload(self) -> None:
        retired_too = self._retired.isChecked() or self._wanted is not None
        self.desk.ask(Organisations(retired_too), self._show)

    def show_this(self, what: object) -> None:
        """The id of an organisation: its page."""
        if isinstance(what, UUID):
            self._wanted = what
            self.reload()

    def set_private(self, private: bool) -> None:
        self.page.set_private(private)

    def new(self) -> None:
        if self.may_change:
            OrganisationDrawer(self, self.desk, None).open()

    def _show(self, rows: tuple[OrganisationRow, ...]) -> None:
        one = next((row for row in rows if row.id == self._wanted), None)
        self.page.setVisible(one is not None)
        if one is not None:
            self.page.show_row(one)
        self.table.set_rows(rows)
        self.table.setVisible(bool(rows) and one is None)
        self._empty.setVisible(not rows)
        count = ntr("{n} organisation", "{n} organisations", len(rows))
        self.second.setText(count if rows else tr("Who books rooms and who sends people."))

    def _open(self, row: OrganisationRow) -> None:
        self._wanted = row.id
        self._show(tuple(self.table.rows))
        self.page.away.setFocus()

    def _close(self) -> None:
        self._wanted = None
        self.reload()
        self.page.hide()
        self.table.show()
        self.table.setFocus()

    def _edit(self, row: OrganisationRow) -> None:
        OrganisationDrawer(self, self.desk, row).open()


class OrganisationDrawer(Drawer):
    """Add or change one; retire it, or bring it back."""

    def __init__(self, caller: QWidget, desk: QtDesk, row: OrganisationRow | None) -> None:
        super().__init__(caller, tr("New organisation") if row is None else row.name)
        self._desk, self._row = desk, row
        details = row.details if row else OrganisationDetails("", OrganisationKind.NGO)
        self.name = TextField(details.name)
        self.kind = Choice([(kind, words(KINDS[kind])) for kind in OrganisationKind], details.kind)
        self.contact, self.phone = TextField(details.contact), TextField(details.phone)
        self.email = TextField(details.email)
        self._name_field = Field(tr("Name of the organisation"), self.name)
        self._refusal = Note("danger")
        self._refusal.hide()
        for widget in (
            self._name_field,
            Field(tr("Kind"), self.kind),
            Field(tr("Contact person"), self.contact),
            Field(tr("Phone"), self.phone),
            Field(tr("E-mail"), self.email),
            self._refusal,
        ):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        other = ""
        if row is not None:
            other = tr("Bring back") if row.retired else tr("No longer active")
        self.set_verbs(tr("Save"), other)
        self.accepted.connect(self._save)
        if self.other is not None:
            self.other.clicked.connect(self._retire)

    def _save(self) -> None:
        wanted = OrganisationDetails(
            self.name.text(),
            self.kind.value(),
            self.contact.text(),
            self.phone.text(),
            self.email.text(),
        )
        self._name_field.clear_error()
        if not wanted.name.strip():
            self._name_field.set_error(tr("Write the name of the organisation."))
            self.name.setFocus()
        elif self._row is None:
            self._do(AddOrganisation(new_id(), wanted))
        elif wanted == self._row.details:
            self.dismiss()
        else:
            self._do(EditOrganisation(self._row.id, self._row.details, wanted))

    def _retire(self) -> None:
        if self._row is not None:
            verb = BringBackOrganisation if self._row.retired else RetireOrganisation
            self._do(verb(self._row.id))

    def _do(self, action: Action) -> None:
        self._desk.do(action, lambda _: self.dismiss(), self._refused)

    def _refused(self, refusal: Refused) -> None:
        self._refusal.say(str(refusal))
        self._refusal.show()


def _is_retired(row: OrganisationRow) -> bool:
    return row.retired
