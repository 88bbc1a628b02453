"""What is said about the centre and its people in a form: plain values, checked at the door."""

from dataclasses import dataclass, field, replace
from datetime import time

from app.errors import Refused
from app.language import say
from app.permission import Role
from app.text import LONGEST, clean, clean_lines

LONGEST_RULES = 6000
LARGEST_LOGO = 512 * 1024
PNG = b"\x89PNG"
Hours = tuple[time, time] | None
"""Opens and closes; None on a closed day."""
USUAL_WEEK: tuple[Hours, ...] = (
    *([(time(9), time(20))] * 5),
    (time(10), time(16)),
    None,
)


@dataclass(frozen=True)
class CentreDetails:
    """The centre as its first page asks for it."""

    name: str
    short_name: str = ""
    municipality: str = ""
    address: str = ""
    name_in_english: str = ""
    name_in_ukrainian: str = ""
    language: str = "lv"
    logo: bytes | None = None
    phone: str = ""
    email: str = ""
    booking_phone: str = ""
    booking_email: str = ""
    house_rules: str = ""
    house_rules_in_english: str = ""
    house_rules_in_ukrainian: str = ""
    funder_logo: bytes | None = None

    def checked(self) -> "CentreDetails":
        """The same, cleaned. Raises Refused without a name or with a logo that is no PNG."""
        name = one_line(self.name)
        if not name:
            raise Refused(say("Write the name of the centre."))
        for logo in filter(None, (self.logo, self.funder_logo)):
            if len(logo) > LARGEST_LOGO or not logo.startswith(PNG):
                raise Refused(say("The logo must be a PNG picture of at most 512 KiB."))
        return replace(
            self,
            name=name,
            short_name=one_line(self.short_name) or name,
            municipality=one_line(self.municipality),
            address=one_line(self.address),
            name_in_english=one_line(self.name_in_english),
            name_in_ukrainian=one_line(self.name_in_ukrainian),
            logo=self.logo or None,
            funder_logo=self.funder_logo or None,
            phone=one_line(self.phone),
            email=one_line(self.email),
            booking_phone=one_line(self.booking_phone),
            booking_email=one_line(self.booking_email),
            house_rules=_rules(self.house_rules),
            house_rules_in_english=_rules(self.house_rules_in_english),
            house_rules_in_ukrainian=_rules(self.house_rules_in_ukrainian),
        )


@dataclass(frozen=True)
class StaffDetails:
    """Somebody who works at the desk."""

    given_name: str
    family_name: str
    user_name: str
    roles: frozenset[Role] = frozenset({Role.FRONT_DESK})
    language: str = "lv"

    def checked(self) -> "StaffDetails":
        """The same, cleaned. Raises Refused without a name, a user name or a role."""
        made = replace(
            self,
            given_name=one_line(self.given_name),
            family_name=one_line(self.family_name),
            user_name=one_line(self.user_name).casefold(),
        )
        if not made.given_name:
            raise Refused(say("Write the name of the person."))
        if not made.user_name or " " in made.user_name:
            raise Refused(say("Write a user name without blanks."))
        if not made.roles:
            raise Refused(say("Choose at least one role."))
        return made


@dataclass(frozen=True)
class FirstStart:
    """Everything the first page asks for. ``rooms`` are names and seats."""

    centre: CentreDetails
    person: StaffDetails
    password: str = field(repr=False)
    week: tuple[Hours, ...] = USUAL_WEEK
    rooms: tuple[tuple[str, int], ...] = ()


def one_line(text: str) -> str:
    cleaned = clean(text)
    if len(cleaned) > LONGEST:
        raise Refused(say("The text is too long. Write at most {most} letters.", most=LONGEST))
    return cleaned


def _rules(text: str) -> str:
    cleaned = clean_lines(text)
    if len(cleaned) > LONGEST_RULES:
        raise Refused(
            say("The house rules are too long. Write at most {most} letters.", most=LONGEST_RULES)
        )
    return cleaned
