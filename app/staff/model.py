"""Accounts of the people who work at the desk."""

from datetime import datetime

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.database.base import Keeping, Record, UtcTime


class Staff(Record):
    """Somebody who signs in; switched off instead of deleted, because the journal names her."""

    __tablename__ = "staff"
    __table_args__ = (
        Index(
            "uq_staff_user_name",
            "user_name",
            unique=True,
            sqlite_where=text("removed = 0"),
            postgresql_where=text("NOT removed"),
        ),
    )
    keeping = Keeping(
        purpose="to know who works at the desk and what she may do",
        basis="legitimate interest of the employer",
        retention="3 years after the last day at work",
    )

    given_name: Mapped[str]
    family_name: Mapped[str]
    user_name: Mapped[str]
    """Folded to lower case; what is typed when signing in."""
    password_hash: Mapped[str]
    """Argon2id, for the shared database; on a file the key file decides."""
    roles: Mapped[frozenset[str]]
    """Values of ``app.permission.Role``."""
    language: Mapped[str] = mapped_column(default="lv")
    active: Mapped[bool] = mapped_column(default=True)
    must_change_password: Mapped[bool] = mapped_column(default=False)
    last_signed_in: Mapped[datetime | None] = mapped_column(UtcTime())
    last_desk: Mapped[str] = mapped_column(default="")

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}".strip()
