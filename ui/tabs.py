"""The tabs, in order: the one list that a new tab joins."""

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from app.language import Message, say

if TYPE_CHECKING:
    from ui.kit.tab import Tab


@dataclass(frozen=True)
class TabPlace:
    """A tab before it is first shown: its class is named by path, so that nothing is imported."""

    name: str
    title: Message
    icon: str
    path: str

    def load(self) -> "type[Tab]":
        module, _, name = self.path.partition(":")
        found: type[Tab] = getattr(import_module(module), name)
        return found


TABS = (
    TabPlace("today", say("Today"), "today", "ui.today.tab:TodayTab"),
    TabPlace("visitors", say("Visitors"), "person", "ui.visitors.tab:VisitorsTab"),
    TabPlace("bookings", say("Room bookings"), "room", "ui.bookings.tab:BookingsTab"),
    TabPlace("events", say("Events"), "event", "ui.events.tab:EventsTab"),
    TabPlace("needs", say("Access needs"), "access", "ui.accessibility.tab:NeedsTab"),
    TabPlace("settings", say("Settings"), "gear", "ui.settings.tab:SettingsTab"),
)
