import pytest

from app.sheets.codes import check_digit, read_sheet_digits, sheet_digits, spaced


def test_the_digits_come_back_as_number_and_page():
    assert sheet_digits("2026-0147", 3) == "920260147037"
    assert read_sheet_digits("920260147037") == ("2026-0147", 3)
    assert read_sheet_digits(spaced("920260147037")) == ("2026-0147", 3)


def test_from_page_100_on_the_page_has_three_digits():
    digits = sheet_digits("2026-0147", 556)
    assert len(digits) == 13
    assert read_sheet_digits(spaced(digits)) == ("2026-0147", 556)


def test_the_check_digit_of_the_standard():
    assert check_digit("7992739871") == "3"


@pytest.mark.parametrize("place", range(12))
def test_one_wrong_digit_is_noticed(place):
    digits = sheet_digits("2026-0147", 1)
    wrong = digits[:place] + str((int(digits[place]) + 1) % 10) + digits[place + 1 :]
    assert read_sheet_digits(wrong) is None


@pytest.mark.parametrize(
    "scanned", ["", "1004123", "92026014701", "9202601470133", "９２０２６０１４７０３７"]
)
def test_other_codes_are_no_sheets(scanned):
    assert read_sheet_digits(scanned) is None


@pytest.mark.parametrize(("number", "page"), [("147", 1), ("2026-147", 1), ("2026-0147", 1000)])
def test_what_cannot_be_coded_is_a_mistake(number, page):
    with pytest.raises(ValueError, match="number of a sheet"):
        sheet_digits(number, page)
