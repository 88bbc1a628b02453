"""One idea with everything about it: its way, the next step, what it needs, its people and events."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.action import Action
from app.clock import wall_now
from app.errors import Refused
from app.ids import new_id
from app.initiatives.actions import FinishStep, ReachStage
from app.initiatives.lines import (
    AddNote,
    Answer,
    AnswerAsked,
    AskCentre,
    JoinTeam,
    LineKind,
    RemoveLine,
)
from app.initiatives.model import Stage
from app.initiatives.queries import AskedLine, InitiativeCard, MemberLine
from app.initiatives.vocabulary import ORIGINS, STAGES
from app.language import day_month, ntr, short_date, tr, words
from app.opinions.queries import InitiativeSession, OpinionRow, summed
from app.permission import Permission
from ui.desk import QtDesk
from ui.initiatives.form import InitiativeDrawer
from ui.initiatives.lines import Lines, cross, icon, over, quiet, tick
from ui.initiatives.stages import StageLine
from ui.kit.announce import announce
from ui.kit.beside import Beside
from ui.kit.buttons import Button
from ui.kit.cards import Card as Box
from ui.kit.cards import Chip, Note
from ui.kit.flow import Flow
from ui.kit.labels import Label
from ui.theme import px
from ui.visitors.person_field import PersonField

BESIDE = 700
SHOWN = 5
"""Events and opinions; the rest are counted."""


class Card(QWidget):
    """What is typed in one of its fields stays when it is refused."""

    go = Signal(str, object)

    def __init__(self, desk: QtDesk) -> None:
        super().__init__()
        self._desk = desk
        self._card: InitiativeCard | None = None
        self._private = False
        self._may_run = desk.may(Permission.RUN_INITIATIVES)
        self.title = Label("", role="h1", wrap=True)
        self.line = Label("", role="sub", wrap=True)
        self.edit = Button(tr("Edit"), icon="edit")
        self.edit.clicked.connect(self._edit)
        self.aside = Button(tr("Lay aside"), kind="quiet")
        self.aside.clicked.connect(lambda: self._reach(Stage.LAID_ASIDE))
        self.stages = StageLine()
        self.stages.wanted.connect(self._reach)
        self.origin = Chip("", "band")
        self.words = Label("", wrap=True)
        self.step = Note("info")
        self.done = Button(tr("It is done"), icon="check")
        self.done.clicked.connect(self._finish)
        self.step.column.addWidget(self.done)
        self.result = Label("", wrap=True)
        self.funder = Label("", role="sub", wrap=True)
        self.refusal = Note("danger")
        self.refusal.hide()
        may_note = desk.may(Permission.NOTE_IDEAS)
        self.asked = Lines(tr("Asked of the centre"), tr("What is needed?"), may_add=self._may_run)
        self.notes = Lines(tr("Notes"), tr("How does it go?"), may_add=may_note)
        self.person = PersonField(desk)
        self.team = Lines(
            tr("Team"), tr("Who joins the team?"), may_add=self._may_run, field=self.person
        )
        self.events = Lines(tr("Events"), "", may_add=False)
        self.opinions = Lines(tr("Opinions"), "", may_add=False)
        self.asked.written.connect(self._ask)
        self.notes.written.connect(self._note)
        self.team.written.connect(self._join)
        self._lay_out()

    def show_card(self, card: InitiativeCard) -> None:
        if self._card is None or self._card.id != card.id:
            self.refusal.hide()
            for field in (self.asked.field, self.notes.field, self.person):
                field.setText("")
        self._card = card
        said = card.details
        self.title.setText(said.title)
        who = "" if self._private else card.proposer
        day = day_month(card.proposed)
        proposed = tr("proposed by {who}, {day}", who=who, day=day) if who else day
        self.line.setText(f"{words(STAGES[card.stage])} · {proposed}")
        self.aside.setVisible(self._may_run and card.stage is not Stage.LAID_ASIDE)
        self.edit.setVisible(self._may_run)
        self.stages.show_stage(card.stage, card.days, may_run=self._may_run)
        self.origin.set_text(words(ORIGINS[said.origin]))
        for label, text in (
            (self.words, said.words),
            (self.result, self._result(card)),
            (self.funder, " · ".join(filter(None, (said.funder, said.project_number)))),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        self._show_step(card)
        self._show_lines(card)
        self.show()

    def show_sessions(self, sessions: tuple[InitiativeSession, ...]) -> None:
        self.events.clear(ntr("{n} date", "{n} dates", len(sessions)) if sessions else "")
        for one in sessions[:SHOWN]:
            self.events.add(
                Label(day_month(one.starts.date()), role="sub"),
                self._to_session(one),
                Label(ntr("{n} person", "{n} people", one.people), role="sub"),
            )
        if not sessions:
            hint = tr("An event belongs here when the event says so in its form.")
            self.events.add(Label(hint, role="sub", wrap=True), stretch=0)

    def _to_session(self, one: InitiativeSession) -> QWidget:
        return quiet(one.title, lambda: self.go.emit("events", one.session_id))

    def show_opinions(self, rows: tuple[OpinionRow, ...]) -> None:
        faces, good = summed(rows)
        counted = (
            ntr("{n} face, {good} good", "{n} faces, {good} good", faces, good=good)
            if faces
            else ""
        )
        self.opinions.clear(counted)
        for one in [row for row in rows if row.words][:SHOWN]:
            self.opinions.add(Label(f"“{one.words}”", wrap=True), stretch=0)
            if one.answered:
                answered = tr(
                    "We answered on {day}: {words}",
                    day=day_month(one.answered),
                    words=one.our_answer,
                )
                self.opinions.add(
                    icon("check", "ok"), Label(answered, role="sub", wrap=True), stretch=1
                )
        if not rows:
            self.opinions.add(Label(tr("Nobody has said anything yet."), role="sub"))

    def set_private(self, private: bool) -> None:
        self._private = private
        if self._card is not None:
            self.show_card(self._card)

    def _result(self, card: InitiativeCard) -> str:
        parts = [card.details.result]
        if card.details.reached is not None:
            parts.append(
                ntr("It reached {n} person.", "It reached {n} people.", card.details.reached)
            )
        text = " ".join(filter(None, parts))
        return tr("What came of it: {text}", text=text) if text else ""

    def _show_step(self, card: InitiativeCard) -> None:
        said = card.details
        parts = [said.next_step, said.next_who]
        text = " — ".join(filter(None, parts))
        if said.next_by:
            text += ", " + tr("by {day}", day=day_month(said.next_by))
        if not said.next_step:
            text = tr("No next step is written. What happens next, who does it, and by when?")
        self.step.say(text)
        self.done.setVisible(bool(said.next_step) and self._may_run)

    def _show_lines(self, card: InitiativeCard) -> None:
        self.asked.clear()
        for one in card.asked:
            self._show_asked(one)
        self.notes.clear()
        for note in card.notes:
            self.notes.add(
                Label(short_date(note.day), role="sub"), Label(note.words, wrap=True), stretch=1
            )
        self.team.clear(ntr("{n} person", "{n} people", len(card.team)) if card.team else "")
        for member in card.team:
            self._show_member(member)

    def _show_asked(self, one: AskedLine) -> None:
        parts: list[QWidget] = [
            icon("check", "ok") if one.given else icon("clock", "warn"),
            *_how_it_stands(one),
        ]
        if self._may_run:
            if not one.given:
                give = AnswerAsked(
                    one.id, Answer(given=False, waits_for=one.waits_for), Answer(given=True)
                )
                parts.append(tick(tr("It is given: {what}", what=one.what), lambda: self._do(give)))
            gone = RemoveLine(LineKind.ASKED, one.id)
            parts.append(cross(tr("Take out: {what}", what=one.what), lambda: self._do(gone)))
        self.asked.add(*parts, stretch=1)

    def _show_member(self, one: MemberLine) -> None:
        name = one.name
        if self._private:
            name = " ".join(f"{part[0]}." for part in one.name.split())
        parts: list[QWidget] = [
            quiet(name, lambda: self.go.emit("visitors", one.visitor_id), "person"),
            Label(one.does, role="sub", wrap=True),
        ]
        if self._may_run:
            gone = RemoveLine(LineKind.MEMBER, one.id)
            parts.append(cross(tr("Take out: {what}", what=name), lambda: self._do(gone)))
        self.team.add(*parts, stretch=1)

    def _ask(self, what: str) -> None:
        if self._card is not None:
            self._do(AskCentre(new_id(), self._card.id, what), self.asked.field.clear)

    def _note(self, text: str) -> None:
        if self._card is not None:
            today = wall_now(self._desk.clock).date()
            self._do(AddNote(new_id(), self._card.id, text, today), self.notes.field.clear)

    def _join(self, _text: str) -> None:
        if self._card is None:
            return
        visitor_id = self.person.value()
        if visitor_id is None and self.person.is_offering:
            return  # Enter takes somebody of the list under it
        if visitor_id is None:
            text = tr("Choose somebody from the list: write a few letters, then the arrow down.")
            self.refusal.say(text)
            self.refusal.show()
            announce(self, text)
            return
        self._do(JoinTeam(new_id(), self._card.id, visitor_id), self.person.clear)

    def _reach(self, stage: Stage) -> None:
        card = self._card
        if card is not None:
            today = wall_now(self._desk.clock).date()
            self._do(ReachStage(card.id, new_id(), card.stage, stage, today))

    def _finish(self) -> None:
        if self._card is not None:
            today = wall_now(self._desk.clock).date()
            self._do(FinishStep(self._card.id, new_id(), self._card.details, today))

    def _edit(self) -> None:
        if self._card is not None:
            InitiativeDrawer(self, self._desk, self._card).open()

    def _do(self, action: Action, then: object = None) -> None:
        def kept(_change: object) -> None:
            self.refusal.hide()
            if callable(then):
                then()

        self._desk.do(action, kept, self._refused)

    def _refused(self, refusal: Refused) -> None:
        self.refusal.say(str(refusal))
        self.refusal.show()
        announce(self, str(refusal))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        titles = QVBoxLayout()
        titles.setSpacing(px(2))
        titles.addWidget(self.title)
        titles.addWidget(self.line)
        head.addLayout(titles, 1)
        verbs = Flow(px(8))
        verbs.add(self.aside, self.edit)
        head.addLayout(verbs)
        main = Box((16, 12, 16, 12), gap=8)
        chips = QHBoxLayout()
        chips.addWidget(self.origin)
        chips.addStretch(1)
        main.column.addLayout(chips)
        for widget in (
            self.words,
            Label(tr("Next step"), role="strong"),
            self.step,
            self.asked,
            self.notes,
            self.result,
            self.funder,
        ):
            main.column.addWidget(widget)
        main.column.addStretch(1)
        side = QWidget()
        boxes = QVBoxLayout(side)
        boxes.setContentsMargins(0, 0, 0, 0)
        boxes.setSpacing(px(10))
        for lines in (self.team, self.events, self.opinions):
            box = Box((16, 12, 16, 12), gap=6)
            box.column.addWidget(lines)
            boxes.addWidget(box)
        boxes.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addLayout(head)
        column.addWidget(self.stages)
        column.addWidget(self.refusal)
        column.addWidget(Beside(main, side, BESIDE, grows=0), 1)


def _how_it_stands(one: AskedLine) -> list[QWidget]:
    if one.given:
        return [Label(one.what, wrap=True), Label(tr("given"), role="sub")]
    return [over(one.what, tr("waits for {whom}", whom=one.waits_for or "…"))]
