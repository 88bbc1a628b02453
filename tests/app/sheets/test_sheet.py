import pytest

from app.sheets.sheet import Names, SheetLine, shown_name


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        (SheetLine("Bērziņa Anna"), "Anna B."),
        (SheetLine("Bērziņa, Anna"), "Anna B."),
        (SheetLine("bērziņa-kalniņa Anna"), "Anna B."),
        (SheetLine("Anna"), "Anna"),
        (SheetLine(""), ""),
        (SheetLine(" , "), ""),
        (SheetLine("de Souza Maria Ana", short="Maria Ana S."), "Maria Ana S."),
    ],
)
def test_the_given_name_with_an_initial(line, shown):
    assert shown_name(line, Names.INITIAL) == shown


def test_a_number_shows_nothing_of_the_name():
    assert shown_name(SheetLine("Bērziņa Anna", short="Anna B."), Names.NUMBER) == ""
