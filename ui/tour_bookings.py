"""Steps of the tour about rooms: the ghost, a free room, a series, the week and the month."""

from collections.abc import Callable
from datetime import date, time
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.bookings.queries import DayBoard
from app.bookings.repeats import Every
from app.language import tr
from ui.bookings.span import View
from ui.tour import Guide, StepFailed

if TYPE_CHECKING:
    from ui.bookings.tab import BookingsTab

THURSDAY, WEDNESDAY = date(2026, 10, 15), date(2026, 10, 21)
"""Four weeks after that Wednesday is the day of the proclamation, 18 November."""
REHEARSAL, CLASSROOM = "Mēģinājums", "Mācību telpa"
W = TypeVar("W", bound=QWidget)
OTHER = Qt.FocusReason.OtherFocusReason


class RoomSteps:
    """What is shown of the bookings beyond making one and being refused."""

    def __init__(self, guide: Guide) -> None:
        self.g = guide

    def steps(self) -> tuple[tuple[str, str, Callable[[], None]], ...]:
        return (
            (
                "ghost",
                tr("M and the arrow keys move a booking; the ghost says why not"),
                self.ghost,
            ),
            ("finder", tr("F3 finds a free room: the smallest that is enough"), self.finder),
            ("series", tr("Every date of a series before it is booked"), self.series),
            ("week", tr("The week of all rooms"), self.week),
            ("week_room", tr("The week of one room"), self.week_of_room),
            ("month", tr("The month: how full every room is on every day"), self.month),
        )

    def ghost(self) -> None:
        """Held over a room that somebody else has."""
        tab = self._tab()
        tab.views.choose(View.DAY)
        self.g.settle()
        cards = self.g.ask(DayBoard(THURSDAY)).cards
        mine = [card for card in cards if card.title.startswith(REHEARSAL)]
        self.g.expect(mine, "the rehearsal of the sample is not there")
        tab.views.find(mine[0].id)
        tab.planner.setFocus(OTHER)
        self.g.keys("M", "Right", "Right")
        ghost = tab.planner.ghost
        self.g.expect(ghost is not None and ghost.troubles, "the ghost does not say why not")

    def finder(self) -> None:
        from ui.bookings.find import FindDrawer

        tab = self._tab()
        self.g.keys("Escape")
        self.g.expect(tab.planner.ghost is None, "Escape did not let go")
        self.g.keys("F3")
        self.g.settle()
        drawer = self._shown(FindDrawer)
        before = drawer.found
        drawer.people.setValue(12)
        self.g.wait(lambda: drawer.found is not before, "a room for twelve")

    def series(self) -> None:
        from ui.bookings.find import FindDrawer
        from ui.bookings.form import BookingDrawer
        from ui.bookings.repeat_fields import How
        from ui.bookings.series_drawer import SeriesDrawer

        self._shown(FindDrawer).dismiss()
        self.g.settle()
        self.g.keys("Ctrl+N")
        self.g.settle()
        drawer = self._shown(BookingDrawer)
        drawer.name.setFocus(OTHER)
        self.g.type("Gleznošana")
        drawer.place.day.set_day(WEDNESDAY)
        drawer.place.day.changed.emit(WEDNESDAY)
        drawer.place.start.set_time(time(17))
        drawer.place.end.set_time(time(19))
        drawer.place.changed.emit()
        drawer.repeating.choice.set_value(How(Every.WEEK))
        self.g.settle()
        self.g.keys("Ctrl+Return")
        self.g.settle()
        dates = self._shown(SeriesDrawer)
        self.g.wait(lambda: len(dates.rows.rows) > 1, "the dates of the series")

    def week(self) -> None:
        from ui.bookings.form import BookingDrawer
        from ui.bookings.series_drawer import SeriesDrawer

        self._shown(SeriesDrawer).dismiss()
        self.g.settle()
        self._shown(BookingDrawer).dismiss()
        self.g.settle()
        tab = self._tab()
        tab.views.choose(View.WEEK)
        self.g.settle()
        self.g.expect(tab.views.lanes.isVisible(), "the week is not shown")

    def week_of_room(self) -> None:
        tab = self._tab()
        room = tab.views.room
        names = [room.itemText(n) for n in range(room.count())]
        room.setCurrentIndex(names.index(CLASSROOM))
        room.activated.emit(room.currentIndex())
        self.g.settle()
        self.g.expect(tab.planner.isVisible(), "the week of the room is not shown")

    def month(self) -> None:
        tab = self._tab()
        tab.views.choose(View.MONTH)
        self.g.settle()
        self.g.expect(tab.views.month.isVisible(), "the month is not shown")

    def _tab(self) -> "BookingsTab":
        from ui.bookings.tab import BookingsTab

        self.g.view.show_tab("bookings")
        self.g.settle()
        tab = self.g.view.tab()
        if not isinstance(tab, BookingsTab):
            raise StepFailed("the bookings are not shown")
        return tab

    def _shown(self, kind: type[W]) -> W:
        found = [one for one in self.g.program.window.findChildren(kind) if one.isVisible()]
        self.g.expect(found, f"{kind.__name__} is not shown")
        return found[-1]
