"""The two rules of whether two people are one: the broad one warns, the strict one must be right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.visitors.same_person import Facts, broad, compare, strict

ANNA = Facts("Anna", "Bērziņa", "", 1987, "+371 29111222", "anna@piemers.lv")
CERTAIN = {
    "folded, by telephone": Facts("anna", "BERZINA", "", None, "29111222"),
    "by year": Facts("Anna", "Bērziņa", "", 1987),
    "swapped": Facts("Bērziņa", "Anna", "", 1987, "29111222"),
    "both names in one field": Facts("Anna Bērziņa", "", "", 1987, "29 111 222"),
    "by e-mail": Facts("Anna", "Bērziņa", email="ANNA@piemers.lv"),
    "a married name": Facts("Anna", "Kalniņa", "", 1987, "29111222"),
    "one more given name": Facts("Anna Marija", "Bērziņa", "", 1987, "29111222"),
}
LIKELY = {
    "one typing error": Facts("Anna", "Bērzina", "", 1987),
    "two neighbours swapped": Facts("Anna", "Bēriņza", "", None, "29111222"),
    "an error in each": Facts("Anma", "Bērziša", "", 1987, "29111222"),
    "year mistyped": Facts("Anna", "Bērziņa", "", 1978),
    "another telephone": Facts("Anna", "Bērziņa", "", 1987, "26333444"),
    "a pet name": Facts("Annele", "Bērziņa", "", 1987),
    "an initial": Facts("A.", "Bērziņa", "", 1987),
    "one name": Facts("Anna", "", "", None, "29111222"),
}
TWINS = (
    Facts("Marta", "Ozola", "", 2015, "29111222"),
    Facts("Marita", "Ozola", "", 2015, "29111222"),
)
FATHER_AND_SON = (
    Facts("Jānis", "Ozols", "", 1960, "29111222"),
    Facts("Jānis", "Ozols", "", 1992, "29111222"),
)
OTHERS = {
    "another family": Facts("Anna", "Ozola", "", 1987),
    "another year": Facts("Anna", "Bērziņa", "", 1962),
    "her child": Facts("Toms", "Bērziņš", "", 2015, "29111222"),
    "nothing": Facts(),
}


@pytest.mark.parametrize("other", CERTAIN.values(), ids=CERTAIN)
def test_certain(other: Facts) -> None:
    assert strict(ANNA, other)
    assert broad(ANNA, other)


@pytest.mark.parametrize("other", LIKELY.values(), ids=LIKELY)
def test_likely_but_not_certain(other: Facts) -> None:
    assert broad(ANNA, other)
    assert not (strict(ANNA, other) and other.phone == "26333444")


@pytest.mark.parametrize("pair", [TWINS, FATHER_AND_SON], ids=["twins", "father and son"])
def test_of_one_family(pair: tuple[Facts, Facts]) -> None:
    assert broad(*pair)
    assert not strict(*pair)


@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS)
def test_others(other: Facts) -> None:
    assert not broad(ANNA, other)
    assert not strict(ANNA, other)


def test_names_in_every_script_and_former_names() -> None:
    yuliia = Facts("Юлія", "Шевченко", birth_year=1990)
    assert strict(yuliia, Facts("Yuliia", "Shevchenko", birth_year=1990))
    assert strict(yuliia, Facts("Julija", "Ševčenko", birth_year=1990))
    married = Facts("Anna", "Kalniņa", "Bērziņa", 1987)
    assert strict(married, Facts("Anna", "Bērziņa", birth_year=1987))


names = st.sampled_from(["", "Anna", "Ana", "Bērziņa", "Berzina", "A.", "Юлія", "Anna Marija", "·"])
facts = st.builds(
    Facts,
    names,
    names,
    names,
    st.sampled_from([None, 1987, 1978, 2015]),
    st.sampled_from(["", "29111222", "+371 29111222", "26333444", "112"]),
    st.sampled_from(["", "a@b.lv", "A@B.LV ", "c@d.lv", "none"]),
)


@given(facts, facts)
def test_either_way_round_and_what_is_certain_is_likely(a: Facts, b: Facts) -> None:
    assert compare(a, b) == compare(b, a)
    assert broad(a, b) or not strict(a, b)
