from datetime import date

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.kit.date_field import DateField
from ui.kit.forms import (
    Choice,
    Field,
    LongTextField,
    NumberField,
    SuggestField,
    TextField,
    Tick,
    YearField,
    on_edited,
)
from ui.kit.password import PasswordField


def test_a_field_names_its_widget(qtbot: QtBot) -> None:
    name = TextField()
    field = Field("Surname", name, hint="As in the passport")
    qtbot.addWidget(field)
    labels = field.findChildren(QLabel)
    assert labels[0].buddy() is name
    assert name.accessibleName() == "Surname"
    assert labels[1].text() == "As in the passport"


def test_an_error_is_under_the_field_read_out_and_loses_nothing(qtbot: QtBot) -> None:
    year = YearField()
    field = Field("Year", year, hint="Four digits")
    qtbot.addWidget(field)
    qtbot.keyClicks(year, "87?")
    field.set_error("Write four digits.")
    assert year.text() == "87?"
    assert year.accessibleDescription() == "Write four digits."
    assert year.property("bad") is True
    field.clear_error()
    assert year.property("bad") is False
    assert field.findChildren(QLabel)[1].text() == "Four digits"


def test_an_error_frames_the_line_inside_a_date_field(qtbot: QtBot) -> None:
    day = DateField(date(2026, 10, 15), date(2026, 10, 15))
    field = Field("Day", day)
    qtbot.addWidget(field)
    field.set_error("There is no such day.")
    assert day.field.property("bad") is True


def test_a_year_is_four_digits(qtbot: QtBot) -> None:
    for typed, meant in (
        ("1987", 1987),
        (" 2001 ", 2001),
        ("87", None),
        ("١٩٨٧", None),
        ("", None),
    ):
        year = YearField()
        qtbot.addWidget(year)
        year.setText(typed)
        assert year.year() == meant


def test_a_choice_gives_its_value_and_tells_only_what_people_pick(qtbot: QtBot) -> None:
    choice = Choice([("lv", "Latvian"), ("uk", "Ukrainian")], "lv")
    qtbot.addWidget(choice)
    choice.show()
    with qtbot.assertNotEmitted(choice.picked):
        choice.set_value("uk")
    with qtbot.waitSignal(choice.picked) as picked:
        qtbot.keyClick(choice, Qt.Key.Key_Up)
    assert picked.args == ["lv"]


def test_the_wheel_changes_nothing_that_was_not_looked_at(qtbot: QtBot) -> None:
    number, choice = NumberField(5), Choice([(1, "one"), (2, "two")], 1)
    for widget in (number, choice):
        qtbot.addWidget(widget)
        widget.show()
        _turn_wheel(widget)
    assert (number.value(), choice.value()) == (5, 1)


def test_a_suggestion_gives_its_value_and_something_new_gives_none(qtbot: QtBot) -> None:
    who = SuggestField(options=[(7, "Pensioners' association"), (8, "School")])
    qtbot.addWidget(who)
    who.setText(" SCHOOL ")
    assert who.value() == 8
    who.setText("Scho")
    assert who.value() is None


def test_a_tick_answers_to_space_and_enter(qtbot: QtBot) -> None:
    tick = Tick("Photos & films may be taken")
    qtbot.addWidget(tick)
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    assert tick.isChecked()
    qtbot.keyClick(tick, Qt.Key.Key_Return)
    assert not tick.isChecked()
    assert tick.accessibleName() == "Photos & films may be taken"


def test_leaving_a_field_tells_once_and_only_when_it_changed(qtbot: QtBot) -> None:
    said: list[str] = []
    name = TextField("Anna")
    qtbot.addWidget(name)
    on_edited(name, said.append)
    qtbot.keyClick(name, Qt.Key.Key_Return)
    name.setText("Ilze")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert said == ["Ilze"]


def test_tab_leaves_a_field_of_several_lines(qtbot: QtBot) -> None:
    window, notes, after = QWidget(), LongTextField("first"), TextField()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(notes)
    column.addWidget(after)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    notes.setFocus()
    qtbot.keyClick(notes, Qt.Key.Key_Tab)
    assert notes.text() == "first"
    assert after.hasFocus()


def test_a_password_is_hidden_until_asked_for_and_warns_of_caps_lock(qtbot: QtBot) -> None:
    field = PasswordField()
    qtbot.addWidget(field)
    qtbot.keyClicks(field.line, "sec")
    assert field.line.displayText() != "sec"
    assert field.show_tick is not None
    field.show_tick.setChecked(True)
    assert field.line.displayText() == "sec"
    warning = field.findChildren(QLabel)[0]
    assert warning.isHidden()
    qtbot.keyClick(field.line, "R")
    assert not warning.isHidden()
    qtbot.keyClick(field.line, "R", Qt.KeyboardModifier.ShiftModifier)
    assert warning.isHidden()


def _turn_wheel(widget: NumberField | Choice) -> None:
    middle = QPointF(widget.rect().center())
    turned = QWheelEvent(
        middle, widget.mapToGlobal(middle), QPoint(), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, turned)
