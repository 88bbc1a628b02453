"""Dates out of foreign calendars: rules, exceptions, moved dates, zones; every dialect we have met."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import vRecur

from app.exchange.calendar_child import read_text
from app.exchange.calendar_rules import WEEKDAYS, Allowance, rule_from
from app.language import words
from app.messages import Message

YEAR = (date(2026, 10, 15), date(2027, 10, 14))
OUTLOOK_ZONE = """
BEGIN:VTIMEZONE
TZID:Our own time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE"""


def calendar(*entries: str, head: str = "") -> str:
    events = "".join(f"BEGIN:VEVENT\n{one.strip()}\nEND:VEVENT\n" for one in entries)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{head.strip()}\n{events}END:VCALENDAR\n"


def read(*entries: str, head: str = "", span: tuple[date, date] = YEAR) -> dict[str, Any]:
    return read_text(calendar(*entries, head=head), span)


def times(found: dict[str, Any]) -> list[str]:
    """``10-20 18:00-20:00`` for each date."""
    shown = []
    for one in found["dates"]:
        starts, ends = (datetime.fromisoformat(one[name]) for name in ("starts", "ends"))
        shown.append(f"{starts:%m-%d %H:%M}-{ends:%H:%M}")
    return shown


def why(found: dict[str, Any]) -> list[str]:
    return [words(Message.from_json(message, str)) for _, _, message in found["problems"]]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("DTSTART:20261020T180000", "DTEND:20261020T200000", "10-20 18:00-20:00"),
        ("DTSTART:20261020T150000Z", "DURATION:PT90M", "10-20 18:00-19:30"),
        ("DTSTART:20261120T150000Z", "DTEND:20261120T160000Z", "11-20 17:00-18:00"),
        ("DTSTART;TZID=Europe/Berlin:20261020T1800", "DURATION:PT1H", None),
        ("DTSTART;TZID=Europe/Berlin:20261020T180000", "DURATION:PT1H", "10-20 19:00-20:00"),
        ("DTSTART;TZID=FLE Standard Time:20261020T180000", "DURATION:PT1H", "10-20 18:00-19:00"),
        ("DTSTART;TZID=Our own time:20261020T180000", "DURATION:PT1H", "10-20 19:00-20:00"),
        (
            "DTSTART;TZID=/mozilla.org/20050126_1/Europe/Riga:20261020T180000",
            "DURATION:PT1H",
            "10-20 18:00-19:00",
        ),
        (
            "DTSTART;TZID=Europe/London:20261020T160000",
            "DTEND;TZID=Europe/Riga:20261020T193000",
            "10-20 18:00-19:30",
        ),
        # The night in which the clocks go back: eight hours by the clock, or eight true ones.
        ("DTSTART;TZID=Europe/Riga:20261024T220000", "DURATION:PT8H", "10-24 22:00-05:00"),
        ("DTSTART:20261024T220000", "DTEND:20261025T060000", "10-24 22:00-06:00"),
        ("DTSTART;TZID=Nowhere:20261020T180000", "DURATION:PT1H", None),
    ],
)
def test_every_way_to_say_a_time_means_the_same_on_our_wall(
    start: str, end: str, expected: str | None
) -> None:
    found = read(f"UID:1\n{start}\n{end}\nSUMMARY:Choir", head=OUTLOOK_ZONE)
    assert times(found) == ([expected] if expected else [])
    assert len(found["problems"]) == (expected is None)


def test_whole_days_come_one_by_one_and_only_those_of_the_span() -> None:
    found = read("UID:1\nDTSTART;VALUE=DATE:20261013\nDTEND;VALUE=DATE:20261018\nSUMMARY:Fair")
    assert times(found) == ["10-15 00:00-00:00", "10-16 00:00-00:00", "10-17 00:00-00:00"]
    assert [one["which"] for one in found["dates"]] == ["+2", "+3", "+4"]
    assert all(one["all_day"] for one in found["dates"])


def test_a_series_stays_at_its_hour_through_the_winter_and_a_foreign_one_follows_its_own_zone() -> (
    None
):
    span = (date(2026, 10, 15), date(2026, 11, 15))
    ours = "UID:1\nDTSTART;TZID=Europe/Riga:20260901T180000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY"
    assert {one[6:] for one in times(read(ours, span=span))} == {"18:00-19:00"}
    theirs = ours.replace("Europe/Riga", "America/New_York").replace("T18", "T11")
    # Europe leaves summer time a week before America does.
    assert times(read(theirs, span=span)) == [
        "10-20 18:00-19:00",
        "10-27 17:00-18:00",
        "11-03 18:00-19:00",
        "11-10 18:00-19:00",
    ]


SERIES = """
UID:choir
DTSTART;TZID=Europe/Riga:20261020T180000
DTEND;TZID=Europe/Riga:20261020T200000
RRULE:FREQ=WEEKLY;UNTIL=20261201T160000Z
EXDATE;TZID=Europe/Riga:20261027T180000
SUMMARY:Choir"""
MOVED = """
UID:choir
RECURRENCE-ID:20261103T160000Z
DTSTART;TZID=Europe/Riga:20261104T170000
DTEND;TZID=Europe/Riga:20261104T190000
SUMMARY:Choir, with guests"""
LATER = """
UID:choir
RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Riga:20261117T180000
DTSTART;TZID=Europe/Riga:20261118T190000
DURATION:PT1H
SUMMARY:Small choir"""
GONE = """
UID:choir
RECURRENCE-ID;TZID=Europe/Riga:20261124T180000
DTSTART;TZID=Europe/Riga:20261124T180000
DTEND;TZID=Europe/Riga:20261124T200000
STATUS:CANCELLED"""


def test_exceptions_moved_dates_and_this_and_all_following() -> None:
    found = read(LATER, GONE, SERIES, MOVED)  # in any order
    assert times(found) == [
        "10-20 18:00-20:00",
        "11-04 17:00-19:00",
        "11-10 18:00-20:00",
        "11-18 19:00-20:00",
        "12-02 19:00-20:00",
    ]
    titles = [one["title"] for one in found["dates"]]
    assert titles == ["Choir", "Choir, with guests", "Choir", "Small choir", "Small choir"]
    assert [one["which"] for one in found["dates"]][1] == "20261103T160000Z"


def test_the_newest_version_of_a_date_counts_whatever_the_order() -> None:
    newer = MOVED.replace("T170000", "T150000").replace("T190000", "T160000") + "\nSEQUENCE:3"
    assert "11-04 15:00-16:00" in times(read(newer, SERIES, MOVED))
    assert "11-04 15:00-16:00" in times(read(MOVED, SERIES, newer))


def test_a_single_date_of_something_we_do_not_have_stands_by_itself() -> None:
    assert times(read(MOVED)) == ["11-04 17:00-19:00"]


@pytest.mark.parametrize(
    ("left_out", "expected"),
    [
        ("EXDATE;VALUE=DATE:20261021", ["10-20", "10-22"]),
        ("EXDATE:20261021T150000Z,20261022T150000Z", ["10-20"]),
        ("EXDATE:20261021T180000\nEXDATE:20261020T180000", ["10-22"]),
        ("EXRULE:FREQ=DAILY;INTERVAL=2", ["10-21"]),
        ("RDATE;TZID=Europe/Riga:20261030T180000", ["10-20", "10-21", "10-22", "10-30"]),
    ],
)
def test_dates_left_out_and_added_in_every_dialect(left_out: str, expected: list[str]) -> None:
    found = read(
        "UID:1\nDTSTART;TZID=Europe/Riga:20261020T180000\nDURATION:PT1H\n"
        f"RRULE:FREQ=DAILY;COUNT=3\n{left_out}"
    )
    assert [one[:5] for one in times(found)] == expected


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("FREQ=HOURLY", "It repeats more often than once a day."),
        ("FREQ=SECONDLY;COUNT=3", "It repeats more often than once a day."),
        ("FREQ=DAILY;BYHOUR=9,18", "It repeats more often than once a day."),
        ("FREQ=DAILY;BYMINUTE=0,1,2,3", "It repeats more often than once a day."),
        (
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
            "It repeats on a day that never comes, such as 30 February.",
        ),
        (
            "FREQ=DAILY;BYMONTH=4;BYMONTHDAY=31",
            "It repeats on a day that never comes, such as 30 February.",
        ),
        ("FREQ=WEEKLY;INTERVAL=0", "How it repeats is written in a way that nobody can read."),
        ("FREQ=YEARLY;BYMONTHDAY=99", "How it repeats is written in a way that nobody can read."),
        ("FREQ=DAILY;COUNT=10000000", "It repeats too many times: 10000000."),
        ("FREQ=MONTHLY;BYDAY=99MO", "It repeats on a day that never comes, such as 30 February."),
        ("FREQ=OFTEN", "Its dates are written in a way that nobody can read."),
        ("RSCALE=CHINESE;FREQ=YEARLY", "How it repeats is written in a way that nobody can read."),
    ],
)
def test_rules_nobody_could_book_are_left_out_in_words(rule: str, sentence: str) -> None:
    found = read(f"UID:1\nDTSTART:20200101T100000Z\nDURATION:PT1H\nRRULE:{rule}", SERIES)
    assert len(found["dates"]) == 6
    assert why(found) == [sentence]


def test_a_rule_that_stops_before_it_begins_is_told_of_where_it_would_begin() -> None:
    same = "DURATION:PT1H\nRRULE:FREQ=DAILY;UNTIL=20200101T000000Z"
    found = read(
        f"UID:1\nDTSTART:20261020T100000\n{same}", f"UID:2\nDTSTART:20210101T100000\n{same}"
    )
    assert found["dates"] == []
    assert why(found) == ["It stops repeating before it begins."]


def test_a_rule_without_an_end_is_read_until_the_end_of_the_span() -> None:
    found = read("UID:1\nDTSTART:19700101T100000\nDURATION:PT1H\nRRULE:FREQ=DAILY")
    assert len(found["dates"]) == 365
    assert found["endless"] == 1


def test_one_bad_entry_spoils_no_other() -> None:
    found = read(
        "UID:1\nDTSTART:20261320T180000\nSUMMARY:No such month",
        "UID:2\nSUMMARY:Never begins",
        "UID:3\nDTSTART:20261020T180000\nDTEND:20261020T170000\nSUMMARY:Backwards",
        "UID:4\nDTSTART:20261020T180000\nDURATION:PT1H\nSUMMARY:Good\nX\nSEQUENCE:lots",
        f"UID:5\nDTSTART;TZID={'A' * 5000}:20261020T180000\nDURATION:PT1H\nSUMMARY:Far away",
    )
    assert [one["title"] for one in found["dates"]] == ["Good"]
    assert [title for _, title, _ in found["problems"]] == [
        "No such month",
        "Never begins",
        "Backwards",
        "Far away",
    ]


@st.composite
def rules(draw: st.DrawFn) -> tuple[str, date]:
    freq = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    parts = [f"FREQ={freq}", f"INTERVAL={draw(st.integers(1, 4))}"]
    if draw(st.booleans()):
        parts.append(f"UNTIL={draw(st.integers(2021, 2027))}0615")
    if draw(st.booleans()):
        which = draw(st.sampled_from([""] if freq in ("DAILY", "WEEKLY") else ["", "1", "3", "-1"]))
        days = draw(st.lists(st.sampled_from(WEEKDAYS), min_size=1, max_size=3, unique=True))
        parts.append("BYDAY=" + ",".join(which + day for day in days))
    elif freq in ("MONTHLY", "YEARLY"):
        parts.append(f"BYMONTHDAY={draw(st.sampled_from(['1', '13,28', '31', '-1', '5,-2']))}")
        if draw(st.booleans()):
            parts.append(f"BYSETPOS={draw(st.sampled_from(['1', '-1']))}")
    if draw(st.booleans()):
        parts.append(f"BYMONTH={draw(st.sampled_from(['1', '10,12', '3,5,8']))}")
    return ";".join(parts), date(2020, 1, 1) + timedelta(draw(st.integers(0, 700)))


@settings(max_examples=60, deadline=None)
@given(rules())
def test_rules_mean_what_they_mean_elsewhere(drawn: tuple[str, date]) -> None:
    text, start = drawn
    first, last = date(2022, 5, 1), date(2026, 12, 31)
    rule = rule_from(vRecur.from_ical(text), {})
    if not rule.ever_happens(start, Allowance()):
        return
    theirs = rrulestr(text, dtstart=datetime.combine(start, datetime.min.time()))
    expected = theirs.between(datetime(2022, 4, 30, 23), datetime(2027, 1, 1))
    wanted = [one.date() for one in expected if one.date() <= last]
    assert list(rule.days(start, (first, last), Allowance())) == wanted
