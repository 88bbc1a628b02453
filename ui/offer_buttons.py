"""Ways out of a refusal as buttons in the top bar; F10 goes to the first of them."""

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QWidget

from app.action import Action
from app.errors import Offer
from app.language import tr, words
from ui.kit.announce import announce
from ui.kit.buttons import Button, IconButton
from ui.kit.inside import Inside
from ui.kit.labels import Label, plain_tip
from ui.theme import px

MOST = 3
WIDEST = 170
KEY = "F10"


class OfferButtons(Inside, QWidget):
    """Hidden while there is nothing to offer; whoever takes an offer finds the focus back."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(6))
        self.buttons: list[Button] = []
        self._more = IconButton("down", tr("Ways out"), kind="")
        self._more.setToolTip(f"{tr('Ways out')} ({KEY})")
        self._more.clicked.connect(self._open_menu)
        self._menu: QMenu | None = None
        self._row.addWidget(self._more)
        self._key = Label(KEY, role="kbd")
        self._row.addWidget(self._key, 0, Qt.AlignmentFlag.AlignVCenter)
        self._back: QWidget | None = None
        self._shortcut = QShortcut(QKeySequence(KEY), self)
        self._shortcut.activated.connect(self._go_to_first)
        self._more.hide()
        self.hide()

    def show_offers(self, offers: tuple[Offer, ...], do: Callable[[Action], object]) -> None:
        """Buttons for the first three; none hides the row."""
        self.clear()
        for place, offer in enumerate(offers[:MOST]):
            button = self._button(words(offer.message))
            button.clicked.connect(lambda _=False, action=offer.action: self._take(action, do))
            self._row.insertWidget(place, button)
            self.buttons.append(button)
        if self.buttons:
            self._key.show()
            self.show()
            names = "; ".join(button.accessibleName() for button in self.buttons)
            announce(self, f"{KEY}: {names}")

    def fit(self, width: int) -> None:
        """Too wide for ``width``: one narrow button whose menu has the offers in full."""
        if not self.buttons or self.minimumSizeHint().width() <= width:
            return
        self._key.hide()
        self._menu = menu = QMenu(self)
        for button in self.buttons:
            menu.addAction(button.accessibleName()).triggered.connect(button.click)
            button.hide()
        self._more.show()

    def clear(self) -> None:
        self._give_focus_back()
        for button in self.buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        if self._menu is not None:
            self._menu.deleteLater()
            self._menu = None
        self._more.hide()
        self.hide()

    def _button(self, text: str) -> Button:
        button = Button(text)
        button.setParent(self)
        button.ensurePolished()
        short = button.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, px(WIDEST))
        if short != text:
            button.setText(short)
            button.setAccessibleName(text)
            button.setToolTip(plain_tip(text))
        return button

    def _open_menu(self) -> None:
        if self._menu is not None:
            self._menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _take(self, action: Action, do: Callable[[Action], object]) -> None:
        """An offer is taken once: a second press before the answer would find it done."""
        self.clear()
        do(action)

    def _go_to_first(self) -> None:
        here = QApplication.focusWidget()
        if here is not None and not self.isAncestorOf(here):
            self._back = here
        first = self._more if self._more.isVisible() else self.buttons[0]
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _give_focus_back(self) -> None:
        inside = any(button.hasFocus() for button in (*self.buttons, self._more))
        back, self._back = self._back, None
        if inside and back is not None and shiboken6.isValid(back):
            back.setFocus(Qt.FocusReason.OtherFocusReason)
