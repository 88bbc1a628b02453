"""Who may be in the list twice, and saying that two people who look alike are two."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from app.action import Action, Change, Kind, about
from app.database.base import THIS_CENTRE
from app.errors import ChangedElsewhere, Refused
from app.language import Message, say
from app.people.pairing import Pair, worth_comparing
from app.permission import Permission
from app.visitors.model import NotTheSame, Visitor
from app.visitors.rows import AT_ONCE, VisitorRow, rows_by_number
from app.visitors.same_person import Comparison, Facts, compare, is_certain, is_likely
from app.visitors.visits import known_visitor, named


@dataclass(frozen=True)
class LikelyPair:
    """Two people who may be one, and why; ``older`` has been in the list for longer."""

    older: VisitorRow
    newer: VisitorRow
    weight: int
    reasons: tuple[Message, ...]
    certain: bool
    """The strict rule holds too."""

    @property
    def id(self) -> tuple[UUID, UUID]:
        return self.older.id, self.newer.id


@dataclass(frozen=True)
class LikelyPairs:
    """The likeliest pairs first; ``count`` tells how many there are in all."""

    pairs: tuple[LikelyPair, ...]
    count: int


@dataclass(frozen=True)
class LikelyDuplicates:
    """Pairs that the broad rule finds, without those of whom somebody said that they are two.

    Takes seconds at 100,000 people: ask it beside, not in the way of other questions.
    """

    limit: int = 200
    permission: ClassVar[Permission] = Permission.REGISTER_VISITORS

    def answer(self, session: Session) -> LikelyPairs:
        known = session.execute(_PEOPLE).all()
        numbers = [one[0] for one in known]
        people = [Facts._make(one[1:]) for one in known]
        two = _remembered(session)
        found = [
            (pair, compared)
            for pair in worth_comparing(people)
            if (numbers[pair[0]], numbers[pair[1]]) not in two
            and is_likely(compared := compare(people[pair[0]], people[pair[1]]))
        ]
        found.sort(key=lambda one: (-one[1].weight, people[one[0][0]].family_name, one[0]))
        return LikelyPairs(_pairs(session, numbers, found[: self.limit]), len(found))


@dataclass(frozen=True)
class SayNotTheSame:
    """Remember that these are two people; nobody is asked again."""

    mark_id: UUID
    pair: tuple[UUID, UUID]
    permission: ClassVar[Permission] = Permission.REGISTER_VISITORS

    def perform(self, session: Session) -> Change:
        first, second = in_order(*self.pair)
        people = [known_visitor(session, one) for one in self.pair]
        if first == second:
            raise Refused(say("This is one person already."))
        if said_of(session, first, second) is not None:
            raise ChangedElsewhere(say("Somebody has already said that these are two people."))
        mark = session.get(NotTheSame, self.mark_id)
        if mark is None:
            session.add(NotTheSame(id=self.mark_id, first_id=first, second_id=second))
        else:
            mark.removed = False
        message = say("Two people: {who}", who=tuple(named(one) for one in people))
        return _change(self.pair, message, TakeBackNotTheSame(self.mark_id))


@dataclass(frozen=True)
class TakeBackNotTheSame:
    """They may be one person after all."""

    mark_id: UUID
    permission: ClassVar[Permission] = Permission.REGISTER_VISITORS

    def perform(self, session: Session) -> Change:
        mark = session.get(NotTheSame, self.mark_id)
        if mark is None or mark.removed:
            raise ChangedElsewhere(say("This is no longer remembered."))
        mark.removed = True
        pair = (mark.first_id, mark.second_id)
        message = say("They may be one person after all")
        return _change(pair, message, SayNotTheSame(self.mark_id, pair))


def in_order(one: UUID, other: UUID) -> tuple[UUID, UUID]:
    """As pairs are kept: the smaller id first."""
    return (one, other) if one < other else (other, one)


def said_of(session: Session, first: UUID, second: UUID) -> NotTheSame | None:
    """What was said of this pair, in the order it is kept."""
    return session.scalar(
        select(NotTheSame).where(
            NotTheSame.first_id == first,
            NotTheSame.second_id == second,
            NotTheSame.removed.is_(False),
        )
    )


_PEOPLE = (
    select(
        Visitor.number,  # not the id: to make 100,000 of those takes a second
        Visitor.given_name,
        Visitor.family_name,
        Visitor.other_names,
        Visitor.birth_year,
        Visitor.phone,
        Visitor.email,
    )
    .where(Visitor.centre_id == THIS_CENTRE, Visitor.removed.is_(False))
    .order_by(Visitor.number)
)


def _remembered(session: Session) -> set[tuple[int, int]]:
    """The numbers of two people who are two, the smaller first."""
    first, second = aliased(Visitor), aliased(Visitor)
    found = session.execute(
        select(first.number, second.number)
        .join(NotTheSame, NotTheSame.first_id == first.id)
        .join(second, NotTheSame.second_id == second.id)
        .where(NotTheSame.removed.is_(False))
    )
    return {(min(a, b), max(a, b)) for a, b in found}


def _pairs(
    session: Session, numbers: Sequence[int], found: Sequence[tuple[Pair, Comparison]]
) -> tuple[LikelyPair, ...]:
    wanted = sorted({numbers[place] for pair, _ in found for place in pair})
    rows: dict[int, VisitorRow] = {}
    for start in range(0, len(wanted), AT_ONCE):
        part = rows_by_number(session, wanted[start : start + AT_ONCE])
        rows.update((row.number, row) for row in part)
    return tuple(
        LikelyPair(
            rows[numbers[a]],
            rows[numbers[b]],
            compared.weight,
            compared.reasons,
            is_certain(compared),
        )
        for (a, b), compared in found
    )


def _change(pair: tuple[UUID, UUID], message: Message, undo: Action) -> Change:
    return Change(message, frozenset({about(Kind.VISITORS, *pair)}), undo)
