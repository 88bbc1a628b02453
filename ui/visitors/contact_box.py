"""How to reach somebody, and what else is written down; telephone and e-mail are masked at first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.language import tr, words
from app.visitors.heard_words import HEARD
from app.visitors.queries import Card
from ui.kit.buttons import Button
from ui.kit.labels import IconLabel, Label
from ui.theme import px
from ui.visitors.shown import ROLES, language_words, masked_email, masked_phone


class ContactBox(QWidget):
    """The screen may face the queue: what could be copied from it is shown on demand only."""

    edit_wanted = Signal()
    whole_wanted = Signal()
    organisation_wanted = Signal(object)

    def __init__(self, card: Card, *, whole: bool, can_edit: bool) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        head = QHBoxLayout()
        head.addWidget(Label(tr("Contact"), role="h2"), 1)
        if can_edit:
            edit = Button(tr("Edit"), kind="quiet", icon="edit")
            edit.clicked.connect(self.edit_wanted)
            head.addWidget(edit)
        column.addLayout(head)
        lines = _lines(card, whole=whole)
        column.addLayout(_grid(lines))
        if not lines:
            column.addWidget(Label(tr("Nothing is written down."), role="sub"))
        if card.details.organisation_id is not None:
            show = Button(tr("Open the organisation"), kind="quiet", icon="group")
            one = card.details.organisation_id
            show.clicked.connect(lambda: self.organisation_wanted.emit(one))
            column.addWidget(show, 0, Qt.AlignmentFlag.AlignLeft)
        if (card.details.phone or card.details.email) and not whole:
            show = Button(tr("Show whole"), kind="quiet", icon="eye")
            show.clicked.connect(self.whole_wanted)
            column.addWidget(show, 0, Qt.AlignmentFlag.AlignLeft)


def _lines(card: Card, *, whole: bool) -> list[tuple[str, str, str]]:
    """Icon, what it is, and the value; only what is written down."""
    details = card.details
    phone = details.phone if whole else masked_phone(details.phone)
    email = details.email if whole else masked_email(details.email)
    roles = ", ".join(words(ROLES[role]) for role in sorted(details.roles))
    heard = words(HEARD[details.heard_from]) if details.heard_from else ""
    lines = (
        ("phone", tr("Phone"), phone if details.phone else ""),
        ("mail", tr("E-mail"), email if details.email else ""),
        ("lang", tr("Language"), language_words(details.language)),
        ("home", tr("Lives in"), details.town),
        ("group", tr("Organisation"), card.organisation),
        ("person", tr("Role"), roles),
        ("text", tr("Other names"), details.other_names),
        ("info", tr("Heard of us"), heard),
    )
    return [one for one in lines if one[2]]


def _grid(lines: list[tuple[str, str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setColumnStretch(2, 1)
    grid.setHorizontalSpacing(px(10))
    grid.setVerticalSpacing(px(5))
    for place, (picture, name, value) in enumerate(lines):
        grid.addWidget(IconLabel(picture, size=18), place, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Label(name, role="sub"), place, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Label(value, wrap=True), place, 2)
    return grid
