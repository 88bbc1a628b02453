"""The list of sections, with the rooms under theirs: one tab stop, arrow keys, painted rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui.kit.icons import pixmap
from ui.kit.labels import plain_tip
from ui.theme import font, px, tokens

ROW, ROOM_ROW = 36, 31
ICON, WORDS, STEP, RIGHT = 14, 44, 14, 8
WRAPPED = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
PLACE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Place:
    """A section, or one room in the section of rooms (``depth`` 1, a part of a hall 2)."""

    name: str
    title: str
    icon: str = ""
    room_id: UUID | None = None
    depth: int = 0


class SectionList(QListWidget):
    """Choosing a row shows its section at once."""

    chosen = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setItemDelegate(_Painter(self))
        self.currentItemChanged.connect(self._tell)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # a title may need another number of lines

    def set_places(self, places: Sequence[Place]) -> None:
        """Replace all rows without telling anybody."""
        if [self.item(row).data(PLACE) for row in range(self.count())] == list(places):
            return
        self.blockSignals(True)
        self.clear()
        for place in places:
            row = QListWidgetItem(place.title)
            row.setData(PLACE, place)
            row.setToolTip(plain_tip(place.title))
            self.addItem(row)
        self.blockSignals(False)

    def choose(self, name: str, room_id: UUID | None) -> None:
        """Mark what is shown, without telling anybody."""
        wanted = (name, room_id)
        for row in range(self.count()):
            place = self.item(row).data(PLACE)
            if (place.name, place.room_id) == wanted and row != self.currentRow():
                self.blockSignals(True)
                self.setCurrentRow(row)
                self.blockSignals(False)
                self.viewport().update()

    def _tell(self, row: QListWidgetItem | None) -> None:
        if row is not None:
            self.chosen.emit(row.data(PLACE))


class _Painter(QStyledItemDelegate):
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        place: Place = index.data(PLACE)
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListWidget) else 0
        metrics = QFontMetrics(_font(chosen=True))
        room = QRect(0, 0, width - _indent(place) - px(RIGHT), px(400))
        more = metrics.boundingRect(room, int(WRAPPED), place.title).height() - metrics.height()
        return QSize(0, px(ROOM_ROW if place.depth else ROW) + max(more, 0))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        place: Place = index.data(PLACE)
        look = tokens()
        box = QRectF(option.rect)
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.fillRect(box, QColor(look.sel))
            painter.fillRect(
                QRectF(box.left(), box.top(), px(3), box.height()), QColor(look.primary)
            )
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(look.hover))
        if chosen and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(look.focus), 3))
            painter.drawRect(box.adjusted(2, 2, -2, -2))
        if place.icon:
            corner = QPointF(box.left() + px(ICON), box.center().y() - px(9))
            painter.drawPixmap(corner, pixmap(place.icon, look.text2, px(18)))
        painter.setPen(QColor(look.text))
        painter.setFont(_font(chosen=chosen))
        painter.drawText(box.adjusted(_indent(place), 0, -px(RIGHT), 0), WRAPPED, place.title)
        painter.restore()


def _indent(place: Place) -> int:
    return px(WORDS + STEP * max(0, place.depth - 1))


def _font(*, chosen: bool) -> QFont:
    return font(15, QFont.Weight.Medium if chosen else QFont.Weight.Normal)
