"""Ideas of residents and their opinions, for tests, made through actions."""

from datetime import date
from uuid import UUID

from app.desk import Desk
from app.ids import new_id, unordered_id
from app.initiatives.actions import NoteIdea
from app.initiatives.details import InitiativeDetails
from app.opinions.actions import NoteOpinion, OpinionDetails
from app.opinions.model import OpinionKind

TODAY = date(2026, 10, 15)
GARDEN = InitiativeDetails("Community garden")


def make_idea(desk: Desk, details: InitiativeDetails = GARDEN) -> UUID:
    idea = new_id()
    desk.do(NoteIdea(idea, new_id(), details, TODAY))
    return idea


def make_opinion(desk: Desk, words: str = "A lower step, please", **rest: object) -> UUID:
    opinion = unordered_id()
    details = OpinionDetails(OpinionKind.IDEA, words=words, **rest)  # type: ignore[arg-type]
    desk.do(NoteOpinion(opinion, details, TODAY))
    return opinion
