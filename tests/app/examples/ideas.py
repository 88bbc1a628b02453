"""Examples of what is done with ideas and opinions."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from app.action import Action
from app.desk import Desk
from app.ids import new_id
from app.initiatives.actions import (
    BackToStage,
    EditInitiative,
    FinishStep,
    NoteIdea,
    PutBackInitiative,
    ReachStage,
    RemoveInitiative,
    UnfinishStep,
)
from app.initiatives.details import InitiativeDetails
from app.initiatives.lines import (
    AddNote,
    Answer,
    AnswerAsked,
    AskCentre,
    JoinTeam,
    LineKind,
    PutBackLine,
    RemoveLine,
)
from app.initiatives.model import Stage
from app.opinions.actions import (
    AnswerOpinion,
    NoteOpinion,
    OpinionDetails,
    OurAnswer,
    PutBackOpinion,
    RemoveOpinion,
)
from app.opinions.model import OpinionKind
from tests.making.events import make_event
from tests.making.ideas import GARDEN, TODAY, make_idea, make_opinion
from tests.making.visitors import make_visitor


def _note_idea(_desk: Desk) -> Action:
    return NoteIdea(new_id(), new_id(), GARDEN, TODAY)


def _remove(desk: Desk) -> Action:
    return RemoveInitiative(make_idea(desk))


def _put_back(desk: Desk) -> Action:
    idea = make_idea(desk)
    desk.do(RemoveInitiative(idea))
    return PutBackInitiative(idea)


def _edit(desk: Desk) -> Action:
    return EditInitiative(make_idea(desk), GARDEN, InitiativeDetails("A garden", reached=30))


def _reach(desk: Desk) -> Action:
    return ReachStage(make_idea(desk), new_id(), Stage.IDEA, Stage.TALK, TODAY)


def _back(desk: Desk) -> Action:
    undo = desk.do(_reach(desk)).undo
    assert isinstance(undo, BackToStage)
    return undo


def _finish(desk: Desk) -> Action:
    step = InitiativeDetails("Garden", next_step="Boards", next_who="Pēteris", next_by=TODAY)
    return FinishStep(make_idea(desk, step), new_id(), step, TODAY)


def _unfinish(desk: Desk) -> Action:
    undo = desk.do(_finish(desk)).undo
    assert isinstance(undo, UnfinishStep)
    return undo


def _join(desk: Desk) -> Action:
    return JoinTeam(new_id(), make_idea(desk), make_visitor(desk), "leads", volunteer=True)


def _ask(desk: Desk) -> Action:
    return AskCentre(new_id(), make_idea(desk), "A water tap")


def _asked(desk: Desk) -> UUID:
    ask = _ask(desk)
    assert isinstance(ask, AskCentre)
    desk.do(ask)
    return ask.asked_id


def _answer_asked(desk: Desk) -> Action:
    return AnswerAsked(_asked(desk), Answer(), Answer(waits_for="the municipality"))


def _add_note(desk: Desk) -> Action:
    return AddNote(new_id(), make_idea(desk), "A school wants to help.", TODAY)


def _remove_line(desk: Desk) -> Action:
    return RemoveLine(LineKind.ASKED, _asked(desk))


def _put_back_line(desk: Desk) -> Action:
    asked = _asked(desk)
    desk.do(RemoveLine(LineKind.ASKED, asked))
    return PutBackLine(LineKind.ASKED, asked)


def _opinion(desk: Desk) -> Action:
    session_id = make_event(desk).session_id
    details = OpinionDetails(OpinionKind.FACE, 5, "Warm", session_id=session_id)
    return NoteOpinion(new_id(), details, TODAY)


def _remove_opinion(desk: Desk) -> Action:
    return RemoveOpinion(make_opinion(desk))


def _put_back_opinion(desk: Desk) -> Action:
    opinion = make_opinion(desk)
    desk.do(RemoveOpinion(opinion))
    return PutBackOpinion(opinion)


def _answer_opinion(desk: Desk) -> Action:
    answer = OurAnswer("There is a step now.", date(2026, 10, 15))
    return AnswerOpinion(make_opinion(desk), OurAnswer(), answer)


EXAMPLES: dict[type, Callable[[Desk], Action]] = {
    NoteIdea: _note_idea,
    RemoveInitiative: _remove,
    PutBackInitiative: _put_back,
    EditInitiative: _edit,
    ReachStage: _reach,
    BackToStage: _back,
    FinishStep: _finish,
    UnfinishStep: _unfinish,
    JoinTeam: _join,
    AskCentre: _ask,
    AnswerAsked: _answer_asked,
    AddNote: _add_note,
    RemoveLine: _remove_line,
    PutBackLine: _put_back_line,
    NoteOpinion: _opinion,
    RemoveOpinion: _remove_opinion,
    PutBackOpinion: _put_back_opinion,
    AnswerOpinion: _answer_opinion,
}
