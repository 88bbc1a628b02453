import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.likeness import likely, one_error
from app.phones import phone_number
from app.text import (
    clean,
    clean_lines,
    digits,
    fold,
    keys,
    last_four,
    matches,
    name_keys,
    name_tokens,
    typed_keys,
)

FOUND = """
Шевченко: шевченко sevcenko shevchenko ševčenko Sevcen shev ševč
Ševčenko: sevcenko shevchenko шевченко
Shevchenko: sevcenko ševčenko шевченко
Юлія: юлія julija yuliia julia jūlija yulia
Jūlija: юлія julija yuliia julia
Liepiņa: liepina лиепиня liepiņa лієпіня
Bērziņš: berzins берзиньш
Ķēniņš: kenins кениньш
Šņepste: snepste shnepste шнепсте
Žukovska: zukovska zhukovska жуковска
Čakšs: caks chaksh чакш
Ģēģere: gegere гегере
Щербак: scerbak shcherbak ščerbak щербак
Ščerbaka: scerbaka shcherbaka щербака
Їжакевич: yizhakevych jizakevic їжак
Євген: yevhen jevhen jevgen євген
Євгенія: yevheniia jevgenija
Григорій: hryhorii grigorij hrihor
Григорий: grigorij grigoriy grigori
Евгений: evgeniy jevgenij evgenij
Згурський: zghurskyi zgurskij
Мар’яна: marjana mariana maryana мар'яна марʼяна мар`яна
Об'єднана: objednana obiednana об’єднана
Дроб’язко: drobjazko drobiazko
Ґереґа: gerega ґереґа
Любов: lubov liubov ļubov
Яків: yakiv jakiv
Зиновій: zynovii zinovij
Харченко: kharchenko harcenko
Harčenko: harcenko kharchenko харченко
Цой: tsoi coj coi
Михайло: mykhailo mihailo mihajlo
Хмельницький: khmelnytskyi hmelnickij
Алексей: aleksej aleksey
Müller: muller müller
Łukasz: lukasz
O’Neill: oneill o'neill
Anna: ana anna анна
"""
PAIRS = [
    (name.strip(), typed)
    for name, spellings in (line.split(":", 1) for line in FOUND.strip().splitlines())
    for typed in spellings.split()
]


@pytest.mark.parametrize(("name", "typed"), PAIRS)
def test_a_name_is_found_however_it_is_spelt(name: str, typed: str) -> None:
    assert matches(typed_keys(typed), name_keys(name))


def test_the_table_of_spellings_is_long_enough_to_mean_something() -> None:
    assert len(PAIRS) >= 60


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Шевченко", "ševeļs"),
        ("Liepiņa", "lielmane"),
        ("Anna Bērziņa", "anna kalniņa"),
        ("Kalniņa", "alniņa"),
        ("Юлія", "ulja"),
    ],
)
def test_another_name_is_not_found(name: str, typed: str) -> None:
    assert not matches(typed_keys(typed), name_keys(name))


def test_every_typed_word_must_be_found_in_any_order() -> None:
    stored = name_keys("Anna Marija", "Liepiņa-Ozola")
    assert matches(typed_keys("ozol ann"), stored)
    assert matches(typed_keys("Liepina-Ozola, Anna"), stored)
    assert not matches(typed_keys("ozol jan"), stored)


def test_nothing_typed_finds_everybody() -> None:
    assert matches(typed_keys("  - "), name_keys("Anna"))


@given(st.text(max_size=40))
def test_any_text_folds_to_a_few_plain_keys(text: str) -> None:
    for token in name_tokens(text):
        found = keys(token)
        assert len(found) <= 8
        assert all(key.isalnum() and key.isascii() and key == key.lower() for key in found)
    fold(text)
    clean(text)


@given(st.text(alphabet="аеиіїєюягґжшщцхнльйšžčļņaeiouyjhktsnrl", min_size=1, max_size=12))
def test_a_whole_name_finds_itself(name: str) -> None:
    assert matches(typed_keys(name), name_keys(name))


def test_one_plain_spelling_for_comparing() -> None:
    assert fold("Ščerbaka-Ģēģere, Анна") == "scerbaka gegere anna"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Anna \t  Liepiņa\n", "Anna Liepiņa"),
        ("An\x00na", "Anna"),
        ("\u202egnisrever\u202c", "gnisrever"),
        ("A\u200bnna\ufeff", "Anna"),
        ("Be\u0304rzin\u0327a", "Bērziņa"),
        ("Anna\u00a0Liepa", "Anna Liepa"),
        ("\ud800Anna", "Anna"),
        ("Мар’яна", "Мар’яна"),
    ],
)
def test_text_is_cleaned_at_the_door(typed: str, kept: str) -> None:
    assert clean(typed) == kept


def test_a_note_keeps_its_lines() -> None:
    assert clean_lines("\n one \r\n\n two\x00 \n") == "one\n\ntwo"


def test_digits_and_the_end_of_a_telephone() -> None:
    assert digits("+371 29-337 510") == "37129337510"
    assert digits("٢٩") == "29"
    assert last_four("+371 29337510") == "7510"
    assert last_four("12") == ""


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("29 337 510", "+37129337510"),
        ("37129337510", "+37129337510"),
        ("+371 29337510", "+37129337510"),
        ("00371 29337510", "+37129337510"),
        ("8 29 123 456", "+37129123456"),
        ("(371) 653-12345", "+37165312345"),
        ("+380 50 123 44 71", "+380501234471"),
        ("050 123 44 71", "+380501234471"),
        ("380501234471", "+380501234471"),
        ("+37126000001 (mamma)", None),
        ("+371 1234567", None),
        ("12345", None),
        ("3.71293E+10", None),
        ("nav", None),
        ("", None),
    ],
)
def test_telephones_become_one_plain_spelling(written: str, number: str | None) -> None:
    assert phone_number(written) == number


@pytest.mark.parametrize(
    ("a", "b"),
    [("liepina", "leipina"), ("liepina", "liepna"), ("anna", "anna"), ("ozols", "ozola")],
)
def test_one_slip_is_forgiven(a: str, b: str) -> None:
    assert one_error(a, b)


def test_two_slips_are_another_name() -> None:
    assert not one_error("liepina", "leipna")


def test_what_was_probably_meant_nearest_first() -> None:
    known = ["sevcenko", "sevcuka", "liepina", "liepins", "ana", "janis"]
    assert likely("sevcneko", known) == ["sevcenko"]
    assert likely("liepin", known)[:2] == ["liepina", "liepins"]
    assert likely("jan", known) == []
