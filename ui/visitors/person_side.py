"""The right half of the visitors' tab: the card of a person, or her family, or her consents."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.language import tr
from app.visitors.queries import Card
from app.visitors.search import How, Matches
from ui.desk import QtDesk
from ui.visitors.card import PersonCard
from ui.visitors.consents_page import ConsentsPage
from ui.visitors.family_page import FamilyPage
from ui.visitors.hint import Hint
from ui.visitors.side_page import SidePage


class PersonSide(QStackedWidget):
    """Every page shows the same person; another person begins with the card."""

    go = Signal(str, object)
    chosen = Signal(object)
    edit_wanted = Signal()
    paper_wanted = Signal(object)

    def __init__(self, desk: QtDesk) -> None:
        super().__init__()
        self._card = PersonCard(desk)
        self.family = FamilyPage(desk)
        self.consents = ConsentsPage(desk)
        self._hint: Hint | QWidget = QWidget()
        self._hinted: How | None = None
        self._private = False
        for page in (self._card, self.family, self.consents, self._hint):
            self.addWidget(page)
        self._card.go.connect(self.go)
        self._card.chosen.connect(self.chosen)
        self._card.edit_wanted.connect(self.edit_wanted)
        self._card.paper_wanted.connect(self.paper_wanted)
        self._card.shown.connect(self._on_shown)
        self._card.family_wanted.connect(self.show_family)
        self._card.consents_wanted.connect(self.show_consents)
        self.family.chosen.connect(self.chosen)
        self.family.back.connect(self._back)
        self.consents.back.connect(self._back)

    @property
    def visitor_id(self) -> UUID | None:
        """None while somebody has to be chosen first."""
        return None if self.currentWidget() is self._hint else self._card.visitor_id

    @property
    def card(self) -> Card | None:
        return self._card.card

    def show_found(self, matches: Matches) -> None:
        """Where Enter checks nobody in, no card stands either: it would be somebody else's."""
        if matches.how is How.EXACT:
            return
        if isinstance(self._hint, Hint) and matches.how is self._hinted:
            self._hint.set_title(_title(matches))  # made anew with each letter it cost 9 ms
        else:
            self.removeWidget(self._hint)
            self._hint.deleteLater()
            self._hint, self._hinted = _hint(matches), matches.how
            self.addWidget(self._hint)
        self.setCurrentWidget(self._hint)

    def end_hint(self) -> None:
        """Nothing is looked for any more: whose card stood here before stands here again."""
        if self.currentWidget() is self._hint:
            self.setCurrentWidget(self._card)

    def show_visitor(self, visitor_id: UUID) -> None:
        if visitor_id != self.visitor_id:
            self.setCurrentWidget(self._card)
        self._card.show_visitor(visitor_id)

    def show_family(self) -> None:
        self._turn_to(self.family)

    def show_consents(self) -> None:
        self._turn_to(self.consents)

    def reload(self) -> None:
        self._card.reload()

    def set_private(self, private: bool) -> None:
        self._private = private
        if private:
            self.setCurrentWidget(self._card)
        self._card.set_private(private)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        page = self.currentWidget()
        if page is not None:
            page.setFocus(reason)

    def _turn_to(self, page: SidePage) -> None:
        if self.card is not None and not self._private:
            page.show_card(self.card)
            self.setCurrentWidget(page)
            page.setFocus()

    def _back(self) -> None:
        self.setCurrentWidget(self._card)
        self._card.setFocus()

    def _on_shown(self) -> None:
        """The card was answered anew: the page in front of it shows the same."""
        page = self.currentWidget()
        if isinstance(page, SidePage):
            if self.card is None:
                self.setCurrentWidget(self._card)
            else:
                page.show_card(self.card)


def _hint(matches: Matches) -> Hint:
    """What to do instead, in the place of the card."""
    title = _title(matches)
    register = ("Shift+Enter", tr("register somebody new of this name"))
    clear = ("Esc", tr("clear the box and write again"))
    choose = ("↓", tr("choose the one who came, then Enter"))
    if matches.how is How.SHARED:
        how = tr("While nobody is chosen, Enter checks nobody in.")
        return Hint("group", title, how, (choose, register, clear))
    if matches.how is How.GUESS:
        how = tr("Those alike are shown: one or two letters differ.")
        return Hint("search", title, how, (choose, register, clear))
    how = tr("Any spelling will do: without accents, in Cyrillic, as in the passport.")
    return Hint("search", title, how, (register, clear))


def _title(matches: Matches) -> str:
    name = matches.text.strip()
    if matches.how is How.SHARED:
        return tr("Who of them came?")
    if matches.how is How.GUESS:
        return tr("“{name}” was not found as written", name=name)
    return tr("There is no “{name}”", name=name)
