"""A residents' idea on its way: who proposed it, who carries it, what it asks of the centre."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.database.base import Keeping, Record
from app.visitors.model import PEOPLE, Visitor

IDEAS = Keeping(
    "to help residents carry out their own ideas, and to account for them to funders",
    "public task of the municipality (GDPR Art. 6(1)(e))",
    "5 years after it is done",
)


class Origin(StrEnum):
    """Who had the idea."""

    RESIDENT = "resident"
    YOUTH = "youth"
    SCHOOL = "school"
    NGO = "ngo"
    MUNICIPALITY = "municipality"


class Stage(StrEnum):
    """How far it has come, in this order; or laid aside."""

    IDEA = "idea"
    TALK = "talk"
    TEAM = "team"
    GOING = "going"
    DONE = "done"
    LAID_ASIDE = "laid aside"


class Initiative(Record):
    """A residents' project that events belong to. One line is enough to note it."""

    __tablename__ = "initiative"
    keeping = IDEAS

    title: Mapped[str]
    words: Mapped[str] = mapped_column(default="")
    """The idea as it was told."""
    origin: Mapped[Origin] = mapped_column(default=Origin.RESIDENT)
    proposed: Mapped[date]
    proposer_id: Mapped[UUID | None] = mapped_column(ForeignKey("visitor.id"), index=True)
    organisation_id: Mapped[UUID | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    stage: Mapped[Stage] = mapped_column(default=Stage.IDEA)
    next_step: Mapped[str] = mapped_column(default="")
    next_who: Mapped[str] = mapped_column(default="")
    next_by: Mapped[date | None]
    funder: Mapped[str] = mapped_column(default="")
    project_number: Mapped[str] = mapped_column(default="")
    result: Mapped[str] = mapped_column(default="")
    """What came of it, in words."""
    reached: Mapped[int | None]
    """What came of it, in people, where events do not count them."""

    proposer: Mapped[Visitor | None] = relationship()


class StageReached(Record):
    """The day an initiative came to a stage."""

    __tablename__ = "stage_reached"
    keeping = IDEAS

    initiative_id: Mapped[UUID] = mapped_column(ForeignKey("initiative.id"), index=True)
    stage: Mapped[Stage]
    day: Mapped[date]


class Member(Record):
    """Somebody who carries an initiative."""

    __tablename__ = "initiative_member"
    __table_args__ = (
        Index(
            "uq_initiative_member",
            "initiative_id",
            "visitor_id",
            unique=True,
            sqlite_where=text("removed = 0"),
            postgresql_where=text("NOT removed"),
        ),
    )
    keeping = PEOPLE

    initiative_id: Mapped[UUID] = mapped_column(ForeignKey("initiative.id"))
    visitor_id: Mapped[UUID] = mapped_column(ForeignKey("visitor.id"), index=True)
    does: Mapped[str] = mapped_column(default="")
    """In her own words: "leads", "tools", "plants"."""
    volunteer: Mapped[bool] = mapped_column(default=False)

    visitor: Mapped[Visitor] = relationship()


class Asked(Record):
    """Something an initiative asks of the centre."""

    __tablename__ = "initiative_asked"
    keeping = IDEAS

    initiative_id: Mapped[UUID] = mapped_column(ForeignKey("initiative.id"), index=True)
    what: Mapped[str]
    given: Mapped[bool] = mapped_column(default=False)
    waits_for: Mapped[str] = mapped_column(default="")
    """While it is not given: whom or what it waits for."""


class Noted(Record):
    """A line about how an initiative goes."""

    __tablename__ = "initiative_note"
    keeping = IDEAS

    initiative_id: Mapped[UUID] = mapped_column(ForeignKey("initiative.id"), index=True)
    day: Mapped[date]
    words: Mapped[str]
