"""What one desk noted and another led on: taking back never takes the other's work away."""

from dataclasses import replace

import pytest

from app.desk import Desk
from app.errors import ChangedElsewhere, NotAllowed, Refused
from app.ids import new_id
from app.initiatives.actions import (
    EditInitiative,
    FinishStep,
    NoteIdea,
    ReachStage,
    RemoveInitiative,
)
from app.initiatives.lines import AddNote, AskCentre, JoinTeam, LineKind, PutBackLine, RemoveLine
from app.initiatives.model import Stage
from app.initiatives.queries import Initiatives, OneInitiative
from app.permission import Role, SignedIn
from tests.making.ideas import GARDEN, TODAY, make_idea
from tests.making.visitors import make_visitor


def test_an_idea_led_on_elsewhere_is_not_taken_back(desk: Desk, other_desk: Desk) -> None:
    for led_on in (
        lambda idea: ReachStage(idea, new_id(), Stage.IDEA, Stage.TALK, TODAY),
        lambda idea: AddNote(new_id(), idea, "A school helps", TODAY),
        lambda idea: AskCentre(new_id(), idea, "A water tap"),
        lambda idea: EditInitiative(idea, GARDEN, replace(GARDEN, words="In their words")),
    ):
        idea = make_idea(desk)
        other_desk.do(led_on(idea))
        with pytest.raises(ChangedElsewhere, match="changed in the meantime"):
            desk.undo()
        assert desk.ask(OneInitiative(idea)).id == idea


def test_a_step_taken_back_leaves_what_was_written_since(desk: Desk, other_desk: Desk) -> None:
    step = replace(GARDEN, next_step="Fetch boards", next_who="Pēteris", next_by=TODAY)
    idea = make_idea(desk, step)
    desk.do(FinishStep(idea, new_id(), step, TODAY))
    done = desk.ask(OneInitiative(idea)).details
    other_desk.do(EditInitiative(idea, done, replace(done, result="Six beds")))
    desk.undo()
    assert desk.ask(OneInitiative(idea)).details == replace(step, result="Six beds")
    desk.redo()
    assert desk.ask(OneInitiative(idea)).details == replace(done, result="Six beds")
    now = desk.ask(OneInitiative(idea)).details
    other_desk.do(EditInitiative(idea, now, replace(now, next_step="Sow peas")))
    with pytest.raises(ChangedElsewhere):
        desk.undo()
    assert desk.ask(OneInitiative(idea)).details.next_step == "Sow peas"


def test_nobody_stands_in_a_team_twice(desk: Desk, other_desk: Desk) -> None:
    idea, visitor, member = make_idea(desk), make_visitor(desk, "Ilga", "Upeniece"), new_id()
    desk.do(JoinTeam(member, idea, visitor))
    desk.do(RemoveLine(LineKind.MEMBER, member))
    other_desk.do(JoinTeam(new_id(), idea, visitor))
    with pytest.raises(Refused, match="Ilga Upeniece is in the team already"):
        desk.undo()
    assert len(desk.ask(OneInitiative(idea)).team) == 1


def test_the_front_desk_takes_back_what_it_noted_and_no_more(desk: Desk, other_desk: Desk) -> None:
    idea, member = make_idea(desk), new_id()
    desk.do(JoinTeam(member, idea, make_visitor(desk)))
    other_desk.sign_in(SignedIn(new_id(), "Aija", frozenset({Role.FRONT_DESK})))
    with pytest.raises(NotAllowed, match="Aija may not do this"):
        other_desk.do(RemoveInitiative(idea))
    with pytest.raises(NotAllowed):
        other_desk.do(RemoveLine(LineKind.MEMBER, member))
    desk.do(RemoveLine(LineKind.MEMBER, member))
    with pytest.raises(NotAllowed):
        other_desk.do(PutBackLine(LineKind.MEMBER, member))
    own = new_id()
    other_desk.do(NoteIdea(own, new_id(), GARDEN, TODAY))
    other_desk.do(AddNote(new_id(), own, "A school helps", TODAY))
    for _ in range(2):
        for _ in range(2):
            other_desk.undo()
        assert [row.id for row in desk.ask(Initiatives())] == [idea]
        for _ in range(2):
            other_desk.redo()
        assert {row.id for row in desk.ask(Initiatives())} == {idea, own}
