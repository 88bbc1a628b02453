from collections.abc import Iterator
from datetime import date, time

import pytest
from PySide6.QtCore import QDate, Qt
from pytestqt.qtbot import QtBot

from app.language import Language, clock_time, use
from ui.kit.date_field import Calendar, DateField, TimeChoice, read_day, read_time

TODAY = date(2026, 10, 15)  # a Thursday


@pytest.fixture(autouse=True)
def in_latvian() -> Iterator[None]:
    use(Language.LV)
    yield
    use(Language.EN)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("15.10.2026", TODAY),
        ("22.10", date(2026, 10, 22)),
        ("22.10.", date(2026, 10, 22)),
        ("1/11/26", date(2026, 11, 1)),
        ("2026-12-24", date(2026, 12, 24)),
        ("3.1", date(2027, 1, 3)),  # long gone this year: the next one is meant
        ("1.9", date(2026, 9, 1)),  # a few weeks ago: that one is meant
        ("šodien", TODAY),
        ("rīt", date(2026, 10, 16)),
        ("rit", date(2026, 10, 16)),
        ("tomorrow", date(2026, 10, 16)),
        ("завтра", date(2026, 10, 16)),
        ("vakar", date(2026, 10, 14)),
        ("ce", TODAY),
        ("pirmd", date(2026, 10, 19)),
        ("Piektdiena", date(2026, 10, 16)),
        ("31.2", None),
        ("1.1.0001", None),
        ("9999-12-31", None),
        ("31.12.2199", date(2199, 12, 31)),
        ("c", None),
        ("kaut kas", None),
        ("", None),
    ],
)
def test_days_as_people_write_them(typed: str, meant: date | None) -> None:
    assert read_day(typed, TODAY) == meant


def test_a_day_that_next_year_does_not_have() -> None:
    assert read_day("29.2", date(2028, 12, 1)) is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9", time(9)), ("9.30", time(9, 30)), ("9:30", time(9, 30)), ("930", time(9, 30)),
        ("0930", time(9, 30)), ("17 45", time(17, 45)), ("24", None), ("9.75", None),
        ("", None), ("nine", None),
    ],
)  # fmt: skip
def test_times_as_people_write_them(typed: str, meant: time | None) -> None:
    assert read_time(typed) == meant


def test_a_typed_day_is_taken_on_enter(qtbot: QtBot) -> None:
    field = DateField(TODAY, TODAY)
    qtbot.addWidget(field)
    field.field.clear()
    qtbot.keyClicks(field.field, "22.10")
    with qtbot.waitSignal(field.changed) as changed:
        qtbot.keyClick(field.field, Qt.Key.Key_Return)
    assert changed.args == [date(2026, 10, 22)]
    assert field.field.text().endswith("22.10.2026")


def test_what_is_no_day_stays_written(qtbot: QtBot) -> None:
    field = DateField(TODAY, TODAY)
    qtbot.addWidget(field)
    field.field.setText("31.2")
    qtbot.keyClick(field.field, Qt.Key.Key_Return)
    assert field.day() is None
    assert field.field.text() == "31.2"


def test_arrows_step_through_days(qtbot: QtBot) -> None:
    field = DateField(TODAY, TODAY)
    qtbot.addWidget(field)
    qtbot.keyClick(field.field, Qt.Key.Key_Down)
    qtbot.keyClick(field.field, Qt.Key.Key_Down)
    qtbot.keyClick(field.field, Qt.Key.Key_Up)
    assert field.day() == date(2026, 10, 16)


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)  # offscreen
def test_a_day_from_the_calendar(qtbot: QtBot) -> None:
    field = DateField(TODAY, TODAY)
    qtbot.addWidget(field)
    field.show()
    qtbot.keyClick(field.field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = field.findChild(Calendar)
    assert calendar is not None
    assert calendar.selectedDate() == QDate(2026, 10, 15)
    calendar.activated.emit(QDate(2026, 10, 20))
    assert field.day() == date(2026, 10, 20)
    assert not calendar.isVisible()


def test_any_minute_can_be_typed(qtbot: QtBot) -> None:
    at = TimeChoice(time(9))
    qtbot.addWidget(at)
    said: list[time | None] = []
    at.changed.connect(said.append)
    line = at.lineEdit()
    assert line is not None
    for typed in ("1805", "soon"):
        line.selectAll()
        qtbot.keyClicks(line, typed)
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert said == [time(18, 5), None]
    assert at.currentText() == "soon"
    assert at.at() is None


def test_the_same_time_typed_short_is_written_out(qtbot: QtBot) -> None:
    at = TimeChoice(time(18))
    qtbot.addWidget(at)
    line = at.lineEdit()
    assert line is not None
    line.selectAll()
    qtbot.keyClicks(line, "18")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert at.currentText() == clock_time(time(18))
