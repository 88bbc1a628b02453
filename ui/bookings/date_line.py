"""One date of a series: number, day, is the room free, and the choice what to do.

All of it is painted, and the field to choose is made when the line is entered: a year of days, each
with fields of its own, would take ten seconds to be dressed.
"""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.bookings.other_ways import Way
from app.bookings.series_preview import DateRow, DateState
from app.centre.actions import WEEKDAYS
from app.language import short_date, tr, words
from ui.kit.forms import Choice
from ui.kit.icons import pixmap
from ui.kit.inside import Inside
from ui.theme import font, px, tokens

NUMBER, DAY, WEEKDAY, CHOICE = 34, 104, 116, 250
"""Widths at 100 %; what is to be known of the room takes the rest."""
GAP, HEIGHT, FIELD, ICON = 8, 38, 36, 20
LOOKS = {
    DateState.FREE: ("check", "ok"),
    DateState.TAKEN: ("warn", "danger"),
    DateState.HOLIDAY: ("event", "text2"),
    DateState.CLOSED: ("lock", "text2"),
    DateState.AGAINST: ("warn", "danger"),
}
"""The picture, and the colour of it and of the words."""
WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter


class DateLine(Inside, QWidget):
    """What the keyboard reaches is the choice; its description says everything that is painted."""

    picked = Signal(object)
    """Way."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._texts = (str(number), "", "")
        self._look, self._state = LOOKS[DateState.FREE], ""
        self._ways: tuple[Way, ...] = ()
        self._way: Way | None = None
        self._choice: Choice | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def choice(self) -> Choice:
        """Made when it is first asked for."""
        if self._choice is None:
            self._choice = Choice()
            self._choice.setParent(self)
            self._choice.picked.connect(self._picked)
            self._choice.show()
            QWidget.setTabOrder(self, self._choice)  # or it would be the last stop of all
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._arrange()
            self._fill()
        return self._choice

    def show_row(self, row: DateRow, way: Way) -> None:
        day, weekday = short_date(row.day), words(WEEKDAYS[row.day.weekday()])
        self._texts = (self._texts[0], day, weekday)
        warned = row.state is DateState.FREE and row.why
        self._look = ("warn", "warn") if warned else LOOKS[row.state]
        self._state = state_of(row)
        self._ways, self._way = row.ways, way
        self._fill()
        self.updateGeometry()
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.choice.setFocus(event.reason())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._box().contains(event.position().toPoint()):
            self.choice.setFocus(Qt.FocusReason.MouseFocusReason)
            self.choice.showPopup()

    def _picked(self, way: Way) -> None:
        self._way = way
        self.picked.emit(way)

    def _fill(self) -> None:
        for widget in (self, self._choice):
            if widget is not None:
                day = f"{self._texts[1]}, {self._texts[2]}"
                widget.setAccessibleName(tr("What to do on {day}", day=day))
                widget.setAccessibleDescription(self._state)
        if self._choice is not None:
            ways = [(one, words(one.said)) for one in self._ways]
            self._choice.set_options(ways, self._way)
            self._choice.setToolTip(self._choice.currentText())

    def sizeHint(self) -> QSize:
        return QSize(px(NUMBER + DAY + WEEKDAY + CHOICE + 160), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(NUMBER + DAY + WEEKDAY + CHOICE + 100), px(HEIGHT))

    def heightForWidth(self, width: int) -> int:
        room = self._room(width, 0)
        needed = QFontMetrics(_state_font()).boundingRect(room, WRAPPED, self._state)
        return max(px(HEIGHT), needed.height() + px(4))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def _arrange(self) -> None:
        if self._choice is not None:
            self._choice.setGeometry(self._box())

    def _box(self) -> QRect:
        """Where the choice is, or will be."""
        width, height = px(CHOICE), px(FIELD)
        return QRect(self.width() - width - px(2), (self.height() - height) // 2, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = tokens()
        painter = QPainter(self)
        left = px(2)
        fonts = (font(15), font(15, QFont.Weight.Medium), font(15))
        painter.setPen(QColor(look.text))
        for text, width, made in zip(self._texts, (NUMBER, DAY, WEEKDAY), fonts, strict=True):
            painter.setFont(made)
            painter.drawText(QRect(left, 0, px(width), self.height()), WRAPPED, text)
            left += px(width + GAP)
        icon, ink = self._look
        colour = getattr(look, ink)
        painter.drawPixmap(left, (self.height() - px(ICON)) // 2, pixmap(icon, colour, px(ICON)))
        painter.setFont(_state_font())
        painter.setPen(QColor(colour))
        painter.drawText(self._room(self.width(), self.height()), WRAPPED, self._state)
        if self._choice is None and self._way is not None:
            self._paint_choice(painter, words(self._way.said))
        painter.end()

    def _paint_choice(self, painter: QPainter, text: str) -> None:
        """As the field looks that will be there."""
        look, box = tokens(), self._box()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look.outline), 1))
        painter.setBrush(QColor(look.surface))
        painter.drawRoundedRect(box.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        side = px(18)
        at = box.right() - side - px(7)
        painter.drawPixmap(at, box.center().y() - side // 2, pixmap("down", look.text2, side))
        painter.setFont(font(15))
        painter.setPen(QColor(look.text))
        room = QRect(box.left() + px(11), box.top(), at - box.left() - px(14), box.height())
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)

    def _room(self, width: int, height: int) -> QRect:
        """Where the words about the room stand."""
        left = px(2) + px(NUMBER + GAP) + px(DAY + GAP) + px(WEEKDAY + GAP) + px(ICON + GAP)
        return QRect(left, 0, max(width - left - px(CHOICE + GAP + 2), px(60)), height)


def state_of(row: DateRow) -> str:
    """Everything there is to know of a date, in words."""
    told = [words(sentence) for sentence in row.why]
    if row.state is DateState.FREE:
        told.insert(0, tr("Free"))
    if row.school_holiday:
        told.append(tr("School holiday: {name}", name=row.school_holiday))
    return " · ".join(told)


def _state_font() -> QFont:
    return font(14, QFont.Weight.Medium)
