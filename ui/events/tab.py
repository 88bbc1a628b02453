"""The events tab: events, initiatives, opinions, each a page with the contract of a tab."""

from importlib import import_module
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.action import Kind, Topic
from app.language import Message, say, words
from ui.events.events_page import EventsPage
from ui.kit.buttons import Segments
from ui.kit.tab import Tab
from ui.theme import px

EVENTS = "events"
PAGES: dict[str, tuple[Message, str]] = {
    EVENTS: (say("Events"), "ui.events.events_page:EventsPage"),
    "paper": (say("From paper"), "ui.events.way_back_page:WayBackPage"),
    "programme": (say("Programme"), "ui.events.programme_page:ProgrammePage"),
    "ideas": (say("Ideas"), "ui.initiatives.page:InitiativesPage"),
    "opinions": (say("Opinions"), "ui.opinions.page:OpinionsPage"),
}
"""By the word with which ``show_this((word, what))`` opens it; made when first shown."""


class EventsTab(Tab):
    """Whatever the window asks of the tab is asked of the page in front."""

    kinds: ClassVar[frozenset[Kind]] = frozenset(Kind)

    def build(self) -> None:
        self._pages: dict[str, Tab] = {}
        self._names = list(PAGES)
        self._stack = QStackedWidget()
        self.segments = Segments(
            [words(title) for title, _ in PAGES.values()], words(say("Events"))
        )
        self.segments.chosen.connect(lambda index: self._turn_to(self._names[index]))
        if len(PAGES) < 2:
            self.segments.hide()
        row = QHBoxLayout()
        row.setContentsMargins(px(20), px(10) if len(PAGES) > 1 else 0, px(20), 0)
        row.addWidget(self.segments)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._stack, 1)
        self._turn_to(EVENTS)

    @property
    def page(self) -> Tab:
        """The page in front."""
        front: Tab = self._pages[self._name]
        return front

    @property
    def events(self) -> EventsPage:
        """The page of events, whichever is in front."""
        page = self._pages[EVENTS]
        assert isinstance(page, EventsPage)
        return page

    def shown(self) -> None:
        super().shown()
        self.page.shown()

    def on_topics(self, topics: frozenset[Topic]) -> None:
        for page in self._pages.values():
            page.on_topics(topics)

    def set_private(self, private: bool) -> None:
        super().set_private(private)
        for page in self._pages.values():
            page.set_private(private)

    def show_this(self, what: object) -> None:
        """``(word, what)`` of one of the pages; anything else is for the page of events."""
        match what:
            case (str() as name, wanted) if name in PAGES and name != EVENTS:
                self._choose(name)
                self.page.show_this(wanted)
            case _:
                self._choose(EVENTS)
                self.page.show_this(what)

    def new(self) -> None:
        self.page.new()

    def print_page(self) -> None:
        self.page.print_page()

    def check_out(self) -> None:
        self.page.check_out()

    def jump_to_now(self) -> None:
        self._choose(EVENTS)
        self.page.jump_to_now()

    def record_need(self) -> None:
        self.page.record_need()

    def count_unnamed(self, band: int) -> None:
        self.page.count_unnamed(band)

    def filter_by(self, text: str) -> None:
        self.page.filter_by(text)

    def take_focus(self) -> None:
        self.page.take_focus()

    def panels(self) -> list[QWidget]:
        return self.page.panels()

    def _choose(self, name: str) -> None:
        self.segments.show_choice(self._names.index(name))
        self._turn_to(name)

    def _turn_to(self, name: str) -> None:
        self._name = name
        page = self._pages.get(name) or self._make(name)
        self._stack.setCurrentWidget(page)
        if not self._stale:
            page.shown()

    def _make(self, name: str) -> Tab:
        module, _, class_name = PAGES[name][1].partition(":")
        page: Tab = getattr(import_module(module), class_name)(self.desk)
        page.set_private(self.private)
        page.go.connect(self.go)
        page.said.connect(self.said)
        self._pages[name] = page
        self._stack.addWidget(page)
        return page
