"""The visitors' tab: the list left, the chosen person's card right."""

from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.accessibility.queries import WhoHasNeeds
from app.action import Change, Kind
from app.clock import wall_now
from app.ids import new_id
from app.language import ntr, tr
from app.permission import Permission
from app.visitors.model import Band
from app.visitors.queries import TodayCounts, VisitorCount, Visitors, Who
from app.visitors.rows import VisitorRow
from app.visitors.search import How, Matches, VisitorsMatching
from app.visitors.visits import CheckIn, CheckOut, CountUnnamed
from ui.kit.buttons import Button, IconButton, Segments
from ui.kit.cards import Card, Hline, KeyHints, Note
from ui.kit.empty import Empty
from ui.kit.labels import Label
from ui.kit.lists import RowList, RowLook
from ui.kit.tab import Tab
from ui.theme import px
from ui.visitors.omni import may_check_in, why_not
from ui.visitors.on_site import OnSitePage
from ui.visitors.person_side import PersonSide
from ui.visitors.register import RegisterDrawer
from ui.visitors.shown import row_look

SEGMENTS = (Who.ALL, Who.TODAY, Who.ON_SITE)
BANDS = (Band.CHILD, Band.YOUTH, Band.ADULT, Band.SENIOR)
ROWS_AT_ONCE = 300
"""Rows read before somebody scrolls on."""


