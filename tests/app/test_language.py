import json
import subprocess
import sys
from datetime import UTC, date, datetime, time
from uuid import UUID

import pytest

from app import language as spoken
from app.language import (
    Language,
    Message,
    PersonName,
    clock_time,
    day_month,
    full_date,
    full_date_in,
    language_name,
    long_date,
    month_year,
    ntr,
    say,
    say_count,
    short_date,
    sort_key,
    time_range,
    tr,
    tr_in,
    use,
    weekday_short,
    words,
    words_in,
)

THURSDAY = date(2026, 10, 15)
ANNA = UUID("0198f3a0-0000-7000-8000-000000000001")


@pytest.mark.parametrize(
    ("language", "written"),
    [
        (
            Language.LV,
            [
                "Ceturtdiena, 15. oktobris",
                "Ceturtdiena, 2026. gada 15. oktobris",
                "15.10.2026",
                "15. okt.",
                "2026. gada oktobris",
                "Ceturtd.",
            ],
        ),
        (
            Language.EN,
            [
                "Thursday, 15 October",
                "Thursday, 15 October 2026",
                "15/10/2026",
                "15 Oct",
                "October 2026",
                "Thu",
            ],
        ),
        (
            Language.UK,
            [
                "Четвер, 15 жовтня",
                "Четвер, 15 жовтня 2026\u00a0р.",
                "15.10.2026",
                "15 жовт.",
                "Жовтень 2026",
                "Чт",
            ],
        ),
    ],
)
def test_dates_as_people_write_them(language: Language, written: list[str]) -> None:
    use(language)
    forms = (long_date, full_date, short_date, day_month, month_year, weekday_short)
    assert [form(THURSDAY) for form in forms] == written


@pytest.mark.parametrize(
    ("language", "at_half_past_nine", "until_eleven"),
    [
        (Language.LV, "9.30", "9.30–11.00"),
        (Language.EN, "09:30", "09:30–11:00"),
        (Language.UK, "9:30", "9:30–11:00"),
    ],
)
def test_times_of_day(language: Language, at_half_past_nine: str, until_eleven: str) -> None:
    use(language)
    assert clock_time(time(9, 30)) == at_half_past_nine
    assert clock_time(datetime(2026, 10, 15, 9, 30)) == at_half_past_nine
    assert time_range(time(9, 30), time(11)) == until_eleven


def test_a_moment_in_utc_is_shown_as_wall_time_of_the_centre() -> None:
    use(Language.LV)
    assert clock_time(datetime(2026, 10, 15, 6, 30, tzinfo=UTC)) == "9.30"
    late = datetime(2026, 10, 14, 22, 30, tzinfo=UTC)
    assert long_date(late) == "Ceturtdiena, 15. oktobris"


def test_what_lasts_to_the_end_of_the_day_ends_at_twenty_four() -> None:
    use(Language.LV)
    assert time_range(time(20), time(0)) == "20.00–24.00"
    use(Language.EN)
    assert time_range(time(20), time(0)) == "20:00–24:00"


@pytest.mark.parametrize("name", ["{0}", "{name}", "%s", "{", "}}", "<b>Anna</b>"])
def test_a_name_with_braces_or_percents_stays_what_it_is(name: str) -> None:
    assert tr("Hello, {name}", name=name) == f"Hello, {name}"
    assert words(say("Hello, {name}", name=PersonName(ANNA, name))) == f"Hello, {name}"


def test_english_counts_in_two_forms() -> None:
    counted = [
        ntr("{n} visitor in {room}", "{n} visitors in {room}", n, room="2") for n in (0, 1, 2)
    ]
    assert counted == ["0 visitors in 2", "1 visitor in 2", "2 visitors in 2"]


def test_latvian_and_ukrainian_count_in_three_forms() -> None:
    one, many = (
        "The list is longer than {n} line. Divide it into several files.",
        "The list is longer than {n} lines. Divide it into several files.",
    )
    latvian = [words_in(Language.LV, say_count(one, many, n)).split(".")[0] for n in (1, 2, 21)]
    assert latvian == [
        "Saraksts ir garāks par 1 rindu",
        "Saraksts ir garāks par 2 rindām",
        "Saraksts ir garāks par 21 rindu",
    ]
    ukrainian = [words_in(Language.UK, say_count(one, many, n)).split(".")[0] for n in (1, 2, 5)]
    assert ukrainian == [
        "Список довший за 1 рядок",
        "Список довший за 2 рядки",
        "Список довший за 5 рядків",
    ]


