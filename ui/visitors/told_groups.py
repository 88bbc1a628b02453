"""Only if the person wants to say: sensitive groups, behind the tick of consent."""

from datetime import date, timedelta

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.language import Message, say, short_date, tr, words
from app.visitors.model import Group, How
from ui.kit.cards import FlatCard, Hline
from ui.kit.forms import Choice, Tick
from ui.kit.labels import IconLabel, Label
from ui.visitors.group_words import GROUPS

HOW: dict[How, Message] = {
    How.SPOKEN: say("spoken"),
    How.SIGNED: say("signed on paper"),
    How.GUARDIAN: say("by a parent or guardian"),
}


class ToldGroups(FlatCard):
    """Without the consent the groups are not seen, so that nobody ticks them by guess."""

    def __init__(self, today: date) -> None:
        super().__init__()
        head = QHBoxLayout()
        head.addWidget(IconLabel("lock", size=18))
        head.addWidget(Label(tr("Only if the person wants to say"), role="h3"), 1)
        self.column.addLayout(head)
        line = QHBoxLayout()
        self._consent = Tick(tr("Agrees that we write this down"))
        self._how = Choice([(how, words(name)) for how, name in HOW.items()], How.SPOKEN)
        self._how.setAccessibleName(tr("How the consent was given"))
        line.addWidget(self._consent, 1)
        line.addWidget(self._how)
        self.column.addLayout(line)
        until = short_date(today + timedelta(days=365))
        self.column.addWidget(
            Label(
                tr("Until {day}. Without consent the lines below are not shown.", day=until),
                role="cap",
                wrap=True,
            )
        )
        self._ticks: dict[Group, Tick] = {}
        self._below: list[QWidget] = [Hline()]
        for group, name in GROUPS.items():
            self._ticks[group] = Tick(words(name))
            self._below.append(self._ticks[group])
        for widget in self._below:
            self.column.addWidget(widget)
        self._consent.toggled.connect(self._show_groups)
        self._show_groups(False)

    def groups(self) -> frozenset[Group]:
        if not self._consent.isChecked():
            return frozenset()
        return frozenset(group for group, tick in self._ticks.items() if tick.isChecked())

    def how(self) -> How:
        return How(self._how.value())

    def _show_groups(self, shown: bool) -> None:
        for widget in self._below:
            widget.setVisible(shown)
