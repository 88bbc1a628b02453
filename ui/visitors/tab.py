"""The visitors' tab: the list left, the chosen person's card right."""

from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.accessibility.queries import WhoHasNeeds
from app.action import Kind, Topic
from app.clock import wall_now
from app.ids import new_id
from app.language import tr
from app.permission import Permission
from app.visitors.model import Band
from app.visitors.queries import Visitors, Who
from app.visitors.rows import VisitorRow
from app.visitors.search import Matches, VisitorsMatching
from app.visitors.visits import CheckIn, CheckOut, CountUnnamed
from ui.kit.scroll import Scroll
from ui.kit.tab import Tab
from ui.theme import px
from ui.visitors.card_printing import CardPrinting
from ui.visitors.counts import Counts
from ui.visitors.duplicates_page import DuplicatesPage
from ui.visitors.enter import may_check_in, why_not
from ui.visitors.head import Head
from ui.visitors.hint import nobody_yet
from ui.visitors.list_card import SEGMENTS, ListCard
from ui.visitors.not_seen_page import NotSeenPage
from ui.visitors.on_site import OnSitePage
from ui.visitors.pages import Pages
from ui.visitors.person_side import PersonSide
from ui.visitors.register import RegisterDrawer
from ui.visitors.visit_verbs import VisitVerbs

BANDS = (Band.CHILD, Band.YOUTH, Band.ADULT, Band.SENIOR)
ROWS_AT_ONCE = 300
"""Rows read before somebody scrolls on."""
FLAGS_AT_ONCE = 500
BESIDE = 740
"""Narrower, the card stands under the list and the page scrolls."""


