"""How a visitor is put into words on screen: lists, omni box, privacy mode."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from app.language import Message, clock_time, day_month, say, tr
from app.visitors.model import Band, OrganisationKind, VisitorRole
from app.visitors.rows import VisitorRow
from ui.kit.lists import RowLook

ROLES: dict[VisitorRole, Message] = {
    VisitorRole.PARTICIPANT: say("Participant"),
    VisitorRole.TEACHER: say("Teacher"),
    VisitorRole.PARENT: say("Parent"),
    VisitorRole.CHILD: say("Child"),
    VisitorRole.ACTIVIST: say("Activist"),
    VisitorRole.VOLUNTEER: say("Volunteer"),
    VisitorRole.SPECIALIST: say("Specialist"),
}
KINDS: dict[OrganisationKind, Message] = {
    OrganisationKind.SCHOOL: say("School"),
    OrganisationKind.NGO: say("Association (NGO)"),
    OrganisationKind.RESIDENTS: say("Active residents"),
    OrganisationKind.MUNICIPALITY: say("Municipality"),
    OrganisationKind.MEDIA: say("Media"),
    OrganisationKind.COMPANY: say("Company"),
    OrganisationKind.OTHER: say("Other"),
}
BANDS: tuple[tuple[Band, Message], ...] = (
    (Band.CHILD, say("Child")),
    (Band.YOUTH, say("Young person")),
    (Band.ADULT, say("Adult")),
    (Band.SENIOR, say("Senior")),
)
AGE_BANDS = ((12, "0–12"), (17, "13–17"), (29, "18–29"), (54, "30–54"), (64, "55–64"))
"""Upper ends (cuts at 18, 30, 55); older is 65+."""
LANGUAGES = ("lv", "uk", "ru", "en", "lg")


def age_band(age: int) -> str:
    return next((words for end, words in AGE_BANDS if age <= end), "65+")


def language_words(code: str) -> str:
    names = {
        "lv": tr("Latvian"),
        "uk": tr("Ukrainian"),
        "ru": tr("Russian"),
        "en": tr("English"),
        "lg": tr("Latgalian"),
    }
    return names.get(code, code)


def second_line(row: VisitorRow) -> str:
    """Year and place; the other script stands before them."""
    year = str(row.birth_year) if row.birth_year else ""
    return " · ".join(filter(None, (row.other_names, year, row.town)))


def row_look(
    row: VisitorRow, today: date, flagged: Collection[UUID] = (), *, private: bool = False
) -> RowLook:
    if private:
        return _private_look(row, today)
    return RowLook(
        title=row.list_name,
        second=second_line(row),
        disc=row.initials,
        chip=_here(row),
        right=_last_came(row, today),
        flag=row.id in flagged,
        matched=row.matched,
        spoken=spoken(row, flagged),
    )


def _private_look(row: VisitorRow, today: date) -> RowLook:
    """Initials and the visitor's number: enough for the desk, nothing for the queue."""
    title = with_stops(row.initials)
    number = number_words(row)
    return RowLook(
        title=title,
        second=number,
        disc=row.initials,
        chip=_here(row),
        right=_last_came(row, today),
        spoken=f"{title}, {number}",
    )


def with_stops(initials: str) -> str:
    """``AB`` as ``A. B.``; a sign that stands for no name stays as it is."""
    return " ".join(f"{sign}." if sign.isalpha() else sign for sign in initials)


def private_name(list_name: str) -> str:
    """Initials; the number of who gave no name tells nobody anything."""
    if any(sign.isdecimal() for sign in list_name):
        return list_name
    return with_stops("".join(part[:1] for part in list_name.split()))


def number_words(row: VisitorRow) -> str:
    return tr("No. {number}", number=f"{row.number:05}")


def spoken(row: VisitorRow, flagged: Collection[UUID] = ()) -> str:
    """The whole sentence for a screen reader."""
    parts = [row.list_name]
    if row.birth_year:
        parts.append(tr("born in {year}", year=row.birth_year))
    if row.town:
        parts.append(row.town)
    if row.since:
        parts.append(tr("in the centre since {at}", at=clock_time(row.since)))
    if row.id in flagged:
        parts.append(tr("something is to be prepared"))
    return ", ".join(parts)


def _here(row: VisitorRow) -> tuple[str, str, str] | None:
    return (clock_time(row.since), "ok", "check") if row.since else None


def _last_came(row: VisitorRow, today: date) -> str:
    day = row.last
    if row.since or day is None:
        return ""
    return day_month(day) if (today - day).days < 300 else str(day.year)


def masked_phone(phone: str) -> str:
    """``+371 2X XXX 118``: enough to recognise, not to copy from behind the counter."""
    number = [n for n, letter in enumerate(phone) if letter.isdigit()]
    hidden = set(number[len(number) - 7 : len(number) - 3] if len(number) >= 8 else number[1:-2])
    return "".join("X" if n in hidden else letter for n, letter in enumerate(phone))


def masked_email(email: str) -> str:
    name, at, place = email.partition("@")
    return f"{name[:2]}•••••{at}{place}" if at else email[:2] + "•••••"
