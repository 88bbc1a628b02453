"""What happens when a card is scanned: checked in, or a plain sentence why not."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.action import Action
from app.errors import Refused
from app.ids import new_id
from app.language import tr
from app.permission import Permission
from app.sheets.codes import read_sheet_digits
from app.visitors.card_code import NoCard, read_card
from app.visitors.scans import CheckInByCard
from ui.desk import QtDesk
from ui.kit.scanner import KeyScanner


class ScannedCards(QObject):
    """Cards count in every tab; while ``view`` is locked or turned away they are swallowed unshown.

    Who is here already is offered to check out: F4 does that until another key or click, because
    then somebody else may have been chosen, and F4 means that one again.
    """

    said = Signal(str, str)
    """A sentence for the slot, and its kind."""
    offer_ended = Signal(str, str)
    """The sentence that had the offer, and what of it is still true."""
    sheet = Signal(str)
    """The digits of an attendance sheet: paper comes back."""

    def __init__(self, desk: QtDesk, view: QWidget) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view
        self._offer: Action | None = None
        self._sentences = ("", "")
        self.scanner = KeyScanner(view)
        self.scanner.scanned.connect(self.take)
        self.scanner.touched.connect(self._end_offer)

    def take(self, digits: str) -> None:
        """Somebody's card, or something else that has a code."""
        self._end_offer()
        if not self._view.isVisible() or not self._view.isEnabled():
            return
        number = read_card(digits)
        if isinstance(number, NoCard):
            if read_sheet_digits(digits) and self._desk.may(Permission.MARK_ATTENDANCE):
                self.sheet.emit(digits)
                return
            self.said.emit(_why_not(number, digits), "warn")
            return
        action = CheckInByCard(new_id(), number, self._desk.clock.now())
        self._desk.do(action, refused=self._on_refused)

    def check_out(self) -> bool:
        """F4: True when it was meant for the card just scanned."""
        if self._offer is None:
            return False
        offer, self._offer = self._offer, None
        self._desk.do(offer)
        return True

    def _on_refused(self, refusal: Refused) -> None:
        text = str(refusal)
        if refusal.offers:
            self._offer = refusal.offers[0].action
            text = f"{refusal} {tr('F4 checks out.')}"
            self._sentences = (text, str(refusal))
        self.said.emit(text, "warn")

    def _end_offer(self) -> None:
        if self._offer is not None:
            self._offer = None
            self.offer_ended.emit(*self._sentences)


def _why_not(reason: NoCard, digits: str) -> str:
    if reason is NoCard.MISREAD:
        return tr("The card was not read rightly. Scan it once more, or find the person by name.")
    sheet = read_sheet_digits(digits)
    if sheet is not None:
        return tr("This is not a card but attendance sheet {number}.", number=sheet[0])
    return tr("This code is not one of our cards. Find the person by name.")