class VisitorsTab(Tab):
    """``show_this``: an id, ``("register", text)``, ``("enter", matches)``, "on site", "today",
    "duplicates", "not seen", "import", "export"."""

    kinds: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.VISITORS, Kind.VISITS, Kind.ORGANISATIONS, Kind.CONSENTS, Kind.NEEDS}
    )

    def build(self) -> None:
        self._who = Who.ALL
        self._most = ROWS_AT_ONCE
        self._typed = ""
        self._sought: UUID | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        page = Scroll((20, 14, 20, 16), gap=10)
        whole.addWidget(page)
        self._head = Head(self.desk)
        self._counts = Counts(self.desk, self._head)
        self._counts.counted.connect(self._on_counted)
        self._verbs = VisitVerbs(self)
        self._verbs.add_keys(self._say_what_for)
        self._head.file_wanted.connect(self._verbs.load_file)
        self._head.export_wanted.connect(self._export)
        self._head.group_wanted.connect(self._verbs.count_group)
        self._head.duplicates_wanted.connect(lambda: self._show_named("duplicates"))
        self._head.not_seen_wanted.connect(lambda: self._show_named("not seen"))
        self._head.new_wanted.connect(self.new)
        self._printing = CardPrinting(self)
        self._head.cards_wanted.connect(lambda: self._printing.print_list(self._typed, self._who))
        page.column.addLayout(self._head)
        self._body = body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        body.setSpacing(px(16))
        self.left = ListCard(self.desk)
        self.list = self.left.list
        self.segments = self.left.segments
        self._connect_left()
        body.addWidget(self.left, 0)
        body.addLayout(self._right_side(), 1)
        page.column.addLayout(body, 1)

    def _connect_left(self) -> None:
        self.left.segment.connect(self._on_segment)
        self.left.privacy.connect(lambda: self.go.emit("privacy", None))
        self.left.register.connect(lambda: self._open_register(self._typed))
        self.left.more.connect(self._read_on)
        self.list.chosen.connect(self._on_chosen)
        self.list.opened.connect(self._on_opened)

    def _right_side(self) -> Pages:
        self.card = PersonSide(self.desk)
        self.card.go.connect(self.go)
        self.card.chosen.connect(self.show_person)
        self.card.edit_wanted.connect(self._edit)
        self.card.paper_wanted.connect(self._printing.print_one)
        self.on_site = OnSitePage(self.desk)
        self.on_site.said.connect(self.said)
        self.duplicates = DuplicatesPage(self.desk)
        self.duplicates.back.connect(self._usual_page)
        self._empty = nobody_yet(self.desk)
        self._empty.wanted.connect(self.new)
        self._empty.quiet_wanted.connect(self._verbs.load_file)
        self.on_site.group_wanted.connect(self._verbs.count_group)
        self.not_seen = NotSeenPage(self.desk)
        self.not_seen.back.connect(self._usual_page)
        self.not_seen.chosen.connect(self.show_person)
        pages = (self.on_site, self.duplicates, self.not_seen)
        self._pages = Pages(self.card, *pages, self._empty)
        return self._pages

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < px(BESIDE)
        way = QBoxLayout.Direction
        self._body.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        self.left.fit(self.width(), alone=narrow)
        for page in self._pages.every:
            page.setMinimumHeight(px(420) if narrow else 0)

    def on_topics(self, topics: frozenset[Topic]) -> None:
        self._counts.on_topics(topics)
        super().on_topics(topics)

    def reload(self) -> None:
        if self._typed.strip():
            self.desk.ask(VisitorsMatching(self._typed), self._show_matches)
        else:
            self._ask_rows()
        self._counts.reload()
        self.card.reload()
        for page in (self.on_site, self.duplicates, self.not_seen):
            if page.isVisible():
                page.reload()

    def _ask_rows(self) -> None:
        today = wall_now(self.desk.clock).date()
        self.desk.ask(Visitors(self._who, today, self._most), self._show_rows)

    def _on_counted(self, people: int) -> None:
        if self._pages.current in (self.card, self._empty):
            self._pages.turn_to(self.card if people else self._empty)

    def _show_rows(self, rows: tuple[VisitorRow, ...]) -> None:
        if self._typed.strip():
            return
        self.left.show_rows(rows, self._who, choose_first=self.card.visitor_id is None)
        self.card.end_hint()
        self._choose_sought(rows)
        self._counts.say(self.left.matches)
        self._ask_flags(rows)

    def _choose_sought(self, rows: tuple[VisitorRow, ...]) -> None:
        """Highlight whose card is shown; when she stands further down, read on until there."""
        if self._sought is None:
            return
        if self.list.choose(self._sought):
            self._sought = None
        elif len(rows) == self._most:
            self._most *= 2
            self.reload()

    def _show_matches(self, matches: Matches) -> None:
        if matches.text != self._typed:
            return  # typed on meanwhile; the right answer is on its way
        self.left.show_matches(matches)
        self.card.show_found(matches)
        self._counts.say(self.left.matches)
        self._ask_flags(matches.rows)

    def _ask_flags(self, rows: tuple[VisitorRow, ...]) -> None:
        if self.desk.may(Permission.SEE_NEEDS):
            ids = tuple(row.id for row in rows[:FLAGS_AT_ONCE])
            today = wall_now(self.desk.clock).date()
            self.desk.ask(WhoHasNeeds(ids, today), self.left.show_flags)

    def _read_on(self) -> None:
        if not self._typed.strip() and len(self.list.rows) == self._most:
            self._most += ROWS_AT_ONCE
            self.reload()

    def filter_by(self, text: str) -> None:
        """What fits comes by ``show_found``; when nothing is typed, everybody is shown again."""
        if text != self._typed:
            self._typed = text
            if not text.strip():
                self._ask_rows()

    def show_found(self, found: object) -> None:
        if isinstance(found, Matches):
            self._show_matches(found)

    def new(self) -> None:
        self._open_register("")

    def check_out(self) -> None:
        if self.on_site.isVisible():
            self.on_site.leave()
        elif self.card.visitor_id is not None:
            self.desk.do(CheckOut(self.card.visitor_id, self.desk.clock.now()))
        else:
            self.said.emit(tr("Choose somebody in the list first, then F4."), "info")

    def record_need(self) -> None:
        if self.card.visitor_id is not None:
            self.go.emit("needs", ("record", self.card.visitor_id))
        else:
            self.said.emit(tr("Choose somebody in the list first, then F6."), "info")

    def count_unnamed(self, band: int) -> None:
        self.desk.do(CountUnnamed(new_id(), BANDS[band], self.desk.clock.now()))

    def print_page(self) -> None:
        self.on_site.print_list()

    def set_private(self, private: bool) -> None:
        super().set_private(private)
        for part in (self.card, self.on_site, self.duplicates, self.not_seen, self.left):
            part.set_private(private)

    def show_this(self, what: object) -> None:
        match what:
            case UUID():
                self.show_person(what)
            case ("register", str(text)):
                self._open_register(text)
            case str():
                self._show_named(what)
            case (str(key), held):
                self._omni_key(key, held)

    def _show_named(self, what: str) -> None:
        match what:
            case "on site" | "today":
                self.segments.choose(SEGMENTS.index(Who(what)))
            case "duplicates" | "not seen":
                self._show_page(self.duplicates if what == "duplicates" else self.not_seen)
            case "import":
                self._verbs.load_file()
            case "export":
                self._export()

    def _omni_key(self, key: str, held: object) -> None:
        """A key pressed in the omni box while the list shows what it finds."""
        match key, held:
            case "enter", Matches() as matches:
                self._enter(matches.text)
            case "open", Matches() as matches:
                self._open_found(matches)
            case "step", int(by):
                self.list.step(by)

    def show_person(self, visitor_id: UUID) -> None:
        """Her card, also when she is not in the list that is shown."""
        self._pages.turn_to(self.card)
        self._sought = None if self.list.choose(visitor_id) else visitor_id
        if self._sought:
            self.list.clear_choice()
        self.card.show_visitor(visitor_id)

    def panels(self) -> list[QWidget]:
        return [self.list, self._pages.current]

    def _enter(self, text: str) -> None:
        """Enter in the omni box while the list filters; only for the list of just this text."""
        matches = self.left.matches
        if matches is None or matches.text != text:
            return
        row = self.list.current_row()
        if may_check_in(matches, row):
            self._check_in(row)
        else:
            self.said.emit(why_not(matches), "warn")

    def _open_found(self, matches: Matches) -> None:
        """Ctrl+Enter: the card of the one who is highlighted, else of the first found."""
        row = self.list.current_row() or (matches.rows[0] if matches.rows else None)
        if row is not None:
            self.show_person(row.id)
            self.card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _check_in(self, row: VisitorRow) -> None:
        self.go.emit("omni", row.id)

    def _on_segment(self, who: Who) -> None:
        self._who, self._most = who, ROWS_AT_ONCE
        self._usual_page()
        self.reload()

    def _usual_page(self) -> None:
        self._pages.turn_to(self.on_site if self._who is Who.ON_SITE else self.card)

    def _show_page(self, page: DuplicatesPage | NotSeenPage) -> None:
        self._pages.turn_to(page)
        page.reload()
        page.setFocus()

    def _say_what_for(self) -> None:
        if self.on_site.isVisible():
            self.on_site.say_what_for()
        else:
            self._verbs.say_what_for(self.card.card if self.card.visitor_id else None)

    def _on_chosen(self, row: VisitorRow | None) -> None:
        if row is not None:
            self._sought = None
            self.card.show_visitor(row.id)
            if self._pages.current is not self.card and self.list.hasFocus():
                self._pages.turn_to(self.card)

    def _on_opened(self, row: VisitorRow) -> None:
        if row.since is None:
            self._check_in(row)
        else:
            self.card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_register(self, text: str) -> None:
        drawer = RegisterDrawer(self, self.desk, text)
        drawer.registered.connect(self._registered)
        drawer.same_person.connect(self._same_person)
        drawer.open()

    def _registered(self, visitor_id: UUID) -> None:
        """What was typed was meant for her; the list shows everybody again, and her among them."""
        if self._typed:
            self.go.emit("omni", "clear")
        self.show_person(visitor_id)

    def _same_person(self, visitor_id: UUID) -> None:
        """She was there already: open her card and check her in."""
        self.show_person(visitor_id)
        self.desk.do(CheckIn(new_id(), visitor_id, self.desk.clock.now()))

    def _edit(self) -> None:
        if self.card.card is not None:
            drawer = RegisterDrawer(self, self.desk, "", self.card.card)
            drawer.same_person.connect(self.show_person)
            drawer.open()

    def _export(self) -> None:
        self._verbs.save_list(self._who, self._typed)
