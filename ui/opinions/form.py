"""Two drawers: writing down what somebody said at the desk, and what the centre answers."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.action import Action
from app.clock import today, wall_now
from app.events.queries import Agenda, DayRows
from app.ids import unordered_id
from app.initiatives.queries import InitiativeRow, Initiatives
from app.language import short_date, tr, words
from app.opinions.actions import (
    AnswerOpinion,
    NoteOpinion,
    OpinionDetails,
    OurAnswer,
    RemoveOpinion,
)
from app.opinions.model import OpinionKind
from app.opinions.queries import OpinionRow
from ui.desk import QtDesk
from ui.kit.announce import announce
from ui.kit.buttons import Button
from ui.kit.cards import Note
from ui.kit.drawer import Drawer
from ui.kit.forms import Choice, Field, LongTextField
from ui.kit.labels import Label
from ui.opinions.faces import FACES
from ui.opinions.vocabulary import KINDS
from ui.visitors.person_field import PersonField

DAYS_BACK = 30
"""As long people are asked, and speak, of what was held."""


@dataclass(frozen=True)
class Subject:
    """What was spoken of; neither of both: the centre."""

    session_id: UUID | None = None
    initiative_id: UUID | None = None


class _SayingDrawer(Drawer):
    """What was typed stays when it is refused."""

    def __init__(self, caller: QWidget, desk: QtDesk, title: str) -> None:
        super().__init__(caller, title, width=480)
        self._desk = desk
        self.refusal = Note("danger")
        self.refusal.hide()

    def do(self, action: Action) -> None:
        self._desk.do(action, lambda _: self.dismiss(), lambda refused: self.say(str(refused)))

    def say(self, text: str) -> None:
        self.refusal.say(text)
        self.refusal.show()
        announce(self, text)


class OpinionDrawer(_SayingDrawer):
    """A wish, a complaint, thanks, or a face somebody points at."""

    def __init__(self, caller: QWidget, desk: QtDesk) -> None:
        super().__init__(caller, desk, tr("What was said"))
        kinds = [OpinionKind.IDEA, OpinionKind.COMPLAINT, OpinionKind.THANKS, OpinionKind.FACE]
        self.kind = Choice([(one, words(KINDS[one])) for one in kinds], OpinionKind.IDEA)
        faces: list[tuple[int | None, str]] = [(None, tr("not said"))]
        faces += [(n, words(name)) for n, name in FACES.items()]
        self.face = Choice(faces)
        self.words = LongTextField("", lines=5)
        self.about = Choice([(Subject(), tr("the centre"))])
        self.person = PersonField(desk)
        hint = tr("Only if she wants her name known. Leave it empty otherwise.")
        for field in (
            Field(tr("Kind"), self.kind),
            Field(tr("In words"), self.words),
            Field(tr("How was it"), self.face),
            Field(tr("About"), self.about),
            Field(tr("Who said it"), self.person, hint),
        ):
            self.column.addWidget(field)
        self.column.addWidget(self.refusal)
        self.column.addStretch(1)
        self.set_verbs(tr("Note it"))
        self.accepted.connect(self._keep)
        first = today(desk.clock) - timedelta(days=DAYS_BACK)
        desk.ask(Agenda(first, DAYS_BACK + 1), self._offer_events)

    def _offer_events(self, days: tuple[DayRows, ...]) -> None:
        """What was held lately, the newest first: that is what people speak of."""
        now = wall_now(self._desk.clock)
        held = [row for day in days for row in day.rows if row.start <= now and not row.cancelled]
        options = [
            (
                Subject(session_id=row.session_id),
                f"{row.title} · {short_date(row.start.date())}",
            )
            for row in reversed(held)
        ]
        self._desk.ask(Initiatives(), lambda rows: self._offer(options, rows))

    def _offer(self, events: list[tuple[Subject, str]], rows: tuple[InitiativeRow, ...]) -> None:
        ideas = [(Subject(initiative_id=row.id), row.title) for row in rows]
        options = [(Subject(), tr("the centre")), *events, *ideas]
        self.about.set_options(options, self.about.value())

    def _keep(self) -> None:
        if self.person.text().strip() and self.person.value() is None:
            self.say(tr("Choose somebody from the list: write a few letters, then the arrow down."))
            return
        about: Subject = self.about.value()
        details = OpinionDetails(
            self.kind.value(),
            self.face.value(),
            self.words.text(),
            session_id=about.session_id,
            initiative_id=about.initiative_id,
            visitor_id=self.person.value(),
        )
        self.do(NoteOpinion(unordered_id(), details, today(self._desk.clock)))


class AnswerDrawer(_SayingDrawer):
    """The answer gets the day it is written."""

    def __init__(self, caller: QWidget, desk: QtDesk, row: OpinionRow) -> None:
        super().__init__(caller, desk, tr("Our answer"))
        self._row = row
        said = short_date(row.said)
        heading = " · ".join(filter(None, (said, row.about or tr("the centre"))))
        self.column.addWidget(Label(heading, role="sub", wrap=True))
        if row.words:
            self.column.addWidget(Label(f"“{row.words}”", role="strong", wrap=True))
        self.answer = LongTextField(row.our_answer, lines=5)
        self.column.addWidget(Field(tr("What we answered, or did"), self.answer))
        self.column.addWidget(self.refusal)
        self.column.addStretch(1)
        self.set_verbs(tr("Save"))
        gone = Button(tr("Noted by mistake"), kind="quiet")
        gone.clicked.connect(lambda: self.do(RemoveOpinion(row.id)))
        self.foot.addWidget(gone)
        self.accepted.connect(self._keep)

    def _keep(self) -> None:
        seen = OurAnswer(self._row.our_answer, self._row.answered)
        wanted = OurAnswer(self.answer.text(), today(self._desk.clock))
        if not wanted.words.strip() and not seen.words:
            self.say(tr("Write the answer first."))
            return
        if wanted.words.strip() == seen.words:
            self.dismiss()
            return
        self.do(AnswerOpinion(self._row.id, seen, wanted))
