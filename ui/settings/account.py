"""The drawer of one account: name, roles, a one-time password, switching off and on."""

from dataclasses import replace
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.action import Action
from app.centre.details import StaffDetails
from app.errors import Refused
from app.language import current, tr, words
from app.staff.actions import EditStaff, SwitchOffStaff, SwitchOnStaff
from app.staff.passwords import Lock, not_right
from app.staff.queries import StaffRow
from ui.desk import QtDesk
from ui.kit.cards import Hline, Note
from ui.kit.drawer import Drawer
from ui.kit.forms import Field, TextField, Tick
from ui.kit.labels import Label
from ui.settings.one_time import OneTime
from ui.settings.passwords import NewAccount, NewPasswordFor, add_account, give_password, with_me
from ui.settings.role_matrix import ROLES
from ui.theme import px


class AccountDrawer(Drawer):
    """The user name stays for good: the key file knows her by it."""

    def __init__(self, caller: QWidget, desk: QtDesk, row: StaffRow | None) -> None:
        super().__init__(caller, tr("Add a person") if row is None else row.name, width=540)
        self._desk, self._row = desk, row
        blank = StaffDetails("", "", "", language=str(current()))
        self._was = row.details if row else blank
        self.given_name = TextField(self._was.given_name)
        self.family_name = TextField(self._was.family_name)
        self.user_name = TextField(self._was.user_name)
        self.user_name.setReadOnly(row is not None)
        self.roles = {
            role: Tick(words(name), on=role in self._was.roles) for role, name in ROLES.items()
        }
        self.one_time = OneTime(is_new=row is None)
        self._refusal = Note("danger")
        self._refusal.hide()
        self._lay_out()
        off = "" if row is None else tr("Switch off") if row.active else tr("Switch on")
        self.set_verbs(tr("Add") if row is None else tr("Save"), off)
        self.accepted.connect(self._save)
        if self.other is not None:
            self.other.clicked.connect(self._switch)

    def details(self) -> StaffDetails:
        return replace(
            self._was,
            given_name=self.given_name.text(),
            family_name=self.family_name.text(),
            user_name=self.user_name.text(),
            roles=frozenset(role for role, tick in self.roles.items() if tick.isChecked()),
        )

    @property
    def refusal(self) -> str:
        """Why nothing was saved."""
        return self._refusal.accessibleName() if self._refusal.isVisible() else ""

    def _lay_out(self) -> None:
        self._given_field = Field(tr("Given name"), self.given_name)
        hint = "" if self._row is None else tr("The user name stays as it is.")
        self._user_field = Field(tr("User name"), self.user_name, hint)
        names = QHBoxLayout()
        names.setSpacing(px(12))
        names.addWidget(self._given_field)
        names.addWidget(Field(tr("Family name"), self.family_name))
        self.column.addLayout(names)
        self.column.addWidget(self._user_field)
        self.column.addWidget(Label(tr("Roles (one person may have several)"), role="field"))
        for tick in self.roles.values():
            self.column.addWidget(tick)
        self.column.addWidget(Hline())
        self.column.addWidget(self.one_time)
        self.column.addWidget(self._refusal)
        self.column.addStretch(1)

    def _save(self) -> None:
        self._refusal.hide()
        wanted = self.details()
        try:
            wanted = wanted.checked()
        except Refused as refusal:
            self._refused(refusal)
            return
        if self._row is None:
            self._wait(waits=True)
            account = NewAccount(wanted, self.one_time.password, self.one_time.opener())
            add_account(self._desk, account, self._added, self._refused)
        elif wanted.roles != self._was.roles and self._is_me:
            self._with_my_password(wanted)
        else:
            self._edit(wanted)

    @property
    def _is_me(self) -> bool:
        me = self._desk.signed_in
        return me is not None and self._row is not None and me.staff_id == self._row.id

    def _with_my_password(self, wanted: StaffDetails) -> None:
        """Changing one's own role asks for the password: the desk may have been left open."""
        user_name, typed = wanted.user_name, self.one_time.opener()
        self.one_time.ask_opener()

        def check(fits: bool) -> None:
            if fits:
                self._edit(wanted)
            else:
                self._refused(not_right())

        self._desk.with_database(
            lambda database: Lock(database, self._desk.folders).fits(user_name, typed),
            check,
            self._refused,
        )

    def _edit(self, wanted: StaffDetails) -> None:
        row = self._row
        if row is None:
            return
        if wanted == self._was:
            self._give_password()
            return
        action = EditStaff(row.id, self._was, wanted)
        self._desk.do(action, lambda _: self._edited(wanted), self._refused)

    def _edited(self, wanted: StaffDetails) -> None:
        self._was = wanted
        self._give_password()

    def _give_password(self) -> None:
        """Last, because it cannot be taken back; nothing to do when none was asked for."""
        row = self._row
        if row is None or not self.one_time.wanted:
            self.dismiss()
            return
        self._wait(waits=True)

        def give(me: StaffRow) -> None:
            opener = (me.details.user_name, self.one_time.opener())
            wanted = NewPasswordFor(row, opener, self.one_time.password)
            give_password(self._desk, wanted, self._given, self._refused)

        with_me(self._desk, give)

    def _switch(self) -> None:
        if self._row is not None:
            verb = SwitchOffStaff if self._row.active else SwitchOnStaff
            self._do(verb(self._row.id))

    def _do(self, action: Action) -> None:
        self._desk.do(action, lambda _: self.dismiss(), self._refused)

    def _added(self, _staff_id: UUID) -> None:
        self.dismiss()

    def _given(self) -> None:
        self.dismiss()

    def _refused(self, refusal: Refused) -> None:
        self._wait(waits=False)
        self._refusal.say(str(refusal))
        self._refusal.show()
        self.form.ensureWidgetVisible(self._refusal)

    def _wait(self, *, waits: bool) -> None:
        if self.primary is not None:
            self.primary.setEnabled(not waits)
