"""The first tables of the centre."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

SQLITE_CLAIMS = """
CREATE TRIGGER claim_taken_{when} BEFORE {when} ON claim
WHEN NEW.starts < (
    SELECT other.ends FROM claim AS other
    WHERE other.room_id = NEW.room_id AND other.booking_id <> NEW.booking_id
    AND other.starts < NEW.ends
    ORDER BY other.starts DESC LIMIT 1
)
BEGIN SELECT RAISE(ABORT, 'the room is taken'); END
"""
"""As no two claims of a room overlap, the last to start before the new one ends is the last to end:
one look at the index, however many bookings there are."""

POSTGRESQL_CLAIMS = """
ALTER TABLE claim ADD CONSTRAINT ex_claim_taken
EXCLUDE USING gist (room_id WITH =, tsrange(starts, ends) WITH &&)
DEFERRABLE INITIALLY IMMEDIATE
"""

SQLITE_FINDING = """
CREATE VIRTUAL TABLE visitor_find USING fts5 (
    keys, content='', contentless_delete=1, detail=none, prefix='1 2 3',
    tokenize="unicode61 remove_diacritics 0"
)
"""

SQLITE_NO_SWEEPING = "INSERT INTO visitor_find (visitor_find, rank) VALUES ('deletemerge', 101)"
"""Who was taken out leaves the index when it is next merged anyway, not by a merge of its own: taking
back a list of 20,000 people, those held up every other desk for up to 290 ms, without them 61."""


def upgrade() -> None:
    _tables()
    _finding()
    _no_double_booking()
    op.execute("INSERT INTO turn (id, number, house) VALUES (1, 0, 0)")


def _no_double_booking() -> None:
    """The database itself refuses two claims of one room at one time."""
    if op.get_bind().dialect.name == "sqlite":
        for when in ("INSERT", "UPDATE"):
            op.execute(SQLITE_CLAIMS.format(when=when))
    else:
        op.execute("CREATE EXTENSION IF NOT EXISTS btree_gist")
        op.execute(POSTGRESQL_CLAIMS)


def _finding() -> None:
    """What people are found by: FTS5 in a file, a table of keys on a server."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(SQLITE_FINDING)
        op.execute(SQLITE_NO_SWEEPING)
        return
    op.create_table(
        "visitor_key",
        sa.Column("token", sa.String(collation="C"), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("token", "number", name=op.f("pk_visitor_key")),
    )
    op.create_index("ix_visitor_key_number_token", "visitor_key", ["number", "token"])
    # With the usual hundred it takes a beginning of 1,000 people for one of 1, and chooses wrongly.
    op.execute("ALTER TABLE visitor_key ALTER COLUMN token SET STATISTICS 500")


def _tables() -> None:
    op.create_table(
        "centre",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("short_name", sa.String(), nullable=False),
        sa.Column("municipality", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("name_in_english", sa.String(), nullable=False),
        sa.Column("name_in_ukrainian", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("booking_phone", sa.String(), nullable=False),
        sa.Column("booking_email", sa.String(), nullable=False),
        sa.Column("house_rules", sa.String(), nullable=False),
        sa.Column("house_rules_in_english", sa.String(), nullable=False),
        sa.Column("house_rules_in_ukrainian", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("logo", sa.LargeBinary(), nullable=True),
        sa.Column("funder_logo", sa.LargeBinary(), nullable=True),
        sa.Column("recovery_sheet_kept", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_centre")),
    )
    op.create_table(
        "journal",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("desk", sa.String(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=True),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("message", sa.String(), nullable=False),
        sa.Column("topics", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_journal")),
        sa.UniqueConstraint("key", name=op.f("uq_journal_key")),
    )
    op.create_table(
        "name_word",
        sa.Column(
            "word", sa.String().with_variant(sa.String(collation="C"), "postgresql"), nullable=False
        ),
        sa.PrimaryKeyConstraint("word", name=op.f("pk_name_word")),
    )
    op.create_table(
        "opening_hours",
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("opens", sa.Time(), nullable=False),
        sa.Column("closes", sa.Time(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opening_hours")),
        sa.UniqueConstraint(
            "centre_id", "weekday", name=op.f("uq_opening_hours_centre_id_weekday")
        ),
    )
    op.create_table(
        "organisation",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.Column("import_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation")),
    )
    op.create_table(
        "room",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("short_name", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=False),
        sa.Column("wheelchair_places", sa.Integer(), nullable=False),
        sa.Column("where", sa.String(), nullable=False),
        sa.Column("part_of_id", sa.Uuid(), nullable=True),
        sa.Column("setup_minutes", sa.Integer(), nullable=False),
        sa.Column("clear_minutes", sa.Integer(), nullable=False),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.Column("notice_hours", sa.Integer(), nullable=False),
        sa.Column("shortest_minutes", sa.Integer(), nullable=False),
        sa.Column("longest_minutes", sa.Integer(), nullable=False),
        sa.Column("needs_approval", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["part_of_id"], ["room.id"], name=op.f("fk_room_part_of_id_room")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_room")),
    )
    op.create_table(
        "school_holiday",
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_school_holiday")),
    )
    op.create_table(
        "series",
        sa.Column("pattern", sa.Text(), nullable=False),
        sa.Column("split_from_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_series")),
    )
    op.create_table(
        "series_step",
        sa.Column("cells", sa.Text(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_series_step")),
    )
    op.create_table(
        "skipped_date",
        sa.Column("series_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_skipped_date")),
    )
    op.create_index(op.f("ix_skipped_date_series_id"), "skipped_date", ["series_id"], unique=False)
    op.create_table(
        "staff",
        sa.Column("given_name", sa.String(), nullable=False),
        sa.Column("family_name", sa.String(), nullable=False),
        sa.Column("user_name", sa.String(), nullable=False),
        sa.Column("password_hash", sa.String(), nullable=False),
        sa.Column("roles", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("must_change_password", sa.Boolean(), nullable=False),
        sa.Column("last_signed_in", sa.DateTime(), nullable=True),
        sa.Column("last_desk", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff")),
    )
    op.create_index(
        "uq_staff_user_name",
        "staff",
        ["user_name"],
        unique=True,
        sqlite_where=sa.text("removed = 0"),
        postgresql_where=sa.text("NOT removed"),
    )
    op.create_table(
        "turn",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("house", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_turn")),
    )
    op.create_table(
        "closure",
        sa.Column("room_id", sa.Uuid(), nullable=True),
        sa.Column("starts", sa.DateTime(), nullable=False),
        sa.Column("ends", sa.DateTime(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("holiday", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_closure_room_id_room")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closure")),
    )
    op.create_index("ix_closure_starts", "closure", ["starts"], unique=False)
    op.create_table(
        "party",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_party_organisation_id_organisation"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_party")),
    )
    op.create_index(op.f("ix_party_organisation_id"), "party", ["organisation_id"], unique=False)
    op.create_table(
        "room_feature",
        sa.Column("room_id", sa.Uuid(), nullable=False),
        sa.Column("feature", sa.String(length=32), nullable=False),
        sa.Column("having", sa.String(length=32), nullable=False),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["room_id"], ["room.id"], name=op.f("fk_room_feature_room_id_room")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_room_feature")),
    )
    op.create_index("uq_room_feature", "room_feature", ["room_id", "feature"], unique=True)
    op.create_table(
        "room_opens",
        sa.Column("room_id", sa.Uuid(), nullable=False),
        sa.Column("weekday", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("opens", sa.Time(), nullable=True),
        sa.Column("closes", sa.Time(), nullable=True),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_room_opens_room_id_room")),
        sa.PrimaryKeyConstraint("room_id", "weekday", name=op.f("pk_room_opens")),
    )
    op.create_table(
        "room_seats",
        sa.Column("room_id", sa.Uuid(), nullable=False),
        sa.Column("setup", sa.String(length=32), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_room_seats_room_id_room")),
        sa.PrimaryKeyConstraint("room_id", "setup", name=op.f("pk_room_seats")),
    )
    op.create_table(
        "visitor",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("given_name", sa.String(), nullable=False),
        sa.Column("family_name", sa.String(), nullable=False),
        sa.Column(
            "sort_name",
            sa.String().with_variant(sa.String(collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("other_names", sa.String(), nullable=False),
        sa.Column("birth_year", sa.Integer(), nullable=True),
        sa.Column("town", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("roles", sa.String(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("guardian_id", sa.Uuid(), nullable=True),
        sa.Column("guardian_name", sa.String(), nullable=False),
        sa.Column("heard_from", sa.String(length=32), nullable=True),
        sa.Column("notice_explained", sa.DateTime(), nullable=True),
        sa.Column("import_id", sa.Uuid(), nullable=True),
        sa.Column("registered", sa.DateTime(), nullable=False),
        sa.Column("kept_as_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["guardian_id"], ["visitor.id"], name=op.f("fk_visitor_guardian_id_visitor")
        ),
        sa.ForeignKeyConstraint(
            ["kept_as_id"], ["visitor.id"], name=op.f("fk_visitor_kept_as_id_visitor")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_visitor_organisation_id_organisation"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visitor")),
    )
    op.create_index(op.f("ix_visitor_guardian_id"), "visitor", ["guardian_id"], unique=False)
    op.create_index(op.f("ix_visitor_import_id"), "visitor", ["import_id"], unique=False)
    op.create_index(op.f("ix_visitor_kept_as_id"), "visitor", ["kept_as_id"], unique=False)
    op.create_index(
        op.f("ix_visitor_organisation_id"), "visitor", ["organisation_id"], unique=False
    )
    op.create_index(
        "ix_visitor_sort_name", "visitor", ["removed", "sort_name", "number"], unique=False
    )
    op.create_index("uq_visitor_number", "visitor", ["centre_id", "number"], unique=True)
    op.create_table(
        "booking",
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("room_id", sa.Uuid(), nullable=False),
        sa.Column("starts", sa.DateTime(), nullable=False),
        sa.Column("ends", sa.DateTime(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("visitor_id", sa.Uuid(), nullable=True),
        sa.Column("holder", sa.String(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=True),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("tentative", sa.Boolean(), nullable=False),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.Column("of_event", sa.Boolean(), nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("setup", sa.String(length=32), nullable=True),
        sa.Column("before_minutes", sa.Integer(), nullable=True),
        sa.Column("after_minutes", sa.Integer(), nullable=True),
        sa.Column("wishes", sa.String(), nullable=False),
        sa.Column("override_reason", sa.String(), nullable=False),
        sa.Column("decision", sa.String(), nullable=False),
        sa.Column("entered_by_id", sa.Uuid(), nullable=True),
        sa.Column("entered_at", sa.DateTime(), nullable=True),
        sa.Column("series_id", sa.Uuid(), nullable=True),
        sa.Column("series_day", sa.Date(), nullable=True),
        sa.Column("by_itself", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_booking_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_booking_room_id_room")),
        sa.ForeignKeyConstraint(
            ["visitor_id"], ["visitor.id"], name=op.f("fk_booking_visitor_id_visitor")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_booking")),
    )
    op.create_index("ix_booking_room_id_starts", "booking", ["room_id", "starts"], unique=False)
    op.create_index(op.f("ix_booking_series_id"), "booking", ["series_id"], unique=False)
    op.create_index("ix_booking_starts", "booking", ["starts"], unique=False)
    op.create_table(
        "collector",
        sa.Column("child_id", sa.Uuid(), nullable=False),
        sa.Column("visitor_id", sa.Uuid(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("said_by_id", sa.Uuid(), nullable=True),
        sa.Column("said_by", sa.String(), nullable=False),
        sa.Column("said", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["child_id"], ["visitor.id"], name=op.f("fk_collector_child_id_visitor")
        ),
        sa.ForeignKeyConstraint(
            ["said_by_id"], ["visitor.id"], name=op.f("fk_collector_said_by_id_visitor")
        ),
        sa.ForeignKeyConstraint(
            ["visitor_id"], ["visitor.id"], name=op.f("fk_collector_visitor_id_visitor")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_collector")),
    )
    op.create_index(op.f("ix_collector_child_id"), "collector", ["child_id"], unique=False)
    op.create_index(op.f("ix_collector_said_by_id"), "collector", ["said_by_id"], unique=False)
    op.create_index(op.f("ix_collector_visitor_id"), "collector", ["visitor_id"], unique=False)
    op.create_table(
        "consent",
        sa.Column("visitor_id", sa.Uuid(), nullable=False),
        sa.Column("purpose", sa.String(length=32), nullable=False),
        sa.Column("wording", sa.Integer(), nullable=False),
        sa.Column("given", sa.DateTime(), nullable=False),
        sa.Column("how", sa.String(length=32), nullable=False),
        sa.Column("taken_by", sa.Uuid(), nullable=True),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("withdrawn", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["visitor_id"], ["visitor.id"], name=op.f("fk_consent_visitor_id_visitor")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
    )
    op.create_index(
        "ix_consent_visitor_id_purpose", "consent", ["visitor_id", "purpose"], unique=False
    )
    op.create_table(
        "initiative",
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("origin", sa.String(length=32), nullable=False),
        sa.Column("proposed", sa.Date(), nullable=False),
        sa.Column("proposer_id", sa.Uuid(), nullable=True),
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("stage", sa.String(length=32), nullable=False),
        sa.Column("next_step", sa.String(), nullable=False),
        sa.Column("next_who", sa.String(), nullable=False),
        sa.Column("next_by", sa.Date(), nullable=True),
        sa.Column("funder", sa.String(), nullable=False),
        sa.Column("project_number", sa.String(), nullable=False),
        sa.Column("result", sa.String(), nullable=False),
        sa.Column("reached", sa.Integer(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_initiative_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["proposer_id"], ["visitor.id"], name=op.f("fk_initiative_proposer_id_visitor")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_initiative")),
    )
    op.create_index(
        op.f("ix_initiative_organisation_id"), "initiative", ["organisation_id"], unique=False
    )
    op.create_index(op.f("ix_initiative_proposer_id"), "initiative", ["proposer_id"], unique=False)
    op.create_table(
        "not_the_same",
        sa.Column("first_id", sa.Uuid(), nullable=False),
        sa.Column("second_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["first_id"], ["visitor.id"], name=op.f("fk_not_the_same_first_id_visitor")
        ),
        sa.ForeignKeyConstraint(
            ["second_id"], ["visitor.id"], name=op.f("fk_not_the_same_second_id_visitor")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_not_the_same")),
    )
    op.create_index(op.f("ix_not_the_same_second_id"), "not_the_same", ["second_id"], unique=False)
    op.create_index(
        "uq_not_the_same",
        "not_the_same",
        ["first_id", "second_id"],
        unique=True,
        sqlite_where=sa.text("removed = 0"),
        postgresql_where=sa.text("NOT removed"),
    )
    op.create_table(
        "visit",
        sa.Column("visitor_id", sa.Uuid(), nullable=True),
        sa.Column("band", sa.String(length=32), nullable=True),
        sa.Column("arrived", sa.DateTime(), nullable=False),
        sa.Column("left", sa.DateTime(), nullable=True),
        sa.Column("forgotten", sa.Boolean(), nullable=False),
        sa.Column("activities", sa.String(), nullable=False),
        sa.Column("room_id", sa.Uuid(), nullable=True),
        sa.Column("party_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_visit_party_id_party")),
        sa.ForeignKeyConstraint(
            ["visitor_id"], ["visitor.id"], name=op.f("fk_visit_visitor_id_visitor")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit")),
    )
    op.create_index("ix_visit_arrived", "visit", ["arrived"], unique=False)
    op.create_index(op.f("ix_visit_party_id"), "visit", ["party_id"], unique=False)
    op.create_index("ix_visit_visitor_id_arrived", "visit", ["visitor_id", "arrived"], unique=False)
    op.create_index(
        "uq_visit_open",
        "visit",
        ["visitor_id"],
        unique=True,
        sqlite_where=sa.text("left IS NULL AND removed IS 0"),
        postgresql_where=sa.text('"left" IS NULL AND NOT removed'),
    )
    op.create_table(
        "claim",
        sa.Column("booking_id", sa.Uuid(), nullable=False),
        sa.Column("room_id", sa.Uuid(), nullable=False),
        sa.Column("starts", sa.DateTime(), nullable=False),
        sa.Column("ends", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["booking_id"], ["booking.id"], name=op.f("fk_claim_booking_id_booking")
        ),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_claim_room_id_room")),
        sa.PrimaryKeyConstraint("booking_id", "room_id", name=op.f("pk_claim")),
    )
    op.create_index("ix_claim_room_id_starts", "claim", ["room_id", "starts"], unique=False)
    op.create_table(
        "event",
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("title_in_ukrainian", sa.String(), nullable=False),
        sa.Column("leader", sa.String(), nullable=False),
        sa.Column("project", sa.String(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("initiative_id", sa.Uuid(), nullable=True),
        sa.Column("organiser_id", sa.Uuid(), nullable=True),
        sa.Column("target_groups", sa.String(), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=True),
        sa.Column("companion_places", sa.Integer(), nullable=False),
        sa.Column("wheelchair_places", sa.Integer(), nullable=False),
        sa.Column("opens", sa.DateTime(), nullable=True),
        sa.Column("closes", sa.DateTime(), nullable=True),
        sa.Column("when_full", sa.String(length=32), nullable=False),
        sa.Column("on_poster", sa.Boolean(), nullable=False),
        sa.Column("photo_note", sa.Boolean(), nullable=False),
        sa.Column("draft", sa.Boolean(), nullable=False),
        sa.Column("open_doors", sa.Boolean(), nullable=False),
        sa.Column("confidential", sa.Boolean(), nullable=False),
        sa.Column("cancelled", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiative.id"], name=op.f("fk_event_initiative_id_initiative")
        ),
        sa.ForeignKeyConstraint(
            ["organiser_id"], ["organisation.id"], name=op.f("fk_event_organiser_id_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
    )
    op.create_index(op.f("ix_event_initiative_id"), "event", ["initiative_id"], unique=False)
    op.create_index(op.f("ix_event_organiser_id"), "event", ["organiser_id"], unique=False)
    op.create_table(
        "imported_date",
        sa.Column("booking_id", sa.Uuid(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("which", sa.String(), nullable=False),
        sa.Column("said", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["booking_id"], ["booking.id"], name=op.f("fk_imported_date_booking_id_booking")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_imported_date")),
    )
    op.create_index(
        op.f("ix_imported_date_booking_id"), "imported_date", ["booking_id"], unique=False
    )
    op.create_index(op.f("ix_imported_date_uid"), "imported_date", ["uid"], unique=False)
    op.create_table(
        "initiative_asked",
        sa.Column("initiative_id", sa.Uuid(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("given", sa.Boolean(), nullable=False),
        sa.Column("waits_for", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["initiative_id"],
            ["initiative.id"],
            name=op.f("fk_initiative_asked_initiative_id_initiative"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_initiative_asked")),
    )
    op.create_index(
        op.f("ix_initiative_asked_initiative_id"),
        "initiative_asked",
        ["initiative_id"],
        unique=False,
    )
    op.create_table(
        "initiative_member",
        sa.Column("initiative_id", sa.Uuid(), nullable=False),
        sa.Column("visitor_id", sa.Uuid(), nullable=False),
        sa.Column("does", sa.String(), nullable=False),
        sa.Column("volunteer", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["initiative_id"],
            ["initiative.id"],
            name=op.f("fk_initiative_member_initiative_id_initiative"),
        ),
        sa.ForeignKeyConstraint(
            ["visitor_id"], ["visitor.id"], name=op.f("fk_initiative_member_visitor_id_visitor")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_initiative_member")),
    )
    op.create_index(
        op.f("ix_initiative_member_visitor_id"), "initiative_member", ["visitor_id"], unique=False
    )
    op.create_index(
        "uq_initiative_member",
        "initiative_member",
        ["initiative_id", "visitor_id"],
        unique=True,
        sqlite_where=sa.text("removed = 0"),
        postgresql_where=sa.text("NOT removed"),
    )
    op.create_table(
        "initiative_note",
        sa.Column("initiative_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["initiative_id"],
            ["initiative.id"],
            name=op.f("fk_initiative_note_initiative_id_initiative"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_initiative_note")),
    )
    op.create_index(
        op.f("ix_initiative_note_initiative_id"), "initiative_note", ["initiative_id"], unique=False
    )
    op.create_table(
        "sensitive_group",
        sa.Column("visitor_id", sa.Uuid(), nullable=False),
        sa.Column("consent_id", sa.Uuid(), nullable=False),
        sa.Column("group", sa.String(length=32), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["consent_id"], ["consent.id"], name=op.f("fk_sensitive_group_consent_id_consent")
        ),
        sa.ForeignKeyConstraint(
            ["visitor_id"], ["visitor.id"], name=op.f("fk_sensitive_group_visitor_id_visitor")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sensitive_group")),
    )
    op.create_index(
        op.f("ix_sensitive_group_visitor_id"), "sensitive_group", ["visitor_id"], unique=False
    )
    op.create_table(
        "stage_reached",
        sa.Column("initiative_id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.String(length=32), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["initiative_id"],
            ["initiative.id"],
            name=op.f("fk_stage_reached_initiative_id_initiative"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stage_reached")),
    )
    op.create_index(
        op.f("ix_stage_reached_initiative_id"), "stage_reached", ["initiative_id"], unique=False
    )
    op.create_table(
        "telling",
        sa.Column("booking_id", sa.Uuid(), nullable=False),
        sa.Column("why", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("arose", sa.DateTime(), nullable=False),
        sa.Column("was_room_id", sa.Uuid(), nullable=True),
        sa.Column("was_starts", sa.DateTime(), nullable=True),
        sa.Column("was_ends", sa.DateTime(), nullable=True),
        sa.Column("told_at", sa.DateTime(), nullable=True),
        sa.Column("told_by_id", sa.Uuid(), nullable=True),
        sa.Column("how", sa.String(length=32), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["booking_id"], ["booking.id"], name=op.f("fk_telling_booking_id_booking")
        ),
        sa.ForeignKeyConstraint(
            ["was_room_id"], ["room.id"], name=op.f("fk_telling_was_room_id_room")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_telling")),
    )
    op.create_index("ix_telling_booking_id", "telling", ["booking_id"], unique=False)
    op.create_index("ix_telling_told_at", "telling", ["told_at"], unique=False)
    op.create_table(
        "waiting_booking",
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("room_id", sa.Uuid(), nullable=False),
        sa.Column("any_room", sa.Boolean(), nullable=False),
        sa.Column("starts", sa.DateTime(), nullable=False),
        sa.Column("ends", sa.DateTime(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("holder", sa.String(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=True),
        sa.Column("setup", sa.String(length=32), nullable=True),
        sa.Column("before_minutes", sa.Integer(), nullable=True),
        sa.Column("after_minutes", sa.Integer(), nullable=True),
        sa.Column("wishes", sa.String(), nullable=False),
        sa.Column("tentative", sa.Boolean(), nullable=False),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
        sa.Column("entered_at", sa.DateTime(), nullable=False),
        sa.Column("entered_by_id", sa.Uuid(), nullable=True),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("offered_at", sa.DateTime(), nullable=True),
        sa.Column("moves_id", sa.Uuid(), nullable=True),
        sa.Column("booking_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["booking_id"], ["booking.id"], name=op.f("fk_waiting_booking_booking_id_booking")
        ),
        sa.ForeignKeyConstraint(
            ["moves_id"], ["booking.id"], name=op.f("fk_waiting_booking_moves_id_booking")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_waiting_booking_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["room_id"], ["room.id"], name=op.f("fk_waiting_booking_room_id_room")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waiting_booking")),
    )
    op.create_index(
        "ix_waiting_booking_state_starts", "waiting_booking", ["state", "starts"], unique=False
    )
    op.create_table(
        "certificate",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("visitor_id", sa.Uuid(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("issued", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_certificate_event_id_event")
        ),
        sa.ForeignKeyConstraint(
            ["visitor_id"], ["visitor.id"], name=op.f("fk_certificate_visitor_id_visitor")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificate")),
    )
    op.create_index(op.f("ix_certificate_visitor_id"), "certificate", ["visitor_id"], unique=False)
    op.create_index(
        "uq_certificate",
        "certificate",
        ["event_id", "visitor_id"],
        unique=True,
        sqlite_where=sa.text("removed = 0"),
        postgresql_where=sa.text("NOT removed"),
    )
    op.create_index("uq_certificate_number", "certificate", ["year", "number"], unique=True)
    op.create_table(
        "event_session",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("booking_id", sa.Uuid(), nullable=True),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("starts", sa.DateTime(), nullable=False),
        sa.Column("ends", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["booking_id"], ["booking.id"], name=op.f("fk_event_session_booking_id_booking")
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_event_session_event_id_event")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_session")),
    )
    op.create_index(
        op.f("ix_event_session_booking_id"), "event_session", ["booking_id"], unique=False
    )
    op.create_index(op.f("ix_event_session_event_id"), "event_session", ["event_id"], unique=False)
    op.create_index("ix_event_session_starts", "event_session", ["starts"], unique=False)
    op.create_table(
        "need",
        sa.Column("visitor_id", sa.Uuid(), nullable=False),
        sa.Column("consent_id", sa.Uuid(), nullable=False),
        sa.Column("support", sa.String(length=32), nullable=False),
        sa.Column("own_words", sa.String(), nullable=False),
        sa.Column("event_id", sa.Uuid(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["consent_id"], ["consent.id"], name=op.f("fk_need_consent_id_consent")
        ),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_need_event_id_event")),
        sa.ForeignKeyConstraint(
            ["visitor_id"], ["visitor.id"], name=op.f("fk_need_visitor_id_visitor")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_need")),
    )
    op.create_index(op.f("ix_need_consent_id"), "need", ["consent_id"], unique=False)
    op.create_index(op.f("ix_need_visitor_id"), "need", ["visitor_id"], unique=False)
    op.create_table(
        "registration",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("visitor_id", sa.Uuid(), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("via", sa.String(length=32), nullable=False),
        sa.Column("registered", sa.DateTime(), nullable=False),
        sa.Column("companions", sa.Integer(), nullable=False),
        sa.Column("wheelchair_place", sa.Boolean(), nullable=False),
        sa.Column("moved_up", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_registration_event_id_event")
        ),
        sa.ForeignKeyConstraint(
            ["visitor_id"], ["visitor.id"], name=op.f("fk_registration_visitor_id_visitor")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_registration")),
    )
    op.create_index(
        op.f("ix_registration_visitor_id"), "registration", ["visitor_id"], unique=False
    )
    op.create_index(
        "uq_registration",
        "registration",
        ["event_id", "visitor_id"],
        unique=True,
        sqlite_where=sa.text("removed = 0"),
        postgresql_where=sa.text("NOT removed"),
    )
    op.create_table(
        "attendance",
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("visitor_id", sa.Uuid(), nullable=False),
        sa.Column("came", sa.DateTime(), nullable=False),
        sa.Column("left", sa.DateTime(), nullable=True),
        sa.Column("photo", sa.Boolean(), nullable=True),
        sa.Column("age", sa.String(length=32), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["event_session.id"],
            name=op.f("fk_attendance_session_id_event_session"),
        ),
        sa.ForeignKeyConstraint(
            ["visitor_id"], ["visitor.id"], name=op.f("fk_attendance_visitor_id_visitor")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance")),
    )
    op.create_index(op.f("ix_attendance_visitor_id"), "attendance", ["visitor_id"], unique=False)
    op.create_index(
        "uq_attendance",
        "attendance",
        ["session_id", "visitor_id"],
        unique=True,
        sqlite_where=sa.text("removed = 0"),
        postgresql_where=sa.text("NOT removed"),
    )
    op.create_table(
        "event_news",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=True),
        sa.Column("what", sa.String(length=32), nullable=False),
        sa.Column("arose", sa.DateTime(), nullable=False),
        sa.Column("was_room_id", sa.Uuid(), nullable=True),
        sa.Column("was_place", sa.String(), nullable=False),
        sa.Column("was_starts", sa.DateTime(), nullable=True),
        sa.Column("was_ends", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_event_news_event_id_event")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["event_session.id"],
            name=op.f("fk_event_news_session_id_event_session"),
        ),
        sa.ForeignKeyConstraint(
            ["was_room_id"], ["room.id"], name=op.f("fk_event_news_was_room_id_room")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_news")),
    )
    op.create_index(op.f("ix_event_news_event_id"), "event_news", ["event_id"], unique=False)
    op.create_table(
        "head_count",
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("band", sa.String(length=32), nullable=False),
        sa.Column("heads", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["event_session.id"],
            name=op.f("fk_head_count_session_id_event_session"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_head_count")),
    )
    op.create_index("uq_head_count", "head_count", ["session_id", "band"], unique=True)
    op.create_table(
        "issued_sheet",
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("issued", sa.DateTime(), nullable=False),
        sa.Column("options", sa.String(), nullable=False),
        sa.Column("on_paper", sa.Integer(), nullable=True),
        sa.Column("closed", sa.DateTime(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["event_session.id"],
            name=op.f("fk_issued_sheet_session_id_event_session"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_issued_sheet")),
    )
    op.create_index(
        op.f("ix_issued_sheet_session_id"), "issued_sheet", ["session_id"], unique=False
    )
    op.create_index("uq_issued_sheet_number", "issued_sheet", ["year", "number"], unique=True)
    op.create_table(
        "missed",
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("visitor_id", sa.Uuid(), nullable=False),
        sa.Column("absence", sa.String(length=32), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["event_session.id"], name=op.f("fk_missed_session_id_event_session")
        ),
        sa.ForeignKeyConstraint(
            ["visitor_id"], ["visitor.id"], name=op.f("fk_missed_visitor_id_visitor")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_missed")),
    )
    op.create_index(op.f("ix_missed_visitor_id"), "missed", ["visitor_id"], unique=False)
    op.create_index(
        "uq_missed",
        "missed",
        ["session_id", "visitor_id"],
        unique=True,
        sqlite_where=sa.text("removed = 0"),
        postgresql_where=sa.text("NOT removed"),
    )
    op.create_table(
        "opinion",
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("said", sa.Date(), nullable=False),
        sa.Column("face", sa.Integer(), nullable=True),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=True),
        sa.Column("initiative_id", sa.Uuid(), nullable=True),
        sa.Column("visitor_id", sa.Uuid(), nullable=True),
        sa.Column("our_answer", sa.String(), nullable=False),
        sa.Column("answered", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiative.id"], name=op.f("fk_opinion_initiative_id_initiative")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["event_session.id"], name=op.f("fk_opinion_session_id_event_session")
        ),
        sa.ForeignKeyConstraint(
            ["visitor_id"], ["visitor.id"], name=op.f("fk_opinion_visitor_id_visitor")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opinion")),
    )
    op.create_index(op.f("ix_opinion_initiative_id"), "opinion", ["initiative_id"], unique=False)
    op.create_index("ix_opinion_said", "opinion", ["said"], unique=False)
    op.create_index(op.f("ix_opinion_session_id"), "opinion", ["session_id"], unique=False)
    op.create_index(op.f("ix_opinion_visitor_id"), "opinion", ["visitor_id"], unique=False)
    op.create_table(
        "preparation",
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("support", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("responsible", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["event_session.id"],
            name=op.f("fk_preparation_session_id_event_session"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_preparation")),
    )
    op.create_index("uq_preparation", "preparation", ["session_id", "support"], unique=True)
    op.create_table(
        "registered_session",
        sa.Column("registration_id", sa.Uuid(), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["registration_id"],
            ["registration.id"],
            name=op.f("fk_registered_session_registration_id_registration"),
        ),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["event_session.id"],
            name=op.f("fk_registered_session_session_id_event_session"),
        ),
        sa.PrimaryKeyConstraint(
            "registration_id", "session_id", name=op.f("pk_registered_session")
        ),
    )
    op.create_index(
        op.f("ix_registered_session_session_id"), "registered_session", ["session_id"], unique=False
    )
    op.create_table(
        "informed",
        sa.Column("news_id", sa.Uuid(), nullable=False),
        sa.Column("visitor_id", sa.Uuid(), nullable=False),
        sa.Column("told_at", sa.DateTime(), nullable=False),
        sa.Column("told_by_id", sa.Uuid(), nullable=True),
        sa.Column("how", sa.String(length=32), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["news_id"], ["event_news.id"], name=op.f("fk_informed_news_id_event_news")
        ),
        sa.ForeignKeyConstraint(
            ["visitor_id"], ["visitor.id"], name=op.f("fk_informed_visitor_id_visitor")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_informed")),
    )
    op.create_index(op.f("ix_informed_visitor_id"), "informed", ["visitor_id"], unique=False)
    op.create_index(
        "uq_informed",
        "informed",
        ["news_id", "visitor_id"],
        unique=True,
        sqlite_where=sa.text("removed = 0"),
        postgresql_where=sa.text("NOT removed"),
    )
    op.create_table(
        "issued_date",
        sa.Column("sheet_id", sa.Uuid(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("starts", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["event_session.id"],
            name=op.f("fk_issued_date_session_id_event_session"),
        ),
        sa.ForeignKeyConstraint(
            ["sheet_id"], ["issued_sheet.id"], name=op.f("fk_issued_date_sheet_id_issued_sheet")
        ),
        sa.PrimaryKeyConstraint("sheet_id", "place", name=op.f("pk_issued_date")),
    )
    op.create_index(op.f("ix_issued_date_session_id"), "issued_date", ["session_id"], unique=False)
    op.create_table(
        "issued_row",
        sa.Column("sheet_id", sa.Uuid(), nullable=False),
        sa.Column("row", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("visitor_id", sa.Uuid(), nullable=False),
        sa.Column("written", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["sheet_id"], ["issued_sheet.id"], name=op.f("fk_issued_row_sheet_id_issued_sheet")
        ),
        sa.ForeignKeyConstraint(
            ["visitor_id"], ["visitor.id"], name=op.f("fk_issued_row_visitor_id_visitor")
        ),
        sa.PrimaryKeyConstraint("sheet_id", "row", name=op.f("pk_issued_row")),
    )
    op.create_index(op.f("ix_issued_row_visitor_id"), "issued_row", ["visitor_id"], unique=False)
