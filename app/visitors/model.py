"""People who come to the centre, their organisations, consents and visits."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.database.base import BY_BYTES, Base, Keeping, Record, UtcTime
from app.visitors.naming import full_name, name_in_lists

PEOPLE = Keeping(
    purpose="to welcome people, know who is in the building, and count participation",
    basis="public task of the municipality (GDPR Art. 6(1)(e)); contact by consent",
    retention="5 years after the last visit, then made anonymous",
)
SENSITIVE = Keeping(
    purpose="to report priority groups to the funder, in counts only",
    basis="explicit consent (GDPR Art. 9(2)(a))",
    retention="until the consent ends or is withdrawn, then deleted at once",
)


class OrganisationKind(StrEnum):
    """Who stands behind somebody, or books a room."""

    SCHOOL = "school"
    NGO = "ngo"
    RESIDENTS = "residents"
    MUNICIPALITY = "municipality"
    MEDIA = "media"
    COMPANY = "company"
    OTHER = "other"


class VisitorRole(StrEnum):
    """What somebody is at the centre; one person may be several."""

    PARTICIPANT = "participant"
    TEACHER = "teacher"
    PARENT = "parent"
    CHILD = "child"
    ACTIVIST = "activist"
    VOLUNTEER = "volunteer"
    SPECIALIST = "specialist"


class Band(StrEnum):
    """Age bands of heads that are counted without a name."""

    CHILD = "child"  # 0–12
    YOUTH = "youth"  # 13–29
    ADULT = "adult"  # 30–64
    SENIOR = "senior"  # 65 and over


class Activity(StrEnum):
    """What somebody does during a visit; several in one."""

    CAME_IN = "came in"
    COMPUTER = "computer"
    CONSULTATION = "consultation"
    CHILDREN = "children"
    CRAFTS = "crafts"
    MEETING = "meeting"
    EVENT = "event"
    KITCHEN = "kitchen"
    OTHER = "other"


class Purpose(StrEnum):
    """What a consent is for; each stands on its own."""

    PHONE = "phone"
    EMAIL = "email"
    PHOTO = "photo"
    GROUPS = "groups"
    NEEDS = "needs"
    ASSISTANCE = "assistance"


class How(StrEnum):
    """How a consent was given."""

    SPOKEN = "spoken"
    SIGNED = "signed"
    GUARDIAN = "guardian"


class Group(StrEnum):
    """Target groups that are sensitive; never shown in a list."""

    DISABILITY = "disability"
    SPECIAL_NEEDS_FAMILY = "special needs family"
    UKRAINE = "ukraine"


class HeardFrom(StrEnum):
    """How somebody who came for the first time had heard of the centre."""

    FRIENDS = "friends"
    SCHOOL = "school"
    MUNICIPALITY = "municipality"
    SOCIAL_MEDIA = "social media"
    POSTER = "poster"
    NGO = "ngo"
    OTHER = "other"


class Organisation(Record):
    """A school, an association, a residents' group …"""

    __tablename__ = "organisation"
    keeping = Keeping("to know who books and who sends people", "public task", "while it is active")

    name: Mapped[str]
    kind: Mapped[OrganisationKind]
    contact: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    retired: Mapped[bool] = mapped_column(default=False)
    import_id: Mapped[UUID | None]
    """The import that brought it; taken out again with it while nobody else uses it."""


