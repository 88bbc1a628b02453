"""What the rules say when a place cannot be had: which rule, whose time is in the way, in words."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.bookings.facts import Holding, Hours, RoomFacts, Shut, Terms
from app.language import Message, say, say_count
from app.slot import Slot


class Rule(StrEnum):
    """Which rule speaks, in the order in which they are looked at."""

    ROOM = "room"
    TIME = "time"
    LENGTH = "length"
    NOTICE = "notice"
    HOURS = "hours"
    CLOSURE = "closure"
    TAKEN = "taken"
    BUFFER = "buffer"
    CAPACITY = "capacity"


TRUE_CLASH = frozenset({Rule.ROOM, Rule.TIME, Rule.TAKEN})
"""What nobody may override: no such room, no such time, and two groups at one door."""


@dataclass(frozen=True)
class Trouble:
    """One rule's objection; ``what`` and ``slot`` say whose time is in the way, if anybody's."""

    rule: Rule
    message: Message
    what: str = ""
    slot: Slot | None = None

    @property
    def only_warns(self) -> bool:
        return self.rule is Rule.CAPACITY

    @property
    def may_be_overridden(self) -> bool:
        return self.rule not in TRUE_CLASH

    @property
    def somebody_has_it(self) -> bool:
        """The place may become free: another booking is in the way, and nothing else."""
        return self.rule in (Rule.TAKEN, Rule.BUFFER)


def not_given_out(room: RoomFacts | None) -> Trouble:
    name = room.name if room else ""
    sentence = say("{room} is no longer in use. Choose another room.", room=name)
    return Trouble(Rule.ROOM, sentence)


def no_such_time(at: datetime) -> Trouble:
    sentence = say(
        "On {day:day_month} the clocks go forward and {at} does not exist. Choose another time.",
        day=at.date(),
        at=at.time(),
    )
    return Trouble(Rule.TIME, sentence)


def over_a_day() -> Trouble:
    return Trouble(Rule.TIME, say("A booking takes at most 24 hours. Choose an earlier end."))


def too_short(room: RoomFacts) -> Trouble:
    sentence = say_count(
        "{room} is given out for at least {n} minute.",
        "{room} is given out for at least {n} minutes.",
        room.shortest_minutes,
        room=room.name,
    )
    return Trouble(Rule.LENGTH, sentence)


def too_long(room: RoomFacts) -> Trouble:
    sentence = say_count(
        "{room} is given out for at most {n} minute.",
        "{room} is given out for at most {n} minutes.",
        room.longest_minutes,
        room=room.name,
    )
    return Trouble(Rule.LENGTH, sentence)


def too_late(room: RoomFacts) -> Trouble:
    sentence = say_count(
        "{room} must be booked at least {n} hour before.",
        "{room} must be booked at least {n} hours before.",
        room.notice_hours,
        room=room.name,
    )
    return Trouble(Rule.NOTICE, sentence)


def closed_that_day(at: datetime, room: RoomFacts | None) -> Trouble:
    if room is None:
        sentence = say("The centre is closed on this day: {day:weekday}.", day=at.date())
    else:
        sentence = say(
            "{room} is closed on this day: {day:weekday}.", room=room.name, day=at.date()
        )
    return Trouble(Rule.HOURS, sentence)


def outside(hours: Hours, room: RoomFacts | None) -> Trouble:
    if room is None:
        sentence = say(
            "The centre is open {opens}–{closes} on this day. Choose a time within it.",
            opens=hours.opens,
            closes=hours.closes,
        )
    else:
        sentence = say(
            "{room} is open {opens}–{closes} on this day. Choose a time within it.",
            room=room.name,
            opens=hours.opens,
            closes=hours.closes,
        )
    return Trouble(Rule.HOURS, sentence)


def shut_then(shut: Shut, room: RoomFacts | None) -> Trouble:
    where: object = room.name if room else say("The centre")
    if shut.slot.length >= timedelta(days=1):
        sentence = say("{room} is closed: {reason}.", room=where, reason=shut.reason)
    else:
        sentence = say(
            "{room} is closed {start}–{end}: {reason}.",
            room=where,
            start=shut.slot.start.time(),
            end=shut.slot.end.time(),
            reason=shut.reason,
        )
    return Trouble(Rule.CLOSURE, sentence, what=shut.reason, slot=shut.slot)


def taken_by(other: Holding, room: RoomFacts | None) -> Trouble:
    sentence = say(
        "{room} is taken: {what}, {start}–{end}.",
        room=room.name if room else "",
        what=what_it_is(other),
        start=other.slot.start.time(),
        end=other.slot.end.time(),
    )
    return Trouble(Rule.TAKEN, sentence, what=other.title, slot=other.slot)


def too_close(other: Holding, gap: timedelta) -> Trouble:
    sentence = say_count(
        "{n} minute is needed between this and {what}, {start}–{end}, to clear up and prepare.",
        "{n} minutes are needed between this and {what}, {start}–{end}, to clear up and prepare.",
        int(gap.total_seconds() // 60),
        what=what_it_is(other),
        start=other.slot.start.time(),
        end=other.slot.end.time(),
    )
    return Trouble(Rule.BUFFER, sentence, what=other.title, slot=other.slot)


def too_small(room: RoomFacts, terms: Terms) -> Trouble:
    seats = room.seats_when(terms.setup)
    if seats == room.capacity:
        sentence = say_count(
            "{room} has {n} seat, and {people} are needed.",
            "{room} has {n} seats, and {people} are needed.",
            seats,
            room=room.name,
            people=terms.people,
        )
    else:
        sentence = say_count(
            "Set up so, {room} has {n} seat, and {people} are needed.",
            "Set up so, {room} has {n} seats, and {people} are needed.",
            seats,
            room=room.name,
            people=terms.people,
        )
    return Trouble(Rule.CAPACITY, sentence)


def what_it_is(other: Holding) -> Message:
    title: object = other.title or say("private booking")
    if not other.holder:
        return say("“{title}”", title=title)
    return say("“{title}” ({holder})", title=title, holder=other.holder)


def all_in_one(sentences: tuple[Message, ...]) -> Message:
    """Several sentences as one message."""
    first, *rest = sentences
    if not rest:
        return first
    return say("{first} {rest}", first=first, rest=all_in_one(tuple(rest)))
