"""The digits on a card: they come back as the number, and no slip of the hand is somebody else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.sheets.codes import read_sheet_digits, sheet_digits
from app.visitors.card_code import HIGHEST, NoCard, card_digits, number_of, read_card, readable

NUMBERS = st.integers(1, HIGHEST)


@given(NUMBERS)
def test_the_number_comes_back_from_digits_and_from_groups(number: int) -> None:
    digits = card_digits(number)
    assert len(digits) == 10
    assert read_card(digits) == number
    assert number_of(f" {readable(digits)} ") == number


@given(NUMBERS, st.integers(0, 9), st.integers(1, 9))
def test_every_wrong_digit_is_noticed(number: int, place: int, by: int) -> None:
    digits = card_digits(number)
    wrong = digits[:place] + str((int(digits[place]) + by) % 10) + digits[place + 1 :]
    assert isinstance(read_card(wrong), NoCard)
    assert number_of(wrong) is None


@given(NUMBERS, st.integers(0, 8))
def test_every_swap_of_neighbours_is_noticed(number: int, place: int) -> None:
    digits = card_digits(number)
    swapped = digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
    assert swapped == digits or isinstance(read_card(swapped), NoCard)


def test_nought_and_nine_swapped_which_luhn_would_not_see() -> None:
    assert read_card(card_digits(109)) == 109
    wrong = card_digits(109).replace("09", "90", 1)
    assert read_card(wrong) is NoCard.MISREAD


@pytest.mark.parametrize(
    "text",
    [
        "",
        "347",
        "Anna",
        "10000347",
        "29123456",
        "+371 29123456",
        "1 0000347 9",
        "１００００３４７９０",
        "1" * 40,
    ],
)
def test_what_is_not_ours(text: str) -> None:
    assert read_card(text) is NoCard.NOT_OURS
    assert number_of(text) is None


def test_a_sheet_is_no_card_and_a_card_no_sheet() -> None:
    assert read_card(sheet_digits("2026-0147", 1)) is NoCard.NOT_OURS
    assert read_sheet_digits(card_digits(347)) is None


@pytest.mark.parametrize("number", [0, -1, HIGHEST + 1])
def test_what_does_not_fit_on_a_card_is_a_mistake(number: int) -> None:
    with pytest.raises(ValueError, match="fits on a visitor card"):
        card_digits(number)
