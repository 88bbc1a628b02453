"""The three lists in ``tests/lists`` are counted by eye: people, bad lines, and why they are bad."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from app.exchange.fields import Field
from app.exchange.people import ReadList, people_in, read_people
from app.exchange.tables import read_table
from app.language import words

LISTS = Path(__file__).parents[2] / "lists"
TODAY = date(2026, 10, 15)

OF_A_LATVIAN_LIST = (
    Field.FAMILY_NAME,
    Field.GIVEN_NAME,
    Field.BIRTH_YEAR,
    Field.PHONE,
    Field.EMAIL,
    Field.TOWN,
    Field.ORGANISATION,
    Field.PHOTO_CONSENT,
    Field.LANGUAGE,
)


def read(name: str) -> ReadList:
    return read_people(LISTS / name, today=TODAY)


def written(folder: Path, text: str) -> Path:
    path = folder / "list.csv"
    path.write_text(text, encoding="utf-8")
    return path


def reasons(found: ReadList) -> list[tuple[int, str]]:
    return [(problem.line_number, words(problem.message)) for problem in found.problems]


def test_a_list_as_latvian_excel_saves_it() -> None:
    found = read("apmekletaji_excel_cp1257.csv")
    assert (found.kind, found.encoding, found.delimiter) == ("CSV", "Windows-1257", ";")
    assert found.heading_row == 1
    assert tuple(column.field for column in found.columns) == OF_A_LATVIAN_LIST
    assert found.line_count == 389  # lines 2 to 391, without the empty 103
    assert len(found.rows) == 385
    assert reasons(found) == [
        (122, "There is no such date."),
        (152, "There are several people in one cell. Write each on a line of their own."),
        (202, "This is a formula. Write the value itself."),
        (235, "This is not a telephone number: the person is loaded without it."),
        (235, "This is not an e-mail address: the person is loaded without it."),
        (391, "A totals line, not a person."),
    ]
    numbers = {person.line_number for person in found.rows}
    assert numbers == set(range(2, 392)) - {103, 122, 152, 202, 391}


def test_what_is_hard_in_that_list_is_read_rightly() -> None:
    people = {person.line_number: person for person in read("apmekletaji_excel_cp1257.csv").rows}
    first = people[2]
    assert (first.family_name, first.given_name, first.birth_year) == ("Jaunzeme", "Eda", 2004)
    assert first.phone == "+37129337510"
    assert first.photo_consent is True
    assert people[4].language == "en"
    assert people[7].photo_consent is None
    assert people[79].birth_year == 2004  # written 09.08.04
    assert people[173].birth_year == 2014  # only the year is written
    assert people[235].family_name == "Liepiņa-Ozola"
    assert people[235].phone == people[235].email == ""
    quoted = people[262]
    assert (quoted.family_name, quoted.given_name) == ('Mazais; "Semikols"', "Pēteris")
    assert (quoted.birth_year, quoted.phone) == (1975, "+37129123456")
    assert quoted.town == "Preiļi, Rēzeknes iela 26"


def test_a_ukrainian_list() -> None:
    found = read("vidviduvachi_utf8_bom.csv")
    assert (found.encoding, found.delimiter, found.heading_row) == ("UTF-8", ";", 1)
    assert [column.field for column in found.columns] == [
        Field.FAMILY_NAME,
        Field.GIVEN_NAME,
        Field.BIRTH_YEAR,
        Field.PHONE,
        Field.TOWN,
        Field.ORGANISATION,
        Field.LANGUAGE,
    ]
    assert len(found.rows) == 72
    assert found.problems == ()
    assert {person.language for person in found.rows} == {"uk"}
    assert Counter(bool(person.phone) for person in found.rows) == {True: 71, False: 1}
    assert found.rows[9].family_name == "Об'єднана"


def test_an_excel_list_with_titles_above_the_headings() -> None:
    found = read("apmekletaji.xlsx")
    assert (found.kind, found.sheet, found.heading_row) == ("XLSX", "Saraksts", 3)
    assert tuple(column.field for column in found.columns) == OF_A_LATVIAN_LIST
    assert len(found.rows) == 150
    assert found.problems == ()
    people = {person.line_number: person for person in found.rows}
    assert set(people) == set(range(4, 154))
    assert people[4].birth_year == 1983  # a real date
    assert people[16].birth_year == 2019  # a date as text
    assert people[5].phone == "+37120117162"  # a number
    assert people[6].phone == "+37122266443"
    assert people[11].phone == "+37126833707"  # a text


def test_a_sample_shows_what_a_column_holds_and_nobodys_number() -> None:
    samples = [column.sample for column in read("apmekletaji_excel_cp1257.csv").columns]
    assert samples[:5] == ["Jaunzeme", "Eda", "2004", "3XXXXXXX510", "e…@piemers.lv"]


def test_a_chosen_mapping_replaces_the_guess(tmp_path: Path) -> None:
    path = written(tmp_path, "Vārds;Uzvārds;Kas;Tālrunis\nEda;Zariņa;Preiļi;29000001\n")
    guessed = read_people(path, today=TODAY)
    assert guessed.unknown_columns == ("Kas",)
    changed = {**guessed.mapping, 2: Field.TOWN, 3: None}
    (person,) = read_people(path, changed, today=TODAY).rows
    assert (person.town, person.phone) == ("Preiļi", "")
    assert people_in(read_table(path), path, changed, TODAY).rows == (person,)


def test_diagnoses_and_personal_codes_are_never_read(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "Vārds;Personas kods;Diagnoze;Piezīmes;Skola\n"
        "Eda;010190-12345;F84.0;020291-11111;PII\nIvo;;;030392-22222;PII\n",
    )
    found = read_people(path, {0: Field.GIVEN_NAME, **dict.fromkeys(range(1, 4), Field.TOWN)})
    assert found.locked_columns == ("Personas kods", "Diagnoze", "Piezīmes")
    assert [column.sample for column in found.columns[1:4]] == ["", "", ""]
    assert [person.town for person in found.rows] == ["", ""]


def test_a_list_without_headings_waits_for_a_mapping(tmp_path: Path) -> None:
    path = written(tmp_path, "Eda;Zariņa;1990\nIvo;Zariņš;1991\n")
    found = read_people(path, today=TODAY)
    assert found.heading_row is None
    assert not found.has_names
    assert (found.rows, found.problems) == ((), ())
    assert [column.heading for column in found.columns] == ["A", "B", "C"]
    mapped = read_people(path, {0: Field.GIVEN_NAME, 1: Field.FAMILY_NAME}, today=TODAY)
    assert [(person.line_number, person.given_name) for person in mapped.rows] == [
        (1, "Eda"),
        (2, "Ivo"),
    ]


@pytest.mark.parametrize(
    ("heading", "name", "given", "family"),
    [
        ("Vārds, uzvārds", "Anna Marija Liepiņa", "Anna Marija", "Liepiņa"),
        ("Uzvārds, vārds", "Liepiņa Anna Marija", "Anna Marija", "Liepiņa"),
        ("Vārds Uzvārds", "Liepiņa, Anna", "Anna", "Liepiņa"),
        ("Прізвище та ім'я", "Шевченко Тарас", "Тарас", "Шевченко"),
        ("ПІБ", "Шевченко Тарас Григорович", "Тарас Григорович", "Шевченко"),
        ("Full name", "Anna", "Anna", ""),
    ],
)
def test_a_whole_name_in_one_column(
    tmp_path: Path, heading: str, name: str, given: str, family: str
) -> None:
    path = written(tmp_path, f"{heading};Tel.\n{name};29000001\n")
    (person,) = read_people(path, today=TODAY).rows
    assert (person.given_name, person.family_name) == (given, family)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (";;1990", "The name is missing. At least one name is needed."),
        ("Anna un Jānis;Liepiņi;", "There are several people in one cell."),
        ("Anna/Ieva;Liepiņa;", "There are several people in one cell."),
        ("?rija;Kalni?a;", "The letters are damaged. Correct the name in the file."),
        ("Anna;Liepiņa2;", "There are digits in the name."),
        ("--;;", "This is not a name."),
        ("Anna;Liepiņa;1887", "The year is too long ago."),
        ("Anna;Liepiņa;2031", "This year is still to come."),
        ("Anna;Liepiņa;83", "Write the year with four digits."),
        ("Anna;Liepiņa;01.02.20", "Write the year with four digits."),
        ("Anna;Liepiņa;30.02.2001", "There is no such date."),
        ("Anna;Liepiņa;pavasarī", "This is not a year or a date."),
        ("Anna;Liepiņa;1990;lieks", "There are more cells on the line than headings."),
        ("Kopā 12;;", "A totals line, not a person."),
        ("Разом:;12;", "A totals line, not a person."),
    ],
)
def test_a_bad_line_says_why_and_the_others_go_on(tmp_path: Path, line: str, reason: str) -> None:
    text = f"Vārds;Uzvārds;Gads\nEda;Zariņa;1990\n{line}\nIvo;Zariņš;1991\n"
    found = read_people(written(tmp_path, text), today=TODAY)
    assert [person.line_number for person in found.rows] == [2, 4]
    (problem,) = found.problems
    assert problem.line_number == 3
    assert problem.stays_out
    assert words(problem.message).startswith(reason)


def test_headings_printed_again_on_every_page_are_passed_over(tmp_path: Path) -> None:
    text = "Vārds;Uzvārds\nEda;Zariņa\nVārds;Uzvārds\nIvo;Zariņš\n"
    found = read_people(written(tmp_path, text), today=TODAY)
    assert [person.line_number for person in found.rows] == [2, 4]
    assert found.problems == ()


def test_a_surname_that_means_total_is_a_surname(tmp_path: Path) -> None:
    text = "Uzvārds;Vārds\nSumma;Eda\n"
    (person,) = read_people(written(tmp_path, text), today=TODAY).rows
    assert person.family_name == "Summa"


def test_roles_and_languages_in_three_languages(tmp_path: Path) -> None:
    text = (
        "Vārds;Valoda;Loma;Foto\nA;Latviešu;skolotāja;jā\nB;English;Volunteer;no\n"
        "C;російська;дитина;так\nD;klingonu;karalis;varbūt\n"
    )
    found = read_people(written(tmp_path, text), today=TODAY)
    assert [(p.language, p.role, p.photo_consent) for p in found.rows] == [
        ("lv", "teacher", True),
        ("en", "volunteer", False),
        ("ru", "child", True),
        ("", "", None),
    ]
    assert [(p.written, p.stays_out) for p in found.problems] == [
        ("klingonu", False),
        ("varbūt", False),
        ("karalis", False),
    ]


def test_a_parents_telephone_is_not_taken_for_the_childs(tmp_path: Path) -> None:
    text = "Vārds;Vecāka vārds;Vecāka tālrunis\nEda;Anna;29000001\n"
    found = read_people(written(tmp_path, text), today=TODAY)
    assert found.unknown_columns == ("Vecāka vārds", "Vecāka tālrunis")
    assert found.rows[0].given_name == "Eda"
