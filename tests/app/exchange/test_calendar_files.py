"""Calendar files as they come: cut off, in old encodings, hostile; read in a process that is ended."""

import os
import resource
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import Refused
from app.exchange import calendars
from app.exchange.calendar_child import read_text
from app.exchange.calendars import read_calendar
from app.language import words
from tests.app.exchange.test_calendar_dates import GONE, LATER, MOVED, SERIES, YEAR, calendar


def test_a_file_is_read_in_a_process_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "Kora kalendārs.ics"
    text = calendar(SERIES.replace("Choir", "Kora\n  mēģinājums"), head="X-WR-CALNAME:Lielā zāle")
    path.write_bytes(text.replace("\n", "\r\n").encode("cp1257"))
    found = read_calendar(path, YEAR)
    assert (found.name, found.entries, len(found.dates)) == ("Lielā zāle", 1, 6)
    assert found.dates[0].title == "Kora mēģinājums"
    assert found.problems == ()


def _folder(path: Path) -> None:
    path.mkdir()


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(100_000_000)


NO_CALENDAR = "This is not a calendar. Choose an .ics file."


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        pytest.param(_folder, NO_CALENDAR, id="folder"),
        pytest.param(
            _pipe,
            NO_CALENDAR,
            id="pipe",
            marks=pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here"),
        ),
        pytest.param(
            _large,
            "This calendar is too large: 100 MB of at most 20. Save a shorter time of it.",
            id="100 MB",
        ),
        pytest.param(
            lambda path: None,
            "The file c.ics cannot be read. If it is open in another program, close it there.",
            id="not there",
        ),
        pytest.param(lambda path: path.write_bytes(b"%PDF-1.7 \0\0\0"), NO_CALENDAR, id="PDF"),
        pytest.param(lambda path: path.write_bytes(b""), NO_CALENDAR, id="empty"),
    ],
)
def test_what_is_no_calendar_is_said_plainly(
    tmp_path: Path, make: Callable[[Path], object], sentence: str
) -> None:
    make(tmp_path / "c.ics")
    with pytest.raises(Refused) as refused:
        read_calendar(tmp_path / "c.ics", YEAR)
    assert str(refused.value) == sentence


def test_a_file_that_keeps_the_reader_busy_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calendars, "READING", 0.0)
    monkeypatch.setattr(calendars, "READING_MB", 0.0)
    path = tmp_path / "c.ics"
    path.write_text(calendar(*[SERIES.replace("UID:choir", f"UID:{n}") for n in range(900)]))
    with pytest.raises(Refused, match="takes too long to read"):
        read_calendar(path, YEAR)


def test_a_file_of_nothing_but_lines_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "lines.ics"
    path.write_text("BEGIN:VCALENDAR\n" + "\n" * 1_000_001)
    with pytest.raises(Refused, match="This calendar cannot be read"):
        read_calendar(path, YEAR)


def test_hundreds_of_rules_that_never_end_or_happen_take_less_than_two_seconds(
    tmp_path: Path,
) -> None:
    path = tmp_path / "bombs.ics"
    rules = ["FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=7"]
    same = "DTSTART:19000101T100000Z\nDTEND:19000101T110000Z\nRRULE:"
    path.write_text(
        calendar(*(f"UID:{n}\n{same}{rules[n % 2]};INTERVAL={n % 7 + 1}" for n in range(500)))
    )
    began = _worked()
    found = read_calendar(path, YEAR)
    assert not found.dates
    assert words(found.problems[0].message).startswith("It repeats on a day that never comes")
    assert _worked() - began < 2


def _worked() -> float:
    """Seconds that processes of ours have computed: on a busy computer the clock says more."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def test_stopping_ends_the_process(tmp_path: Path) -> None:
    path = tmp_path / "c.ics"
    path.write_text(calendar(SERIES))

    def stop() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        read_calendar(path, YEAR, stop)


def test_a_file_cut_off_in_the_middle_keeps_its_whole_entries() -> None:
    text = calendar(SERIES, MOVED)
    found = read_text(text[: text.index("with guests")], YEAR)
    assert len(found["dates"]) == 6  # type: ignore[arg-type]
    (problem,) = found["problems"]  # type: ignore[misc]
    assert problem[2]["text"] == "The file ends or breaks off in the middle of an entry."  # type: ignore[index, call-overload]


def test_too_many_dates_are_refused() -> None:
    daily = "UID:{}\nDTSTART:20200101T100000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY"
    with pytest.raises(Refused, match="more than 5000 dates"):
        read_text(calendar(*(daily.format(n) for n in range(20))), YEAR)


LINES = [line for text in (SERIES, MOVED, LATER, GONE) for line in text.strip().splitlines()]
ODD = ["20261020", "99991231T235959Z", "00010101T000000", "-P1D", "P9999999999D", ",", ";", '"', ""]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(LINES), st.sampled_from([*ODD, *LINES, None]), st.integers(0, 40)
        ),
        max_size=14,
    )
)
def test_whatever_an_entry_says_the_answer_is_dates_or_words(
    drawn: list[tuple[str, str | None, int]],
) -> None:
    def bent(line: str, odd: str | None, place: int) -> str:
        if odd is None:
            return line
        name = line.partition(":")[0]
        return f"{name}:{odd}" if place % 2 else line[:place] + odd + line[place:]

    entries = [bent(*one) for one in drawn]
    found = read_text(calendar("\n".join(entries), SERIES), (date(2026, 10, 15), date(2027, 4, 1)))
    assert isinstance(found["dates"], list)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(Refused):
        read_text("BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + text + "\nEND:VEVENT\n", YEAR)
