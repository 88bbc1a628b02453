"""Who is checked in and awaited at an event is offered to be marked there as well, in one key."""

from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.action import Change, Kind
from app.errors import Offer
from app.events.attending import MarkPresent
from app.events.together import MarkTogether
from app.ids import new_id
from app.language import say, words
from app.people.expected import AwaitedToday
from app.people.family_times import BeginsNow
from app.permission import Permission
from ui.desk import QtDesk

MOST = 20
"""People of one change; nobody checks in more at once, but everybody may leave."""


class OfferTick(QObject):
    """Asks after each check-in; the answer belongs to the sentence of just that check-in."""

    offered = Signal(str, object)
    """The sentence it belongs to, and a tuple of offers."""

    def __init__(self, desk: QtDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def after(self, change: Change) -> None:
        people: frozenset[UUID] = frozenset().union(
            *(topic.ids for topic in change.topics if topic.kind is Kind.VISITS)
        )
        own = {topic.kind for topic in change.topics}
        if not 0 < len(people) <= MOST or Kind.ATTENDANCE in own:
            return
        if self._desk.may(Permission.MARK_ATTENDANCE):
            sentence = words(change.message)
            question = AwaitedToday(tuple(people), self._desk.clock.now())
            self._desk.ask(question, lambda found: self._answered(sentence, found))

    def _answered(self, sentence: str, found: BeginsNow | None) -> None:
        if found is None:
            return
        now = self._desk.clock.now()
        marks = tuple(
            MarkPresent(new_id(), found.session_id, one, now, new_id())
            for one in sorted(found.visitor_ids)
        )
        action = marks[0] if len(marks) == 1 else MarkTogether(marks)
        words_ = say("Present: {title}, {start}", title=found.title, start=found.start.time())
        self.offered.emit(sentence, (Offer(words_, action),))