def test_another_language_can_be_asked_for_without_changing_ours() -> None:
    use(Language.EN)
    assert tr_in(Language.LV, "Year of birth") == "Dzimšanas gads"
    assert full_date_in(Language.UK, THURSDAY).startswith("Четвер")
    assert tr("Year of birth") == "Year of birth"
    assert spoken.current() is Language.EN
    assert [language_name(each) for each in Language] == ["Latviešu", "English", "Українська"]


def test_an_empty_sentence_is_empty_not_the_header_of_the_catalogue() -> None:
    use(Language.LV)
    assert tr("") == ""


def test_a_date_inside_a_sentence_waits_for_the_reader() -> None:
    message = say("{day} at {at}; {day:long}", day=THURSDAY, at=time(9, 30))
    assert words_in(Language.LV, message) == "15.10.2026 at 9.30; Ceturtdiena, 15. oktobris"
    assert words_in(Language.EN, message) == "15/10/2026 at 09:30; Thursday, 15 October"


def test_a_sentence_inside_a_sentence_waits_too() -> None:
    message = say("{what}: {who}", what=say("Phone"), who=("Anna", say("Surname")))
    assert words_in(Language.LV, message) == "Tālrunis: Anna, Uzvārds"


def everything() -> Message:
    return say_count(
        "{n} note from {who}",
        "{n} notes from {who}",
        3,
        who=PersonName(ANNA, "Anna"),
        day=THURSDAY,
        at=time(9, 30),
        moment=datetime(2026, 10, 15, 6, 30, tzinfo=UTC),
        number=7,
        share=0.5,
        missing=None,
        inside=say("Phone"),
        several=("a", say("Phone"), PersonName(ANNA, "Anna")),
    )


def test_a_message_comes_back_from_json_as_it_was() -> None:
    written = json.dumps(everything().as_json())
    assert Message.from_json(json.loads(written), lambda _: "Anna") == everything()
    assert hash(everything()) == hash(everything())


def test_a_name_is_never_written_down_so_that_erasing_reaches_old_sentences() -> None:
    written = json.dumps(everything().as_json())
    assert "Anna" not in written
    erased = Message.from_json(json.loads(written), lambda _: "(erased)")
    assert words(erased) == "3 notes from (erased)"


def test_what_cannot_be_written_down_is_refused_when_the_message_is_made() -> None:
    with pytest.raises(TypeError, match="'room'"):
        say("{room}", room=object())


@pytest.mark.parametrize(
    ("language", "in_order"),
    [
        (
            Language.LV,
            "Ādams Adele Āris Cālis Cinis Čakšs Gulbis Ģēģere Ysena Iva Kalns Ķēniņš Lācis Ļaksa "
            "Nora Ņikita Ozols Sarma Svilāns Šņepste Zars Žanis Єва Іван",
        ),
        (Language.UK, "Гава Ґава Ева Єва Жук Зуб Ива Іван Їжак Йосип Щука Юлія Яна Anna Šņepste"),
        (Language.EN, "Ādams Adele Čakšs Cinis Šarma Svilāns Žanis Zars Єва Іван"),
    ],
)
def test_names_stand_in_the_order_of_the_readers_alphabet(
    language: Language, in_order: str
) -> None:
    use(language)
    names = in_order.split()
    backwards = names[::-1]
    assert sorted(backwards, key=sort_key) == names


def test_surnames_that_begin_alike_stand_before_double_ones() -> None:
    use(Language.LV)
    names = ["Bērziņa Zane", "Bērziņa-Liepa Anna", "Bērziņš Jānis"]
    backwards = names[::-1]
    assert sorted(backwards, key=sort_key) == names


def test_babel_waits_for_the_first_date() -> None:
    script = (
        "import sys, app.language as l\n"
        "l.tr('Phone'); l.clock_time(__import__('datetime').time(9))\n"
        "print([m for m in ('babel', 'zoneinfo', 'anyascii', 'sqlalchemy') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
