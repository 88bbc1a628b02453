"""What can be done with the chosen row of a session, under its table; each verb has its key."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.events.board import ListRow
from app.events.model import OUT, Absence, RegistrationStatus
from app.events.with_her import Company
from app.language import ntr, tr
from ui.kit.buttons import Button
from ui.kit.flow import Flow
from ui.theme import px


class RowVerbs(QWidget):
    """Only those that make sense for this row at this time are seen."""

    come_or_not = Signal(object)
    give_place = Signal(object)
    absence = Signal(object, object)
    """ListRow, and what she is to be: an ``Absence``, or None when she is awaited again."""
    leaves = Signal(object)
    times = Signal(object)
    together = Signal(object)
    """The ids of those who came together."""
    register_kin = Signal(object)
    """The ids of a family that is not on the list yet."""
    nobody_else = Signal()
    registration = Signal(object)
    """ListRow, whose registration is to be opened."""
    open_card = Signal(object)
    """UUID of a visitor."""

    def __init__(self, *, may_mark: bool) -> None:
        super().__init__()
        self._may_mark = may_mark
        self.row: ListRow | None = None
        self._company: Company | None = None
        self.not_coming = _quiet("", self._come_or_not)
        self.place = _quiet(tr("Give a place"), lambda: self.give_place.emit(self.row))
        self.no_show = _quiet(tr("Did not come"), lambda: self._absent(Absence.NO_SHOW))
        self.excused = _quiet(tr("Excused"), lambda: self._absent(Absence.EXCUSED))
        self.again = _quiet(tr("Await again"), lambda: self.absence.emit(self.row, None))
        self.left = _quiet(tr("Leaves now"), lambda: self.leaves.emit(self.row))
        self.stay = _quiet(tr("Times…"), lambda: self.times.emit(self.row))
        self.family = _quiet("", self._family, "group")
        self.group = _quiet("", self._group, "group")
        self.kin = _quiet("", self._register_kin, "add")
        self.details = _quiet(tr("Registration…"), lambda: self.registration.emit(self.row))
        self.others = _quiet(tr("The others did not come"), self.nobody_else.emit)
        self.card = _quiet(tr("Open the card"), self._open_card, "person")
        for key, button in self._keys().items():
            button.setToolTip(key)
        self._lay_out()

    def _keys(self) -> dict[str, Button]:
        """In the list; the delete key there says too that she will not come."""
        verbs = (
            self.no_show,
            self.excused,
            self.left,
            self.stay,
            self.family,
            self.group,
            self.details,
            self.kin,
        )
        return dict(zip("NELTFGRA", verbs, strict=True)) | {"Delete": self.not_coming}

    def show_row(self, row: ListRow | None, *, begun: bool, others: int) -> None:
        """``others``: how many are awaited although it is over."""
        self.row = row
        if row is None or self._company is None or self._company.visitor_id != row.visitor_id:
            self._company = None
        here = row is not None and row.came is not None
        out = row is not None and row.status != RegistrationStatus.REGISTERED
        absent = row is not None and row.absence is not None
        awaited = row is not None and not (here or absent)
        self.not_coming.setText(tr("Will come after all") if _gone(row) else tr("Will not come"))
        self.not_coming.setVisible(awaited)
        self.place.setVisible(row is not None and row.line > 0)
        self.no_show.setVisible(awaited and begun and not out)
        self.excused.setVisible(awaited and not out)
        self.again.setVisible(absent)
        self.left.setVisible(here and row is not None and row.left is None)
        self.stay.setVisible(here)
        self.others.setVisible(others > 0)
        self.details.setVisible(row is not None and row.walk_in is None)
        self.card.setVisible(row is not None)
        self._show_company()
        if not self._may_mark:
            self._only_the_card()
        self.setVisible(row is not None or (others > 0 and self._may_mark))

    def show_company(self, company: Company) -> None:
        """Who may have come together with her."""
        if self.row is not None and company.visitor_id == self.row.visitor_id:
            self._company = company
            self._show_company()

    def _show_company(self) -> None:
        company = self._company or Company(UUID(int=0))
        n = len(company.family)
        self.family.setText(ntr("The whole family ({n})", "The whole family ({n})", n))
        self.family.setVisible(self._may_mark and n > 0)
        n = len(company.unlisted)
        self.kin.setText(ntr("Register the family too ({n})", "Register the family too ({n})", n))
        self.kin.setVisible(self._may_mark and n > 0)
        n, name = len(company.group), company.group_name or tr("The whole group")
        self.group.setText(f"{name} ({n})")
        self.group.setVisible(self._may_mark and n > 0)

    def _only_the_card(self) -> None:
        for button in self.findChildren(Button):
            if button is not self.card:
                button.hide()

    def _come_or_not(self) -> None:
        self.come_or_not.emit(self.row)

    def _absent(self, why: Absence) -> None:
        self.absence.emit(self.row, why)

    def _family(self) -> None:
        if self._company is not None:
            self.together.emit(self._company.family)

    def _register_kin(self) -> None:
        if self._company is not None:
            self.register_kin.emit(self._company.unlisted)

    def _group(self) -> None:
        if self._company is not None:
            self.together.emit(self._company.group)

    def _open_card(self) -> None:
        if self.row is not None:
            self.open_card.emit(self.row.visitor_id)

    def _lay_out(self) -> None:
        line = Flow(px(6))
        verbs = (
            self.family,
            self.group,
            self.kin,
            self.no_show,
            self.excused,
            self.again,
            self.left,
        )
        more = (self.stay, self.not_coming, self.place, self.details, self.card, self.others)
        line.add(*verbs, *more)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(4), px(12), px(4))
        column.addLayout(line)


def _gone(row: ListRow | None) -> bool:
    """She cancelled, or was taken off the list."""
    return row is not None and row.status in OUT


def _quiet(text: str, then: object, icon: str = "") -> Button:
    button = Button(text, kind="quiet", icon=icon)
    button.clicked.connect(then)
    return button
