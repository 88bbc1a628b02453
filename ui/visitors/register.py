"""The drawer in which somebody is registered or changed: nothing required but one name."""

from datetime import date, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.action import Change
from app.clock import wall_now
from app.errors import Refused
from app.ids import new_id
from app.language import tr
from app.visitors.consents import Agreed
from app.visitors.details import VisitorDetails
from app.visitors.duplicates import Likeness, PossibleDuplicates
from app.visitors.model import Group, How
from app.visitors.queries import Card, Towns
from app.visitors.register import EditVisitor, GroupsTold, RegisterVisitor
from app.visitors.same_person import Facts
from ui.desk import QtDesk
from ui.kit.buttons import Button
from ui.kit.cards import Note
from ui.kit.completing import CompletingField
from ui.kit.drawer import Drawer
from ui.kit.forms import Choice, Field, TextField, Tick, YearField
from ui.theme import px
from ui.visitors.age_line import AgeLine, likely_year
from ui.visitors.contact_fields import ContactFields
from ui.visitors.duplicate_box import DuplicateBox
from ui.visitors.more_fields import MoreFields
from ui.visitors.organisation_field import OrganisationField
from ui.visitors.person_field import PersonField
from ui.visitors.shown import LANGUAGES, language_words
from ui.visitors.told_groups import ToldGroups

PAUSE_MS = 150
GUARDED_UNTIL = 16


