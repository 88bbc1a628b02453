"""What one room offers: every feature with its four values and a measure, kept at once."""

from dataclasses import replace

from PySide6.QtWidgets import QGridLayout, QWidget

from app.bookings.board import BoardRoom
from app.bookings.model import Feature, Having
from app.bookings.room_features import Offering, SetRoomFeature
from app.bookings.vocabulary import FEATURES
from app.language import tr, words
from ui.desk import QtDesk
from ui.kit.drawer import Drawer
from ui.kit.forms import TextField, on_edited
from ui.kit.four import Four
from ui.kit.labels import Label
from ui.theme import px


class FeaturesDrawer(Drawer):
    """Limited asks for a word on what is limited, in the same field as a measure."""

    def __init__(self, caller: QWidget, desk: QtDesk, room: BoardRoom) -> None:
        super().__init__(caller, room.name, width=540)
        self._desk, self._room = desk, room
        self._now = {row.feature: Offering(row.having, row.measure) for row in room.features}
        self.fours: dict[Feature, Four] = {}
        self.column.addWidget(
            Label(tr("Every change is kept at once. Ctrl+Z takes it back."), role="sub", wrap=True)
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(10))
        grid.setVerticalSpacing(px(6))
        grid.setColumnStretch(0, 1)
        for line, feature in enumerate(Feature):
            self._feature(grid, line, feature)
        self.column.addLayout(grid)
        self.column.addStretch(1)

    def _feature(self, grid: QGridLayout, line: int, feature: Feature) -> None:
        name = words(FEATURES[feature])
        here = self._now.get(feature, Offering())
        four = Four(name, here.having)
        four.chosen.connect(lambda value: self._set(feature, having=Having(value)))
        measure = TextField(here.measure)
        measure.setFixedWidth(px(120))
        measure.setAccessibleName(tr("{what}: how much, or what is limited", what=name))
        on_edited(measure, lambda text: self._set(feature, measure=text.strip()))
        self.fours[feature] = four
        grid.addWidget(Label(name, wrap=True), line, 0)
        grid.addWidget(four, line, 1)
        grid.addWidget(measure, line, 2)

    def _set(self, feature: Feature, **changes: object) -> None:
        seen = self._now.get(feature, Offering())
        wanted = replace(seen, **changes)  # type: ignore[arg-type]  # the two fields of Offering
        self._now[feature] = wanted  # the next key may come before the answer
        self._desk.do(SetRoomFeature(self._room.id, feature, seen, wanted))
