"""What is to be provided for a booking: things and access, how many, and whether the room has it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.bookings.board import BoardRoom
from app.bookings.model import Having, Wish
from app.bookings.vocabulary import MET_BY, WISHES
from app.language import tr, words
from ui.kit.buttons import Button, IconButton
from ui.kit.cards import Chip, FlatCard
from ui.kit.forms import NumberField
from ui.kit.labels import IconLabel, Label
from ui.theme import px

ICONS = {
    Wish.PROJECTOR: "projector",
    Wish.SOUND: "sound",
    Wish.COMPUTER: "computer",
    Wish.WHITEBOARD: "table",
    Wish.TEA: "cup",
    Wish.KITCHEN: "cup",
    Wish.STEP_FREE: "access",
    Wish.WHEELCHAIR_PLACES: "access",
    Wish.HEARING_LOOP: "ear",
    Wish.QUIET: "quiet",
    Wish.SIGN_LANGUAGE: "sign",
}


class WishesBox(FlatCard):
    """No names here: for whom it is wanted is nobody's business."""

    def __init__(self, wishes: tuple[tuple[Wish, int], ...]) -> None:
        super().__init__()
        self._room: BoardRoom | None = None
        self._counts: dict[Wish, NumberField] = {}
        head = QHBoxLayout()
        head.addWidget(Label(tr("What to provide (no names)"), role="h3", wrap=True), 1)
        self.add = Button(tr("Add"), kind="quiet", icon="add")
        self.add.setAccessibleName(tr("Add what to provide"))
        self.add.clicked.connect(self._choose)
        head.addWidget(self.add)
        self.column.addLayout(head)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(px(4))
        self.column.addLayout(self._rows)
        self._show(dict(wishes))

    def wishes(self) -> tuple[tuple[Wish, int], ...]:
        return tuple(sorted((wish, field.value()) for wish, field in self._counts.items()))

    def show_room(self, room: BoardRoom | None) -> None:
        self._room = room
        self._show(dict(self.wishes()))

    def menu(self) -> QMenu:
        """What has not been chosen yet."""
        menu = QMenu(self)
        for wish, name in WISHES.items():
            if wish not in self._counts:
                menu.addAction(words(name)).triggered.connect(self._then(wish, 1))
        return menu

    def _choose(self) -> None:
        menu = self.menu()
        menu.exec(self.add.mapToGlobal(self.add.rect().bottomLeft()))
        menu.deleteLater()

    def _then(self, wish: Wish, count: int) -> Callable[[], None]:
        return partial(self._put, wish, count)

    def _put(self, wish: Wish, count: int) -> None:
        """A count of 0 takes the line away."""
        wishes = dict(self.wishes())
        wishes[wish] = count
        self._show({one: n for one, n in wishes.items() if n})
        focus = self._counts.get(wish, self.add)
        focus.setFocus()

    def _show(self, wishes: dict[Wish, int]) -> None:
        while (place := self._rows.takeAt(0)) is not None:
            old = place.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._counts = {}
        for wish, count in wishes.items():
            self._rows.addWidget(self._line(wish, count))

    def _line(self, wish: Wish, count: int) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        name = words(WISHES[wish])
        field = NumberField(count, lowest=1, highest=999)
        field.setAccessibleName(name)
        self._counts[wish] = field
        row.addWidget(IconLabel(ICONS[wish]))
        row.addWidget(Label(name, wrap=True), 1)
        if chip := self._chip(wish):
            row.addWidget(chip)
        row.addWidget(Label("×"))
        row.addWidget(field)
        away = IconButton("close", tr("Take away: {what}", what=name))
        away.clicked.connect(self._then(wish, 0))
        row.addWidget(away)
        return line

    def _chip(self, wish: Wish) -> Chip | None:
        if wish not in MET_BY or self._room is None:
            return None
        match self._room.having(MET_BY[wish]):
            case Having.YES:
                return Chip(tr("in the room"), "ok", icon="check")
            case Having.LIMITED:
                return Chip(tr("limited"), "warn", icon="warn")
            case Having.NO:
                return Chip(tr("not in the room"), "warn", icon="warn")
        return Chip(tr("not known"), "info", icon="help")
