"""How many people the centre knows and how many came today: the words under the heading."""

from PySide6.QtCore import QObject, Signal

from app.action import Kind, Topic
from app.clock import wall_now
from app.visitors.queries import TodayCounts, VisitorCount
from app.visitors.search import Matches
from ui.desk import QtDesk
from ui.visitors.head import Head


class Counts(QObject):
    """Everybody is counted only when somebody came into the list or left it.

    Among a million that takes 0.3 s: too long after each check-in.
    """

    counted = Signal(int)
    """How many people there are."""

    def __init__(self, desk: QtDesk, head: Head) -> None:
        super().__init__(head)
        self._desk, self._head = desk, head
        self._people = self._visits = 0
        self._is_counted = False
        self._matches: Matches | None = None

    def on_topics(self, topics: frozenset[Topic]) -> None:
        if any(topic.kind is Kind.VISITORS for topic in topics):
            self._is_counted = False

    def reload(self) -> None:
        if not self._is_counted:
            self._desk.ask(VisitorCount(), self._show_people)
        today = wall_now(self._desk.clock).date()
        self._desk.ask(TodayCounts(today), self._show_visits)

    def say(self, matches: Matches | None) -> None:
        """``matches`` is None while nothing is typed."""
        self._matches = matches
        self._head.say(self._people, self._visits, matches)

    def _show_people(self, people: int) -> None:
        self._people, self._is_counted = people, True
        self.say(self._matches)
        self.counted.emit(people)

    def _show_visits(self, counts: tuple[int, int]) -> None:
        self._visits = counts[0]
        self.say(self._matches)
