"""What is to be told, in words: short for a column, and as one would say it on the phone."""

from app.bookings.telling_model import ToldBy, Why
from app.bookings.telling_queries import Reach, Spot, TellingRow
from app.language import day_month as day_and_month
from app.language import time_range, tr, weekday_short
from app.slot import Slot

WAY_ICONS = {ToldBy.PHONE: "phone", ToldBy.EMAIL: "mail", ToldBy.IN_PERSON: "person"}


def way_in_words(way: ToldBy) -> str:
    return {
        ToldBy.PHONE: tr("call"),
        ToldBy.EMAIL: tr("e-mail"),
        ToldBy.IN_PERSON: tr("in person"),
    }[way]


def why_in_words(why: Why) -> str:
    return {
        Why.CANCELLED: tr("cancelled"),
        Why.MOVED: tr("moved"),
        Why.CLOSED: tr("closed then"),
        Why.REFUSED: tr("refused"),
        Why.APPROVED: tr("approved"),
        Why.STANDS_AGAIN: tr("takes place after all"),
        Why.OFFERED: tr("free now"),
    }[why]


def short_day(slot: Slot) -> str:
    day = slot.start.date()
    return f"{weekday_short(day)}, {day_and_month(day)}"


def what_to_say(row: TellingRow) -> str:
    """The whole of it, with the reason where there is one."""
    here = _spot(row.here)
    if row.why is Why.MOVED and row.was is not None:
        return tr(
            "“{title}” is not {was}. It is now {here}.",
            title=row.title,
            was=_spot(row.was),
            here=here,
        )
    sentence = {
        Why.REFUSED: tr("“{title}” was not approved: {here}.", title=row.title, here=here),
        Why.APPROVED: tr("“{title}” is approved: {here}.", title=row.title, here=here),
        Why.STANDS_AGAIN: tr(
            "“{title}” takes place after all: {here}.", title=row.title, here=here
        ),
        Why.OFFERED: tr("There is room for “{title}” now: {here}.", title=row.title, here=here),
    }.get(row.why, tr("“{title}” is cancelled: {here}.", title=row.title, here=here))
    return f"{sentence} {tr('Reason: {reason}', reason=row.reason)}" if row.reason else sentence


def how_to_reach(reach: Reach) -> str:
    """Every way there is, or that none is known."""
    others = (part for part in (reach.phone, reach.email) if part not in reach.contact)
    parts = [part for part in (reach.contact, *others) if part]
    return " · ".join(parts) or tr("No phone and no e-mail are written down.")


def _spot(spot: Spot) -> str:
    return f"{short_day(spot.slot)} {time_range(spot.slot.start, spot.slot.end)}, {spot.room}"
