"""The organisation of a visitor: chosen while typing; a name nobody knows yet is written down."""

from collections.abc import Callable
from uuid import UUID

from app.action import Change
from app.ids import new_id
from app.text import fold
from app.visitors.details import OrganisationDetails
from app.visitors.organisations import AddOrganisation, OrganisationRow, Organisations
from ui.answers import WhenRefused
from ui.desk import QtDesk
from ui.kit.forms import SuggestField


class OrganisationField(SuggestField):
    """Spelling and capitals do not matter; retired ones are known, but not offered."""

    def __init__(self, desk: QtDesk, organisation_id: UUID | None) -> None:
        super().__init__()
        self._desk, self._first = desk, organisation_id
        self._known: dict[str, UUID] = {}
        desk.ask(Organisations(retired_too=True), self._know)

    def settle(self, then: Callable[[UUID | None], None], refused: WhenRefused) -> None:
        """Call ``then`` with the organisation's id, writing it down first when it is new."""
        name = fold(self.text())
        known = self.value() or self._known.get(name)
        if not name or known is not None:
            then(known)
            return
        made = new_id()

        def added(_change: Change) -> None:
            self._known[name] = made
            then(made)

        self._desk.do(AddOrganisation(made, OrganisationDetails(self.text())), added, refused)

    def _know(self, rows: tuple[OrganisationRow, ...]) -> None:
        self._known = {fold(row.name): row.id for row in rows}
        shown = [row for row in rows if not row.retired or row.id == self._first]
        self.set_options([(row.id, row.name) for row in shown])
        if self._first is not None and not self.text():
            self.set_value(self._first)
