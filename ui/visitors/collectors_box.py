"""Who may collect the children of a family: the guardian, and whom she named."""

from collections import defaultdict
from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.language import short_date, tr
from app.permission import Permission
from app.visitors.collectors import CollectorRow, CollectorsOf, RemoveCollector
from app.visitors.queries import Relative
from ui.desk import QtDesk
from ui.kit.buttons import Button, IconButton
from ui.kit.labels import Label
from ui.theme import px


class CollectorsBox(QWidget):
    """Asks by itself; a person who may collect several children stands there once."""

    add_wanted = Signal()

    def __init__(self, desk: QtDesk, children: Sequence[Relative], guardian: str) -> None:
        super().__init__()
        self._desk, self._guardian = desk, guardian
        self._children = {one.id: one.name for one in children}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(5))
        column.addWidget(Label(tr("Who may collect the children"), role="h2", wrap=True))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(px(5))
        column.addLayout(self._lines)
        if desk.may(Permission.REGISTER_VISITORS):
            add = Button(tr("Add somebody who may collect"), kind="quiet", icon="add")
            add.clicked.connect(self.add_wanted)
            line = QHBoxLayout()
            line.addWidget(add)
            line.addStretch(1)
            column.addLayout(line)
        desk.ask(CollectorsOf(tuple(self._children)), self._show)

    def _show(self, rows: tuple[CollectorRow, ...]) -> None:
        if self._guardian:
            who = tr("{name} (parent or guardian)", name=self._guardian)
            self._lines.addWidget(Label(who, wrap=True))
        same: dict[tuple[UUID | None, str, str], list[CollectorRow]] = defaultdict(list)
        for row in rows:
            same[row.visitor_id, row.name, row.said_by].append(row)
        for them in same.values():
            self._lines.addLayout(self._line(them))
        if not self._guardian and not rows:
            self._lines.addWidget(Label(tr("Nobody is written down."), role="sub"))

    def _line(self, rows: list[CollectorRow]) -> QHBoxLayout:
        first = rows[0]
        line = QHBoxLayout()
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Label(first.name, wrap=True))
        texts.addWidget(Label(self._about(rows), role="cap", wrap=True))
        line.addLayout(texts, 1)
        if self._desk.may(Permission.REGISTER_VISITORS):
            gone = IconButton("close", tr("{name} may no longer collect", name=first.name))
            gone.clicked.connect(partial(self._remove, tuple(row.id for row in rows)))
            line.addWidget(gone)
        return line

    def _about(self, rows: list[CollectorRow]) -> str:
        parts = []
        if len(rows) < len(self._children):
            names = (self._children[row.child_id].split()[0] for row in rows)
            parts.append(", ".join(names))
        day = short_date(max(row.said for row in rows))
        who = rows[0].said_by
        parts.append(tr("said by {name}, {day}", name=who, day=day) if who else day)
        return " · ".join(parts)

    def _remove(self, ids: tuple[UUID, ...], _checked: bool = False) -> None:
        self._desk.do(RemoveCollector(ids))
