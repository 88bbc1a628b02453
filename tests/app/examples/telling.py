"""One prepared example of every action on what is to be told."""

from collections.abc import Callable
from uuid import UUID

from app.action import Action
from app.bookings.status import CancelBooking
from app.bookings.telling_actions import MarkTold, MarkUntold
from app.bookings.telling_model import ToldBy
from app.bookings.telling_queries import WhomToTell
from app.clock import wall_now
from app.desk import Desk
from tests.making.bookings import make_booking, make_room


def _line(desk: Desk) -> tuple[UUID, ...]:
    desk.do(CancelBooking(make_booking(desk, make_room(desk), "14:00", "15:00")))
    (line,) = desk.ask(WhomToTell(wall_now(desk.clock)))
    return line.ids


def _told(desk: Desk) -> Action:
    return MarkTold(_line(desk), ToldBy.PHONE, desk.clock.now())


def _untold(desk: Desk) -> Action:
    line = _line(desk)
    desk.do(MarkTold(line, ToldBy.EMAIL, desk.clock.now()))
    return MarkUntold(line)


EXAMPLES: dict[type, Callable[[Desk], Action]] = {MarkTold: _told, MarkUntold: _untold}
