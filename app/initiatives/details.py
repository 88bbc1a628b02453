"""What is said about an initiative in its form: plain values, checked at the door."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from app.errors import Refused
from app.initiatives.model import Initiative, Origin
from app.language import say
from app.text import LONGEST, clean, clean_lines

LONGEST_NOTE = 5_000
MOST_REACHED = 100_000


@dataclass(frozen=True)
class InitiativeDetails:
    """One line is enough; everything else may come later."""

    title: str
    words: str = ""
    origin: Origin = Origin.RESIDENT
    proposer_id: UUID | None = None
    organisation_id: UUID | None = None
    next_step: str = ""
    next_who: str = ""
    next_by: date | None = None
    funder: str = ""
    project_number: str = ""
    result: str = ""
    reached: int | None = None

    def checked(self) -> "InitiativeDetails":
        """The same, cleaned. Raises Refused when something cannot be kept."""
        title = one_line(self.title)
        if not title:
            raise Refused(say("Write the idea in a few words."))
        if self.reached is not None and not 0 <= self.reached <= MOST_REACHED:
            raise Refused(say("Write how many people it reached as a number."))
        return replace(
            self,
            title=title,
            words=long_text(self.words),
            next_step=one_line(self.next_step),
            next_who=one_line(self.next_who),
            funder=one_line(self.funder),
            project_number=one_line(self.project_number),
            result=long_text(self.result),
        )


def details_of(found: Initiative) -> InitiativeDetails:
    """What the form of ``found`` shows."""
    return InitiativeDetails(
        **{name: getattr(found, name) for name in InitiativeDetails.__dataclass_fields__}
    )


def write(found: Initiative, details: InitiativeDetails) -> None:
    for name in InitiativeDetails.__dataclass_fields__:
        setattr(found, name, getattr(details, name))


def one_line(text: str) -> str:
    """Raises Refused when it is longer than a line may be."""
    cleaned = clean(text)
    if len(cleaned) > LONGEST:
        raise Refused(say("This text is too long: at most {n} letters.", n=LONGEST))
    return cleaned


def long_text(text: str) -> str:
    cleaned = clean_lines(text)
    if len(cleaned) > LONGEST_NOTE:
        raise Refused(say("This text is too long: at most {n} letters.", n=LONGEST_NOTE))
    return cleaned
