"""A logo of the centre: its picture, a button to choose another, a button to remove it."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap

from app.centre.details import LARGEST_LOGO
from app.language import tr
from ui.kit.buttons import Button
from ui.kit.dialogs import choose_file
from ui.kit.flow import Flow
from ui.kit.forms import Field
from ui.kit.labels import IconLabel
from ui.theme import px

HEIGHT, FIELD = 64, 260


class LogoField(Field):
    """``picked`` gives the bytes of the file, or None when the logo is to be removed."""

    picked = Signal(object)

    def __init__(self, label: str, hint: str, *, may_change: bool) -> None:
        self._choose = Button(tr("Choose a logo…"), icon="photo")
        super().__init__(label, self._choose, hint)
        self._choose.clicked.connect(self._choose_file)
        self._picture = IconLabel("photo", size=HEIGHT)
        self._drop = Button(tr("Remove the logo"), kind="quiet")
        self._drop.clicked.connect(lambda: self.picked.emit(None))
        for button in (self._choose, self._drop):
            button.setEnabled(may_change)
        self.setMinimumWidth(px(FIELD))

    def row(self) -> Flow:
        row = Flow(px(14))
        row.add(self._picture, self, self._drop)
        return row

    def show_logo(self, logo: bytes | None) -> None:
        self._drop.setVisible(logo is not None)
        picture = QPixmap()
        if logo is not None and picture.loadFromData(logo):
            smooth = Qt.TransformationMode.SmoothTransformation
            self._picture.setPixmap(picture.scaledToHeight(px(HEIGHT), smooth))
            self._picture.setFixedWidth(self._picture.pixmap().width())
        else:
            self._picture.set_icon("photo", size=HEIGHT)

    def take(self, path: Path) -> None:
        try:
            with path.open("rb") as file:
                logo = file.read(LARGEST_LOGO + 1)
        except OSError:
            self.set_error(tr("The file cannot be read. Choose another."))
            return
        self.picked.emit(logo)

    def _choose_file(self) -> None:
        path = choose_file(self, tr("Choose a logo"), f"{tr('Pictures')} (*.png)")
        if path is not None:
            self.take(path)
