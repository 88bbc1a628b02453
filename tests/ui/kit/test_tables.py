"""Tables lose no words when the text is large."""

from pytestqt.qtbot import QtBot

from ui.kit.tables import Column, Table

LONG = "Find, check in or register a visitor who has never been here before"


def table_of(qtbot: QtBot, column: Column, width: int) -> Table:
    made = Table("Keys", [Column("Key", lambda row: row[0], 100), column], lambda row: row[0])
    qtbot.addWidget(made)
    made.set_rows([("F1", "List"), ("F2", LONG)])
    made.resize(width, 300)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_wrapping_row_is_as_high_as_its_words_and_no_higher(qtbot: QtBot) -> None:
    does = Column("What it does", lambda row: row[1], stretch=True, wrap=True)
    table = table_of(qtbot, does, 300)
    qtbot.waitUntil(lambda: table.rowHeight(1) > table.rowHeight(0))
    table.resize(900, 300)
    qtbot.waitUntil(lambda: table.rowHeight(1) == table.rowHeight(0))


def test_rows_of_other_tables_stay_equal(qtbot: QtBot) -> None:
    table = table_of(qtbot, Column("What it does", lambda row: row[1], stretch=True), 300)
    assert table.rowHeight(0) == table.rowHeight(1)


def test_the_column_that_takes_the_rest_is_never_squeezed_to_nothing(qtbot: QtBot) -> None:
    table = table_of(qtbot, Column("What it does", lambda row: row[1], 150, stretch=True), 160)
    assert table.columnWidth(1) == 150
    assert table.horizontalScrollBar().maximum() > 0
    table.resize(500, 300)
    qtbot.waitUntil(lambda: table.columnWidth(1) > 350)
    assert table.horizontalScrollBar().maximum() == 0