class Visitor(Record):
    """A person the centre knows. Only one name is required; age is computed, never asked.

    Who gives no name at all has a number and a card: still one person, whoever she is.
    """

    __tablename__ = "visitor"
    __table_args__ = (
        Index("ix_visitor_sort_name", "removed", "sort_name", "number"),
        Index("uq_visitor_number", "centre_id", "number", unique=True),
    )
    keeping = PEOPLE

    number: Mapped[int]
    """Shown on the card and on a visitor card; counted from 1, never used again."""
    given_name: Mapped[str]
    family_name: Mapped[str]
    sort_name: Mapped[str] = mapped_column(BY_BYTES, default="")
    """The place of the name in the Latvian alphabet: for lists too long to be sorted when read."""
    other_names: Mapped[str] = mapped_column(default="")
    """The name in its own script, former or other spellings; found like the name."""
    birth_year: Mapped[int | None]
    town: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="")
    """Language of contact: a code such as lv, uk, ru, en; empty when not said."""
    roles: Mapped[frozenset[str]] = mapped_column(default=frozenset)
    """Values of ``VisitorRole``."""
    organisation_id: Mapped[UUID | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    guardian_id: Mapped[UUID | None] = mapped_column(ForeignKey("visitor.id"), index=True)
    guardian_name: Mapped[str] = mapped_column(default="")
    """A guardian we do not know as a visitor."""
    heard_from: Mapped[HeardFrom | None]
    """Asked once, when she comes for the first time; nobody has to say."""
    notice_explained: Mapped[datetime | None] = mapped_column(UtcTime())
    """When the data notice was explained; that is not a consent (GDPR Art. 13)."""
    import_id: Mapped[UUID | None] = mapped_column(index=True)
    registered: Mapped[datetime] = mapped_column(UtcTime())
    kept_as_id: Mapped[UUID | None] = mapped_column(ForeignKey("visitor.id"), index=True)
    """She was written down twice: all that was hers is there now, and her card leads there too."""

    organisation: Mapped[Organisation | None] = relationship()
    guardian: Mapped["Visitor | None"] = relationship(
        remote_side="Visitor.id", foreign_keys=[guardian_id]
    )

    @property
    def name(self) -> str:
        return full_name(self.given_name, self.family_name, self.number)

    @property
    def list_name(self) -> str:
        """Surname first, as lists have it."""
        return name_in_lists(self.given_name, self.family_name, self.number)


class Collector(Record):
    """Who may collect a child, besides the guardian: somebody we know, or only a name."""

    __tablename__ = "collector"
    keeping = Keeping(
        purpose="to let a child go home only with whom the family named",
        basis=PEOPLE.basis,
        retention="as long as the child is kept",
    )

    child_id: Mapped[UUID] = mapped_column(ForeignKey("visitor.id"), index=True)
    visitor_id: Mapped[UUID | None] = mapped_column(ForeignKey("visitor.id"), index=True)
    name: Mapped[str] = mapped_column(default="")
    """Of somebody we do not know as a visitor."""
    said_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("visitor.id"), index=True)
    said_by: Mapped[str] = mapped_column(default="")
    said: Mapped[datetime] = mapped_column(UtcTime())

    child: Mapped[Visitor] = relationship(foreign_keys=[child_id])
    visitor: Mapped[Visitor | None] = relationship(foreign_keys=[visitor_id])
    told_by: Mapped[Visitor | None] = relationship(foreign_keys=[said_by_id])


class NotTheSame(Record):
    """Somebody looked at two people and said that they are two; nobody is asked again."""

    __tablename__ = "not_the_same"
    __table_args__ = (
        Index(
            "uq_not_the_same",
            "first_id",
            "second_id",
            unique=True,
            sqlite_where=text("removed = 0"),
            postgresql_where=text("NOT removed"),
        ),
    )
    keeping = Keeping(
        purpose="not to ask again whether two people are one",
        basis=PEOPLE.basis,
        retention="as long as both people are kept",
    )

    first_id: Mapped[UUID] = mapped_column(ForeignKey("visitor.id"))
    """The smaller id of the two."""
    second_id: Mapped[UUID] = mapped_column(ForeignKey("visitor.id"), index=True)


