"""What is said about a person, field by field: how it reads, and what stays of two who become one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from app.language import Message, say
from app.people.two_people import BothPeople, Side, suggested
from app.visitors.details import VisitorDetails
from app.visitors.merging import with_other_spellings
from ui.visitors.shown import language_words, masked_email, masked_phone

NOTHING = "—"


@dataclass(frozen=True)
class Line:
    """One choice: ``fields`` of the details that go together, and how they read."""

    name: Message
    fields: tuple[str, ...]
    text: Callable[[Side], str]
    masked: Callable[[str], str] | None = None


LINES = (
    Line(
        say("Name, surname"),
        ("given_name", "family_name"),
        lambda side: f"{side.details.given_name} {side.details.family_name}".strip(),
    ),
    Line(say("Year of birth"), ("birth_year",), lambda side: str(side.details.birth_year or "")),
    Line(say("Lives in"), ("town",), lambda side: side.details.town),
    Line(say("Phone"), ("phone",), lambda side: side.details.phone, masked_phone),
    Line(say("E-mail"), ("email",), lambda side: side.details.email, masked_email),
    Line(say("Language"), ("language",), lambda side: language_words(side.details.language)),
    Line(say("Organisation"), ("organisation_id",), lambda side: side.organisation),
    Line(say("Guardian"), ("guardian_id", "guardian_name"), lambda side: side.guardian),
)


def texts_of(line: Line, both: BothPeople) -> tuple[str, str]:
    """As they are shown; what is masked is shown whole where the masks would look the same."""
    older, newer = line.text(both.older), line.text(both.newer)
    if line.masked is not None:
        masks = [line.masked(text) if text else "" for text in (older, newer)]
        if older == newer or masks[0] != masks[1]:
            older, newer = masks
    return older or NOTHING, newer or NOTHING


def differs(line: Line, both: BothPeople) -> bool:
    return line.text(both.older) != line.text(both.newer)


def newer_is_better(line: Line, both: BothPeople) -> bool:
    """What is chosen beforehand."""
    better = suggested(both.older.details, both.newer.details)
    return any(better[name] for name in line.fields)


def wanted_details(both: BothPeople, newer_chosen: Mapping[Line, bool]) -> VisitorDetails:
    """What stays; roles are added up, and every name she had leads to her."""
    older, newer = both.older.details, both.newer.details
    taken = {
        name: getattr(newer, name)
        for line, from_newer in newer_chosen.items()
        if from_newer
        for name in line.fields
    }
    heard = older.heard_from or newer.heard_from
    wanted = replace(older, roles=older.roles | newer.roles, heard_from=heard, **taken)
    return with_other_spellings(wanted, (older, newer))
