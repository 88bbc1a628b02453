"""For whom a booking is: an organisation or a person we know, found while typing, or only a name."""

from uuid import UUID

from app.bookings.queries import OrganisationRow
from app.text import fold
from app.visitors.search import Matches
from ui.desk import QtDesk
from ui.visitors.person_field import MOST, PersonField


class HolderField(PersonField):
    """Organisations whose name has what is typed come first, then people."""

    def __init__(self, desk: QtDesk, text: str = "") -> None:
        super().__init__(desk, text)
        self._organisations: dict[UUID, OrganisationRow] = {}

    def set_organisations(self, rows: tuple[OrganisationRow, ...]) -> None:
        known = [(self.value(), self.text())] if self.value() is not None else []
        self._organisations = {row.id: row for row in rows}
        self.set_options([*known, *((row.id, row.name) for row in rows)])

    @property
    def organisation(self) -> OrganisationRow | None:
        """The organisation that is written there, when it is one we know."""
        return self._organisations.get(self.value())

    @property
    def visitor_id(self) -> UUID | None:
        """The person of the list who is written there."""
        value: UUID | None = self.value()
        return None if value in self._organisations else value

    def offer(self, matches: Matches) -> None:
        if matches.text != self.text():
            return
        typed = fold(self.text())
        fitting = [row for row in self._organisations.values() if typed in fold(row.name)][:MOST]
        self.show_options(
            [*((row.id, row.name) for row in fitting), *map(self.words_of, matches.rows)]
        )