class VisitorsTab(Tab):
    """``show_this``: an id, ``("register", text)``, ``("enter", matches)``, "on site", "import"."""

    kinds: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.VISITORS, Kind.VISITS, Kind.ORGANISATIONS, Kind.CONSENTS, Kind.NEEDS}
    )

    def build(self) -> None:
        self._who = Who.ALL
        self._most = ROWS_AT_ONCE
        self._typed = ""
        self._matches: Matches | None = None
        self._flagged: frozenset[UUID] = frozenset()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(px(20), px(14), px(20), px(16))
        whole.setSpacing(px(10))
        whole.addLayout(self._title_row())
        body = QHBoxLayout()
        body.setSpacing(px(16))
        body.addWidget(self._list_card(), 0)
        self._right = QVBoxLayout()
        self.card = PersonSide(self.desk)
        self.card.go.connect(self.go)
        self.card.chosen.connect(self.show_person)
        self.card.edit_wanted.connect(self._edit)
        self.on_site = OnSitePage(self.desk)
        self.on_site.hide()
        self._empty = self._empty_page()
        self._empty.hide()
        for page in (self.card, self.on_site, self._empty):
            self._right.addWidget(page, 1)
        body.addLayout(self._right, 1)
        whole.addLayout(body, 1)

    def _title_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        names = QVBoxLayout()
        names.setSpacing(px(1))
        names.addWidget(Label(tr("Visitors"), role="h1"))
        self._counts = Label("", role="sub")
        names.addWidget(self._counts)
        row.addLayout(names)
        row.addStretch(1)
        bring = Button(tr("Load from a file"), kind="quiet", icon="upload")
        bring.clicked.connect(self._import)
        if not self.desk.may(Permission.IMPORT):
            bring.hide()
        row.addWidget(bring)
        new = Button(tr("New visitor"), kind="primary", icon="add")
        new.setToolTip("Ctrl+N")
        new.clicked.connect(self.new)
        row.addWidget(new)
        return row

    def _list_card(self) -> Card:
        card = Card((1, 8, 1, 3), gap=6)
        card.setFixedWidth(px(384))
        head = QHBoxLayout()
        head.setContentsMargins(px(11), 0, px(11), 0)
        names = [tr("All"), tr("Today"), tr("In the centre")]
        self.segments = Segments(names, tr("Which visitors"))
        self.segments.chosen.connect(self._on_segment)
        head.addWidget(self.segments)
        head.addStretch(1)
        self._lock = IconButton("lock", tr("Privacy mode (F8)"))
        self._lock.clicked.connect(self._toggle_privacy)
        head.addWidget(self._lock)
        card.column.addLayout(head)
        self._note = Note("info", "")
        self._note.hide()
        card.column.addWidget(self._note)
        card.column.addWidget(Hline())
        self.list = RowList(tr("Visitors"), self._look)
        self.list.chosen.connect(self._on_chosen)
        self.list.opened.connect(self._on_opened)
        self.list.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        card.column.addWidget(self.list, 1)
        self._register = Button("", kind="quiet", icon="add")
        self._register.clicked.connect(lambda: self._open_register(self._typed))
        self._register.hide()
        card.column.addWidget(self._register)
        card.column.addWidget(Hline())
        hints = KeyHints(
            [("Enter", tr("check in")), ("Ctrl+Enter", tr("open")), ("F4", tr("check out"))]
        )
        hints.setContentsMargins(px(11), px(4), px(4), px(2))
        card.column.addWidget(hints)
        return card

    def _empty_page(self) -> Empty:
        empty = Empty(
            "person",
            tr("People who come to the centre will be here"),
            tr("Register the first one, or load a list from Excel."),
            tr("Register the first"),
            tr("Load from a file") if self.desk.may(Permission.IMPORT) else "",
        )
        empty.wanted.connect(self.new)
        empty.quiet_wanted.connect(self._import)
        return empty

    # asking

    def reload(self) -> None:
        today = wall_now(self.desk.clock).date()
        if self._typed.strip():
            self.desk.ask(VisitorsMatching(self._typed), self._show_matches)
        else:
            self.desk.ask(Visitors(self._who, today, self._most), self._show_rows)
        self.desk.ask(VisitorCount(), self._show_count)
        self.desk.ask(TodayCounts(today), self._show_today)
        self.card.reload()
        if self.on_site.isVisible():
            self.on_site.reload()

    def _show_count(self, people: int) -> None:
        self._people = people
        self._say_counts()
        nobody = people == 0
        self._empty.setVisible(nobody)
        self.card.setVisible(not nobody and not self.on_site.isVisible())

    def _show_today(self, counts: tuple[int, int]) -> None:
        self._visits = counts[0]
        self._say_counts()

    def _say_counts(self) -> None:
        people, visits = getattr(self, "_people", 0), getattr(self, "_visits", 0)
        self._counts.setText(
            ntr("{n} person", "{n} people", people)
            + " · "
            + ntr("{n} visit today", "{n} visits today", visits)
        )

    def _show_rows(self, rows: tuple[VisitorRow, ...]) -> None:
        if self._typed.strip():
            return
        self._matches = None
        self._register.hide()
        nothing = not rows and self._who is not Who.ALL
        words = (
            tr("Nobody yet today.")
            if self._who is Who.TODAY
            else tr("Nobody is in the centre now.")
        )
        self._note.say(words if nothing else "")
        self._note.setVisible(nothing)
        self._fill(rows, choose_first=self.card.visitor_id is None)

    def _on_scrolled(self, value: int) -> None:
        """The end of what was read is in sight: read on."""
        at_end = value >= self.list.verticalScrollBar().maximum() - px(600)
        if at_end and not self._typed.strip() and len(self.list.rows) == self._most:
            self._most += ROWS_AT_ONCE
            self.reload()

    def _show_matches(self, matches: Matches) -> None:
        if matches.text != self._typed:
            return
        self._matches = matches
        doubtful = matches.how is not How.EXACT
        self._note.say(why_not(matches) if doubtful else "")
        self._note.setVisible(doubtful)
        self._register.setText(tr("Register new: “{name}”", name=matches.text.strip()))
        self._register.setToolTip("Shift+Enter")
        self._register.show()
        if doubtful:
            self.list.clear_choice()
        self._fill(matches.rows, choose_first=not doubtful)

    def _fill(self, rows: tuple[VisitorRow, ...], *, choose_first: bool) -> None:
        self.list.set_rows(rows, choose_first=choose_first)
        if self.desk.may(Permission.SEE_NEEDS):
            ids = tuple(row.id for row in rows[:500])
            today = wall_now(self.desk.clock).date()
            self.desk.ask(WhoHasNeeds(ids, today), self._show_flags)

    def _show_flags(self, flagged: frozenset[UUID]) -> None:
        self._flagged = flagged
        self.list.viewport().update()

    def _look(self, row: VisitorRow) -> RowLook:
        today = wall_now(self.desk.clock).date()
        return row_look(row, today, self._flagged, private=self.private)

    # what people do

    def filter_by(self, text: str) -> None:
        self._typed = text
        if text.strip():
            self.desk.ask(VisitorsMatching(text), self._show_matches)
        else:
            self.reload()

    def new(self) -> None:
        self._open_register("")

    def check_out(self) -> None:
        if self.on_site.isVisible():
            self.on_site.leave()
        elif self.card.visitor_id is not None:
            self.desk.do(CheckOut(self.card.visitor_id, self.desk.clock.now()))

    def record_need(self) -> None:
        if self.card.visitor_id is not None:
            self.go.emit("needs", ("record", self.card.visitor_id))

    def count_unnamed(self, band: int) -> None:
        self.desk.do(CountUnnamed(new_id(), BANDS[band], self.desk.clock.now()))

    def print_page(self) -> None:
        self.on_site.print_list()

    def set_private(self, private: bool) -> None:
        super().set_private(private)
        self.card.set_private(private)
        self.list.viewport().update()

    def show_this(self, what: object) -> None:
        match what:
            case UUID():
                self.show_person(what)
            case ("register", str(text)):
                self._open_register(text)
            case ("enter", Matches() as matches):
                self._enter(matches.text)
            case ("step", int(by)):
                self.list.step(by)
            case "on site":
                self.segments.choose(SEGMENTS.index(Who.ON_SITE))
            case "today":
                self.segments.choose(SEGMENTS.index(Who.TODAY))
            case "import":
                self._import()

    def show_person(self, visitor_id: UUID) -> None:
        """Her card, also when she is not in the list that is shown."""
        self.on_site.hide()
        self.card.show()
        if not self.list.choose(visitor_id):
            self.list.clear_choice()
            self.card.show_visitor(visitor_id)

    def panels(self) -> list[QWidget]:
        return [self.list, self.card]

    def _enter(self, text: str) -> None:
        """Enter in the omni box while the list filters; only for the list of just this text."""
        row = self.list.current_row()
        if self._matches is None or self._matches.text != text:
            return
        if may_check_in(self._matches, row):
            self._check_in(row)
        else:
            self.said.emit(why_not(self._matches), "warn")

    def _check_in(self, row: VisitorRow) -> None:
        self.desk.do(CheckIn(new_id(), row.id, self.desk.clock.now()), self._checked_in)

    def _checked_in(self, _change: Change) -> None:
        if self._typed:
            self.go.emit("omni", "clear")

    def _on_segment(self, place: int) -> None:
        self._who = SEGMENTS[place]
        site = self._who is Who.ON_SITE
        self.on_site.setVisible(site)
        self.card.setVisible(not site)
        self.reload()
        if site:
            self.on_site.reload()

    def _on_chosen(self, row: VisitorRow | None) -> None:
        if row is not None:
            self.card.show_visitor(row.id)
            if not self.on_site.isHidden() and self.list.hasFocus():
                self.on_site.hide()
                self.card.show()

    def _on_opened(self, row: VisitorRow) -> None:
        if row.since is None:
            self._check_in(row)
        else:
            self.card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_register(self, text: str) -> None:
        drawer = RegisterDrawer(self, self.desk, text)
        drawer.registered.connect(self._on_registered)
        drawer.same_person.connect(self._same_person)
        drawer.open()

    def _on_registered(self, visitor_id: UUID) -> None:
        self.card.show_visitor(visitor_id)

    def _same_person(self, visitor_id: UUID) -> None:
        """She was there already: open her card and check her in."""
        self.show_person(visitor_id)
        self.desk.do(CheckIn(new_id(), visitor_id, self.desk.clock.now()))

    def _edit(self) -> None:
        if self.card.card is not None:
            drawer = RegisterDrawer(self, self.desk, "", self.card.card)
            drawer.same_person.connect(self.show_person)
            drawer.open()

    def _toggle_privacy(self) -> None:
        self.go.emit("privacy", None)

    def _import(self) -> None:
        from ui.visitors.import_drawer import ImportDrawer

        ImportDrawer(self, self.desk).open()
