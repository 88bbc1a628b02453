"""The steps of the tour: the main job of a day, in the order of a day."""

from collections.abc import Callable
from datetime import date, time
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt

from app.language import tr
from app.visitors.queries import Visitors, Who
from app.visitors.rows import VisitorRow
from app.visitors.search import How, VisitorsMatching
from ui.kit.forms import Choice
from ui.tour import PASSWORD, Guide
from ui.tour_bookings import RoomSteps
from ui.tour_events import EventSteps
from ui.tour_ideas import IdeaSteps
from ui.tour_lists import ListSteps
from ui.tour_marks import MarkSteps
from ui.tour_sheets import SheetSteps
from ui.tour_visitors import PeopleSteps

if TYPE_CHECKING:
    from ui.bookings.form import BookingDrawer
    from ui.events.form import EventDrawer

OTHER = Qt.FocusReason.OtherFocusReason
THURSDAY = date(2026, 10, 15)


def walk(guide: Guide) -> bool:
    """Every step; those after a failed one are still tried, so that one look shows all that is wrong."""
    tour, people = Tour(guide), PeopleSteps(guide)
    guide.start()
    steps: tuple[tuple[str, str, Callable[[], None]], ...] = (
        ("sign_in_page", tr("Sign in: the window is there at once"), tour.see_sign_in),
        ("today", tr("Today: visits, rooms and events"), tour.sign_in),
        ("find", tr("F2 and a few letters in any script find people"), tour.find),
        ("check_in", tr("Enter checks in"), tour.check_in),
        ("visitors", tr("The visitor's card"), tour.see_card),
        ("register", tr("Shift+Enter registers; who may be the same is shown"), tour.register),
        ("registered", tr("Registered and checked in with one key"), tour.registered),
        ("duplicates", tr("Who may be in the list twice, and why"), people.likely_duplicates),
        ("merge", tr("Two cards side by side, field by field"), people.merge),
        ("merged", tr("Two cards of one person have become one"), people.merged),
        ("two_again", tr("Ctrl+Z makes them two again"), people.two_again),
        ("family", tr("A family is checked in together"), people.family),
        ("on_site", tr("Who is in the centre now, by room"), people.on_site),
        ("planner", tr("Rooms are columns, time runs down"), tour.see_planner),
        ("book", tr("The booking drawer"), tour.book),
        ("booked", tr("Booked"), tour.booked),
        ("refused", tr("A taken room says who has it and offers a way out"), tour.be_refused),
        ("undo", tr("Ctrl+Z takes the last action back"), tour.undo),
        *RoomSteps(guide).steps(),
        ("plan_event", tr("An event with its room in one step"), tour.plan_event),
        ("event", tr("The event is planned"), tour.event_planned),
        ("register_six", tr("Six people are put on its list"), tour.register_six),
        ("tick", tr("They are ticked present, one without a name"), tour.tick),
        ("need", tr("A need is recorded with consent"), tour.record_need),
        ("need_kept", tr("The need is kept; the list shows only a mark"), tour.need_kept),
        ("prepare", tr("What is to be prepared: counts, no names"), tour.prepare),
        ("settings", tr("Rooms, hours, people are kept in Settings"), tour.see_settings),
        ("sheet", tr("The attendance sheet in a true preview"), tour.sheet),
        ("attendance", tr("The sheet is numbered and saved as PDF"), tour.save_sheet),
        *SheetSteps(guide).steps(),
        *EventSteps(guide).steps(),
        *ListSteps(guide).steps(),
        *MarkSteps(guide).steps(),
        *IdeaSteps(guide).steps(),
    )
    results = [guide.step(*step) for step in steps]
    return all(results)


