"""What is to be told, in words: short for a column, and as one would say it on the phone."""

from app.bookings.telling_model import ToldBy, Why
from app.bookings.telling_queries import Reach, Spot, TellingRow
from app.language import day_month as day_and_month
from app.language import ntr, time_range, tr, weekday_short
from app.slot import Slot

WAY_ICONS = {ToldBy.PHONE: "phone", ToldBy.EMAIL: "mail", ToldBy.IN_PERSON: "person"}


def why_in_words(why: Why) -> str:
    return {
        Why.CANCELLED: tr("is cancelled"),
        Why.MOVED: tr("is moved"),
        Why.CLOSED: tr("closed then"),
        Why.REFUSED: tr("is refused"),
        Why.APPROVED: tr("is approved"),
        Why.STANDS_AGAIN: tr("takes place after all"),
    }[why]


def short_day(slot: Slot) -> str:
    day = slot.start.date()
    return f"{weekday_short(day)}, {day_and_month(day)}"


def what_to_say(row: TellingRow) -> str:
    """The whole of it, with the reason where there is one."""
    sentences = [_what_is_so(row)]
    if row.more_dates:
        sentences.append(
            ntr(
                "The same for {n} more date of the series.",
                "The same for {n} more dates of the series.",
                row.more_dates,
            )
        )
    if row.reason:
        sentences.append(tr("Reason: {reason}", reason=row.reason))
    return " ".join(sentences)


def _what_is_so(row: TellingRow) -> str:
    here, title = _spot(row.here), row.title
    match row.why:
        case Why.MOVED if row.was is not None:
            was = _spot(row.was)
            return tr("“{title}” is not {was}. It is now {here}.", title=title, was=was, here=here)
        case Why.REFUSED:
            return tr("“{title}” was not approved: {here}.", title=title, here=here)
        case Why.APPROVED:
            return tr("“{title}” is approved: {here}.", title=title, here=here)
        case Why.STANDS_AGAIN:
            return tr("“{title}” takes place after all: {here}.", title=title, here=here)
    return tr("“{title}” is cancelled: {here}.", title=title, here=here)


def how_to_reach(reach: Reach) -> str:
    """Every way there is, or that none is known."""
    others = (part for part in (reach.phone, reach.email) if part not in reach.contact)
    parts = [part for part in (reach.contact, *others) if part]
    return " · ".join(parts) or tr("No phone and no e-mail are written down.")


def _spot(spot: Spot) -> str:
    return f"{short_day(spot.slot)} {time_range(spot.slot.start, spot.slot.end)}, {spot.room}"
