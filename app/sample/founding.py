"""The sample centre itself, its hours, and Inese Gavare, who founded it."""

from app.centre.details import USUAL_WEEK, CentreDetails, StaffDetails
from app.desk import Desk
from app.ids import new_id
from app.permission import Role, SignedIn
from app.staff.actions import AddStaff, FoundCentre

CENTRE = CentreDetails(
    name="Preiļu novada kopienas resursu centrs",
    short_name="Resursu centrs",
    municipality="Preiļu novads",
    address="Kārsavas iela 4, Preiļi",
    name_in_english="Preiļi Community Resource Centre",
    name_in_ukrainian="Громадський ресурсний центр Прейльського краю",
    phone="+371 65 300 000",
    email="dati@piemers.lv",
    booking_phone="+371 65 300 001",
    booking_email="telpas@piemers.lv",
    house_rules=(
        "Telpa ir jūsu no norādītā laika sākuma līdz beigām; sagatavošana un sakopšana ietilpst tajā.\n"
        "Krēslus un galdus pēc nodarbības nolieciet tā, kā tie stāvēja.\n"
        "Virtuvē katrs nomazgā savas krūzes. Smēķēt ēkā un pagalmā nedrīkst.\n"
        "Ja kas saplīst, pasakiet pie informācijas galda. Evakuācijas izejas turiet brīvas."
    ),
    house_rules_in_english=(
        "The room is yours from the first to the last minute; setting up and clearing up included.\n"
        "Put chairs and tables back as they stood.\n"
        "In the kitchen everybody washes their own cups. No smoking in the house or the yard.\n"
        "If something breaks, tell the front desk. Keep the emergency exits free."
    ),
    house_rules_in_ukrainian=(
        "Приміщення ваше від початку до кінця вказаного часу разом із підготовкою та прибиранням.\n"
        "Стільці та столи після заняття поставте так, як вони стояли.\n"
        "На кухні кожен миє свої чашки. Курити в будинку та на подвір’ї заборонено.\n"
        "Якщо щось зламалося, скажіть за інформаційною стійкою. Аварійні виходи тримайте вільними."
    ),
)
NOBODY_SIGNS_IN_WITH_IT = "-"
"""No hash: the sample is opened without a password."""


def found(desk: Desk) -> None:
    """Make the centre and sign Inese in."""
    staff_id = new_id()
    inese = StaffDetails("Inese", "Gavare", "inese", frozenset(Role))
    desk.do(FoundCentre(CENTRE, USUAL_WEEK, staff_id, inese, NOBODY_SIGNS_IN_WITH_IT))
    desk.sign_in(SignedIn(staff_id, "Inese Gavare", frozenset(Role)))
    others = (
        StaffDetails("Kārlis", "Soms", "karlis", frozenset({Role.FRONT_DESK})),
        StaffDetails("Madara", "Skutele", "madara", frozenset({Role.COORDINATOR})),
    )
    for person in others:
        desk.do(AddStaff(new_id(), person, NOBODY_SIGNS_IN_WITH_IT))
