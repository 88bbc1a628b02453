"""After a check-in: one key more marks her at the event that begins."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.errors import Offer
from app.events.board import SessionBoard
from app.ids import new_id
from app.language import words
from app.visitors.visits import CheckIn, CheckOut
from tests.making.events import make_event, make_registration
from tests.making.visitors import make_visitor
from tests.ui.conftest import settle
from ui.desk import QtDesk
from ui.offer_tick import OfferTick


def test_a_check_in_of_somebody_awaited_offers_the_tick(
    file_desk: Desk, qt_desk: QtDesk, qtbot: QtBot
) -> None:
    event = make_event(file_desk, start="12:00", end="13:00", title="Chess")
    visitor, other = make_visitor(file_desk, "Oto", "Kalns"), make_visitor(file_desk)
    make_registration(file_desk, event.event_id, visitor)
    keeper, offered = QObject(), list[tuple[str, tuple[Offer, ...]]]()
    tick = OfferTick(qt_desk, keeper)
    tick.offered.connect(lambda sentence, offers: offered.append((sentence, offers)))
    qt_desk.changed.connect(tick.after)
    for one in (other, visitor):
        qt_desk.do(CheckIn(new_id(), one, file_desk.clock.now()))
        settle(qt_desk, qtbot)
    ((sentence, (offer,)),) = offered
    assert sentence == "Oto Kalns checked in at 11:48"
    assert words(offer.message) == "Present: Chess, 12:00"
    qt_desk.do(offer.action)
    settle(qt_desk, qtbot)
    assert file_desk.ask(SessionBoard(event.session_id)).present == 1
    qt_desk.do(CheckOut(visitor, file_desk.clock.now()))
    qt_desk.undo()
    settle(qt_desk, qtbot)
    assert len(offered) == 1
