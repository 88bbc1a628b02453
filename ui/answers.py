"""Work on another thread, and its answer on the main thread."""

import logging
import traceback
from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from app.errors import Refused

Then = Callable[[Any], None]
WhenRefused = Callable[[Refused], None]

log = logging.getLogger("kopa")


class Answers(QObject):
    """Runs jobs on executors. An answer whose receiver was deleted in the meantime is dropped."""

    refused = Signal(object)
    """Refused: a rule said no and nobody nearer wanted to hear it."""
    failed = Signal(object)
    """Exception: something went wrong; it is already in the log, without personal words."""
    idle = Signal()
    """Everything begun so far has been answered."""

    _finished = Signal(object, object, object)

    def __init__(self) -> None:
        super().__init__()
        self._pending = 0
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def is_idle(self) -> bool:
        return self._pending == 0

    def run(
        self, executor: Executor, job: Callable[[], Any], then: Then, refused: WhenRefused | None
    ) -> None:
        self._pending += 1
        future = executor.submit(job)
        future.add_done_callback(lambda done: self._finished.emit(done, then, refused))

    def _deliver(self, done: Future[Any], then: Then, refused: WhenRefused | None) -> None:
        self._pending -= 1
        try:
            self._answer(done, then, refused)
        finally:
            if self._pending == 0:
                self.idle.emit()

    def _answer(self, done: Future[Any], then: Then, refused: WhenRefused | None) -> None:
        match done.exception():
            case None:
                if lives(then):
                    then(done.result())
            case Refused() as refusal:
                if refused is not None and lives(refused):
                    refused(refusal)
                else:
                    self.refused.emit(refusal)
            case error:
                log.error("%s", without_personal_words(error))
                self.failed.emit(error)


def lives(receiver: Callable[..., Any]) -> bool:
    """False for a method of a widget that Qt has deleted."""
    owner = getattr(receiver, "__self__", None)
    return not isinstance(owner, QObject) or shiboken6.isValid(owner)


def without_personal_words(error: BaseException | None) -> str:
    """The kind of error and where it happened; never its words, which may hold a name."""
    if error is None:
        return ""
    places = traceback.extract_tb(error.__traceback__)
    where = " < ".join(f"{p.name} {p.filename.rsplit('/', 1)[-1]}:{p.lineno}" for p in places[-6:])
    return f"{type(error).__name__}: {where}"
