"""One organisation: its contacts, and the people who belong to it."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.language import ntr, short_date, tr, words
from app.visitors.organisation_people import Member, PeopleOf
from app.visitors.organisations import OrganisationRow
from ui.desk import QtDesk
from ui.kit.buttons import Button
from ui.kit.cards import Chip
from ui.kit.labels import IconLabel, Label
from ui.kit.tables import Column, Table
from ui.theme import px
from ui.visitors.shown import KINDS, ROLES, private_name


class OrganisationPage(QWidget):
    """Enter on a person opens her card; Esc leads back to all organisations."""

    back = Signal()
    edit_wanted = Signal(object)
    chosen = Signal(object)

    def __init__(self, desk: QtDesk, *, may_edit: bool) -> None:
        super().__init__()
        self._desk = desk
        self._private = False
        self.row: OrganisationRow | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(9))
        self.away = Button(tr("All organisations"), kind="quiet", icon="left")
        self.away.setToolTip("Esc")
        self.away.clicked.connect(self.back)
        column.addWidget(self.away, 0, Qt.AlignmentFlag.AlignLeft)
        head = QHBoxLayout()
        self.name = Label("", role="h1", wrap=True)
        head.addWidget(self.name, 1)
        edit = Button(tr("Edit"), icon="edit")
        edit.setVisible(may_edit)
        edit.clicked.connect(lambda: self.edit_wanted.emit(self.row))
        head.addWidget(edit, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        self._kind, self._state = Chip("", "band"), Chip(tr("not active"), "plain", "close")
        chips = QHBoxLayout()
        chips.addWidget(self._kind)
        chips.addWidget(self._state)
        chips.addStretch(1)
        column.addLayout(chips)
        self._contacts = _Contacts()
        column.addWidget(self._contacts)
        self.count = Label("", role="h2")
        column.addWidget(self.count)
        self.people = Table(
            tr("People of the organisation"),
            [
                Column(tr("Name, surname"), self._name_of, stretch=True, bold=True, wrap=True),
                Column(tr("Year of birth"), self._year_of, width=150),
                Column(tr("Role"), _roles, width=220),
                Column(tr("Last"), _last, width=110),
            ],
        )
        self.people.opened.connect(lambda member: self.chosen.emit(member.id))
        column.addWidget(self.people, 1)

    def show_row(self, row: OrganisationRow) -> None:
        self.row = row
        self.name.setText(row.name)
        self._kind.set_text(words(KINDS[row.kind]))
        self._state.setVisible(row.retired)
        self._contacts.show_row(row)
        self._desk.ask(PeopleOf(row.id), lambda members: self._show(row.id, members))

    def set_private(self, private: bool) -> None:
        self._private = private
        self.people.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
            return
        super().keyPressEvent(event)

    def _show(self, organisation_id: UUID, members: tuple[Member, ...]) -> None:
        if self.row is None or self.row.id != organisation_id:
            return
        self.people.set_rows(members)
        self.people.setVisible(bool(members))
        n = len(members)
        some = ntr("{n} person belongs to it", "{n} people belong to it", n)
        self.count.setText(some if n else tr("Nobody belongs to it yet."))

    def _name_of(self, member: Member) -> str:
        name = member.row.list_name
        return private_name(name) if self._private else name

    def _year_of(self, member: Member) -> str:
        return "" if self._private else str(member.row.birth_year or "")


class _Contacts(QWidget):
    """Contact person, telephone, e-mail: only what is written down."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(2, 1)
        self._grid.setHorizontalSpacing(px(10))
        self._values: list[tuple[list[QWidget], Label]] = []
        for place, (icon, name) in enumerate(
            (("person", tr("Contact person")), ("phone", tr("Phone")), ("mail", tr("E-mail")))
        ):
            before: list[QWidget] = [IconLabel(icon, size=18), Label(name, role="sub")]
            value = Label("", wrap=True)
            for column, widget in enumerate((*before, value)):
                self._grid.addWidget(widget, place, column, Qt.AlignmentFlag.AlignTop)
            self._values.append((before, value))
        self._nothing = Label(tr("No contact is written down."), role="sub")
        self._grid.addWidget(self._nothing, len(self._values), 0, 1, 3)

    def show_row(self, row: OrganisationRow) -> None:
        texts = (row.contact, row.phone, row.email)
        for (before, value), text in zip(self._values, texts, strict=True):
            value.setText(text)
            for widget in (*before, value):
                widget.setVisible(bool(text))
        self._nothing.setVisible(not any(texts))


def _roles(member: Member) -> str:
    return ", ".join(words(ROLES[role]) for role in sorted(member.roles))


def _last(member: Member) -> str:
    if member.row.since is not None:
        return tr("in the centre")
    return short_date(member.row.last) if member.row.last else ""
