"""Faces and words of residents: without a name unless wanted, tied to what it is about, answered."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from app.database.journal import Entry
from app.desk import Desk
from app.errors import ChangedElsewhere, Refused
from app.events.changing import EditEvent
from app.ids import new_id, unordered_id
from app.initiatives.lines import JoinTeam
from app.initiatives.queries import OneInitiative
from app.opinions.actions import (
    AnswerOpinion,
    NoteOpinion,
    OpinionDetails,
    OurAnswer,
    RemoveOpinion,
)
from app.opinions.model import Opinion, OpinionKind
from app.opinions.queries import (
    OpinionRow,
    Opinions,
    OpinionsOfInitiative,
    SessionsOfInitiative,
    summed,
)
from tests.making.events import make_event, make_registration
from tests.making.ideas import TODAY, make_idea, make_opinion
from tests.making.people import merging
from tests.making.visitors import make_visitor


def said(desk: Desk) -> tuple[OpinionRow, ...]:
    return desk.ask(Opinions(TODAY, TODAY + timedelta(days=1)))


def test_a_face_after_an_event_has_no_name(desk: Desk) -> None:
    event = make_event(desk, title="Pottery")
    for face in (5, 4, 2):
        details = OpinionDetails(OpinionKind.FACE, face, session_id=event.session_id)
        desk.do(NoteOpinion(new_id(), details, TODAY))
    rows = said(desk)
    assert {(row.about, row.who) for row in rows} == {("Pottery", "")}
    assert summed(rows) == (3, 2)


def test_nothing_tells_at_which_minute_it_was_said(desk: Desk) -> None:
    make_opinion(desk)
    with desk.database.reading() as session:
        (opinion,) = session.scalars(select(Opinion)).all()
        (line,) = session.scalars(select(Entry)).all()
        assert opinion.said == TODAY
        assert opinion.id.version == 4
        assert opinion.id.hex not in line.topics + line.message


def test_ctrl_z_does_not_take_back_what_a_visitor_said_herself(desk: Desk) -> None:
    make_opinion(desk, "Noted at the desk")
    details = OpinionDetails(OpinionKind.FACE, 2)
    desk.do(NoteOpinion(unordered_id(), details, TODAY, by_herself=True))
    desk.undo()
    assert [row.face for row in said(desk)] == [2]


def test_something_must_be_said(desk: Desk) -> None:
    for details, why in (
        (OpinionDetails(OpinionKind.FACE), "Choose a face"),
        (OpinionDetails(OpinionKind.FACE, 6), "one of the five"),
    ):
        with pytest.raises(Refused, match=why):
            desk.do(NoteOpinion(new_id(), details, TODAY))


def test_an_answer_has_its_day_and_nobody_answers_over_another(desk: Desk) -> None:
    opinion = make_opinion(desk)
    answer = OurAnswer("There is a step now.", TODAY)
    desk.do(AnswerOpinion(opinion, OurAnswer(), answer))
    (row,) = said(desk)
    assert (row.our_answer, row.answered) == (answer.words, TODAY)
    with pytest.raises(ChangedElsewhere):
        desk.do(AnswerOpinion(opinion, OurAnswer(), OurAnswer("Another", TODAY)))
    desk.do(AnswerOpinion(opinion, answer, OurAnswer("", TODAY)))
    assert said(desk)[0].answered is None


def test_what_was_answered_is_not_taken_back(desk: Desk) -> None:
    opinion = make_opinion(desk)
    answered = AnswerOpinion(opinion, OurAnswer(), OurAnswer("There is a step now.", TODAY))
    desk.do(answered)
    with pytest.raises(ChangedElsewhere, match="Somebody has answered"):
        desk.do(RemoveOpinion(opinion))
    assert said(desk)[0].our_answer == "There is a step now."


def test_an_initiative_shows_its_events_and_what_was_said_of_them(desk: Desk) -> None:
    idea = make_idea(desk)
    event = make_event(desk, title="Harvest")
    details = event.details
    desk.do(EditEvent(event.event_id, details, replace(details, initiative_id=idea)))
    make_registration(desk, event.event_id, make_visitor(desk))
    make_opinion(desk, "Of the garden", initiative_id=idea)
    make_opinion(desk, "Of the harvest", session_id=event.session_id)
    make_opinion(desk, "Of the centre")
    words = {row.words for row in desk.ask(OpinionsOfInitiative(idea))}
    assert words == {"Of the garden", "Of the harvest"}
    (session,) = desk.ask(SessionsOfInitiative(idea))
    assert (session.title, session.people) == ("Harvest", 1)


def test_who_is_one_person_said_it_and_carries_the_idea_once(desk: Desk) -> None:
    kept, gone = make_visitor(desk, "Anna", "Kalna"), make_visitor(desk, "Anna", "Kalne")
    idea = make_idea(desk)
    for one in (kept, gone):
        desk.do(JoinTeam(new_id(), idea, one))
    make_opinion(desk, visitor_id=gone)
    desk.do(merging(desk, kept, gone))
    assert [one.visitor_id for one in desk.ask(OneInitiative(idea)).team] == [kept]
    assert said(desk)[0].who == "Anna Kalna"
    desk.undo()
    assert len(desk.ask(OneInitiative(idea)).team) == 2
    assert said(desk)[0].who == "Anna Kalne"
