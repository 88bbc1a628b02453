"""The settings tab: a list of sections at the left, the chosen section at the right."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.action import Kind
from app.bookings.board import BoardRoom
from app.bookings.room_queries import Rooms
from app.language import tr
from app.permission import Permission
from ui.desk import QtDesk
from ui.kit.beside import NO_LIMIT, Beside
from ui.kit.cards import Card
from ui.kit.labels import Label
from ui.kit.scroll import Scroll
from ui.kit.tab import Tab
from ui.settings.centre import CentreSection
from ui.settings.hours import HoursSection
from ui.settings.look import LookSection
from ui.settings.organisations import OrganisationsSection
from ui.settings.own_password import OwnPasswordSection
from ui.settings.recovery import RecoverySection
from ui.settings.rooms import RoomsSection
from ui.settings.section import Section
from ui.settings.section_list import Place, SectionList
from ui.settings.staff import StaffSection
from ui.theme import px

LEFT, LEFT_SHARE = 214, 0.2
BESIDE = 640
"""Logical px: narrower, the section stands under the list and the page scrolls."""
ABOVE, LEAST_SECTION = 160, 284


@dataclass(frozen=True)
class _Known:
    name: str
    title: Callable[[], str]
    icon: str
    make: Callable[[QtDesk], Section]
    shown_to: Permission = Permission.SEE_CENTRE


SECTIONS = (
    _Known("look", lambda: tr("Look and language"), "eye", LookSection),
    _Known("password", lambda: tr("My password"), "lock", OwnPasswordSection),
    _Known("centre", lambda: tr("The centre"), "home", CentreSection),
    _Known("rooms", lambda: tr("Rooms"), "room", RoomsSection),
    _Known("hours", lambda: tr("Hours, holidays"), "clock", HoursSection),
    _Known("organisations", lambda: tr("Organisations"), "group", OrganisationsSection),
    _Known("staff", lambda: tr("People and roles"), "person", StaffSection, Permission.RUN_STAFF),
    _Known("recovery", lambda: tr("Recovery sheet"), "key", RecoverySection, Permission.RUN_CENTRE),
)


class SettingsTab(Tab):
    """A section is made when it is first shown; rooms stand in the list under theirs."""

    kinds: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.CENTRE, Kind.STAFF, Kind.ROOMS, Kind.ORGANISATIONS, Kind.VISITORS}
    )
    settings_changed = Signal(object)

    def build(self) -> None:
        self._sections: dict[str, Section] = {}
        self._rooms: tuple[BoardRoom, ...] = ()
        self._current = "look"
        self._room: UUID | None = None
        self._left = left = Card(margins=(2, 12, 2, 12), gap=10)
        self._heading = title = Label(tr("Settings"), role="h1")
        title.setContentsMargins(px(14), 0, 0, 0)
        left.column.addWidget(title)
        self.list = SectionList(tr("Sections of the settings"))
        self.list.chosen.connect(self._chosen)
        left.column.addWidget(self.list, 1)
        self._place = QWidget()
        self._right = QHBoxLayout(self._place)
        self._right.setContentsMargins(0, 0, 0, 0)
        self._both = Beside(left, self._place, BESIDE, gap=14, grows=1)
        self._both.turned.connect(self._fit_list)
        page = Scroll((20, 16, 20, 16))
        page.column.addWidget(self._both, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        self._list_places()
        self._show("look")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_list()

    def _fit_list(self) -> None:
        beside = self._both.is_wide
        least = self._heading.sizeHint().width() + px(12)
        width = min(px(LEFT), max(least, round(self.width() * LEFT_SHARE)))
        self._left.setMinimumSize(width, 0 if beside else px(ABOVE))
        self._left.setMaximumWidth(width if beside else NO_LIMIT)
        self._left.setMaximumHeight(NO_LIMIT if beside else px(ABOVE))
        self._place.setMinimumHeight(0 if beside else px(LEAST_SECTION))

    def reload(self) -> None:
        self.desk.ask(Rooms(), self._hear_rooms)
        self._sections[self._current].reload()

    def show_this(self, what: object) -> None:
        """The name of a section, the id of a room, or ``("organisations", id)``."""
        if isinstance(what, UUID):
            self._room = what
            self._show("rooms")
        elif isinstance(what, tuple):
            self._show_inside(*what)
        elif isinstance(what, str) and any(one.name == what for one in SECTIONS):
            self._room = None
            self._show(what)
        self._mark()

    def _show_inside(self, name: str, one: UUID) -> None:
        self._room = None
        self._show(name)
        self.section.show_this(one)

    def set_private(self, private: bool) -> None:
        super().set_private(private)
        for section in self._sections.values():
            section.set_private(private)

    def new(self) -> None:
        self._sections[self._current].new()

    def panels(self) -> list[QWidget]:
        return [self.list, self._sections[self._current]]

    @property
    def section(self) -> Section:
        """The section now shown."""
        return self._sections[self._current]

    def _chosen(self, place: Place) -> None:
        self._room = place.room_id
        self._show(place.name)

    def _show(self, name: str) -> None:
        if name not in self._sections:
            self._sections[name] = self._make(name)
        for other, section in self._sections.items():
            section.setVisible(other == name)
        self._current = name
        section = self._sections[name]
        section.show_this(self._room)
        section.reload()

    def _make(self, name: str) -> Section:
        known = next(one for one in SECTIONS if one.name == name)
        section = known.make(self.desk)
        section.said.connect(self.said)
        section.go.connect(self.go)
        if isinstance(section, LookSection):
            section.settings_changed.connect(self.settings_changed)
        if isinstance(section, RoomsSection):
            section.room_shown.connect(self._follow_room)
        section.set_private(self.private)
        self._right.addWidget(section)
        return section

    def _hear_rooms(self, rooms: tuple[BoardRoom, ...]) -> None:
        self._rooms = rooms
        self._list_places()

    def _follow_room(self, room_id: UUID | None) -> None:
        self._room = room_id
        self._mark()

    def _list_places(self) -> None:
        places: list[Place] = []
        for one in SECTIONS:
            if not self.desk.may(one.shown_to):
                continue
            places.append(Place(one.name, one.title(), one.icon))
            if one.name == "rooms":
                places.extend(
                    Place("rooms", room.name, "", room.id, 2 if room.part_of_id else 1)
                    for room in self._rooms
                )
        self.list.set_places(places)
        self._mark()

    def _mark(self) -> None:
        self.list.choose(self._current, self._room)
