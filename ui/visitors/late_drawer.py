"""A visit written down afterwards: yesterday's paper list, or a day without electricity."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from uuid import UUID

from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from app.clock import to_utc, wall_now
from app.errors import Refused
from app.ids import new_id
from app.language import tr
from app.visitors.late import EnterVisit
from ui.desk import QtDesk
from ui.kit.cards import Note
from ui.kit.date_field import DateField, TimeChoice
from ui.kit.drawer import Drawer
from ui.kit.forms import Field
from ui.kit.labels import Label
from ui.theme import px

CAME, WENT = time(10), time(12)


class LateVisitDrawer(Drawer):
    """Yesterday stands there beforehand; what is refused stays as it was typed."""

    def __init__(self, caller: QWidget, desk: QtDesk, visitor_id: UUID, name: str) -> None:
        super().__init__(caller, tr("Enter an earlier visit"), width=420)
        self._desk, self._visitor_id = desk, visitor_id
        self.column.addWidget(Label(name, role="strong", wrap=True))
        today = wall_now(desk.clock).date()
        self.day = DateField(today - timedelta(days=1), today)
        self._day_field = Field(tr("Day"), self.day)
        self.column.addWidget(self._day_field)
        self.came, self.went = TimeChoice(CAME), TimeChoice(WENT)
        self._came_field = Field(tr("Came at"), self.came)
        self._went_field = Field(tr("Left at"), self.went)
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(self._came_field)
        row.addWidget(self._went_field)
        self.column.addLayout(row)
        self.refusal = Note("danger", "")
        self.refusal.hide()
        self.column.addWidget(self.refusal)
        self.column.addStretch(1)
        self.set_verbs(tr("Enter"))
        self.accepted.connect(self._enter)

    def _enter(self) -> None:
        typing = QApplication.focusWidget()
        if typing is not None:
            typing.clearFocus()  # what was just typed into a field is read when it is left
        day, came, went = self.day.day(), self.came.at(), self.went.at()
        self._say_unread({"day": day, "came": came, "went": went})
        if day is None or came is None or went is None:
            return
        action = EnterVisit(
            new_id(),
            self._visitor_id,
            to_utc(datetime.combine(day, came)),
            to_utc(datetime.combine(day, went)),
            self._desk.clock.now(),
        )
        self._desk.do(action, lambda _: self.dismiss(), self._refused)

    def _say_unread(self, read: Mapping[str, object]) -> None:
        time_words = tr("A time, such as 9.30.")
        fields = {
            "went": (self._went_field, time_words),
            "came": (self._came_field, time_words),
            "day": (self._day_field, tr("Such as 22.10. or yesterday.")),
        }
        for name, (field, words) in fields.items():
            if read[name] is None:
                field.set_error(words)
                field.widget.setFocus()  # the first of them last
            else:
                field.clear_error()

    def _refused(self, refusal: Refused) -> None:
        self.refusal.say(str(refusal))
        self.refusal.show()
        self.came.setFocus()