class Tour:
    """What one step leaves to the next: the people and the event it made."""

    def __init__(self, guide: Guide) -> None:
        self.g = guide
        self.event: UUID | None = None
        self.people: list[VisitorRow] = []

    def see_sign_in(self) -> None:
        self.g.wait(self.g.program.window.isVisible, "the window")

    def sign_in(self) -> None:
        self.g.type(PASSWORD)
        self.g.keys("Return")
        self.g.wait(lambda: self.g.program.view is not None, "the desk")
        self.g.settle()
        self.g.expect(self.g.view.tab().isVisible(), "Today is not shown")

    def find(self) -> None:
        self.g.keys("F2")
        self.g.type("sevc")
        self.g.settle()
        rows = self.g.view.omni.popup.list.rows
        self.g.expect(len(rows) > 1, "nobody was found")

    def check_in(self) -> None:
        person = self._not_here()[0]
        self.g.keys("F2")
        self.g.view.omni.clear()
        self.g.type(f"{person.given_name} {person.family_name}")
        self.g.settle()
        self.g.keys("Return")
        self.g.settle()
        self.g.expect(person.name in self.g.said(), f"not checked in: {self.g.said()}")
        self.people.append(person)

    def see_card(self) -> None:
        self.g.view.show_tab("visitors", self.people[0].id)
        self.g.settle()
        card = self.g.view.tab().card.card  # type: ignore[attr-defined]
        self.g.expect(card and card.row.since, "the card does not show that she is here")

    def register(self) -> None:
        known = self._not_here()[1]
        self.g.keys("F2")
        self.g.type(f"{known.given_name} {known.family_name}")
        self.g.keys("Shift+Return")
        self.g.wait(self._duplicates_shown, "the box of possible duplicates")

    def _duplicates_shown(self) -> bool:
        from ui.visitors.duplicate_box import DuplicateBox

        boxes = self.g.program.window.findChildren(DuplicateBox)
        return any(box.isVisible() for box in boxes)

    def registered(self) -> None:
        self.g.type("1987")
        self.g.keys("Ctrl+Return")
        self.g.settle()
        self.g.expect(self.g.view.last_action.text, "nothing was said")
        self.g.expect("1987" in self._card_text(), "she was not registered")

    def _card_text(self) -> str:
        card = self.g.view.tab().card.card  # type: ignore[attr-defined]
        return str(card.details.birth_year) if card else ""

    def see_planner(self) -> None:
        self.g.keys("Ctrl+3")
        self.g.settle()

    def book(self) -> None:
        self.g.keys("Ctrl+N")
        self.g.settle()
        drawer = self._booking_drawer()
        drawer.name.setFocus(OTHER)
        self.g.type("Mēģinājums")
        self._room(drawer, "Radošā darbnīca", time(13), time(15))

    def _booking_drawer(self) -> "BookingDrawer":
        from ui.bookings.form import BookingDrawer

        found = [d for d in self.g.program.window.findChildren(BookingDrawer) if d.isVisible()]
        self.g.expect(found, "the booking drawer did not open")
        return found[-1]

    def _room(self, drawer: "BookingDrawer", room: str, start: time, end: time) -> None:
        _choose(drawer.place.room, room)
        drawer.place.start.set_time(start)
        drawer.place.end.set_time(end)
        drawer.place.changed.emit()
        self.g.settle()

    def booked(self) -> None:
        self.g.keys("Ctrl+Return")
        self.g.settle()
        self.g.expect("Mēģinājums" in self.g.said(), f"not booked: {self.g.said()}")

    def be_refused(self) -> None:
        self.g.keys("Ctrl+N")
        self.g.settle()
        drawer = self._booking_drawer()
        drawer.name.setFocus(OTHER)
        self.g.type("Seminārs")
        self._room(drawer, "Mācību telpa", time(14, 30), time(15, 30))
        self.g.keys("Ctrl+Return")
        self.g.settle()
        self.g.expect(drawer.refusal is not None, "a taken room was booked")
        self.g.expect(drawer.offers, "no way out was offered")

    def undo(self) -> None:
        self._booking_drawer().dismiss()
        self.g.settle()
        self.g.keys("Ctrl+Z")
        self.g.settle()
        self.g.expect("Mēģinājums" in self.g.said(), f"not taken back: {self.g.said()}")

    def plan_event(self) -> None:
        self.g.keys("Ctrl+4")
        self.g.settle()
        self.g.keys("Ctrl+N")
        self.g.settle()
        drawer = self._event_drawer()
        drawer.name.setFocus(OTHER)
        self.g.type("Kaimiņu vakars")
        drawer.leader.setFocus(OTHER)
        self.g.type("Inese Gavare")
        drawer.capacity.setValue(25)
        _choose(drawer.when.room, "Lielā zāle")
        drawer.when.start.set_time(time(15))
        drawer.when.end.set_time(time(17))
        drawer.dates.ask()
        self.g.settle()

    def _event_drawer(self) -> "EventDrawer":
        from ui.events.form import EventDrawer

        found = [d for d in self.g.program.window.findChildren(EventDrawer) if d.isVisible()]
        self.g.expect(found, "the event drawer did not open")
        return found[-1]

    def event_planned(self) -> None:
        self.g.keys("Ctrl+Return")
        self.g.settle()
        self.g.expect("Kaimiņu vakars" in self.g.said(), f"not planned: {self.g.said()}")
        board = self.g.view.tab().events.view.board  # type: ignore[attr-defined]
        self.g.expect(board and board.details.title == "Kaimiņu vakars", "the event is not shown")
        self.event = board.session_id

    def register_six(self) -> None:
        view = self.g.view.tab().events.view  # type: ignore[attr-defined]
        view.entry.mode.choose(0)
        for person in self._alone_in_name(6):
            view.entry.box.setFocus(OTHER)
            self.g.type(f"{person.given_name} {person.family_name}")
            self.g.settle()
            self.g.keys("Return")
            self.g.settle()
        self.g.expect(len(view.board.rows) == 6, f"{len(view.board.rows)} of six are on the list")

    def tick(self) -> None:
        view = self.g.view.tab().events.view  # type: ignore[attr-defined]
        view.entry.mode.choose(1)
        view.table.setFocus(OTHER)
        self.g.keys("Home")
        for _ in range(6):
            self.g.keys("Space")
            self.g.settle()
            self.g.keys("Down")
        self.g.keys("Ctrl+Shift+2")
        self.g.settle()
        present = [row for row in view.board.rows if row.came is not None]
        self.g.expect(len(present) == 6, f"{len(present)} of six are present")

    def record_need(self) -> None:
        from ui.accessibility.record import RecordDrawer

        self.g.view.show_tab("visitors", self.people[0].id)
        self.g.settle()
        self.g.keys("F6")
        self.g.settle()
        drawers = [d for d in self.g.program.window.findChildren(RecordDrawer) if d.isVisible()]
        self.g.expect(drawers, "the drawer of needs did not open")
        self._need = drawers[-1]
        first = next(iter(self._need.ticks.values()))
        first.setFocus(OTHER)
        self.g.keys("Space")
        self._need.consent.setFocus(OTHER)
        self.g.keys("Space")
        self.g.expect(self._need.primary and self._need.primary.isEnabled(), "it cannot be saved")

    def need_kept(self) -> None:
        self.g.keys("Ctrl+Return")
        self.g.settle()
        self.g.expect(self.people[0].name in self.g.said(), f"not kept: {self.g.said()}")

    def prepare(self) -> None:
        self.g.keys("Ctrl+5")
        self.g.settle()
        tab = self.g.view.tab()
        path = self.g.out / "prepare.pdf"
        tab.save_list_to(path)  # type: ignore[attr-defined]
        self.g.settle()
        self.g.expect(path.exists() and path.stat().st_size > 1000, "the list was not written")

    def see_settings(self) -> None:
        self.g.view.show_tab("settings", "rooms")
        self.g.settle()

    def sheet(self) -> None:
        self.g.view.show_tab("events", ("sheet", self.event))
        self.g.settle()
        page = self.g.view.tab().events.sheet  # type: ignore[attr-defined]
        self.g.expect(page.isVisible(), "the page of the sheet is not shown")

    def save_sheet(self) -> None:
        path = self.g.out / "attendance.pdf"
        self.g.view.tab().events.sheet.save_to(path)  # type: ignore[attr-defined]
        self.g.settle()
        self.g.wait(path.exists, "the PDF")
        self.g.expect(path.read_bytes()[:5] == b"%PDF-", "that is no PDF")

    def _not_here(self) -> list[VisitorRow]:
        here = {row.id for row in self.g.ask(Visitors(Who.TODAY, THURSDAY))}
        return [row for row in self._alone_in_name(40) if row.id not in here]

    def _alone_in_name(self, wanted: int) -> list[VisitorRow]:
        """People whose names nobody shares in any script, so that Enter means them beyond doubt."""
        found: list[VisitorRow] = []
        for row in self.g.ask(Visitors(Who.ALL, THURSDAY)):
            matches = self.g.ask(VisitorsMatching(row.name))
            if matches.how is How.EXACT and len(matches.rows) == 1:
                found.append(row)
            if len(found) == wanted:
                break
        return found


def _choose(choice: Choice, beginning: str) -> None:
    """Choose the first option whose words begin so."""
    place = choice.findText(beginning, Qt.MatchFlag.MatchStartsWith)
    choice.setCurrentIndex(place)
    choice.picked.emit(choice.value())
