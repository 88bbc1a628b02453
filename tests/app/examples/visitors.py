"""One example of every action on visitors."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from app.action import Action
from app.desk import Desk
from app.ids import new_id
from app.visitors import (
    consents,
    export_list,
    groups,
    import_list,
    import_preview,
    organisations,
    register,
    together,
    visits,
)
from app.visitors.details import OrganisationDetails, VisitorDetails
from app.visitors.model import Band, Group, How, Purpose
from tests.making.visitors import make_organisation, make_visit, make_visitor

NEXT_YEAR = date(2027, 10, 15)


def register_visitor(desk: Desk) -> Action:
    told = register.GroupsTold(frozenset({Group.UKRAINE}), new_id(), How.SPOKEN, NEXT_YEAR)
    details = VisitorDetails("Юлія", "Шевченко", birth_year=1990, phone="+371 26113118")
    return register.RegisterVisitor(new_id(), details, desk.clock.now(), new_id(), told, True)


def remove_visitor(desk: Desk) -> Action:
    return register.RemoveVisitor(make_visitor(desk))


def put_back_visitor(desk: Desk) -> Action:
    visitor_id = make_visitor(desk)
    desk.do(register.RemoveVisitor(visitor_id))
    return register.PutBackVisitor(visitor_id)


def edit_visitor(desk: Desk) -> Action:
    visitor_id = make_visitor(desk, "Anna", "Bērziņa")
    seen = VisitorDetails("Anna", "Bērziņa")
    return register.EditVisitor(
        visitor_id, seen, replace(seen, family_name="Kalniņa", birth_year=1987)
    )


def check_in(desk: Desk) -> Action:
    return visits.CheckIn(new_id(), make_visitor(desk), desk.clock.now())


def check_out(desk: Desk) -> Action:
    visitor_id = make_visitor(desk)
    make_visit(desk, visitor_id, minutes_ago=60)
    return visits.CheckOut(visitor_id, desk.clock.now())


def close_visit(desk: Desk) -> Action:
    return visits.CloseVisit(make_visit(desk, make_visitor(desk), 60), desk.clock.now())


def reopen(desk: Desk) -> Action:
    visit_id = make_visit(desk, make_visitor(desk), minutes_ago=60)
    desk.do(visits.CloseVisit(visit_id, desk.clock.now()))
    return visits.Reopen(visit_id, desk.clock.now())


def count_unnamed(desk: Desk) -> Action:
    return visits.CountUnnamed(new_id(), Band.YOUTH, desk.clock.now())


def remove_visit(desk: Desk) -> Action:
    return visits.RemoveVisit(make_visit(desk, make_visitor(desk)))


def put_back_visit(desk: Desk) -> Action:
    visit_id = make_visit(desk, make_visitor(desk))
    desk.do(visits.RemoveVisit(visit_id))
    return visits.PutBackVisit(visit_id)


def two_people(desk: Desk) -> tuple[together.Coming, ...]:
    people = make_visitor(desk), make_visitor(desk, "Toms", "Bērziņš")
    return tuple(together.Coming(new_id(), one) for one in people)


def check_in_together(desk: Desk) -> together.CheckInTogether:
    return together.CheckInTogether(two_people(desk), desk.clock.now())


def remove_visits(desk: Desk) -> together.RemoveVisits:
    came = check_in_together(desk)
    desk.do(came)
    return together.RemoveVisits(tuple(one.visit_id for one in came.coming))


def put_back_visits(desk: Desk) -> Action:
    removed = remove_visits(desk)
    desk.do(removed)
    return together.PutBackVisits(removed.visit_ids)


def everybody_left(desk: Desk) -> Action:
    desk.do(check_in_together(desk))
    desk.do(count_unnamed(desk))
    return together.EverybodyLeft(desk.clock.now())


def close_visits(desk: Desk) -> together.CloseVisits:
    came = check_in_together(desk)
    desk.do(came)
    return together.CloseVisits(tuple(one.visit_id for one in came.coming), desk.clock.now())


def reopen_visits(desk: Desk) -> Action:
    closed = close_visits(desk)
    desk.do(closed)
    return together.ReopenVisits(closed.visit_ids, closed.at)


def close_forgotten(desk: Desk) -> Action:
    make_visit(desk, make_visitor(desk), minutes_ago=60)
    return together.CloseForgotten(desk.clock.now())


def record_groups(desk: Desk) -> groups.RecordGroups:
    told = register.GroupsTold(frozenset({Group.DISABILITY}), new_id(), How.SIGNED, NEXT_YEAR)
    return groups.RecordGroups(make_visitor(desk), told, desk.clock.now())


def remove_groups(desk: Desk) -> groups.RemoveGroups:
    recorded = record_groups(desk)
    desk.do(recorded)
    return groups.RemoveGroups(recorded.told.consent_id)


def put_back_groups(desk: Desk) -> Action:
    removed = remove_groups(desk)
    desk.do(removed)
    return groups.PutBackGroups(removed.consent_id)


def extend_consent(desk: Desk) -> Action:
    given = give_consent(desk)
    desk.do(given)
    return consents.ExtendConsent(given.consent_id, NEXT_YEAR, date(2028, 10, 15))


def give_consent(desk: Desk) -> consents.GiveConsent:
    return consents.GiveConsent(
        new_id(), make_visitor(desk), Purpose.PHOTO, How.SIGNED, NEXT_YEAR, desk.clock.now()
    )


def remove_consent(desk: Desk) -> consents.RemoveConsent:
    given = give_consent(desk)
    desk.do(given)
    return consents.RemoveConsent(given.consent_id)


def put_back_consent(desk: Desk) -> Action:
    removed = remove_consent(desk)
    desk.do(removed)
    return consents.PutBackConsent(removed.consent_id)


def add_organisation(desk: Desk) -> Action:
    return organisations.AddOrganisation(new_id(), OrganisationDetails("Jauniešu dome"))


def remove_organisation(desk: Desk) -> Action:
    return organisations.RemoveOrganisation(make_organisation(desk))


def put_back_organisation(desk: Desk) -> Action:
    organisation_id = make_organisation(desk)
    desk.do(organisations.RemoveOrganisation(organisation_id))
    return organisations.PutBackOrganisation(organisation_id)


def edit_organisation(desk: Desk) -> Action:
    organisation_id = make_organisation(desk, "Dome")
    (row,) = desk.ask(organisations.Organisations())
    return organisations.EditOrganisation(
        organisation_id, row.details, replace(row.details, name="Jauniešu dome")
    )


def retire_organisation(desk: Desk) -> Action:
    return organisations.RetireOrganisation(make_organisation(desk))


def bring_back_organisation(desk: Desk) -> Action:
    organisation_id = make_organisation(desk)
    desk.do(organisations.RetireOrganisation(organisation_id))
    return organisations.BringBackOrganisation(organisation_id)


def import_visitors(desk: Desk) -> Action:
    people = tuple(
        import_preview.NewPerson(new_id(), n, VisitorDetails(name, "Kalniņš"), "Skola", True)
        for n, name in enumerate(("Jānis", "Pēteris"), 2)
    )
    return import_list.ImportVisitors(new_id(), people, desk.clock.now())


def remove_import(desk: Desk) -> Action:
    taken_back = desk.do(import_visitors(desk)).undo
    assert isinstance(taken_back, import_list.RemoveImport)
    return taken_back


def put_back_import(desk: Desk) -> Action:
    put_back = desk.do(remove_import(desk)).undo
    assert isinstance(put_back, import_list.PutBackImport)
    return put_back


def export_visitors(desk: Desk) -> Action:
    return export_list.ExportVisitors(1, export_list.USUAL, desk.clock.now())


EXAMPLES: dict[type, Callable[[Desk], Action]] = {
    register.RegisterVisitor: register_visitor,
    register.RemoveVisitor: remove_visitor,
    register.PutBackVisitor: put_back_visitor,
    register.EditVisitor: edit_visitor,
    visits.CheckIn: check_in,
    visits.CheckOut: check_out,
    visits.CloseVisit: close_visit,
    visits.Reopen: reopen,
    visits.CountUnnamed: count_unnamed,
    visits.RemoveVisit: remove_visit,
    visits.PutBackVisit: put_back_visit,
    together.CheckInTogether: check_in_together,
    together.RemoveVisits: remove_visits,
    together.PutBackVisits: put_back_visits,
    together.EverybodyLeft: everybody_left,
    together.CloseVisits: close_visits,
    together.ReopenVisits: reopen_visits,
    together.CloseForgotten: close_forgotten,
    groups.RecordGroups: record_groups,
    groups.RemoveGroups: remove_groups,
    groups.PutBackGroups: put_back_groups,
    consents.ExtendConsent: extend_consent,
    consents.GiveConsent: give_consent,
    consents.RemoveConsent: remove_consent,
    consents.PutBackConsent: put_back_consent,
    organisations.AddOrganisation: add_organisation,
    organisations.RemoveOrganisation: remove_organisation,
    organisations.PutBackOrganisation: put_back_organisation,
    organisations.EditOrganisation: edit_organisation,
    organisations.RetireOrganisation: retire_organisation,
    organisations.BringBackOrganisation: bring_back_organisation,
    import_list.ImportVisitors: import_visitors,
    import_list.RemoveImport: remove_import,
    import_list.PutBackImport: put_back_import,
    export_list.ExportVisitors: export_visitors,
}
