"""What the visitors' tab can do beside finding people: groups, what a visit is for, files."""

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut

from app.language import tr
from app.permission import Permission
from app.visitors.queries import Card, Who
from ui.kit.tab import Tab
from ui.visitors.shown import number_words

GROUP_KEYS = ("Alt+G", "Alt+П")
DOING_KEYS = ("Alt+D", "Alt+В")
"""Each with the same key under the Ukrainian layout."""


class VisitVerbs:
    """Opens the drawers over the tab; each is imported only then."""

    def __init__(self, tab: Tab) -> None:
        self._tab = tab

    def add_keys(self, say_what_for: Callable[[], None]) -> None:
        """They work while the tab is in front, wherever the focus is: it is usually in the omni box."""
        for keys, verb in ((GROUP_KEYS, self.count_group), (DOING_KEYS, say_what_for)):
            for key in keys:
                QShortcut(QKeySequence(key), self._tab).activated.connect(verb)

    def count_group(self) -> None:
        from ui.visitors.group_drawer import GroupDrawer

        if self._tab.desk.may(Permission.CHECK_IN):
            GroupDrawer(self._tab, self._tab.desk).open()

    def say_what_for(self, card: Card | None) -> None:
        """Of the visit she is on now."""
        from ui.visitors.doing_drawer import DoingDrawer, visit_now

        visit = visit_now(card) if card is not None else None
        if card is None or visit is None:
            text = tr("Choose somebody who is in the centre first, then Alt+D.")
            self._tab.said.emit(text, "info")
            return
        name = number_words(card.row) if self._tab.private else card.row.name
        DoingDrawer(self._tab, self._tab.desk, name, (visit.id,), visit.doing).open()

    def load_file(self) -> None:
        from ui.visitors.import_drawer import ImportDrawer

        ImportDrawer(self._tab, self._tab.desk).open()

    def save_list(self, who: Who, typed: str) -> None:
        from ui.visitors.export_drawer import ExportDrawer

        ExportDrawer(self._tab, self._tab.desk, who, typed).open()
