"""What follows from the year of birth: the age group, and how it was computed."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.language import tr
from ui.kit.cards import Chip
from ui.kit.labels import Label
from ui.theme import px
from ui.visitors.shown import age_band

OLDEST = 1900


class AgeLine(QWidget):
    """Hidden while no year is known."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(Label(tr("Age group"), role="sub"))
        self._band = Chip("", "band")
        self._sum = Label("", role="cap")
        row.addWidget(self._band)
        row.addWidget(self._sum)
        row.addStretch(1)
        self.hide()

    def show_year(self, year: int | None, this_year: int) -> None:
        self.setVisible(year is not None)
        if year is not None:
            age = this_year - year
            self._band.set_text(age_band(age))
            self._sum.setText(tr("{now} − {year} = {age} years", now=this_year, year=year, age=age))


def likely_year(year: int | None, this_year: int) -> bool:
    return year is not None and OLDEST <= year <= this_year
