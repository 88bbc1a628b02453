"""F1: every key, searchable."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.language import Message, say, tr, words
from app.text import fold
from ui.kit.drawer import Drawer
from ui.kit.forms import Field, TextField
from ui.kit.tables import Column, Table
from ui.theme import px

KEYS: tuple[tuple[str, Message, Message], ...] = (
    ("F1", say("This list"), say("everywhere")),
    ("F2", say("Find, check in or register a visitor"), say("everywhere")),
    ("F3", say("Find a free room"), say("everywhere")),
    ("F4", say("Check the chosen person out"), say("visitors")),
    ("F5", say("Today, now"), say("everywhere")),
    ("F6", say("Record an access need of the chosen person"), say("visitors")),
    ("F7, Shift+F7", say("Next panel, previous panel"), say("everywhere")),
    ("F8", say("Privacy mode"), say("everywhere")),
    ("F9", say("Narrow or wide sidebar"), say("everywhere")),
    ("F10", say("Ways out of a refusal"), say("everywhere")),
    ("Ctrl+1 … 6", say("Tabs"), say("everywhere")),
    ("Ctrl+N", say("New: visitor, booking or event"), say("everywhere")),
    ("Ctrl+P", say("Print"), say("everywhere")),
    ("Ctrl+Z, Ctrl+Y", say("Take back, do again"), say("everywhere")),
    (
        "Ctrl+Enter",
        say("The main verb of a drawer; opens the card in a list"),
        say("drawers, lists"),
    ),
    ("Esc", say("Close the drawer, clear the box"), say("everywhere")),
    ("Ctrl++, Ctrl+-, Ctrl+0", say("Text larger, smaller, as before"), say("everywhere")),
    ("Enter", say("Check in, mark present, open"), say("lists, planner")),
    ("Shift+Enter", say("Register a new visitor with the typed name"), say("find box")),
    ("Alt+1 … 3", say("It is this person"), say("registering")),
    ("Alt+Shift+1 … 3", say("It is another person"), say("registering")),
    ("Alt+K", say("Check in the whole family"), say("visitors")),
    ("Alt+N, Del", say("They are two people"), say("duplicates")),
    ("Del", say("Will not come"), say("events")),
    ("N, E", say("Did not come; excused"), say("events")),
    ("L, T", say("Leaves now; times of coming and leaving"), say("events")),
    ("F, G", say("The whole family, the whole group is present"), say("events")),
    ("R, A", say("The registration; register the family too"), say("events")),
    ("Alt+G", say("A group has come"), say("visitors")),
    ("Alt+D", say("What the visit is for"), say("visitors")),
    ("Space", say("Tick"), say("lists")),
    ("Ctrl+Shift+1 … 4", say("Unnamed child, youth, adult, senior: +1"), say("today, events")),
    ("← ↑ ↓ →", say("Move by half an hour or by a room"), say("planner")),
    ("Alt+1 … 4", say("Day, week, month, list of bookings"), say("planner")),
    ("Alt+M", say("More that is done with rooms"), say("planner")),
    ("PgUp, PgDn", say("Previous, next: day, week or month"), say("planner")),
    ("R", say("The week of this room; again: of all rooms"), say("planner")),
    ("Tab", say("Next booking"), say("planner")),
    ("M, S, E", say("Move; change the start; change the end"), say("planner")),
    ("N, D, C", say("New, duplicate, cancel a booking"), say("planner")),
)


class KeysDrawer(Drawer):
    """The list of keys with a box to search it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, tr("Keys"), width=620)
        self._find = TextField()
        self._find.textChanged.connect(self._filter)
        self.column.addWidget(Field(tr("Search"), self._find))
        self._table = Table(
            tr("Keys"),
            [
                Column(tr("Key"), lambda row: row[0], width=164, bold=True, wrap=True),
                Column(tr("What it does"), lambda row: words(row[1]), stretch=True, wrap=True),
                Column(tr("Where"), lambda row: words(row[2]), width=128, wrap=True),
            ],
        )
        self._table.setMinimumHeight(px(220))
        self.column.addWidget(self._table, 1)
        self._filter("")
        self._find.setFocus(Qt.FocusReason.OtherFocusReason)

    def _filter(self, text: str) -> None:
        wanted = fold(text)
        self._table.set_rows(
            [row for row in KEYS if wanted in fold(f"{row[0]} {words(row[1])} {words(row[2])}")]
        )