class RegisterDrawer(Drawer):
    """New when ``card`` is None; otherwise what is written on it is changed."""

    registered = Signal(object)
    same_person = Signal(object)

    def __init__(self, caller: QWidget, desk: QtDesk, typed: str, card: Card | None = None) -> None:
        super().__init__(caller, tr("Edit") if card else tr("New visitor"), width=500)
        self._desk, self._card = desk, card
        self._details = card.details if card else _from_typed(typed)
        self._young, self._here = False, True
        self._looking = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._looking.timeout.connect(self._look_for_duplicates)
        self._names()
        self._duplicates = DuplicateBox()
        self._duplicates.same.connect(self._is_same)
        self.column.addWidget(self._duplicates)
        self._year_and_town()
        self._contact()
        self._guardian()
        self._more = MoreFields(self._details)
        self._more.other_names.textChanged.connect(lambda _: self._looking.start())
        self.column.addWidget(self._more)
        self._groups = ToldGroups(wall_now(desk.clock).date())
        self.column.addWidget(self._groups)
        self._notice = Tick(tr("I explained how the data is used"), on=False)
        paper = Button(tr("Print the notice…"), kind="quiet", icon="print")
        paper.clicked.connect(self._print_notice)
        for widget in (self._notice, paper):
            self.column.addWidget(widget)
        if card is not None:
            self._groups.hide()
            self._notice.hide()
        self._refusal = Note("danger", "")
        self._refusal.hide()
        self.column.addWidget(self._refusal)
        self.column.addStretch(1)
        self._verbs()
        self._on_year("")
        desk.ask(Towns(), self._know_towns)

    def open(self) -> None:
        super().open()
        if self._card is None and self._given.text():
            (self._year if self._family.text() else self._family).setFocus()

    def go_on_with(self, verb: str) -> None:
        """Nobody is checked in: whoever opened the drawer goes on with her, as ``verb`` says."""
        self._here = False
        if self.primary is not None and self.other is not None:
            self.primary.setText(verb)
            self.other.hide()

    def _names(self) -> None:
        self._given = TextField(self._details.given_name)
        self._family = TextField(self._details.family_name)
        self._given_field = Field(tr("Name"), self._given)
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(self._given_field)
        row.addWidget(Field(tr("Surname"), self._family))
        self.column.addLayout(row)
        self._unnamed = Tick(tr("Without a name: only a card with a number"))
        self._unnamed.toggled.connect(self._on_unnamed)
        self._unnamed.setVisible(self._card is None)
        self.column.addWidget(self._unnamed)
        for field in (self._given, self._family):
            field.textChanged.connect(lambda _: self._looking.start())

    def _on_unnamed(self, on: bool) -> None:
        """What stands in the names stays there, in case she changes her mind."""
        for field in (self._given, self._family):
            field.setDisabled(on)
        self._looking.start()

    def _year_and_town(self) -> None:
        self._year = YearField(self._details.birth_year)
        self._year.textChanged.connect(self._on_year)
        self._town = CompletingField(self._details.town)
        row = QHBoxLayout()
        row.setSpacing(px(12))
        self._year_field = Field(tr("Year of birth"), self._year)
        row.addWidget(self._year_field)
        row.addWidget(Field(tr("Town or parish"), self._town))
        self.column.addLayout(row)
        self._age = AgeLine()
        self.column.addWidget(self._age)

    def _contact(self) -> None:
        ask = self._card is None
        contact = ContactFields(self._details.phone, self._details.email, ask=ask)
        self._agreed_to = contact.agreed
        contact.edited.connect(self._looking.start)
        self._phone, self._email = contact.phone, contact.email
        self.column.addWidget(contact)
        self._organisation = OrganisationField(self._desk, self._details.organisation_id)
        options = [("", tr("not said"))] + [(code, language_words(code)) for code in LANGUAGES]
        self._language = Choice(options, self._details.language)
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(Field(tr("Organisation"), self._organisation), 3)
        row.addWidget(Field(tr("Language of contact"), self._language), 2)
        self.column.addLayout(row)

    def _guardian(self) -> None:
        but = self._card.row.id if self._card else None
        self._guardian_name = PersonField(self._desk, self._details.guardian_name, but)
        for one in self._card.family if self._card else ():
            if one.is_guardian:
                self._guardian_name.know(one.id, one.name)
        self._guardian_field = Field(tr("Parent or guardian"), self._guardian_name)
        self._guardian_name.textChanged.connect(lambda _: self._ask_for_guardian())
        self.column.addWidget(self._guardian_field)

    def _verbs(self) -> None:
        if self._card is not None:
            self.set_verbs(tr("Save"))
            self.accepted.connect(self._save_edit)
            return
        self.set_verbs(tr("Register and check in"), tr("Only save"))
        self.accepted.connect(lambda: self._register(check_in=self._here))
        if self.other is not None:
            self.other.clicked.connect(lambda: self._register(check_in=False))
        for place in range(3):
            shortcut = QShortcut(QKeySequence(f"Alt+{place + 1}"), self)
            shortcut.activated.connect(lambda n=place: self._duplicates.choose(n))
            other = QShortcut(QKeySequence(f"Alt+Shift+{place + 1}"), self)
            other.activated.connect(lambda n=place: self._duplicates.say_another(n))

    def _know_towns(self, towns: tuple[str, ...]) -> None:
        self._town.set_known(list(towns))
        if self._card is None and towns and not self._town.text():
            self._town.setText(towns[0])

    def _look_for_duplicates(self) -> None:
        if self._card is None:
            self._desk.ask_newest("duplicates", self._alike(), self._show_duplicates)

    def _alike(self) -> PossibleDuplicates:
        given, family = self._said_names()
        return PossibleDuplicates(
            Facts(
                given,
                family,
                self._more.other_names.text(),
                self._year.year(),
                self._phone.text(),
                self._email.text(),
            )
        )

    def _said_names(self) -> tuple[str, str]:
        if self._unnamed.isChecked():
            return "", ""
        return self._given.text(), self._family.text()

    def _show_duplicates(self, found: tuple[Likeness, ...]) -> None:
        self._duplicates.show_likenesses(found)

    def _is_same(self, visitor_id: UUID) -> None:
        self.dismiss()
        self.same_person.emit(visitor_id)

    def _on_year(self, _text: str) -> None:
        this_year = wall_now(self._desk.clock).year
        year = self._year.year()
        known = year if likely_year(year, this_year) else None
        if self._year.text() and known is None:
            self._year_field.set_error(tr("Four digits, such as 1987."))
        else:
            self._year_field.clear_error()
        self._age.show_year(known, this_year)
        self._young = known is not None and this_year - known < GUARDED_UNTIL
        self._guardian_field.setVisible(self._young or bool(self._guardian_name.text()))
        self._ask_for_guardian()
        self._looking.start()

    def _ask_for_guardian(self) -> None:
        """Kindly: a child is registered and checked in without one too."""
        asked = self._young and not self._guardian_name.text().strip()
        kindly = tr(
            "Under {age}: please ask who the parent or guardian is. It can be added later.",
            age=GUARDED_UNTIL,
        )
        self._guardian_field.set_hint(kindly if asked else "")

    def _print_notice(self) -> None:
        from ui.visitors.notice_drawer import NoticeDrawer

        NoticeDrawer(self, self._desk, self._language.value() or "").open()

    def _wanted(self, organisation_id: UUID | None) -> VisitorDetails:
        given, family = self._said_names()
        guardian_id: UUID | None = self._guardian_name.value()
        return VisitorDetails(
            given_name=given,
            family_name=family,
            other_names=self._more.other_names.text(),
            birth_year=self._year.year(),
            town=self._town.text(),
            phone=self._phone.text(),
            email=self._email.text(),
            language=self._language.value() or "",
            roles=self._more.roles(),
            organisation_id=organisation_id,
            guardian_id=guardian_id,
            guardian_name="" if guardian_id else self._guardian_name.text(),
            heard_from=self._more.heard_from(),
        )

    def _register(self, *, check_in: bool) -> None:
        """Who types faster than the duplicates are looked for is shown them before anything is kept."""
        if not self._looking.isActive():
            self._keep(check_in)
            return
        self._looking.stop()
        self._desk.ask(self._alike(), partial(self._keep_unless_found, check_in))

    def _keep_unless_found(self, check_in: bool, found: tuple[Likeness, ...]) -> None:
        known = self._duplicates.shown()
        self._duplicates.show_likenesses(found)
        if {one.row.id for one in found} <= known:
            self._keep(check_in)

    def _keep(self, check_in: bool) -> None:
        self._organisation.settle(partial(self._do_register, check_in), self._refused)

    def _do_register(self, check_in: bool, organisation_id: UUID | None) -> None:
        visitor_id = new_id()
        action = RegisterVisitor(
            visitor_id,
            self._wanted(organisation_id),
            self._desk.clock.now(),
            new_id() if check_in else None,
            self._told(),
            self._notice.isChecked(),
            self._unnamed.isChecked(),
            self._duplicates.another(),
            self._agreed(),
        )
        self._desk.do(action, lambda change: self._done(change, visitor_id), self._refused)

    def _told(self) -> GroupsTold | None:
        groups: frozenset[Group] = self._groups.groups()
        if not groups:
            return None
        return GroupsTold(groups, new_id(), self._groups.how(), self._in_a_year())

    def _agreed(self) -> tuple[Agreed, ...]:
        how = How.GUARDIAN if self._young else How.SPOKEN
        until = self._in_a_year()
        return tuple(Agreed(new_id(), purpose, how, until) for purpose in self._agreed_to())

    def _in_a_year(self) -> date:
        return wall_now(self._desk.clock).date() + timedelta(days=365)

    def _save_edit(self) -> None:
        self._organisation.settle(self._do_edit, self._refused)

    def _do_edit(self, organisation_id: UUID | None) -> None:
        if self._card is None:
            return
        wanted = self._wanted(organisation_id)
        if wanted == self._card.details:
            self.dismiss()
            return
        action = EditVisitor(self._card.row.id, self._card.details, wanted)
        self._desk.do(action, lambda _: self.dismiss(), self._refused)

    def _done(self, _change: Change, visitor_id: UUID) -> None:
        self.registered.emit(visitor_id)
        self.dismiss()

    def _refused(self, refusal: Refused) -> None:
        self._say(str(refusal))
        if not (self._given.text().strip() or self._family.text().strip()):
            self._given.setFocus()

    def _say(self, text: str) -> None:
        self._refusal.say(text)
        self._refusal.show()
        self.form.ensureWidgetVisible(self._refusal)


def _from_typed(typed: str) -> VisitorDetails:
    """``Anna Bērziņa`` typed in the omni box: the last word is the surname. Digits are a telephone."""
    text = typed.strip()
    if any(letter.isdigit() for letter in text):
        return VisitorDetails("", phone=text)
    parts = [part[:1].upper() + part[1:] for part in text.split()]
    if len(parts) < 2:
        return VisitorDetails(text[:1].upper() + text[1:])
    return VisitorDetails(" ".join(parts[:-1]), parts[-1])
