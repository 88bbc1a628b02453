"""Cards, notes, chips and tiles: what things stand in."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.kit.buttons import Button
from ui.kit.icons import pixmap
from ui.kit.inside import Inside
from ui.kit.labels import IconLabel, Label
from ui.theme import FAMILY, font, px, tokens

NOTE_ICONS = {"warn": "warn", "danger": "warn", "ok": "check", "info": "info"}


class Card(Inside, QFrame):
    """A white card with a column in it; ``margins`` at 100 %."""

    def __init__(self, margins: tuple[int, int, int, int] = (18, 14, 18, 14), gap: int = 8) -> None:
        super().__init__()
        self.setObjectName("card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(*(px(one) for one in margins))
        self.column.setSpacing(px(gap))


class FlatCard(Inside, QFrame):
    """A card inside a card."""

    def __init__(self, margins: tuple[int, int, int, int] = (14, 10, 14, 10), gap: int = 6) -> None:
        super().__init__()
        self.setObjectName("cardflat")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(*(px(one) for one in margins))
        self.column.setSpacing(px(gap))


class Hline(QFrame):
    """A thin line; decoration only."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("hline")
        self.setFixedHeight(1)


class Note(Inside, QFrame):
    """A sentence that matters now. ``kind``: warn, danger, ok, info. ``column`` takes more widgets."""

    def __init__(self, kind: str, text: str = "") -> None:
        super().__init__()
        self.setObjectName(f"{kind}box")
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(8), px(12), px(8))
        row.setSpacing(px(10))
        picture = IconLabel(NOTE_ICONS[kind], getattr(tokens(), kind))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        self.column = QVBoxLayout()
        self.column.setSpacing(px(6))
        row.addLayout(self.column, 1)
        self.label = Label("", wrap=True)
        self.column.addWidget(self.label)
        self.say(text)

    def say(self, text: str) -> None:
        self.label.setText(text)
        self.label.setVisible(bool(text))
        self.setAccessibleName(text)


class Chip(QWidget):
    """A rounded word. ``kind``: ok, warn, danger, info, plain, band. Never colour alone."""

    def __init__(self, text: str, kind: str = "plain", icon: str = "") -> None:
        super().__init__()
        self._kind, self._icon, self._text = kind, icon, text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def set_text(self, text: str, kind: str = "", icon: str | None = None) -> None:
        self._text = text
        self._kind = kind or self._kind
        self._icon = self._icon if icon is None else icon
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = QFontMetrics(chip_font()).horizontalAdvance(self._text) + px(20)
        return QSize(width + (px(22) if self._icon else 0), px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_chip(painter, QRectF(self.rect()), self._text, self._kind, self._icon)
        painter.end()


def chip_font() -> QFont:
    return font(14, QFont.Weight.Medium)


def chip_colours(kind: str) -> tuple[str, str]:
    """Ground and ink."""
    look = tokens()
    if kind == "plain":
        return look.surface2, look.text2
    if kind == "band":
        return look.container, look.on_container
    return getattr(look, f"{kind}_bg"), getattr(look, kind)


def paint_chip(painter: QPainter, box: QRectF, text: str, kind: str, icon: str = "") -> None:
    """For delegates and other painted widgets."""
    ground, ink = chip_colours(kind)
    framed = tokens().name == "contrast" or kind == "plain"
    edge = ink if tokens().name == "contrast" else tokens().divider
    painter.setPen(QPen(QColor(edge), 1) if framed else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    radius = box.height() / 2
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    left = box.left() + px(9)
    if icon:
        side = px(16)
        painter.drawPixmap(int(left), int(box.center().y() - side / 2), pixmap(icon, ink, side))
        left += px(21)
    painter.setFont(chip_font())
    painter.setPen(QColor(ink))
    room = QRectF(left, box.top(), box.right() - left - px(6), box.height())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


class Disc(QWidget):
    """Initials in a circle; decoration, the name stands beside it."""

    def __init__(self, initials: str, size: int = 64) -> None:
        super().__init__()
        self._initials = initials
        self.setFixedSize(px(size), px(size))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_disc(painter, QRectF(self.rect()), self._initials, chosen=False)
        painter.end()


def paint_disc(painter: QPainter, box: QRectF, initials: str, *, chosen: bool) -> None:
    look = tokens()
    edge = QPen(QColor(look.on_container), 1) if look.name == "contrast" else Qt.PenStyle.NoPen
    painter.setPen(edge)
    painter.setBrush(QColor(look.surface if chosen else look.container))
    painter.drawEllipse(box)
    painter.setFont(_letters(box.height() * 0.36))
    painter.setPen(QColor(look.primary if chosen else look.on_container))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, initials)


class KeyHints(QWidget):
    """``[("Enter", "check in"), …]`` in one row, given way from the right."""

    def __init__(self, hints: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(6))
        for key, does in hints:
            row.addWidget(Label(key, role="kbd"))
            row.addWidget(Label(does, role="cap"))
            row.addSpacing(px(4))
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)


class Tile(Button):
    """A number and what it counts; the whole tile is a button."""

    def __init__(self, words: str, icon: str) -> None:
        super().__init__("", kind="tile")
        self._words = words
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(4), px(14), px(4))
        row.setSpacing(px(12))
        self._number = Label("–", role="num")
        self._label = Label(words, role="sub", wrap=True)
        self._label.setMinimumWidth(px(82))  # it wraps; its own hint would keep it on one line
        row.addWidget(self._number)
        row.addWidget(self._label, 1)
        row.addWidget(IconLabel(icon, tokens().primary, 24))
        for part in (self._number, self._label):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setMinimumHeight(px(62))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_number(self, number: int, words: str = "") -> None:
        self._words = words or self._words
        self._number.setText(str(number))
        self._label.setText(self._words)
        self.setAccessibleName(f"{number} {self._words}")

    def sizeHint(self) -> QSize:
        layout = self.layout()
        hint = layout.sizeHint() if layout else super().sizeHint()
        return QSize(hint.width(), max(px(62), hint.height()))


class KindBadge(QWidget):
    """A letter on ink: who books, never by colour alone."""

    def __init__(self, kind: str, letter: str, size: int = 22) -> None:
        super().__init__()
        self._kind, self._letter = kind, letter
        self.setFixedSize(px(size), px(size))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_badge(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), self._kind, self._letter)
        painter.end()


def paint_badge(painter: QPainter, box: QRectF, kind: str, letter: str) -> None:
    tint = tokens().kinds[kind]
    painter.setPen(QPen(QColor(tint.ink), 1))
    painter.setBrush(QColor(tint.ink))
    painter.drawRoundedRect(box, 4, 4)
    painter.setFont(_letters(box.height() * 0.72))
    painter.setPen(QColor(tint.fill))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)


def _letters(height: float) -> QFont:
    """Letters that fill a shape; real pixels, because the shape has been through ``px``."""
    made = QFont(FAMILY)
    made.setPixelSize(max(9, int(height)))
    made.setWeight(QFont.Weight.Bold)
    return made
