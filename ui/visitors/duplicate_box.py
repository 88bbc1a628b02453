"""The amber box: perhaps already registered. Alt+1 … 3 takes the person that is there.

Of whom it is certain, somebody must say that she is another person (Alt+Shift+1 … 3).
"""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.language import clock_time, day_month, tr, words
from app.visitors.duplicates import Likeness
from ui.kit.announce import announce
from ui.kit.buttons import Button
from ui.kit.cards import Note
from ui.kit.labels import Label
from ui.theme import px


class DuplicateBox(Note):
    """Hidden while nobody is alike."""

    same = Signal(object)

    def __init__(self) -> None:
        super().__init__("warn", tr("Perhaps already registered"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(px(4))
        self.column.addLayout(self._rows)
        self._found: tuple[Likeness, ...] = ()
        self._another: set[UUID] = set()
        self.hide()

    def show_likenesses(self, found: tuple[Likeness, ...]) -> None:
        if found == self._found:
            return
        self._found = found
        self._write()
        if found:
            announce(self, f"{tr('Perhaps already registered')}: {found[0].row.name}")

    def _write(self) -> None:
        while (place := self._rows.takeAt(0)) is not None:
            old = place.widget()
            if old is not None:
                old.deleteLater()
        for number, likeness in enumerate(self._found):
            self._rows.addWidget(self._line(number, likeness))
        self.setVisible(bool(self._found))

    def shown(self) -> frozenset[UUID]:
        """Who the person at the desk has been shown already."""
        return frozenset(one.row.id for one in self._found)

    def another(self) -> frozenset[UUID]:
        """Who was said to be another person; remembered with the registration."""
        return self.shown() & self._another

    def undecided(self) -> Likeness | None:
        """Somebody who is certainly the same, of whom nobody has said otherwise."""
        open_ = (one for one in self._found if one.is_certain and one.row.id not in self._another)
        return next(open_, None)

    def say_another(self, place: int) -> None:
        """Alt+Shift+1 … 3; a second time takes it back."""
        if place < len(self._found):
            self._another ^= {self._found[place].row.id}
            self._write()

    def choose(self, place: int) -> None:
        """Alt+1 … 3."""
        if place < len(self._found):
            self.same.emit(self._found[place].row.id)

    def _line(self, place: int, likeness: Likeness) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Label(likeness.row.name, role="h3", wrap=True))
        texts.addWidget(Label(_about(likeness), wrap=True))
        row.addLayout(texts, 1)
        row.addWidget(Label(f"Alt+{place + 1}", role="kbd"))
        button = Button(tr("Same person"))
        visitor_id: UUID = likeness.row.id
        button.clicked.connect(lambda: self.same.emit(visitor_id))
        row.addWidget(button)
        if likeness.is_certain:
            row.addWidget(self._other(place, visitor_id))
        return line

    def _other(self, place: int, visitor_id: UUID) -> Button:
        said = visitor_id in self._another
        button = Button(tr("Another person"), icon="check" if said else "", kind="quiet")
        button.setCheckable(True)
        button.setChecked(said)
        button.setToolTip(f"Alt+Shift+{place + 1}")
        button.clicked.connect(lambda: self.say_another(place))
        return button


def _about(likeness: Likeness) -> str:
    row = likeness.row
    parts = [str(row.birth_year) if row.birth_year else "", row.town]
    if row.since is not None:
        parts.append(tr("in the centre since {at}", at=clock_time(row.since)))
    elif row.last is not None:
        parts.append(tr("was here {day}", day=f"{day_month(row.last)} {row.last.year}"))
    parts += [words(reason) for reason in likeness.reasons]
    return " · ".join(filter(None, parts))
