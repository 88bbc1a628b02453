"""Two requests that wait for the coordinator; each has something against it."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from app.bookings.actions import BookRoom
from app.bookings.details import BookingDetails
from app.bookings.model import BookingKind, Setup, Wish
from app.clock import wall_now
from app.desk import Desk
from app.ids import new_id
from app.slot import Place, Slot


def ask_for_rooms(desk: Desk, rooms: dict[str, UUID], organisations: dict[str, UUID]) -> None:
    """One lasts longer than the centre is open, one has more people than chairs."""
    monday = _monday(wall_now(desk.clock).date())
    ball = BookingDetails(
        "Senioru rudens balle",
        _place(rooms["Lielā zāle"], monday + timedelta(days=11), time(18), time(21, 30)),
        BookingKind.NGO,
        organisations["Pensionāru biedrība"],
        people=60,
        pending=True,
        contact="Vilnis Zariņš, 2XXXX418",
        setup=Setup.CIRCLE,
        before_minutes=30,
        after_minutes=15,
        wishes=((Wish.HEARING_LOOP, 1), (Wish.SOUND, 1), (Wish.TEA, 60)),
        notes="Dejas un tēja; paši sakārto krēslus.",
    )
    prizes = BookingDetails(
        "Olimpiādes apbalvošana",
        _place(rooms["Mācību telpa"], monday + timedelta(days=15), time(13), time(15)),
        BookingKind.SCHOOL,
        organisations["Preiļu Valsts ģimnāzija"],
        people=45,
        pending=True,
        setup=Setup.THEATRE,
        wishes=((Wish.PROJECTOR, 1),),
    )
    for details in (ball, prizes):
        desk.do(BookRoom(new_id(), details))


def _place(room_id: UUID, day: date, start: time, end: time) -> Place:
    return Place(room_id, Slot(datetime.combine(day, start), datetime.combine(day, end)))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
