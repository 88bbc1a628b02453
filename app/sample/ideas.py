"""Ideas of residents in the sample centre, on all stages of their way, and what people said."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from uuid import UUID

from app.clock import wall_now
from app.desk import Desk
from app.events.queries import Agenda
from app.ids import new_id, unordered_id
from app.initiatives.actions import NoteIdea, ReachStage
from app.initiatives.details import InitiativeDetails
from app.initiatives.lines import AddNote, Answer, AnswerAsked, AskCentre, JoinTeam
from app.initiatives.model import Origin, Stage
from app.initiatives.vocabulary import WAY
from app.opinions.actions import AnswerOpinion, NoteOpinion, OpinionDetails, OurAnswer
from app.opinions.model import OpinionKind
from app.sample.people import SamplePerson


@dataclass(frozen=True)
class _Idea:
    """``asked`` with what each waits for; empty: it is given."""

    details: InitiativeDetails
    days_ago: int
    stage: Stage
    team: tuple[str, ...] = ()
    asked: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()


def _ideas(today: date) -> tuple[_Idea, ...]:
    return (
        _Idea(
            InitiativeDetails(
                "Kopienas dārzs pie centra",
                "Sešas paceltas dobes, pie kurām var strādāt arī sēdus. Raža — kopējām vakariņām.",
                next_step="Sarunāt dēļus divām dobēm",
                next_who="Pēteris",
                next_by=today + timedelta(days=5),
                funder="ESF+ «Kopā Preiļos»",
                project_number="4.3.6",
            ),
            226,
            Stage.GOING,
            ("vada", "darbarīki", "stādi"),
            (
                ("Telpa tikšanās reizēm", ""),
                ("Instrumenti darbarīku skapī", ""),
                ("Atļauja ūdens krānam pagalmā", "pašvaldība"),
            ),
            ("Skola piedāvā atvest 5. klasi lapu talkā.", "Ražas vakariņās bija 31 cilvēks."),
        ),
        _Idea(
            InitiativeDetails(
                "Jauniešu kino vakari",
                "Katru otro piektdienu filma, ko izvēlas paši.",
                origin=Origin.YOUTH,
                next_step="Pajautāt par projektoru",
                next_who="Keita",
                next_by=today + timedelta(days=2),
            ),
            40,
            Stage.TEAM,
            ("izvēlas filmas", "afišas"),
            (("Projektors piektdienās", "telpu koordinatore"),),
        ),
        _Idea(
            InitiativeDetails("Sarunu kafejnīca ukrainiski un latviski"), 6, Stage.TALK, ("ideja",)
        ),
        _Idea(
            InitiativeDetails("Skolēni māca senioriem telefonu", origin=Origin.SCHOOL),
            1,
            Stage.IDEA,
        ),
    )


_FACES = (5, 4, 5, 3, 4, 5, 2, 5)
_WORDS = (
    (OpinionKind.IDEA, "Gribētu zemāku soliņu pie dobēm.", "Soliņš ir kopš septembra beigām."),
    (OpinionKind.COMPLAINT, "Vakarā pie ieejas ir tumšs.", ""),
    (OpinionKind.THANKS, "Paldies par silto tēju!", ""),
)


def note_ideas(desk: Desk, people: list[SamplePerson]) -> None:
    """Ideas, their teams, and opinions of the last days."""
    today = wall_now(desk.clock).date()
    grown = [one for one in people if today.year - one.birth_year > 15]
    ids = [_grow(desk, idea, grown, today) for idea in _ideas(today)]
    _hear(desk, ids[0], today)


def _grow(desk: Desk, idea: _Idea, people: list[SamplePerson], today: date) -> UUID:
    initiative_id, first = new_id(), today - timedelta(days=idea.days_ago)
    desk.do(NoteIdea(initiative_id, new_id(), idea.details, first))
    for place, (before, stage) in enumerate(pairwise(WAY), 1):
        if WAY.index(stage) <= WAY.index(idea.stage):
            day = first + timedelta(days=place * idea.days_ago // 6)
            desk.do(ReachStage(initiative_id, new_id(), before, stage, day))
    start = idea.days_ago % 7
    for person, does in zip(people[start:], idea.team, strict=False):
        desk.do(JoinTeam(new_id(), initiative_id, person.id, does, volunteer=True))
    for what, waits_for in idea.asked:
        asked = new_id()
        desk.do(AskCentre(asked, initiative_id, what))
        desk.do(AnswerAsked(asked, Answer(), Answer(not waits_for, waits_for)))
    for place, words in enumerate(idea.notes):
        day = today - timedelta(days=7 * (place + 1))
        desk.do(AddNote(new_id(), initiative_id, words, day))
    return initiative_id


def _hear(desk: Desk, initiative_id: UUID, today: date) -> None:
    """Faces after the events of the last days, words at the desk, one of them answered."""
    days = desk.ask(Agenda(today - timedelta(days=7), 7))
    held = [row for day in days for row in day.rows if not row.cancelled]
    for place, face in enumerate(_FACES if held else ()):
        row = held[place % len(held)]
        details = OpinionDetails(OpinionKind.FACE, face, session_id=row.session_id)
        desk.do(NoteOpinion(unordered_id(), details, today - timedelta(days=place % 6)))
    for place, (kind, words, answer) in enumerate(_WORDS):
        opinion = unordered_id()
        about = initiative_id if kind is OpinionKind.IDEA else None
        details = OpinionDetails(kind, words=words, initiative_id=about)
        desk.do(NoteOpinion(opinion, details, today - timedelta(days=place + 1)))
        if answer:
            desk.do(AnswerOpinion(opinion, OurAnswer(), OurAnswer(answer, today)))
