"""The people of a group, a line each: as pasted, what came of it, and who it is to be."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.events.group_match import GroupRow, Outcome
from app.events.register_group import Member
from app.ids import new_id
from app.language import Message, say, tr, words
from app.visitors.details import VisitorDetails
from app.visitors.rows import VisitorRow
from ui.kit.forms import Choice
from ui.kit.labels import IconLabel, Label
from ui.theme import px, tokens

LOOKS: dict[Outcome, tuple[str, str, Message]] = {
    Outcome.FOUND: ("check", "ok", say("Found")),
    Outcome.NEW: ("add", "info", say("New")),
    Outcome.DOUBTFUL: ("help", "warn", say("Doubtful")),
    Outcome.LISTED: ("check", "text2", say("On the list already")),
    Outcome.GONE: ("undo", "text2", say("Had cancelled")),
    Outcome.TWICE: ("info", "text2", say("Stands here twice")),
}
SETTLED = frozenset({Outcome.LISTED, Outcome.TWICE})
"""Nothing is to be chosen."""
"""The picture, its colour, and the word."""
WORDS, PASTED, WHO = 150, 200, 320


@dataclass(frozen=True)
class Who:
    """What somebody chose for a line; ``visitor_id`` None: somebody new."""

    visitor_id: UUID | None


class GroupRows(QWidget):
    """Doubtful lines are nobody until somebody has chosen."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[GroupRow, ...] = ()
        self.choices: dict[int, Choice] = {}
        self.organisation_id: UUID | None = None
        """Of new people whose line names none."""
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(8))
        self._grid.setVerticalSpacing(px(4))
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(4, 2)

    def show_rows(self, rows: Sequence[GroupRow]) -> None:
        self._clear()
        self.rows = tuple(rows)
        for place, row in enumerate(self.rows):
            self._add(place, row)
        self._grid.setRowStretch(len(self.rows), 1)
        self.changed.emit()

    def count(self, outcome: Outcome) -> int:
        return sum(row.outcome is outcome for row in self.rows)

    def undecided(self) -> list[Choice]:
        """The choices of lines nobody has decided about yet."""
        return [
            self.choices[place]
            for place, row in enumerate(self.rows)
            if row.outcome is Outcome.DOUBTFUL and self.choices[place].value() is None
        ]

    def members(self) -> tuple[Member, ...]:
        """Everybody who is decided about and not left out; nobody twice."""
        found = (self._member(place, row) for place, row in enumerate(self.rows))
        return tuple({one.visitor_id: one for one in found if one is not None}.values())

    def _member(self, place: int, row: GroupRow) -> Member | None:
        choice = self.choices.get(place)
        chosen = choice.value() if choice is not None else None
        if not isinstance(chosen, Who):
            return None
        if chosen.visitor_id is not None:
            return Member(new_id(), chosen.visitor_id)
        details = VisitorDetails(
            row.given_name,
            row.family_name,
            birth_year=row.year,
            organisation_id=row.organisation_id or self.organisation_id,
        )
        others = frozenset(one.id for one in row.candidates)
        return Member(new_id(), new_id(), details, others)

    def _add(self, place: int, row: GroupRow) -> None:
        icon, ink, word = LOOKS[row.outcome]
        colour = getattr(tokens(), ink)
        outcome = Label(words(word), role="strong", wrap=True)
        outcome.setStyleSheet(f"color: {colour};")
        outcome.setMinimumWidth(px(90))
        outcome.setMaximumWidth(px(120))
        self._grid.addWidget(Label(str(row.line), role="sub"), place, 0)
        self._grid.addWidget(Label(row.text, wrap=True), place, 1)
        self._grid.addWidget(IconLabel(icon, colour, 20), place, 2)
        self._grid.addWidget(outcome, place, 3)
        if row.outcome in SETTLED:
            known = person_words(row.candidates[0]) if row.candidates else ""
            self._grid.addWidget(Label(known, wrap=True), place, 4)
            return
        choice = Choice(*_options(row))
        choice.setAccessibleName(tr("Who is {name}", name=row.text))
        choice.setAccessibleDescription(words(word))
        choice.picked.connect(lambda _: self.changed.emit())
        self.choices[place] = choice
        self._grid.addWidget(choice, place, 4)

    def _clear(self) -> None:
        self._grid.setRowStretch(len(self.rows), 0)
        self.choices = {}
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()


def person_words(row: VisitorRow) -> str:
    """``Elīna Liepiņa, 2015, Preiļi``."""
    year = str(row.birth_year) if row.birth_year else ""
    return ", ".join(filter(None, (row.name, year, row.town or row.organisation)))


def _options(row: GroupRow) -> tuple[list[tuple[object, str]], object]:
    """What may be chosen, and what is chosen to begin with."""
    people: list[tuple[object, str]] = [(Who(one.id), person_words(one)) for one in row.candidates]
    new: tuple[object, str] = (Who(None), tr("Register as new"))
    out: tuple[object, str] = (False, tr("Leave out"))
    if row.outcome is Outcome.FOUND:
        more = [new] if row.given_name else []
        return [*people, *more, out], people[0][0]
    if row.outcome is Outcome.GONE:
        back = Who(row.candidates[0].id), tr("{who}: comes after all", who=people[0][1])
        return [out, back], out[0]
    if row.outcome is Outcome.NEW:
        return [new, out], new[0]
    ask = tr("Choose: there are {n} such people", n=len(people))
    if len(people) == 1:
        ask = tr("Is it {who}?", who=people[0][1])
    return [(None, ask), *people, new, out], None
