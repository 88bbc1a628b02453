"""Visitors and organisations for tests, made through actions."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from app.desk import Desk
from app.ids import new_id
from app.visitors.details import OrganisationDetails, VisitorDetails
from app.visitors.model import OrganisationKind
from app.visitors.organisations import AddOrganisation
from app.visitors.register import EditVisitor, RegisterVisitor
from app.visitors.visits import CheckIn


def make_visitor(desk: Desk, given: str = "Anna", family: str = "Bērziņa", **details: Any) -> UUID:
    visitor_id = new_id()
    wanted = VisitorDetails(given, family, **details)
    desk.do(RegisterVisitor(visitor_id, wanted, desk.clock.now()))
    return visitor_id


def make_double(desk: Desk, given: str = "Anna", family: str = "Bērziņa", **details: Any) -> UUID:
    """Somebody who is in the list already, as she comes in past the warning: by a later change."""
    visitor_id = new_id()
    nameless = VisitorDetails("")
    desk.do(RegisterVisitor(visitor_id, nameless, desk.clock.now(), unnamed=True))
    wanted = VisitorDetails(given, family, **details)
    desk.do(EditVisitor(visitor_id, nameless, wanted))
    return visitor_id


def make_visit(desk: Desk, visitor_id: UUID, minutes_ago: int = 0) -> UUID:
    visit_id = new_id()
    desk.do(CheckIn(visit_id, visitor_id, desk.clock.now() - timedelta(minutes=minutes_ago)))
    return visit_id


def make_organisation(desk: Desk, name: str = "Pensionāru biedrība") -> UUID:
    organisation_id = new_id()
    details = OrganisationDetails(name, OrganisationKind.NGO)
    desk.do(AddOrganisation(organisation_id, details))
    return organisation_id
