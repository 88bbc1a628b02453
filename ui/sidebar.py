"""The left edge: the centre's name, the tabs, how many are in, who works here, the language."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QTabBar, QVBoxLayout, QWidget

from app.language import Language, current, language_name, ntr, tr, words
from ui.kit.buttons import Button
from ui.kit.icons import pixmap
from ui.kit.labels import Label
from ui.mark import Mark
from ui.tabs import TABS
from ui.theme import FAMILY, px, tokens

WIDE, NARROW = 212, 72


class SideTabs(QTabBar):
    """A true tab bar (screen readers and arrow keys know it) painted as a vertical list."""

    def __init__(self) -> None:
        super().__init__()
        self.wide = True
        self.setShape(QTabBar.Shape.RoundedWest)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Tabs"))
        for place in TABS:
            self.setTabToolTip(self.addTab(words(place.title)), words(place.title))

    def tabSizeHint(self, index: int) -> QSize:
        if not self.wide:
            return QSize(px(NARROW), px(50))
        two_lines = QFontMetrics(self._font()).horizontalAdvance(self.tabText(index)) > px(138)
        return QSize(px(WIDE), px(58 if two_lines else 50))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in range(self.count()):
            self._paint_tab(painter, index)
        painter.end()

    def _paint_tab(self, painter: QPainter, index: int) -> None:
        look, chosen = tokens(), index == self.currentIndex()
        box = QRectF(self.tabRect(index)).adjusted(px(8), 3, -px(8), -3)
        if chosen:
            edge = QPen(QColor(look.accent), 2) if look.name == "contrast" else Qt.PenStyle.NoPen
            painter.setPen(edge)
            painter.setBrush(QColor(look.side_sel))
            painter.drawRoundedRect(box, 8, 8)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.accent))
            painter.drawRoundedRect(QRectF(box.left(), box.top() + 8, 4, box.height() - 16), 2, 2)
        if chosen and self.hasFocus():
            painter.setPen(QPen(QColor(look.side_focus), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 8, 8)
        left = box.left() + px(14) if self.wide else box.center().x() - px(11)
        colour = look.side_text if chosen else look.side_text2
        picture = pixmap(TABS[index].icon, colour, px(22))
        painter.drawPixmap(QPointF(left, box.center().y() - px(11)), picture)
        if self.wide:
            painter.setFont(self._font(bold=chosen))
            painter.setPen(QColor(look.side_text))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(box.adjusted(px(46), 0, -px(6), 0), flags, self.tabText(index))

    def _font(self, *, bold: bool = False) -> QFont:
        font = QFont(FAMILY)
        font.setPixelSize(px(16))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font


class Sidebar(QFrame):
    """Wide (212 px) or narrow (72 px); made anew when the language or the size changes."""

    chosen = Signal(int)
    on_site_clicked = Signal()
    language_chosen = Signal(object)
    lock_wanted = Signal()
    sign_out_wanted = Signal()

    def __init__(self, centre: str, municipality: str, person: str, *, wide: bool = True) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self.setFixedWidth(px(WIDE if wide else NARROW))
        self._wide = wide
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(14), 0, px(12))
        column.setSpacing(px(4))
        column.addLayout(self._head(centre, municipality))
        self.tabs = SideTabs()
        self.tabs.wide = wide
        self.tabs.currentChanged.connect(self.chosen)
        column.addWidget(self.tabs)
        column.addStretch(1)
        self._count = Button("", kind="side")
        self._count.clicked.connect(self.on_site_clicked)
        column.addWidget(self._count)
        self._person = Button(person if wide else "", kind="side", icon="person")
        self._person.setAccessibleName(tr("Signed in: {name}", name=person))
        self._person.clicked.connect(self._person_menu)
        code = Button(str(current()).upper(), kind="side_code")
        code.setAccessibleName(tr("Language: {name}", name=language_name(current())))
        code.clicked.connect(lambda: self._language_menu(code))
        foot = QHBoxLayout() if wide else QVBoxLayout()
        foot.setContentsMargins(px(8), 0, px(8), 0)
        foot.addWidget(self._person, 1)
        foot.addWidget(code, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(foot)
        self.set_on_site(0)

    def set_on_site(self, number: int) -> None:
        words_ = ntr("visitor in the centre now", "visitors in the centre now", number)
        self._count.setText(f"{number}  {words_}" if self._wide else str(number))
        self._count.setAccessibleName(f"{number} {words_}")
        self._count.setToolTip(f"{number} {words_}")

    def _head(self, centre: str, municipality: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(px(18), 0, px(8), px(12))
        row.setSpacing(px(10))
        row.addWidget(Mark(36))
        if self._wide:
            names = QVBoxLayout()
            names.setSpacing(0)
            for text, role in ((centre, "side_h"), (municipality, "side_sub")):
                if text:
                    names.addWidget(Label(text, role=role, wrap=True))
            row.addLayout(names, 1)
        return row

    def _person_menu(self) -> None:
        menu = QMenu(self)
        menu.addAction(tr("Lock"), self.lock_wanted.emit)
        menu.addAction(tr("Sign out"), self.sign_out_wanted.emit)
        menu.exec(self._person.mapToGlobal(self._person.rect().topLeft()))

    def _language_menu(self, button: QWidget) -> None:
        menu = QMenu(self)
        for language in Language:
            act = menu.addAction(language_name(language))
            act.triggered.connect(lambda _=False, one=language: self.language_chosen.emit(one))
        menu.exec(button.mapToGlobal(button.rect().topLeft()))
