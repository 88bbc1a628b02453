"""The desk as widgets see it: the same verbs, answered later, on the main thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from app.action import Action, Change, Question
from app.permission import Permission
from app.settings import Settings
from ui.answers import Answers, WhenRefused, lives

if TYPE_CHECKING:
    from app.clock import Clock
    from app.database.engine import Database
    from app.desk import Desk
    from app.folders import Folders
    from app.permission import SignedIn

Answer = TypeVar("Answer")
NEWS_EVERY_MS = 3000


class QtDesk(QObject):
    """One thread writes, one reads, one draws paper; a question never waits behind a write."""

    changed = Signal(object)
    """Change: something was done at this desk."""
    taken_back = Signal(object)
    """Change: an action of this desk was undone; after ``changed``."""
    news = Signal(object)
    """frozenset[Topic]: something was done at another desk."""
    refused = Signal(object)
    """Refused: a rule said no to an action and nobody nearer wanted to hear it."""
    unanswered = Signal(object)
    """Refused: a question has no answer any more; asking again would only ask again."""
    failed = Signal(object)
    idle = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.settings = Settings()
        """How this desk looks; the program keeps it up to date."""
        self.folders: Folders | None = None
        """Where the key file lies; None on a shared database and in the sample."""
        self._writer = ThreadPoolExecutor(1, "desk writes")
        self._reader = ThreadPoolExecutor(1, "desk reads")
        self._drawer = ThreadPoolExecutor(1, "desk draws")
        self._answers = Answers()
        self._answers.refused.connect(self.refused)
        self._answers.failed.connect(self.failed)
        self._answers.idle.connect(self.idle)
        self._newest: dict[str, int] = {}
        """The last question of each lane."""
        self._looking = False
        self._timer = QTimer(self, interval=NEWS_EVERY_MS)
        self._timer.timeout.connect(self._look_for_news)

    @property
    def clock(self) -> Clock:
        return self._desk.clock

    @property
    def signed_in(self) -> SignedIn | None:
        return self._desk.signed_in

    @property
    def is_idle(self) -> bool:
        return self._answers.is_idle

    def may(self, permission: Permission) -> bool:
        person = self._desk.signed_in
        return person is not None and person.may(permission)

    def do(
        self,
        action: Action,
        then: Callable[[Any], None] | None = None,
        refused: WhenRefused | None = None,
        told: Callable[[float], None] | None = None,
    ) -> None:
        """Perform ``action``; ``then`` gets its Change, ``refused`` the refusal.

        Long work calls ``told`` on the writing thread with the share that is done.
        """

        def done(change: Change) -> None:
            self.changed.emit(change)
            if then is not None and lives(then):
                then(change)

        self._answers.run(self._writer, lambda: self._desk.do(action, told), done, refused)

    def ask(self, question: Question[Answer], then: Callable[[Answer], None]) -> None:
        self._answers.run(
            self._reader, lambda: self._desk.ask(question), then, self.unanswered.emit
        )

    def ask_newest(
        self, lane: str, question: Question[Answer], then: Callable[[Answer], None]
    ) -> None:
        """A question that the next one of its lane makes needless: fast typing never queues up."""
        turn = self._newest[lane] = self._newest.get(lane, 0) + 1

        def job() -> Answer | None:
            return self._desk.ask(question) if self._newest[lane] == turn else None

        def deliver(answer: Answer | None) -> None:
            if answer is not None and self._newest[lane] == turn and lives(then):
                then(answer)

        self._answers.run(self._reader, job, deliver, self.unanswered.emit)

    def ask_beside(
        self,
        question: Question[Answer],
        then: Callable[[Answer], None],
        refused: WhenRefused | None = None,
    ) -> None:
        """A question that takes seconds: answered on a thread of its own, so that none waits."""
        self._answers.run(self._drawer, lambda: self._desk.ask(question), then, refused)

    def undo(self) -> None:
        self._answers.run(self._writer, self._desk.undo, self._tell_taken_back, None)

    def redo(self) -> None:
        self._answers.run(self._writer, self._desk.redo, self._tell, None)

    def work(
        self,
        function: Callable[[], Answer],
        then: Callable[[Answer], None],
        refused: WhenRefused | None = None,
    ) -> None:
        """Slow work that needs no database: drawing paper, reading a list."""
        self._answers.run(self._drawer, function, then, refused)

    def with_database(
        self,
        function: Callable[[Database], Answer],
        then: Callable[[Answer], None],
        refused: WhenRefused | None = None,
    ) -> None:
        """Slow work that only reads, beside questions: checking a password, for instance."""
        self.work(lambda: function(self._desk.database), then, refused)

    def listen(self) -> None:
        """Begin to look for what other desks have changed."""
        self._timer.start()

    def close(self) -> None:
        """Finish what was begun and close the database."""
        self._timer.stop()
        for executor in (self._writer, self._reader, self._drawer):
            executor.shutdown(wait=True)
        self._desk.database.close()

    def _look_for_news(self) -> None:
        if not self._looking:
            self._looking = True
            self._reader.submit(self._desk.news).add_done_callback(self._looked)

    def _looked(self, done: Any) -> None:
        """On the reader's thread; a signal crosses to the main one. A lost line is tried again."""
        self._looking = False
        if done.exception() is None and done.result():
            self.news.emit(done.result())

    def _tell(self, change: Change | None) -> None:
        if change is not None:
            self.changed.emit(change)

    def _tell_taken_back(self, change: Change | None) -> None:
        if change is not None:
            self.changed.emit(change)
            self.taken_back.emit(change)
