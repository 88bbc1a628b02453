"""When somebody came to a session and when she left, corrected by hand."""

from dataclasses import replace
from datetime import datetime, time

from PySide6.QtWidgets import QWidget

from app.errors import Refused
from app.events.board import ListRow
from app.events.missed import SetStay, Stay
from app.language import clock_time, tr
from ui.desk import QtDesk
from ui.events.shown import shown_name
from ui.kit.date_field import read_time
from ui.kit.drawer import Drawer
from ui.kit.forms import Field, TextField
from ui.kit.labels import Label


class StayDrawer(Drawer):
    """Times as people type them; without a time of leaving she stayed to the end."""

    def __init__(self, caller: QWidget, desk: QtDesk, row: ListRow, *, private: bool) -> None:
        super().__init__(caller, tr("Came and left"), width=464)
        assert row.came is not None
        assert row.attendance_id is not None
        self._desk, self._attendance_id = desk, row.attendance_id
        self._seen = Stay(row.came, row.left)
        self.came = TextField(clock_time(row.came))
        self.left_at = TextField(clock_time(row.left) if row.left else "")
        self._came_field = Field(tr("Came"), self.came)
        self._left_field = Field(
            tr("Left"), self.left_at, tr("Empty: stayed to the end, or nobody noted it.")
        )
        self.column.addWidget(Label(shown_name(row, private=private), role="h3", wrap=True))
        self.column.addWidget(self._came_field)
        self.column.addWidget(self._left_field)
        self.column.addStretch(1)
        self.set_verbs(tr("Save"))
        self.accepted.connect(self.keep)

    def keep(self) -> None:
        """Ctrl+Enter."""
        self._came_field.clear_error()
        self._left_field.clear_error()
        came, left = read_time(self.came.text()), read_time(self.left_at.text())
        wrong = tr("Write a time, for example 17.30.")
        if came is None:
            self._came_field.set_error(wrong)
            self.came.setFocus()
        elif left is None and self.left_at.text().strip():
            self._left_field.set_error(wrong)
            self.left_at.setFocus()
        else:
            wanted = self._wanted(came, left)
            action = SetStay(self._attendance_id, self._seen, wanted)
            self._desk.do(action, lambda _change: self.dismiss(), self._refused)

    def _wanted(self, came: time, left: time | None) -> Stay:
        """On the day she came; a time that was left as it is keeps its seconds."""
        wanted = self._seen
        if clock_time(came) != clock_time(self._seen.came):
            wanted = replace(wanted, came=datetime.combine(self._seen.came.date(), came))
        seen_left = clock_time(self._seen.left) if self._seen.left else ""
        if left is None:
            return replace(wanted, left=None)
        if clock_time(left) != seen_left:
            wanted = replace(wanted, left=datetime.combine(wanted.came.date(), left))
        return wanted

    def _refused(self, refusal: Refused) -> None:
        self._left_field.set_error(str(refusal))
        self.left_at.setFocus()
