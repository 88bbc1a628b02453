"""The centre itself: its names, where it is, its logo."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QGridLayout, QLineEdit

from app.centre.actions import EditCentre
from app.centre.details import CentreDetails
from app.centre.queries import CentreForm
from app.errors import Refused
from app.language import Language, language_name, tr
from ui.desk import QtDesk
from ui.kit.flow import Flow
from ui.kit.forms import Choice, Field, LongTextField, TextField
from ui.kit.labels import Label
from ui.settings.logo import LogoField
from ui.settings.section import Section, put
from ui.theme import px

CONTACTS = ("phone", "email", "booking_phone", "booking_email")
RULES = ("house_rules", "house_rules_in_english", "house_rules_in_ukrainian")


class CentreSection(Section):
    """A field saves itself when it is left; the logo when it is chosen."""

    def __init__(self, desk: QtDesk) -> None:
        super().__init__(desk, tr("The centre"))
        self._seen: CentreDetails | None = None
        self._fields: dict[str, Field] = {}
        self._rules: dict[str, LongTextField] = {}
        self.logos: dict[str, LogoField] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(10))
        labels = {
            "name": tr("Name of the centre"),
            "short_name": tr("Short name (shown in the window)"),
            "municipality": tr("Municipality"),
            "address": tr("Address"),
            "name_in_english": tr("Name in English (for sheets)"),
            "name_in_ukrainian": tr("Name in Ukrainian (for sheets)"),
            "phone": tr("Phone for questions about data"),
            "email": tr("E-mail for questions about data"),
            "booking_phone": tr("Phone for room bookings"),
            "booking_email": tr("E-mail for room bookings"),
        }
        for place, (name, label) in enumerate(labels.items()):
            grid.addWidget(self._text_field(name, label), place // 2, place % 2)
        options = [(str(language), language_name(language)) for language in Language]
        self.language = Choice(options, str(Language.LV))
        self.language.setEnabled(self.may_change)
        self.language.picked.connect(lambda value: self._save("language", value))
        field = Field(tr("Language of papers"), self.language)
        self._fields["language"] = field
        grid.addWidget(field, 5, 0)
        self.column.addLayout(grid)
        hint = tr("PNG, at most 512 KiB; printed at the head of papers.")
        self.column.addLayout(self._logo_row("logo", tr("Logo"), hint))
        hint = tr("PNG, at most 512 KiB; printed on attendance sheets and certificates.")
        self.column.addLayout(self._logo_row("funder_logo", tr("Logo of the funder"), hint))
        self._add_rules()
        self.column.addStretch(1)

    def reload(self) -> None:
        self.desk.ask(CentreForm(), self._show)

    def line(self, name: str) -> QLineEdit:
        line = self._fields[name].widget
        if not isinstance(line, QLineEdit):
            raise TypeError(name)
        return line

    def rules(self, name: str) -> LongTextField:
        return self._rules[name]

    def _text_field(self, name: str, label: str) -> Field:
        line = TextField()
        line.setReadOnly(not self.may_change)
        line.editingFinished.connect(lambda: self._save(name, line.text()))
        self._fields[name] = Field(label, line)
        return self._fields[name]

    def _add_rules(self) -> None:
        self.column.addWidget(Label(tr("House rules"), role="h3"))
        said = tr("Printed on the confirmation of a booking; left empty, it has none.")
        self.column.addWidget(Label(said, role="sub", wrap=True))
        labels = (tr("In Latvian"), tr("In English"), tr("In Ukrainian"))
        for name, label in zip(RULES, labels, strict=True):
            text = LongTextField(lines=4)
            text.setReadOnly(not self.may_change)
            text.left.connect(partial(self._save_rules, name, text))
            self._rules[name] = text
            self._fields[name] = Field(label, text)
            self.column.addWidget(self._fields[name])

    def _save_rules(self, name: str, text: LongTextField) -> None:
        self._save(name, text.text())

    def _logo_row(self, name: str, label: str, hint: str) -> Flow:
        logo = LogoField(label, hint, may_change=self.may_change)
        logo.picked.connect(partial(self._save, name))
        self._fields[name] = self.logos[name] = logo
        return logo.row()

    def _show(self, details: CentreDetails) -> None:
        self._seen = details
        for name in ("name", "short_name", "municipality", "address"):
            put(self.line(name), getattr(details, name))
        for name in ("name_in_english", "name_in_ukrainian", *CONTACTS):
            put(self.line(name), getattr(details, name))
        for name, text in self._rules.items():
            if not text.hasFocus() and text.text() != getattr(details, name):
                text.setPlainText(getattr(details, name))
        self.language.set_value(details.language)
        for name, logo in self.logos.items():
            logo.show_logo(getattr(details, name))

    def _save(self, name: str, value: object) -> None:
        """``_seen`` moves on at once: leaving a field after Enter must not save it again."""
        if self._seen is None or getattr(self._seen, name) == value or not self.may_change:
            return
        field = self._fields[name]
        seen = self._seen
        try:
            wanted = replace(seen, **{name: value}).checked()  # type: ignore[arg-type]  # by name
        except Refused as refusal:
            field.set_error(str(refusal))
            return
        if isinstance(field.widget, QLineEdit):
            field.widget.setModified(False)
        field.clear_error()
        if wanted == seen:
            self._show(seen)
            return
        self._seen = wanted
        self.save(EditCentre(seen, wanted), field)
