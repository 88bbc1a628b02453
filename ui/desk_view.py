"""What is seen after signing in: sidebar, top bar, and the page of the chosen tab."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.action import Change, Kind, Topic
from app.centre.queries import CentreCard, CentreNames
from app.errors import Offer, Refused
from app.language import tr, words
from app.people.on_site import OnSiteCount
from app.staff.queries import MustChangePassword
from ui.desk import QtDesk
from ui.keys_page import KeysDrawer
from ui.kit.never_lost import NeverLost
from ui.kit.tab import Tab
from ui.kit.undo_keys import forget_typing
from ui.last_action import LastAction
from ui.offer_tick import OfferTick
from ui.sidebar import Sidebar
from ui.tabs import TABS
from ui.top_bar import TopBar
from ui.visitors.omni import OmniBox
from ui.visitors.scanned import ScannedCards

BANDS_BY_KEY = {"Ctrl+Shift+1": 0, "Ctrl+Shift+2": 1, "Ctrl+Shift+3": 2, "Ctrl+Shift+4": 3}


class DeskView(QWidget):
    """Tabs are imported when first shown; a change reloads what is seen and marks the rest stale."""

    language_chosen = Signal(object)
    settings_changed = Signal(object)
    size_wanted = Signal(int)
    lock_wanted = Signal()
    sign_out_wanted = Signal()

    def __init__(self, desk: QtDesk, *, narrow: bool = False) -> None:
        super().__init__()
        self.setObjectName("root")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.desk = desk
        self.private = False
        self._narrow = narrow
        self._names = CentreNames()
        self._tabs: dict[str, Tab] = {}
        self._pages = QStackedWidget()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._current = "today"
        self._cards = ScannedCards(desk, self)
        self._cards.said.connect(self.last_action_say)
        self._cards.offer_ended.connect(self._shorten)
        self._cards.sheet.connect(lambda code: self.show_tab("events", ("paper", code)))
        self._build()
        self._connect_keys()
        NeverLost(self)
        desk.changed.connect(self._on_change)
        self._tick = OfferTick(desk, self)
        self._tick.offered.connect(self._offer)
        desk.taken_back.connect(self._on_taken_back)
        desk.news.connect(self._on_topics)
        desk.refused.connect(self._on_refused)
        desk.unanswered.connect(self._on_unanswered)
        desk.failed.connect(self._on_failed)
        self._ask_counts()
        self.show_tab("today")
        if desk.signed_in is not None:
            desk.ask(MustChangePassword(desk.signed_in.staff_id), self._ask_for_own_password)

    def show_tab(self, name: str, what: object = None) -> None:
        """Open a tab and, when ``what`` is given, the thing in it; "privacy", "lock" and "omni" are no tabs."""
        if name == "privacy":
            self.toggle_privacy()
            return
        if name == "lock":
            self.lock_wanted.emit()
            return
        if name == "omni":
            self.omni.check_in(what) if isinstance(what, UUID) else self.omni.clear()
            return
        self._current = name
        tab = self._tab(name)
        self._pages.setCurrentWidget(tab)
        self.sidebar.tabs.blockSignals(True)
        self.sidebar.tabs.setCurrentIndex([place.name for place in TABS].index(name))
        self.sidebar.tabs.blockSignals(False)
        tab.shown()
        self.omni.set_filtering(name == "visitors")
        if what is not None:
            tab.show_this(what)

    def tab(self) -> Tab:
        """The tab now in front."""
        return self._tab(self._current)

    def rebuild(self) -> None:
        """Everything anew in another language, look or size; what is open stays open."""
        for tab in self._tabs.values():
            self._pages.removeWidget(tab)
            tab.deleteLater()
        self._tabs.clear()
        self._build_again()

    def set_narrow(self, narrow: bool) -> None:
        if narrow != self._narrow:
            self._narrow = narrow
            self._build_again()

    def toggle_privacy(self) -> None:
        """F8: initials only, needs hidden: the screen faces the queue."""
        self.private = not self.private
        for tab in self._tabs.values():
            tab.set_private(self.private)
        self.omni.set_private(self.private)
        text = tr("Privacy mode is on. F8 ends it.") if self.private else tr("Privacy mode is off.")
        self.last_action.say(text, "info")

    def _build_again(self) -> None:
        """What stands in the omni box stays there, and the keys with it."""
        typed, had_keys = self.omni.field.text(), self.omni.field.hasFocus()
        self._build()
        self._ask_counts()
        self.show_tab(self._current)
        if had_keys:
            self.omni.field.setFocus()
        self.omni.go_on(typed)

    def _build(self) -> None:
        while (place := self._row.takeAt(0)) is not None:
            old = place.widget()
            if old is not None and old is not self._pages:
                old.deleteLater()
        person = self.desk.signed_in.name if self.desk.signed_in else ""
        self.sidebar = Sidebar(
            self._names.short_name, self._names.municipality, person, wide=not self._narrow
        )
        self.sidebar.chosen.connect(lambda index: self.show_tab(TABS[index].name))
        self.sidebar.on_site_clicked.connect(lambda: self.show_tab("visitors", "on site"))
        self.sidebar.language_chosen.connect(self.language_chosen)
        self.sidebar.lock_wanted.connect(self.lock_wanted)
        self.sidebar.sign_out_wanted.connect(self.sign_out_wanted)
        self.omni = OmniBox(self.desk)
        self.omni.go.connect(self.show_tab)
        self.omni.alt_key = lambda key: self.tab().alt_key(key)
        self.omni.typed.connect(self._on_typed)
        self.omni.found.connect(lambda matches: self._tab("visitors").show_found(matches))
        self.omni.said.connect(self._warn)
        self.omni.set_private(self.private)
        self.last_action = LastAction()
        self.omni.withdrawn.connect(self.last_action.withdraw)
        self.last_action.undo_wanted.connect(self.desk.undo)
        self.last_action.redo_wanted.connect(self.desk.redo)
        self.top_bar = TopBar(self.desk, self.omni, self.last_action)
        right = QFrame()
        right.setObjectName("page")
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self._pages, 1)
        self._row.addWidget(self.sidebar)
        self._row.addWidget(right, 1)

    def _tab(self, name: str) -> Tab:
        if name not in self._tabs:
            place = next(place for place in TABS if place.name == name)
            tab = place.load()(self.desk)
            tab.go.connect(self.show_tab)
            tab.said.connect(self.last_action_say)
            tab.set_private(self.private)
            if name == "settings":
                changed = tab.settings_changed  # type: ignore[attr-defined]  # the one tab that has it
                changed.connect(self.settings_changed)
            self._tabs[name] = tab
            self._pages.addWidget(tab)
        return self._tabs[name]

    def _warn(self, text: str) -> None:
        self.last_action.say(text, "warn")

    def last_action_say(self, text: str, kind: str = "info") -> None:
        self.last_action.say(text, kind)

    def _shorten(self, text: str, left: str) -> None:
        self.last_action.shorten(text, left)

    def _check_out(self) -> None:
        """Whose card was just scanned, else who is chosen in the tab."""
        if not self._cards.check_out():
            self.tab().check_out()

    def _on_typed(self, text: str) -> None:
        if self._current == "visitors":
            self._tab("visitors").filter_by(text)

    def _on_change(self, change: Change) -> None:
        forget_typing()
        self.last_action.say(words(change.message), "ok", can_undo=change.undo is not None)
        self.top_bar.tick()
        self._on_topics(change.topics)
        self._tick.after(change)

    def _offer(self, sentence: str, offers: tuple[Offer, ...]) -> None:
        """Beside the sentence it belongs to, while that still stands there."""
        if self.last_action.text == sentence:
            self.last_action.offer(offers, self.desk.do)

    def _on_taken_back(self, change: Change) -> None:
        self.last_action.say_taken_back(words(change.message))

    def _on_topics(self, topics: frozenset[Topic]) -> None:
        for tab in self._tabs.values():
            tab.on_topics(topics)
        kinds = {topic.kind for topic in topics}
        if kinds & {Kind.VISITS, Kind.CENTRE}:
            self._ask_counts()

    def _on_refused(self, refusal: Refused) -> None:
        self.last_action.say(str(refusal), "danger")
        self.top_bar.tick()
        self.last_action.offer(refusal.offers, self.desk.do)
        self.tab().reload()

    def _on_unanswered(self, refusal: Refused) -> None:
        self.last_action.say(str(refusal), "danger")
        self.top_bar.tick()

    def _on_failed(self, _error: Exception) -> None:
        self.last_action.say(
            tr(
                "That did not work, and nothing was changed. Try once more; if it stays, tell who looks after the computer."
            ),
            "danger",
        )
        self.top_bar.tick()

    def _ask_for_own_password(self, must: bool) -> None:
        """Somebody came in with the one-time password that an administrator gave her."""
        if must:
            self.show_tab("settings", "password")
            self.last_action.say(tr("Choose your own password now."), "warn")

    def _ask_counts(self) -> None:
        self.desk.ask(OnSiteCount(), self._show_on_site)
        self.desk.ask(CentreCard(), self._show_names)

    def _show_on_site(self, number: int) -> None:
        self.sidebar.set_on_site(number)

    def _show_names(self, names: CentreNames) -> None:
        if names != self._names:
            self._names = names
            self._build_again()

    def _connect_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "F1": self._show_keys,
            "F2": self._focus_omni,
            "F3": lambda: self.show_tab("bookings", "find"),
            "F4": self._check_out,
            "F5": lambda: self.tab().jump_to_now(),
            "F6": lambda: self.tab().record_need(),
            "F7": lambda: self._next_panel(+1),
            "Shift+F7": lambda: self._next_panel(-1),
            "F8": self.toggle_privacy,
            "F9": lambda: self.set_narrow(not self._narrow),
            "Ctrl+N": lambda: self.tab().new(),
            "Ctrl+P": lambda: self.tab().print_page(),
            "Ctrl+Z": self.desk.undo,
            "Ctrl+Y": self.desk.redo,
            "Ctrl+Shift+Z": self.desk.redo,
        }
        for key in ("Ctrl++", "Ctrl+="):
            keys[key] = partial(self.size_wanted.emit, 1)
        keys["Ctrl+-"] = partial(self.size_wanted.emit, -1)
        keys["Ctrl+0"] = partial(self.size_wanted.emit, 0)
        for number, place in enumerate(TABS, 1):
            keys[f"Ctrl+{number}"] = partial(self._show_by_key, place.name)
        for key, band in BANDS_BY_KEY.items():
            keys[key] = partial(self._count_unnamed, band)
        for key, verb in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(verb)

    def _show_by_key(self, name: str) -> None:
        self.show_tab(name)
        self.tab().take_focus()

    def _count_unnamed(self, band: int) -> None:
        self.tab().count_unnamed(band)

    def _focus_omni(self) -> None:
        """The box is made anew with every language, so it is looked up when the key comes."""
        self.omni.focus_all()

    def _show_keys(self) -> None:
        KeysDrawer(self).open()

    def _next_panel(self, step: int) -> None:
        """F7 goes round: sidebar, top bar, and the panels of the tab."""
        panels = [self.sidebar.tabs, self.omni.field, *self.tab().panels()]
        here = next((i for i, panel in enumerate(panels) if _holds_focus(panel)), -1)
        panels[(here + step) % len(panels)].setFocus(Qt.FocusReason.ShortcutFocusReason)


def _holds_focus(panel: QWidget) -> bool:
    focused = panel.focusWidget() if panel.focusWidget() else None
    return panel.hasFocus() or (focused is not None and focused.hasFocus())
