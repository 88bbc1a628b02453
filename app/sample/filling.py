"""Makes everything in the sample centre, in an empty database, for the day of the desk's clock."""

from random import Random
from uuid import UUID

from app.bookings.details import RoomDetails
from app.bookings.room_features import Offering, SetRoomFeature
from app.bookings.rooms import AddRoom
from app.clock import wall_now
from app.desk import Desk
from app.ids import new_id
from app.sample.course import hold_course
from app.sample.excursion import plan_excursion
from app.sample.families import agree_and_collect
from app.sample.founding import found
from app.sample.happenings import book_rooms, close_for_repair, let_people_come, plan_events
from app.sample.ideas import note_ideas
from app.sample.needs import record_needs
from app.sample.november import plan_next_month
from app.sample.papers import issue_papers
from app.sample.people import add_organisations, add_visitors
from app.sample.requests import ask_for_rooms
from app.sample.rooms import ROOMS

SEED = 2019


def fill(desk: Desk) -> None:
    """Make everything in an empty database, for the day of the desk's clock."""
    chance = Random(SEED)  # noqa: S311 - the same each time is the point
    found(desk)
    rooms = _add_rooms(desk)
    organisations = add_organisations(desk)
    people = add_visitors(desk, organisations, chance, wall_now(desk.clock).date())
    close_for_repair(desk, rooms["Jauniešu istaba"])
    plan_events(desk, rooms, people, chance)
    book_rooms(desk, rooms, organisations)
    plan_next_month(desk, rooms, people)
    ask_for_rooms(desk, rooms, organisations)
    let_people_come(desk, people, chance)
    record_needs(desk, people, chance)
    agree_and_collect(desk, people, chance)
    issue_papers(desk)
    hold_course(desk, people)
    note_ideas(desk, people)
    plan_excursion(desk, people)


def _add_rooms(desk: Desk) -> dict[str, UUID]:
    ids: dict[str, UUID] = {}
    for position, room in enumerate(ROOMS):
        ids[room.name] = new_id()
        details = RoomDetails(
            name=room.name,
            short_name=room.short_name,
            position=position,
            capacity=room.capacity,
            wheelchair_places=room.wheelchair_places,
            where=room.where,
            part_of_id=ids.get(room.part_of),
            seats=room.seats,
        )
        desk.do(AddRoom(ids[room.name], details))
        for feature, (having, measure) in room.features.items():
            wanted = Offering(having, measure)
            desk.do(SetRoomFeature(ids[room.name], feature, Offering(), wanted))
    return ids
