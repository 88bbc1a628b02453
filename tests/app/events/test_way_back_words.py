"""What is typed into the field of the way back."""

from datetime import date

import pytest

from app.events.way_back_words import Code, Entry, Name, OnPaper, Rows, read_entry, which_sheet

TODAY = date(2026, 10, 15)


@pytest.mark.parametrize(
    ("typed", "entry"),
    [
        ("7", Rows((7,))),
        (" 7 ", Rows((7,))),
        ("-7", Rows((7,), take_off=True)),
        ("−7", Rows((7,), take_off=True)),
        ("3-6", Rows((3, 4, 5, 6))),
        ("3 – 6", Rows((3, 4, 5, 6))),
        ("6-3", Rows((3, 4, 5, 6))),
        ("-3-6", Rows((3, 4, 5, 6), take_off=True)),
        ("7 8, 12", Rows((7, 8, 12))),
        ("8N", Rows((8,), photo=False)),
        ("8 н", Rows((8,), photo=False)),
        ("1-3 j", Rows((1, 2, 3), photo=True)),
        ("8+", Rows((8,), photo=True)),
        ("=15", OnPaper(15)),
        ("Anna Leidums", Name("Anna Leidums")),
        ("9 2026 0147 02 9", Code("2026-0147", 2)),
        ("", None),
        ("8т", None),  # the key N of a Ukrainian keyboard: not understood rather than a yes
        ("=", None),
        ("7-", None),
        ("٣", None),
    ],
)
def test_one_field_takes_them_all(typed: str, entry: Entry | None) -> None:
    assert read_entry(typed) == entry


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("147", "2026-0147"),
        ("2025-147", "2025-0147"),
        ("2025 0147", "2025-0147"),
        ("920260147029", "2026-0147"),
        ("920260147020", None),  # one digit misread
        ("Keramika", None),
        ("", None),
    ],
)
def test_a_sheet_is_found_by_its_digits_or_its_number(typed: str, number: str | None) -> None:
    found = which_sheet(typed, TODAY)
    assert (found.number if found else None) == number
