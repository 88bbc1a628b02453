"""What is said about a visitor or an organisation in its form: plain values, checked at the door."""

from dataclasses import dataclass, replace
from uuid import UUID

from app.errors import Refused
from app.language import say
from app.text import LONGEST, clean
from app.visitors.model import HeardFrom, OrganisationKind, VisitorRole

OLDEST = 1900


@dataclass(frozen=True)
class VisitorDetails:
    """Everything a person may say about herself; one name is enough."""

    given_name: str
    family_name: str = ""
    other_names: str = ""
    birth_year: int | None = None
    town: str = ""
    phone: str = ""
    email: str = ""
    language: str = ""
    roles: frozenset[VisitorRole] = frozenset()
    organisation_id: UUID | None = None
    guardian_id: UUID | None = None
    guardian_name: str = ""
    heard_from: HeardFrom | None = None

    def checked(self, *, unnamed: bool = False) -> "VisitorDetails":
        """The same, cleaned. Raises Refused when a text is too long, or there is no name.

        ``unnamed``: she gives none, and that was said, not forgotten.
        """
        made = replace(
            self,
            given_name=line(self.given_name),
            family_name=line(self.family_name),
            other_names=line(self.other_names),
            town=line(self.town),
            phone=line(self.phone),
            email=line(self.email),
            language=line(self.language),
            guardian_name="" if self.guardian_id else line(self.guardian_name),
        )
        if not (made.given_name or made.family_name or unnamed):
            raise Refused(say("Write at least one name."))
        if made.birth_year is not None and not OLDEST <= made.birth_year <= 2200:
            raise Refused(say("Write the year of birth with four digits, or leave it empty."))
        return made


@dataclass(frozen=True)
class OrganisationDetails:
    """Who books and who sends people."""

    name: str
    kind: OrganisationKind = OrganisationKind.OTHER
    contact: str = ""
    phone: str = ""
    email: str = ""

    def checked(self) -> "OrganisationDetails":
        """The same, cleaned. Raises Refused without a name."""
        made = replace(
            self,
            name=line(self.name),
            contact=line(self.contact),
            phone=line(self.phone),
            email=line(self.email),
        )
        if not made.name:
            raise Refused(say("Write the name of the organisation."))
        return made


def line(text: str) -> str:
    """One clean line; longer than 200 letters is refused, never cut unseen."""
    cleaned = clean(text)
    if len(cleaned) > LONGEST:
        raise Refused(say("The text is too long. Write at most {most} letters.", most=LONGEST))
    return cleaned
