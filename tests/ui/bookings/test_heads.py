"""The heads of the columns do not run into each other."""

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from ui.bookings.block import font
from ui.bookings.heads import parts_words


def test_a_narrow_column_says_the_parts_by_number(qapp: QApplication) -> None:
    metrics = QFontMetrics(font(13))
    whole = parts_words(metrics, 2, 500)
    assert whole == "+ 2 parts"
    narrow = metrics.horizontalAdvance(whole) - 1
    assert parts_words(metrics, 2, narrow) == "+2"
