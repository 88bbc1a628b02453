"""What stands above the lines of an attendance sheet, and who stands in them."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.bookings.model import Room
from app.centre.model import Centre
from app.database.base import THIS_CENTRE
from app.events.listed import Listed, listed
from app.events.model import Event, EventSession
from app.language import Language, sort_key_in
from app.sheets.sheet import Order, SheetHead, SheetLine
from app.sheets.sheet_columns import MOST_DATES


def people_on(
    session: Session, attended: EventSession, order: Order, *, course: bool = False
) -> list[Listed]:
    """Who stands on the sheet, the first above; on a course's who comes to any of its dates."""
    dates = sessions_from(session, attended) if course else [attended]
    found = {
        one.visitor_id: one
        for each in reversed(dates)
        for one in listed(session, each)
        if one.on_paper
    }
    people = found.values()
    if order is Order.REGISTERED:
        return sorted(people, key=lambda one: (one.registered, one.registration_id))
    return sorted(people, key=lambda one: sort_key_in(Language.LV, one.name))


def head_of(session: Session, attended: EventSession) -> SheetHead:
    """What stands above the lines, in a few queries."""
    event: Event = attended.event
    centre = session.get(Centre, THIS_CENTRE)
    booking = attended.booking
    room = session.get(Room, booking.room_id) if booking else None
    return SheetHead(
        centre=centre_names(centre),
        title=event.title,
        date=attended.starts.date(),
        start=attended.starts.time(),
        end=attended.ends.time(),
        place=", ".join(filter(None, (room.name, room.where))) if room else attended.place,
        leader=event.leader,
        project=event.project,
        confidential=event.confidential,
        dates=tuple(one.starts.date() for one in sessions_from(session, attended)),
        logo=centre.logo if centre else None,
        funder_logo=centre.funder_logo if centre and event.project else None,
        initiative=event.initiative.title if event.initiative else "",
        photographed=event.photo_note,
    )


def sessions_from(session: Session, attended: EventSession) -> list[EventSession]:
    """This session and the next ones of the event, as many as a course sheet has room for."""
    found = session.scalars(
        select(EventSession)
        .where(
            EventSession.event_id == attended.event_id,
            EventSession.starts >= attended.starts,
            ~EventSession.removed,
        )
        .order_by(EventSession.starts)
        .limit(MOST_DATES)
    )
    return list(found)


def centre_names(centre: Centre | None) -> dict[Language, str]:
    if centre is None:
        return {}
    names = {
        Language.LV: centre.name,
        Language.EN: centre.name_in_english,
        Language.UK: centre.name_in_ukrainian,
    }
    return {language: name for language, name in names.items() if name}


def line_of(one: Listed) -> SheetLine:
    return SheetLine(one.name, one.organisation or one.town, one.short_name)
