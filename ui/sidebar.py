"""The left edge: the centre's name, the tabs, how many are in, who works here, the language."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.language import Language, current, language_name, ntr, tr
from ui.kit.buttons import Button
from ui.kit.labels import Label
from ui.mark import Mark
from ui.side_tabs import ScrolledTabs
from ui.theme import px

WIDE, NARROW = 212, 72


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
        scrolled = ScrolledTabs(wide=wide)
        self.tabs = scrolled.tabs
        self.tabs.currentChanged.connect(self.chosen)
        column.addWidget(scrolled, 1)
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
        row.setContentsMargins(px(18), 0, px(8 if self._wide else 18), px(12))
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
