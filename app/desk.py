"""The desk: the one door between a window and everything else.

``do`` performs an action in one transaction, ``ask`` answers a question in another, ``undo`` and
``redo`` take back and put back what the signed-in person did at this desk.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic, sleep
from typing import TypeVar
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from app.action import Action, Change, Question, Topic
from app.clock import Clock
from app.database.engine import Database
from app.database.journal import Entry, Turn, take_turn, topics_as_text, topics_from_text
from app.errors import NotAllowed, Refused
from app.ids import new_id
from app.language import say
from app.permission import Permission, SignedIn

Answer = TypeVar("Answer")
Told = Callable[[float], None]
"""Called between the parts of long work with the share that is done; stops it by raising."""
_ENTRY = insert(Entry)
SHORT, LET_OTHERS_IN, LET_ALL_IN = 0.09, 0.03, 0.11
"""Seconds. A waiting SQLite looks every 25 ms whether it is its turn, and later every 100 ms: between
short parts of long work the first is enough, on a busy computer the second is needed."""


class Desk:
    """One running program. Not safe for use by two threads at once, but for ``ask``."""

    def __init__(self, database: Database, clock: Clock, name: str = "desk") -> None:
        self.database = database
        self.clock = clock
        self.name = name
        self.signed_in: SignedIn | None = None
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self._seen = 0

    def sign_in(self, person: SignedIn) -> None:
        """The stack of undos belongs to a person: it begins empty."""
        self.sign_out()
        self.signed_in = person
        self._seen = self._turn_number()

    def sign_out(self) -> None:
        self.signed_in = None
        self._done.clear()
        self._undone.clear()

    def do(self, action: Action, told: Told | None = None) -> Change:
        """Perform ``action``. Raises Refused; then nothing has changed."""
        change = self._perform(action, told)
        self._undone.clear()
        if change.undo is not None:
            self._done.append(change)
        return change

    def ask(self, question: Question[Answer]) -> Answer:
        self._check(question.permission)
        with self._looking() as session:
            return question.answer(session)

    @contextmanager
    def _looking(self) -> Iterator[Session]:
        with self.database.reading() as session:
            session.info["now"] = self.clock.now()
            yield session

    def undo(self) -> Change | None:
        """Take back the last action; None when there is nothing to take back."""
        return self._reverse(self._done, self._undone)

    def redo(self) -> Change | None:
        return self._reverse(self._undone, self._done)

    @property
    def can_undo(self) -> bool:
        return bool(self._done)

    def news(self) -> frozenset[Topic]:
        """What other desks have changed since the last time anybody here looked."""
        with self.database.reading() as session:
            entries = session.execute(
                select(Entry.number, Entry.desk, Entry.topics)
                .where(Entry.number > self._seen)
                .order_by(Entry.number)
            ).all()
        if not entries:
            return frozenset()
        self._seen = entries[-1].number
        return frozenset().union(
            *(topics_from_text(e.topics) for e in entries if e.desk != self.name)
        )

    def _reverse(self, source: list[Change], target: list[Change]) -> Change | None:
        if not source:
            return None
        last = source[-1]
        if last.undo is None:
            raise TypeError("Only what can be taken back stands on the stack")
        try:
            reversal = self._perform(last.undo)
        except OperationalError:
            raise  # the line was lost: it may be tried again
        except Exception:
            source.pop()  # it can no longer be taken back; what came before still may
            raise
        source.pop()
        target.append(reversal)
        return reversal

    def _perform(self, action: Action, told: Told | None = None) -> Change:
        """One turn, or several for long work; what was begun and fails is taken back."""
        self._check(action.permission)
        begin = monotonic()
        change = self._in_one_turn(action)
        while change.rest is not None:
            try:
                if told is not None:
                    told(change.share)
                sleep(LET_OTHERS_IN if monotonic() - begin < SHORT else LET_ALL_IN)
                begin = monotonic()
                change = self._in_one_turn(change.rest)
            except BaseException:
                if change.undo is not None:
                    self._perform(change.undo)
                raise
        return change

    def _in_one_turn(self, action: Action) -> Change:
        key = new_id()
        done: list[Change] = []
        try:
            with self.database.writing() as session:
                done.append(self._write(session, action, key))
        except OperationalError:
            # The line was lost. If that was while committing, the journal knows whether it held.
            if not (done and self._was_done(key)):
                raise
        except Refused as refused:
            with self._looking() as session:
                refused.look_for_ways_out(session)
            raise
        return done[0]

    def _write(self, session: Session, action: Action, key: UUID) -> Change:
        session.info["staff_id"] = self.signed_in.staff_id if self.signed_in else None
        session.info["signed_in"] = self.signed_in
        session.info["now"] = self.clock.now()
        number = take_turn(session)
        change = action.perform(session)
        session.flush()
        session.connection().execute(
            _ENTRY,
            {
                "number": number,
                "key": key,
                "at": self.clock.now(),
                "desk": self.name,
                "staff_id": session.info["staff_id"],
                "action": type(action).__name__,
                "message": json.dumps(change.message.as_json(), ensure_ascii=False),
                "topics": topics_as_text(change.topics),
            },
        )
        return change

    def _was_done(self, key: UUID) -> bool:
        with self.database.reading() as session:
            return session.scalar(select(Entry.number).where(Entry.key == key)) is not None

    def _turn_number(self) -> int:
        with self.database.reading() as session:
            return session.scalar(select(Turn.number)) or 0

    def _check(self, permission: Permission) -> None:
        if permission is Permission.ANYONE:
            return
        if self.signed_in is None:
            raise NotAllowed(say("Nobody is signed in at this desk."))
        if not self.signed_in.may(permission):
            raise NotAllowed(
                say("{name} may not do this. Ask the coordinator.", name=self.signed_in.name)
            )
