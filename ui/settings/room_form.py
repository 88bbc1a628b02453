"""The form of one room: names, seats, buffers, the parts of a hall."""

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.bookings.details import RoomDetails
from app.bookings.room_queries import RoomCardRow
from app.bookings.rooms import EditRoom
from app.errors import Refused
from app.language import ntr, tr
from ui.desk import QtDesk
from ui.kit.buttons import Button
from ui.kit.cards import FlatCard, Hline
from ui.kit.forms import Choice, Field, NumberField, TextField
from ui.kit.labels import Label
from ui.settings.section import put
from ui.theme import px

BUFFERS = (0, 5, 10, 15, 20, 30, 45, 60, 90, 120)
"""Minutes."""


class RoomForm(QWidget):
    """Every field saves itself when it is left."""

    part_wanted = Signal(object)
    """UUID of a room of which somebody wants another part."""
    room_wanted = Signal(object)
    """UUID of a part to be shown."""

    def __init__(self, desk: QtDesk, *, may_change: bool) -> None:
        super().__init__()
        self._desk, self._may_change = desk, may_change
        self._card: RoomCardRow | None = None
        self._seen: RoomDetails | None = None
        self._fields: dict[str, Field] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        names = QHBoxLayout()
        names.setSpacing(px(10))
        names.addWidget(self._text("name", tr("Name of the room")), 3)
        names.addWidget(self._text("short_name", tr("Short (≤ 3)")), 1)
        column.addLayout(names)
        column.addWidget(self._text("where", tr("Where (such as 1st floor)")))
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(10))
        grid.addWidget(self._number("capacity", tr("Capacity"), tr("not said")), 0, 0)
        grid.addWidget(self._number("wheelchair_places", tr("Wheelchair places")), 0, 1)
        grid.addWidget(self._buffer("setup_minutes", tr("To prepare before")), 1, 0)
        grid.addWidget(self._buffer("clear_minutes", tr("To clear up after")), 1, 1)
        column.addLayout(grid)
        column.addWidget(Hline())
        column.addWidget(self._parts_card())
        column.addStretch(1)

    def show_room(self, card: RoomCardRow) -> None:
        if self._card is not None and self._card.id != card.id:
            for field in self._fields.values():
                field.clear_error()
                if isinstance(field.widget, QLineEdit):
                    field.widget.setModified(False)
        self._card, self._seen = card, card.details
        for name, field in self._fields.items():
            value = getattr(card.details, name)
            widget = field.widget
            widget.blockSignals(True)
            if isinstance(widget, QLineEdit):
                put(widget, value)
            elif isinstance(widget, NumberField):
                widget.setValue(value)
            elif isinstance(widget, Choice):
                widget.set_options(_minutes(value), value)
            widget.blockSignals(False)
        self._show_parts(card)

    def field(self, name: str) -> Field:
        return self._fields[name]

    def focus_name(self) -> None:
        line = self._fields["name"].widget
        line.setFocus()
        if isinstance(line, QLineEdit):
            line.selectAll()

    def _text(self, name: str, label: str) -> Field:
        line = TextField()
        line.setReadOnly(not self._may_change)
        line.editingFinished.connect(lambda: self._save(name, line.text()))
        return self._keep(name, Field(label, line))

    def _number(self, name: str, label: str, zero: str = "") -> Field:
        number = NumberField(zero=zero)
        number.setReadOnly(not self._may_change)
        number.editingFinished.connect(lambda: self._save(name, number.value()))
        return self._keep(name, Field(label, number))

    def _buffer(self, name: str, label: str) -> Field:
        choice = Choice(_minutes(0), 0)
        choice.setEnabled(self._may_change)
        choice.picked.connect(lambda minutes: self._save(name, minutes))
        return self._keep(name, Field(label, choice))

    def _keep(self, name: str, field: Field) -> Field:
        self._fields[name] = field
        return field

    def _parts_card(self) -> FlatCard:
        self._parts = FlatCard()
        self._parts.column.addWidget(Label(tr("Divisible hall"), role="h3"))
        self._part_rows = QVBoxLayout()
        self._part_rows.setSpacing(px(4))
        self._parts.column.addLayout(self._part_rows)
        self._rule = Label(
            tr(
                "The whole hall takes all its parts; a part takes the hall, but not the other parts."
            ),
            role="cap",
            wrap=True,
        )
        self._parts.column.addWidget(self._rule)
        self._add_part = Button(tr("Add a part"), icon="add")
        self._add_part.clicked.connect(self._want_part)
        row = QHBoxLayout()
        row.addWidget(self._add_part)
        row.addStretch(1)
        self._parts.column.addLayout(row)
        return self._parts

    def _show_parts(self, card: RoomCardRow) -> None:
        while self._part_rows.count():
            old = self._part_rows.takeAt(0).widget()  # type: ignore[union-attr]  # counted above
            if old is not None:
                old.deleteLater()
        for part in card.parts:
            seats = ntr("{n} seat", "{n} seats", part.capacity)
            button = Button(f"{part.name} · {seats}", kind="quiet", icon="room")
            button.clicked.connect(lambda _=False, one=part.id: self.room_wanted.emit(one))
            self._part_rows.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._rule.setVisible(bool(card.parts))
        self._add_part.setEnabled(self._may_change)
        self._parts.setVisible(card.details.part_of_id is None)

    def _want_part(self) -> None:
        if self._card is not None:
            self.part_wanted.emit(self._card.id)

    def _save(self, name: str, value: object) -> None:
        """``_seen`` moves on at once: leaving a field after Enter must not save it again."""
        seen, card, field = self._seen, self._card, self._fields[name]
        if seen is None or card is None or getattr(seen, name) == value or not self._may_change:
            return
        try:
            wanted = replace(seen, **{name: value}).checked()  # type: ignore[arg-type]  # by name
        except Refused as refusal:
            field.set_error(str(refusal))
            return
        field.clear_error()
        if isinstance(field.widget, QLineEdit):
            field.widget.setModified(False)
        self._seen = wanted
        self._send(card.id, seen, wanted, field)

    def _send(self, room_id: UUID, seen: RoomDetails, wanted: RoomDetails, field: Field) -> None:
        def refused(refusal: Refused) -> None:
            self._seen = seen
            field.set_error(str(refusal))

        self._desk.do(EditRoom(room_id, seen, wanted), None, refused)


def _minutes(also: int) -> list[tuple[int, str]]:
    return [(n, tr("{n} min", n=n)) for n in sorted({*BUFFERS, also})]
