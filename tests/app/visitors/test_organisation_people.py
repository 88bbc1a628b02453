"""Who belongs to an organisation: by name, each once, with all she is at the centre."""

from app.desk import Desk
from app.language import Language, use
from app.visitors.model import VisitorRole
from app.visitors.organisation_people import PeopleOf
from app.visitors.register import RemoveVisitor
from tests.making.visitors import make_organisation, make_visit, make_visitor


def test_only_those_of_this_one_in_the_order_of_the_alphabet(desk: Desk) -> None:
    use(Language.LV)
    school, other = make_organisation(desk, "Skola"), make_organisation(desk, "Biedrība")
    roles = frozenset({VisitorRole.TEACHER, VisitorRole.PARENT})
    teacher = make_visitor(desk, "Zane", "Šteina", organisation_id=school, roles=roles)
    make_visitor(desk, "Anna", "Siliņa", organisation_id=school)
    make_visitor(desk, "Ieva", "Siliņa", organisation_id=other)
    gone = make_visitor(desk, "Līga", "Siliņa", organisation_id=school)
    desk.do(RemoveVisitor(gone))
    make_visit(desk, teacher)
    found = desk.ask(PeopleOf(school))
    assert [one.row.list_name for one in found] == ["Siliņa Anna", "Šteina Zane"]
    assert found[1].roles == roles
    assert found[1].row.since is not None
