"""Who may be in the list twice: found without comparing everybody with everybody."""

import pytest

from app.desk import Desk
from app.errors import ChangedElsewhere
from app.ids import new_id
from app.language import words
from app.people.likely_duplicates import LikelyDuplicates, LikelyPair, SayNotTheSame
from app.people.pairing import AT_ONCE, worth_comparing
from app.visitors.same_person import Facts
from tests.making.visitors import make_double, make_visitor


def likely(desk: Desk) -> tuple[LikelyPair, ...]:
    return desk.ask(LikelyDuplicates()).pairs


def test_the_likeliest_pair_first_with_its_reasons(desk: Desk) -> None:
    make_visitor(desk, "Jānis", "Ozols", birth_year=1960)
    make_visitor(desk, "Jānis", "Ozoliņš", birth_year=1992)
    make_visitor(desk, "Zane", "Liepa", birth_year=1990)
    make_visitor(desk, "Zane", "Leipa", birth_year=1990)
    anna = make_visitor(desk, "Anna", "Bērziņa", birth_year=1987, phone="29 111 222")
    other = make_double(desk, "Berzina", "Anna", birth_year=1987, phone="+371 29111222")
    first, second = likely(desk)
    assert (first.older.id, first.newer.id, first.certain) == (anna, other, True)
    assert [words(reason) for reason in first.reasons] == [
        "the same names, swapped",
        "the same year of birth",
        "the same telephone",
    ]
    assert words(second.reasons[0]) == "a typing error apart"
    assert not second.certain


def test_only_so_many_are_shown_and_all_are_counted(desk: Desk) -> None:
    for _ in range(3):
        make_double(desk, "Anna", "Bērziņa", birth_year=1987)
    found = desk.ask(LikelyDuplicates(limit=2))
    assert (len(found.pairs), found.count) == (2, 3)


def test_two_who_are_two_are_not_shown_again(desk: Desk) -> None:
    one, other = make_visitor(desk), make_visitor(desk)
    assert len(likely(desk)) == 1
    desk.do(SayNotTheSame(new_id(), (other, one)))
    assert likely(desk) == ()
    with pytest.raises(ChangedElsewhere, match="already said"):
        desk.do(SayNotTheSame(new_id(), (one, other)))
    desk.undo()
    assert len(likely(desk)) == 1


def person(given: str, family: str, year: int | None = 1987, phone: str = "") -> Facts:
    return Facts(given, family, "", year, phone)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("Anna", "Bērziņa"), person("ANNA", "Berzina", None)),
        (person("Anna", "Bērziņa"), person("Bērziņa", "Anna")),
        (person("Юлія", "Шевченко"), person("Julija", "Ševčenko")),
        (person("Anna", "Bērziņa"), person("Anna", "Bērzniņa")),
        (person("Anna", "Bērziņa"), person("Amna", "Bērziņa", None)),
        (person("Anna", "Bērziņa", 1987), person("Anna", "Bērziņa", 1978)),
        (person("Anna", "Bērziņa-Kalniņa"), person("Anna", "Kalniņa")),
        (person("Anna", ""), person("Anna", "Bērziņa")),
        (person("Anna", "Liepa", None, "29111222"), person("A.", "Ozola", 1950, "371 29111222")),
    ],
    ids=[
        "folded",
        "swapped",
        "another script",
        "a slip in the family name",
        "a slip in the given name",
        "a slip in the year",
        "one of two family names",
        "one name only",
        "the same telephone",
    ],
)
def test_worth_comparing(one: Facts, other: Facts) -> None:
    crowd = [person("Ilze", "Krūmiņa"), one, person("Pēteris", "Zariņš"), other]
    assert worth_comparing(crowd) == {(1, 3)}


def test_namesakes_of_other_years_are_not() -> None:
    assert (
        worth_comparing([person("Jānis", "Ozols", 1960), person("Jānis", "Ozols", 1992)]) == set()
    )


def test_a_telephone_of_a_whole_school_does_not_make_everybody_meet_everybody() -> None:
    school = [person(f"Bērns{n}", f"Klase{n}", phone="65322222") for n in range(AT_ONCE * 4)]
    assert len(worth_comparing(school)) < len(school) * AT_ONCE
