"""An idea in one line, growing: its stages, its next step, its team, what it asks of the centre."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.desk import Desk
from app.errors import ChangedElsewhere, Refused
from app.ids import new_id
from app.initiatives.actions import EditInitiative, FinishStep, ReachStage
from app.initiatives.details import InitiativeDetails
from app.initiatives.lines import AddNote, Answer, AnswerAsked, AskCentre, JoinTeam
from app.initiatives.model import Origin, Stage
from app.initiatives.queries import Initiatives, OneInitiative
from app.language import words
from tests.making.ideas import GARDEN, TODAY, make_idea
from tests.making.visitors import make_visitor


def test_one_line_is_enough(desk: Desk) -> None:
    idea = make_idea(desk, InitiativeDetails("  A   garden  "))
    card = desk.ask(OneInitiative(idea))
    assert (card.details.title, card.stage, card.days) == (
        "A garden",
        Stage.IDEA,
        {Stage.IDEA: TODAY},
    )
    with pytest.raises(Refused, match="in a few words"):
        make_idea(desk, InitiativeDetails(" "))


def test_it_comes_to_its_stages_on_days_that_are_kept(desk: Desk) -> None:
    idea = make_idea(desk)
    for n, (seen, wanted) in enumerate(
        ((Stage.IDEA, Stage.TALK), (Stage.TALK, Stage.TEAM), (Stage.TEAM, Stage.GOING)), 1
    ):
        desk.do(ReachStage(idea, new_id(), seen, wanted, TODAY + timedelta(days=n)))
    card = desk.ask(OneInitiative(idea))
    assert card.stage is Stage.GOING
    assert card.days[Stage.TEAM] == TODAY + timedelta(days=2)
    desk.undo()
    assert Stage.GOING not in desk.ask(OneInitiative(idea)).days
    with pytest.raises(ChangedElsewhere):
        desk.do(ReachStage(idea, new_id(), Stage.IDEA, Stage.DONE, TODAY))


def test_a_step_that_is_done_becomes_a_note(desk: Desk) -> None:
    step = replace(GARDEN, next_step="Fetch boards", next_who="Pēteris", next_by=date(2026, 10, 20))
    idea = make_idea(desk, step)
    desk.do(FinishStep(idea, new_id(), step, TODAY))
    card = desk.ask(OneInitiative(idea))
    assert (card.details.next_step, card.details.next_by) == ("", None)
    assert [(note.day, note.words) for note in card.notes] == [(TODAY, "Fetch boards")]
    with pytest.raises(Refused, match="Write the next step first"):
        desk.do(FinishStep(idea, new_id(), card.details, TODAY))
    desk.undo()
    card = desk.ask(OneInitiative(idea))
    assert (card.details, card.notes) == (step, ())


def test_the_team_and_what_it_asks_of_the_centre(desk: Desk) -> None:
    idea, visitor = make_idea(desk), make_visitor(desk, "Ilga", "Upeniece")
    desk.do(JoinTeam(new_id(), idea, visitor, "leads", volunteer=True))
    with pytest.raises(Refused, match="Ilga Upeniece is in the team already"):
        desk.do(JoinTeam(new_id(), idea, visitor))
    asked = new_id()
    desk.do(AskCentre(asked, idea, "A water tap"))
    change = desk.do(AnswerAsked(asked, Answer(), Answer(waits_for="the municipality")))
    assert words(change.message) == "A water tap: waits for the municipality"
    desk.do(AddNote(new_id(), idea, "A school wants to help.", TODAY))
    card = desk.ask(OneInitiative(idea))
    assert [(one.name, one.does, one.volunteer) for one in card.team] == [
        ("Ilga Upeniece", "leads", True)
    ]
    assert [(one.what, one.given, one.waits_for) for one in card.asked] == [
        ("A water tap", False, "the municipality")
    ]


def test_what_goes_on_stands_first(desk: Desk) -> None:
    first = make_idea(desk, InitiativeDetails("First"))
    make_idea(desk, InitiativeDetails("Second", origin=Origin.YOUTH))
    desk.do(ReachStage(first, new_id(), Stage.IDEA, Stage.GOING, TODAY))
    assert [row.title for row in desk.ask(Initiatives())] == ["First", "Second"]


def test_the_result_in_words_and_numbers(desk: Desk) -> None:
    idea = make_idea(desk)
    wanted = replace(GARDEN, funder="ESF+", project_number="4.3.6", result="Six beds", reached=31)
    desk.do(EditInitiative(idea, GARDEN, wanted))
    assert desk.ask(OneInitiative(idea)).details == wanted
    with pytest.raises(Refused, match="as a number"):
        desk.do(EditInitiative(idea, wanted, replace(wanted, reached=-1)))
    with pytest.raises(ChangedElsewhere):
        desk.do(EditInitiative(idea, GARDEN, wanted))


def test_ten_thousand_letters_are_refused_in_words(desk: Desk) -> None:
    with pytest.raises(Refused, match="at most"):
        make_idea(desk, InitiativeDetails("x" * 10_000))


@pytest.mark.parametrize("text", ["<b>&", "\u202eabc", "😀", "%s {} {0}"])
def test_a_hostile_idea_is_kept_as_it_was_written(desk: Desk, text: str) -> None:
    idea = make_idea(desk, InitiativeDetails(text))
    assert desk.ask(OneInitiative(idea)).details.title
