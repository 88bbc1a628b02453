"""Card 1: how the centre is called, where it is, its language and its logo."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.centre.details import LARGEST_LOGO, PNG, CentreDetails
from app.language import Language, current, language_name, tr
from ui.kit.buttons import Button
from ui.kit.cards import Card
from ui.kit.dialogs import choose_file
from ui.kit.forms import Choice, Field, TextField
from ui.kit.labels import Label
from ui.theme import px


class CentreForm(Card):
    """``language_chosen`` tells the page, which is then made anew in that language."""

    language_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(margins=(20, 14, 20, 18), gap=8)
        self.name, self.short_name = TextField(), TextField()
        self.municipality, self.address = TextField(), TextField()
        self.language = Choice([(one, language_name(one)) for one in Language], current())
        self.language.picked.connect(self._choose_language)
        self._logo: bytes | None = None
        self._logo_name = ""
        self.logo_button = Button(tr("Choose a picture…"), icon="upload")
        self.logo_button.clicked.connect(self._choose_logo)
        self._name_field = Field(tr("Name of the centre"), self.name)
        self._logo_field = Field(
            tr("Logo (if there is one)"), self.logo_button, tr("PNG, at most 512 KiB")
        )
        self.column.addWidget(Label(tr("1. The centre"), role="h3"))
        self.column.addWidget(self._name_field)
        self.column.addWidget(Field(tr("Short name (seen in the window)"), self.short_name))
        self.column.addLayout(
            _beside(
                Field(tr("Municipality"), self.municipality), Field(tr("Address"), self.address)
            )
        )
        self.column.addLayout(
            _beside(
                Field(tr("Language of the centre"), self.language),
                self._logo_field,
            )
        )
        self.column.addStretch(1)

    def first_wrong(self) -> QWidget | None:
        """Marks what is wrong and gives the widget that wants the focus."""
        self._name_field.clear_error()
        if self.name.text().strip():
            return None
        self._name_field.set_error(tr("Write the name of the centre."))
        return self.name

    def details(self) -> CentreDetails:
        return CentreDetails(
            self.name.text(),
            self.short_name.text(),
            self.municipality.text(),
            self.address.text(),
            language=str(self.language.value()),
            logo=self._logo,
        )

    def typed(self) -> Any:
        return self.details(), self._logo_name

    def put_back(self, typed: Any) -> None:
        details, logo_name = typed
        self.name.setText(details.name)
        self.short_name.setText(details.short_name)
        self.municipality.setText(details.municipality)
        self.address.setText(details.address)
        if details.logo:
            self._take_logo(details.logo, logo_name)

    def use_logo(self, path: Path) -> None:
        """Read the picture, or say under the field why it cannot be used."""
        self._logo_field.clear_error()
        try:
            picture = path.read_bytes()
        except OSError:
            self._logo_field.set_error(tr("This file cannot be read. Choose another."))
            return
        if len(picture) > LARGEST_LOGO or not picture.startswith(PNG):
            self._logo_field.set_error(tr("The logo must be a PNG picture of at most 512 KiB."))
            return
        self._take_logo(picture, path.name)

    def _take_logo(self, picture: bytes, name: str) -> None:
        self._logo, self._logo_name = picture, name
        self._logo_field.set_hint(name)

    def _choose_logo(self) -> None:
        found = choose_file(self, tr("Logo"), tr("PNG pictures") + " (*.png)")
        if found is not None:
            self.use_logo(found)

    def _choose_language(self, language: Language) -> None:
        if language != current():
            self.language_chosen.emit(language)


def _beside(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(px(12))
    for widget in widgets:
        row.addWidget(widget, 1)
    return row
