"""The line over the bookings: which days, which view, and what can be begun."""

from app.language import tr
from ui.bookings.more_menu import MoreMenu
from ui.bookings.views import Views
from ui.kit.buttons import Button
from ui.kit.flow import Flow
from ui.theme import px

WIDE, NARROW = 150, 112
"""Of the choice of a room."""


class TitleRow(Flow):
    """In as few lines as can be: one button after the other becomes short, if that saves one."""

    def __init__(self, views: Views, more: MoreMenu, find: Button, book: Button) -> None:
        super().__init__(px(8))
        self._views, self._shrinking = views, (find, more)
        self.add(views.title, views.room, views.span)
        self.push()
        self.add(views.segments, more, find, book)

    def fit(self, width: int) -> None:
        names = tr("Free room…"), tr("More…")
        ways = (
            (names, WIDE),
            (("F3", names[1]), WIDE),
            (("F3", ""), WIDE),
            (("", ""), WIDE),
            (("", ""), NARROW),
        )
        self._say(*ways[-1], names)
        least = self.heightForWidth(width)
        for texts, room in ways:
            self._say(texts, room, names)
            if self.heightForWidth(width) <= least:
                return

    def _say(self, texts: tuple[str, str], room: int, names: tuple[str, str]) -> None:
        self._views.room.setMaximumWidth(px(room))
        for button, text, name in zip(self._shrinking, texts, names, strict=True):
            button.setText(text)
            button.setAccessibleName(name)
