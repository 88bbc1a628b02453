"""What the person printing chooses: page, languages, columns, names, rows for walk-ins."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.language import Language, language_name, say, tr, words
from app.sheets.sheet import Layout, Names, Order, SheetOptions
from ui.kit.cards import Note
from ui.kit.forms import Choice, Field, NumberField, Tick
from ui.kit.labels import Label
from ui.kit.scroll import Scroll
from ui.theme import px

MOST_BLANK = 200
LAYOUTS = {
    Layout.PORTRAIT: say("Portrait"),
    Layout.LANDSCAPE: say("Landscape"),
    Layout.LARGE: say("Large print, 18 points"),
    Layout.EASY: say("Easy to read, with pictures"),
    Layout.EMPTY: say("Empty, to write in"),
    Layout.COURSE: say("Course: names by dates"),
}


class Scope(StrEnum):
    """Of which sessions the sheets are."""

    SESSION = "session"
    DAY = "day"
    WEEK = "week"


DAYS = {Scope.DAY: 1, Scope.WEEK: 7}


class SheetChoices(Scroll):
    """Every change is told at once; a confidential event takes away what it must not show."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(margins=(16, 12, 16, 12), gap=8)
        usual = SheetOptions()
        self.scope = Choice(
            [
                (Scope.SESSION, tr("This session")),
                (Scope.DAY, tr("All sessions of the day")),
                (Scope.WEEK, tr("All sessions of seven days")),
            ],
            Scope.SESSION,
        )
        self.layout_ = Choice([(one, words(name)) for one, name in LAYOUTS.items()], usual.layout)
        self.order = Choice(
            [
                (Order.SURNAME, tr("By surname")),
                (Order.REGISTERED, tr("As they registered")),
            ],
            usual.order,
        )
        self.languages = {
            language: Tick(language_name(language), on=language is Language.LV)
            for language in Language
        }
        self.languages[Language.LV].setEnabled(False)
        self.languages[Language.LV].setToolTip(tr("Latvian is always on the sheet, and first."))
        self.organisation = Tick(tr("Institution, organisation or parish"), on=usual.organisation)
        self.photo = Tick(tr("May be photographed"), on=usual.photo)
        self.signature = Tick(tr("Signature"), on=usual.signature)
        self.ages = Tick(tr("Age in the rows for walk-ins"), on=usual.walk_in_ages)
        self.names = Choice(
            [
                (Names.FULL, tr("Full names")),
                (Names.INITIAL, tr("Name and initial")),
                (Names.NUMBER, tr("Numbers only")),
            ],
            usual.names,
        )
        self.blank = NumberField(usual.blank_rows, 0, MOST_BLANK)
        self.guarded = Note(
            "warn",
            tr("A confidential event: neutral title, no organisations, no full names."),
        )
        self.guarded.hide()
        self._confidential = False
        self._lay_out()
        for tick in (*self.languages.values(), *self._columns()):
            tick.toggled.connect(self._tell)
        self.layout_.currentIndexChanged.connect(self._show_layout)
        for choice in (self.scope, self.names, self.order):
            choice.currentIndexChanged.connect(self._tell)
        self.blank.valueChanged.connect(self._tell)

    def options(self) -> SheetOptions:
        return SheetOptions(
            layout=self.layout_.value(),
            languages=tuple(one for one, tick in self.languages.items() if tick.isChecked()),
            organisation=self.organisation.isChecked(),
            photo=self.photo.isChecked(),
            signature=self.signature.isChecked(),
            walk_in_ages=self.ages.isChecked(),
            names=self.names.value(),
            blank_rows=self.blank.value(),
            order=self.order.value(),
        )

    def set_options(self, options: SheetOptions) -> None:
        """All at once, told by nobody."""
        self.blockSignals(True)
        self.layout_.set_value(options.layout)
        for language, tick in self.languages.items():
            tick.setChecked(language in options.languages)
        ticks = (options.organisation, options.photo, options.signature, options.walk_in_ages)
        for tick, on in zip(self._columns(), ticks, strict=True):
            tick.setChecked(on)
        self.names.set_value(options.names)
        self.order.set_value(options.order)
        self.blank.setValue(options.blank_rows)
        self._enable()
        self.blockSignals(False)

    def asked_for(self) -> tuple[Scope, Order, bool]:
        """What the desk must be asked anew for when it changes."""
        return self.scope.value(), self.order.value(), self.layout_.value() is Layout.COURSE

    def set_confidential(self, *, confidential: bool) -> None:
        """What a confidential event does not allow cannot be ticked, unless others come along."""
        alone = self.scope.value() is Scope.SESSION
        self._confidential = confidential and alone
        self.guarded.setVisible(confidential)
        self._enable()

    def _show_layout(self, _index: int) -> None:
        self._enable()
        self._tell()

    def _enable(self) -> None:
        """What this layout has no room for cannot be ticked either."""
        layout, free = self.layout_.value(), not self._confidential
        roomy = layout not in (Layout.LARGE, Layout.COURSE, Layout.EASY)
        named = layout not in (Layout.EASY, Layout.EMPTY)
        self.organisation.setEnabled(free and roomy)
        self.ages.setEnabled(free and roomy)
        self.photo.setEnabled(free)
        self.signature.setEnabled(layout not in (Layout.COURSE, Layout.EASY))
        self.names.setEnabled(named)
        self.order.setEnabled(named)

    def _columns(self) -> tuple[Tick, ...]:
        return self.organisation, self.photo, self.signature, self.ages

    def _tell(self, _value: object = None) -> None:
        self.changed.emit()

    def _lay_out(self) -> None:
        self.column.addWidget(self.guarded)
        self.column.addWidget(Field(tr("Sheets of"), self.scope))
        self.column.addWidget(Field(tr("Layout"), self.layout_))
        self.column.addWidget(Label(tr("Languages"), role="field"))
        row = QHBoxLayout()
        row.setSpacing(px(8))
        for tick in self.languages.values():
            row.addWidget(tick)
        row.addStretch(1)
        languages = QWidget()
        languages.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(languages)
        self.column.addWidget(Label(tr("Columns"), role="field"))
        for tick in self._columns():
            self.column.addWidget(tick)
        self.column.addWidget(Field(tr("Names"), self.names))
        self.column.addWidget(Field(tr("Order"), self.order))
        self.column.addWidget(Field(tr("Blank rows"), self.blank))
        promise = tr("Telephones and anything about health are never printed on this sheet.")
        self.column.addWidget(Note("ok", promise))
        self.column.addStretch(1)
