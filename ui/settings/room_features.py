"""What a room offers: a row for every feature, with yes, limited, no, not known, and how much."""

from uuid import UUID

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.bookings.model import Feature, Having
from app.bookings.room_features import Offering, SetRoomFeature
from app.bookings.room_queries import RoomCardRow
from app.bookings.vocabulary import FEATURES
from app.language import tr, words
from ui.desk import QtDesk
from ui.kit.flow import Flow
from ui.kit.forms import TextField
from ui.kit.four import Four, Mark
from ui.kit.labels import IconLabel, Label
from ui.settings.section import put
from ui.theme import px

ICONS: dict[Feature, str] = {
    Feature.STEP_FREE: "access",
    Feature.DOOR_WIDTH: "door",
    Feature.TURNING_SPACE: "turn",
    Feature.ACCESSIBLE_TOILET: "wc",
    Feature.HEARING_LOOP: "ear",
    Feature.QUIET: "quiet",
    Feature.ADJUSTABLE_LIGHT: "light",
    Feature.TACTILE_SIGNS: "sign",
    Feature.RAMP: "ramp",
    Feature.LIFT: "lift",
    Feature.ADJUSTABLE_TABLE: "table",
    Feature.PARKING: "home",
    Feature.PROJECTOR: "projector",
}
MEASURE_WIDTH = 68


class RoomFeatures(QWidget):
    """Every choice is saved at once. "~" asks for a word on what is limited."""

    def __init__(self, desk: QtDesk, *, may_change: bool) -> None:
        super().__init__()
        self._desk = desk
        self._room: UUID | None = None
        self._seen: dict[Feature, Offering] = {}
        self.fours: dict[Feature, Four] = {}
        self.measures: dict[Feature, TextField] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(8))
        grid.setVerticalSpacing(px(6))
        grid.setColumnStretch(1, 1)
        grid.addWidget(Label(tr("What the room offers"), role="h3"), 0, 0, 1, 5)
        grid.addLayout(_legend(), 1, 0, 1, 5)
        for row, feature in enumerate(Feature, 2):
            self._lay_row(grid, row, feature, may_change=may_change)
        grid.setRowStretch(len(Feature) + 2, 1)

    def show_room(self, card: RoomCardRow) -> None:
        self._room = card.id
        for known in card.features:
            offering = Offering(known.having, known.measure)
            self._seen[known.feature] = offering
            self.fours[known.feature].set_value(known.having)
            put(self.measures[known.feature], known.measure)
            self._ask_measure(known.feature)

    def _lay_row(self, grid: QGridLayout, row: int, feature: Feature, *, may_change: bool) -> None:
        name = words(FEATURES[feature])
        four, measure = Four(name), TextField(placeholder=_asks(feature))
        four.setEnabled(may_change)
        measure.setReadOnly(not may_change)
        measure.setFixedWidth(px(MEASURE_WIDTH))
        measure.setAccessibleName(tr("{feature}: how much, or what is limited", feature=name))
        measure.setToolTip(measure.accessibleName())
        four.chosen.connect(lambda value: self._choose(feature, value))
        measure.editingFinished.connect(lambda: self._write(feature))
        self.fours[feature], self.measures[feature] = four, measure
        unit = Label(_unit(feature), role="cap")
        unit.setMinimumWidth(px(34))
        for column, widget in enumerate((IconLabel(ICONS[feature]), Label(name, wrap=True), four)):
            grid.addWidget(widget, row, column)
        grid.addWidget(measure, row, 3)
        grid.addWidget(unit, row, 4)

    def _choose(self, feature: Feature, value: str) -> None:
        measure = "" if value in (Having.NO, Having.UNKNOWN) else self.measures[feature].text()
        self._set(feature, Offering(Having(value), measure))
        if value == Having.LIMITED and not measure:
            self.measures[feature].setFocus()

    def _write(self, feature: Feature) -> None:
        seen = self._seen.get(feature, Offering())
        measure = " ".join(self.measures[feature].text().split())
        if measure == seen.measure:
            return
        self.measures[feature].setModified(False)
        having = Having.YES if seen.having is Having.UNKNOWN else seen.having
        self._set(feature, Offering(having, measure))

    def _set(self, feature: Feature, wanted: Offering) -> None:
        seen = self._seen.get(feature, Offering())
        if self._room is None or wanted == seen:
            return
        self._seen[feature] = wanted
        self._desk.do(SetRoomFeature(self._room, feature, seen, wanted))
        self._ask_measure(feature)

    def _ask_measure(self, feature: Feature) -> None:
        """A measure belongs to what is there; a word to what is limited."""
        having = self._seen[feature].having
        wanted = having is Having.LIMITED or (having is Having.YES and bool(_unit(feature)))
        self.measures[feature].setVisible(wanted or bool(self._seen[feature].measure))


def _unit(feature: Feature) -> str:
    units = {
        Feature.DOOR_WIDTH: tr("cm"),
        Feature.TURNING_SPACE: tr("cm"),
        Feature.ACCESSIBLE_TOILET: tr("m away"),
        Feature.PARKING: tr("places"),
    }
    return units.get(feature, "")


def _asks(feature: Feature) -> str:
    return "" if _unit(feature) else tr("what?")


def _legend() -> Flow:
    row = Flow(px(8))
    meanings = {
        "yes": tr("there is"),
        "limited": tr("limited"),
        "no": tr("there is none"),
        "unknown": tr("not known"),
    }
    for value, meaning in meanings.items():
        both = QWidget()
        pair = QHBoxLayout(both)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(px(5))
        pair.addWidget(Mark(value, 20))
        pair.addWidget(Label(meaning, role="cap"))
        row.addWidget(both)
    return row
