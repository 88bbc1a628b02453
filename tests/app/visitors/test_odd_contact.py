"""What looks like a slip in a telephone number or an address, and what does not."""

import pytest

from app.language import words
from app.visitors.odd_contact import odd_email, odd_phone


@pytest.mark.parametrize(
    "text",
    ["", "  ", "29 337 510", "+371 29337510", "65300000", "+380 67 123 45 67", "0671234567"],
)
def test_nothing_is_said_of_a_number_that_looks_right(text: str) -> None:
    assert odd_phone(text) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2933751", "short"),
        ("293375101", "Is the number right"),
        ("310515-12345", "personal code"),
        ("31051512345", "personal code"),
        ("321234-12345", "personal code"),
        ("anna@piemers.lv", "looks like an e-mail"),
        ("29337510 Anna", "no letters"),
    ],
)
def test_a_number_that_may_be_wrong(text: str, said: str) -> None:
    odd = odd_phone(text)
    assert odd is not None
    assert said in words(odd)


@pytest.mark.parametrize(
    "text", ["", " anna@piemers.lv ", "a.b-c+d@skola.preili.lv", "юлія@приклад.укр"]
)
def test_nothing_is_said_of_an_address_that_looks_right(text: str) -> None:
    assert odd_email(text) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("anna.piemers.lv", "has an @"),
        ("anna@piemers", "ends like"),
        ("anna @piemers.lv", "no blanks"),
        ("anna@piemers..lv", "ends like"),
        ("29337510", "telephone number"),
        ("310515-12345", "personal code"),
    ],
)
def test_an_address_that_may_be_wrong(text: str, said: str) -> None:
    odd = odd_email(text)
    assert odd is not None
    assert said in words(odd)
