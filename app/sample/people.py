"""The people of the sample centre: 300 visitors of every band and group, and 40 organisations."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from uuid import UUID

from app.desk import Desk
from app.ids import new_id
from app.sample import names
from app.visitors.details import OrganisationDetails, VisitorDetails
from app.visitors.model import Group, How, OrganisationKind, VisitorRole
from app.visitors.organisations import AddOrganisation
from app.visitors.register import GroupsTold, RegisterVisitor

VISITORS = 300
UKRAINIANS = 54
ONE_YEAR = timedelta(days=365)


@dataclass(frozen=True)
class SamplePerson:
    """Somebody of the sample, as the later steps need to know her."""

    id: UUID
    birth_year: int
    ukrainian: bool


def add_organisations(desk: Desk) -> dict[str, UUID]:
    """Ids by name."""
    ids = {}
    for name, kind in names.ORGANISATIONS:
        ids[name] = new_id()
        contact = names.CONTACTS.get(name, ("", "", ""))
        desk.do(AddOrganisation(ids[name], OrganisationDetails(name, kind, *contact)))
    return ids


def add_visitors(
    desk: Desk, organisations: dict[str, UUID], chance: Random, today: date
) -> list[SamplePerson]:
    """Adults first, so that children find a guardian among them."""
    people: list[SamplePerson] = []
    for number in range(VISITORS):
        ukrainian = number % (VISITORS // UKRAINIANS) == 2
        person = _Invented(chance, today, child=number >= VISITORS * 3 // 4, ukrainian=ukrainian)
        details = person.details(organisations, people)
        visitor_id = new_id()
        told = _told(person, chance, today)
        desk.do(
            RegisterVisitor(
                visitor_id, details, desk.clock.now(), None, told, notice_explained=True
            )
        )
        people.append(SamplePerson(visitor_id, person.birth_year, ukrainian))
    return people


class _Invented:
    """One invented person; every choice comes from ``chance``, so that each run makes the same."""

    def __init__(self, chance: Random, today: date, *, child: bool, ukrainian: bool) -> None:
        self._chance, self.ukrainian, self.child = chance, ukrainian, child
        self.woman = chance.random() < 0.62
        youngest, oldest = (3, 17) if child else (18, 86)
        self.birth_year = today.year - chance.randint(youngest, oldest)
        self.age = today.year - self.birth_year
        towns = [town for town, weight in names.TOWNS for _ in range(weight)]
        self.town = chance.choice(towns)

    def details(self, organisations: dict[str, UUID], people: list[SamplePerson]) -> VisitorDetails:
        given, family, other = self._ukrainian() if self.ukrainian else self._latvian()
        chance = self._chance
        phone = f"+371 2{chance.randint(0, 9_999_999):07}" if chance.random() < 0.55 else ""
        adults = [
            p
            for p in people
            if p.birth_year < self.birth_year - 19 and p.ukrainian == self.ukrainian
        ]
        guardian = chance.choice(adults).id if self.child and self.age < 16 and adults else None
        return VisitorDetails(
            given_name=given,
            family_name=family,
            other_names=other,
            birth_year=self.birth_year,
            town=self.town,
            phone="" if self.child else phone,
            language="uk" if self.ukrainian else "lv",
            roles=frozenset({self._role()}),
            organisation_id=organisations.get(self._organisation()),
            guardian_id=guardian,
        )

    def _latvian(self) -> tuple[str, str, str]:
        man, woman = self._chance.choice(names.LATVIAN_FAMILIES).split("/")
        given = self._chance.choice(names.LATVIAN_WOMEN if self.woman else names.LATVIAN_MEN)
        return given, woman if self.woman else man, ""

    def _ukrainian(self) -> tuple[str, str, str]:
        """Latin as in the passport, the name in its own script beside it, or the other way round."""
        given = self._chance.choice(names.UKRAINIAN_WOMEN if self.woman else names.UKRAINIAN_MEN)
        family = self._chance.choice(names.UKRAINIAN_FAMILIES)
        passport = names.PASSPORT[given], names.PASSPORT[family]
        if self._chance.random() < 0.7:
            return (*passport, f"{given} {family}")
        return given, family, " ".join(passport)

    def _role(self) -> VisitorRole:
        if self.child:
            return VisitorRole.CHILD if self.age < 13 else VisitorRole.PARTICIPANT
        roles = (VisitorRole.PARTICIPANT,) * 5 + (
            VisitorRole.PARENT,
            VisitorRole.PARENT,
            VisitorRole.TEACHER,
            VisitorRole.ACTIVIST,
            VisitorRole.VOLUNTEER,
        )
        return self._chance.choice(roles)

    def _organisation(self) -> str:
        if self._chance.random() < 0.55:
            return ""
        if self.ukrainian and self._chance.random() < 0.5:
            return "Biedrība «Preiļi UA»"
        if self.age >= 65:
            return "Pensionāru biedrība"
        wanted = OrganisationKind.SCHOOL if self.child else None
        fitting = [name for name, kind in names.ORGANISATIONS if wanted in (None, kind)]
        return self._chance.choice(fitting)


def _told(person: _Invented, chance: Random, today: date) -> GroupsTold | None:
    groups = set()
    if person.ukrainian and chance.random() < 0.8:
        groups.add(Group.UKRAINE)
    if chance.random() < 0.09:
        groups.add(Group.DISABILITY)
    if not person.child and chance.random() < 0.06:
        groups.add(Group.SPECIAL_NEEDS_FAMILY)
    if not groups:
        return None
    until = today + timedelta(days=chance.randint(20, 360))
    return GroupsTold(frozenset(groups), new_id(), How.SPOKEN, until)
