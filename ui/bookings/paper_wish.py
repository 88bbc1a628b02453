"""Which paper is wished, in which languages, and how it is asked for, drawn and named."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import partial
from uuid import UUID

from app.accessibility.queries import SessionToPrepare
from app.accessibility.vocabulary import WORDS
from app.action import Question
from app.bookings.papers import ConfirmationOf, DayPlanOf, DoorPlanOf
from app.language import Language, Message, say, tr
from app.sheets.plan import Confirmation, DeskLine, DeskPlan, DeskRoom, DoorPlan

FORBIDDEN = '<>:"/\\|?*'
"""In file names, somewhere."""

Facts = DoorPlan | DeskPlan | Confirmation
Supports = Mapping[tuple[UUID | None, datetime], tuple[Message, ...]]
"""What must be arranged for the session that begins in a room then."""


class Sheet(StrEnum):
    """The papers there are."""

    WEEK = "week"
    DAY = "day"
    DESK = "desk"
    CONFIRMATION = "confirmation"


@dataclass(frozen=True)
class PaperWish:
    """What the person printing chose."""

    sheet: Sheet = Sheet.WEEK
    languages: tuple[Language, ...] = (Language.LV,)
    large: bool = False


def question(
    wish: PaperWish, room_id: UUID | None, day: date | None, booking_id: UUID | None
) -> Question[Facts] | None:
    """None while something is missing."""
    if wish.sheet is Sheet.CONFIRMATION:
        return ConfirmationOf(booking_id) if booking_id else None
    if day is None:
        return None
    if wish.sheet is Sheet.DESK:
        return DayPlanOf(day)
    if room_id is None:
        return None
    if wish.sheet is Sheet.DAY:
        return DoorPlanOf(room_id, day, 1)
    return DoorPlanOf(room_id, day - timedelta(day.weekday()))


def drawing(facts: Facts, wish: PaperWish, at: datetime) -> Callable[[], bytes]:
    """Draws it, away from the window's thread."""
    if isinstance(facts, DoorPlan):
        from app.sheets.door_plan import draw_door_plan

        return partial(draw_door_plan, facts, wish.languages, at, large=wish.large)
    if isinstance(facts, DeskPlan):
        from app.sheets.desk_plan import draw_desk_plan

        return partial(draw_desk_plan, facts, wish.languages, at)
    from app.sheets.confirmation import draw_confirmation

    return partial(draw_confirmation, facts, wish.languages, at)


def file_name(facts: Facts) -> str:
    """Without anything private: the file stays in a folder others see."""
    if isinstance(facts, DoorPlan):
        name, day = f"{tr('Door plan')} {facts.room}", facts.days[0].day
    elif isinstance(facts, DeskPlan):
        name, day = tr("Plan of the day"), facts.day
    else:
        name, day = f"{tr('Booking confirmation')} {facts.room}", facts.taken.start.date()
    clean = "".join(" " if letter in FORBIDDEN else letter for letter in name).strip(" .")
    return f"{clean[:80]} {day.isoformat()}.pdf"


def supports_of(sessions: tuple[SessionToPrepare, ...]) -> Supports:
    """Counts without names."""
    return {
        (one.room_id, one.start): tuple(
            say("{count} × {what}", count=line.people, what=WORDS[line.support])
            for line in one.lines
        )
        for one in sessions
    }


def with_supports(plan: DeskPlan, supports: Supports) -> DeskPlan:
    """The plan of the day with what its events need."""
    return replace(plan, rooms=tuple(_room(room, supports) for room in plan.rooms))


def _room(room: DeskRoom, supports: Supports) -> DeskRoom:
    return replace(room, lines=tuple(_line(room, line, supports) for line in room.lines))


def _line(room: DeskRoom, line: DeskLine, supports: Supports) -> DeskLine:
    more = () if line.taken.where else supports.get((room.room_id, line.taken.start), ())
    return replace(line, prepare=(*line.prepare, *more))