class VisitorKey(Base):
    """A folded spelling of one part of a name, or another word to find by; only on a server.

    A file has the virtual table ``visitor_find`` instead (FTS5; `app.visitors.finding_index`).
    """

    __tablename__ = "visitor_key"
    __table_args__ = (
        Index("ix_visitor_key_number_token", "number", "token"),
        {"info": {"only": "postgresql"}},
    )
    keeping = PEOPLE

    token: Mapped[str] = mapped_column(BY_BYTES, primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    """Of the visitor."""


class NameWord(Base):
    """A word that is or was part of somebody's name, folded: what a mistyped one may have meant."""

    __tablename__ = "name_word"
    keeping = Keeping(PEOPLE.purpose, PEOPLE.basis, "while anybody in the list has it")

    word: Mapped[str] = mapped_column(BY_BYTES, primary_key=True)


class Party(Record):
    """A group that came together and gave no names: known by where it comes from."""

    __tablename__ = "party"
    keeping = Keeping("to count who comes in groups", PEOPLE.basis, PEOPLE.retention)

    name: Mapped[str] = mapped_column(default="")
    """What it called itself, when it is no organisation we know; may be empty."""
    organisation_id: Mapped[UUID | None] = mapped_column(ForeignKey("organisation.id"), index=True)

    organisation: Mapped[Organisation | None] = relationship()


class Visit(Record):
    """One stay, of a known person or of an unnamed head of a band."""

    __tablename__ = "visit"
    __table_args__ = (
        # Nobody is in the building twice: the rule says it kindly, this makes it certain.
        # In the words of the questions (“IS 0”), so that who is in now is counted by it.
        Index(
            "uq_visit_open",
            "visitor_id",
            unique=True,
            sqlite_where=text("left IS NULL AND removed IS 0"),
            postgresql_where=text('"left" IS NULL AND NOT removed'),
        ),
        Index("ix_visit_arrived", "arrived"),
        Index("ix_visit_visitor_id_arrived", "visitor_id", "arrived"),
    )
    keeping = PEOPLE

    visitor_id: Mapped[UUID | None] = mapped_column(ForeignKey("visitor.id"))
    band: Mapped[Band | None]
    """Only for a visit without a name."""
    arrived: Mapped[datetime] = mapped_column(UtcTime())
    left: Mapped[datetime | None] = mapped_column(UtcTime())
    forgotten: Mapped[bool] = mapped_column(default=False)
    """Closed by the program at closing time: it has no duration."""
    activities: Mapped[frozenset[str]] = mapped_column(default=frozenset)
    """Values of ``Activity``; nothing is asked at the door, so usually empty."""
    room_id: Mapped[UUID | None]
    """Where she said she would be. No foreign key: rooms belong to a feature above this one."""
    party_id: Mapped[UUID | None] = mapped_column(ForeignKey("party.id"), index=True)

    visitor: Mapped[Visitor | None] = relationship()
    party: Mapped[Party | None] = relationship()


class Consent(Record):
    """What was asked, in which wording, given when, how, to whom, until when."""

    __tablename__ = "consent"
    __table_args__ = (Index("ix_consent_visitor_id_purpose", "visitor_id", "purpose"),)
    keeping = Keeping(
        purpose="to prove what was agreed to",
        basis="legal obligation (GDPR Art. 7(1))",
        retention="3 years after it ends; the fact of withdrawal stays",
    )

    visitor_id: Mapped[UUID] = mapped_column(ForeignKey("visitor.id"))
    purpose: Mapped[Purpose]
    wording: Mapped[int]
    """Version of the text that was read out."""
    given: Mapped[datetime] = mapped_column(UtcTime())
    how: Mapped[How]
    taken_by: Mapped[UUID | None]
    until: Mapped[date]
    withdrawn: Mapped[datetime | None] = mapped_column(UtcTime())


class SensitiveGroup(Record):
    """A target group somebody told us of; rests on a consent and is unreadable without it."""

    __tablename__ = "sensitive_group"
    keeping = SENSITIVE

    visitor_id: Mapped[UUID] = mapped_column(ForeignKey("visitor.id"), index=True)
    consent_id: Mapped[UUID] = mapped_column(ForeignKey("consent.id"))
    group: Mapped[Group]
