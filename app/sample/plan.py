"""What happens in the sample centre: weekly bookings, weekly events, and single ones."""

from dataclasses import dataclass
from datetime import time

from app.bookings.model import BookingKind

_S, _N, _R = BookingKind.SCHOOL, BookingKind.NGO, BookingKind.RESIDENTS
_M = BookingKind.MUNICIPALITY


@dataclass(frozen=True)
class WeeklyBooking:
    """``weekday`` 0 is Monday; ``holder`` is the name of an organisation we know."""

    weekday: int
    start: time
    end: time
    room: str
    title: str
    holder: str
    kind: BookingKind
    people: int
    pending: bool = False


@dataclass(frozen=True)
class WeeklyEvent:
    """An event of its own in each week, with people on its list."""

    weekday: int
    start: time
    end: time
    room: str
    title: str
    title_in_ukrainian: str
    leader: str
    project: str
    capacity: int | None
    registered: int
    open_doors: bool = False
    confidential: bool = False


def at(text: str) -> time:
    return time.fromisoformat(text)


BOOKINGS = (
    WeeklyBooking(
        0,
        at("09:00"),
        at("11:00"),
        "Lielā zāle",
        "Vingrošana senioriem",
        "Pensionāru biedrība",
        _N,
        25,
    ),
    WeeklyBooking(
        3,
        at("09:00"),
        at("11:00"),
        "Lielā zāle",
        "Vingrošana senioriem",
        "Pensionāru biedrība",
        _N,
        25,
    ),
    WeeklyBooking(
        3,
        at("12:00"),
        at("14:30"),
        "Lielā zāle",
        "Mēģinājums «Līči»",
        "Preiļu 1. pamatskola",
        _S,
        30,
    ),
    WeeklyBooking(
        1,
        at("15:00"),
        at("17:00"),
        "Lielā zāle",
        "Deju kopas mēģinājums",
        "Preiļu Valsts ģimnāzija",
        _S,
        40,
    ),
    WeeklyBooking(
        1,
        at("09:00"),
        at("10:30"),
        "Mācību telpa",
        "Latviešu valoda A2",
        "Biedrība «Preiļi UA»",
        _N,
        12,
    ),
    WeeklyBooking(
        3,
        at("09:00"),
        at("10:30"),
        "Mācību telpa",
        "Latviešu valoda A2",
        "Biedrība «Preiļi UA»",
        _N,
        12,
    ),
    WeeklyBooking(
        3,
        at("11:00"),
        at("12:30"),
        "Mācību telpa",
        "Digitālās prasmes",
        "NVA Preiļu filiāle",
        _M,
        14,
    ),
    WeeklyBooking(
        2,
        at("10:00"),
        at("13:00"),
        "Mācību telpa",
        "Pedagogu tīkla seminārs",
        "Preiļu novada pašvaldība",
        _M,
        24,
    ),
    WeeklyBooking(
        3, at("09:30"), at("10:15"), "Sensorā telpa", "Nodarbība", "Preiļu PII «Pasaciņa»", _S, 3
    ),
    WeeklyBooking(
        3, at("11:00"), at("11:45"), "Sensorā telpa", "Nodarbība", "Preiļu PII «Auseklītis»", _S, 3
    ),
    WeeklyBooking(
        3,
        at("15:00"),
        at("16:30"),
        "Sensorā telpa",
        "Smilšu terapija",
        "Biedrība «Cerību spārni»",
        _N,
        4,
        True,
    ),
    WeeklyBooking(
        0,
        at("15:00"),
        at("16:30"),
        "Sensorā telpa",
        "Smilšu terapija",
        "Biedrība «Cerību spārni»",
        _N,
        4,
    ),
    WeeklyBooking(
        3,
        at("10:00"),
        at("11:00"),
        "Sarunu kabinets",
        "Psihologs",
        "Preiļu novada Labklājības pārvalde",
        _M,
        2,
    ),
    WeeklyBooking(
        3,
        at("13:00"),
        at("15:00"),
        "Sarunu kabinets",
        "Jurista konsultācijas",
        "Preiļu novada pašvaldība",
        _M,
        2,
    ),
    WeeklyBooking(
        1,
        at("10:00"),
        at("12:00"),
        "Sarunu kabinets",
        "Bāriņtiesas konsultācijas",
        "Bāriņtiesa",
        _M,
        3,
    ),
    WeeklyBooking(
        4,
        at("15:00"),
        at("18:00"),
        "Jauniešu istaba",
        "Jauniešu domes sēde",
        "Jauniešu dome",
        _R,
        15,
    ),
    WeeklyBooking(
        3,
        at("18:00"),
        at("20:00"),
        "Lielā zāle",
        "Kopienas sapulce",
        "Aglonas iedzīvotāji",
        _R,
        40,
        True,
    ),
    WeeklyBooking(
        2,
        at("17:00"),
        at("19:00"),
        "Lielā zāle, A daļa",
        "Rokdarbu vakars",
        "Biedrība «Rokdarbu istaba»",
        _N,
        15,
    ),
    WeeklyBooking(
        4,
        at("10:00"),
        at("12:00"),
        "Lielā zāle, B daļa",
        "Lasītāju klubs",
        "Preiļu bibliotēka",
        _M,
        12,
    ),
    WeeklyBooking(
        5, at("13:00"), at("15:00"), "Radošā darbnīca", "Rotu kalšana", "Biedrība «Dzīpars»", _N, 10
    ),
)

ESF = "ESF+ 4.3.6. «Kopā Preiļos»"
EVENTS = (
    WeeklyEvent(
        3,
        at("10:00"),
        at("12:00"),
        "Radošā darbnīca",
        "Mazuļu skola",
        "Школа малюків",
        "Ieva Dzene",
        ESF,
        10,
        8,
    ),
    WeeklyEvent(
        3,
        at("14:00"),
        at("16:00"),
        "Mācību telpa",
        "Vecāku skola",
        "Школа для батьків",
        "Madara Skutele",
        ESF,
        30,
        12,
    ),
    WeeklyEvent(
        3,
        at("14:00"),
        at("19:00"),
        "Jauniešu istaba",
        "Atvērtais jauniešu centrs",
        "Відкритий молодіжний центр",
        "Kārlis Soms",
        "",
        None,
        0,
        open_doors=True,
    ),
    WeeklyEvent(
        3,
        at("17:30"),
        at("19:30"),
        "Radošā darbnīca",
        "Keramikas darbnīca visai ģimenei",
        "Керамічна майстерня для всієї родини",
        "Madara Skutele",
        ESF,
        16,
        12,
    ),
    WeeklyEvent(
        4,
        at("18:00"),
        at("19:30"),
        "Mācību telpa",
        "Ukraiņu sarunu klubs",
        "Український розмовний клуб",
        "Oksana Honchar",
        "",
        20,
        14,
    ),
    WeeklyEvent(
        0,
        at("17:00"),
        at("18:30"),
        "Radošā darbnīca",
        "Galda spēļu vakars",
        "Вечір настільних ігор",
        "Kārlis Soms",
        "",
        20,
        11,
    ),
    WeeklyEvent(
        1,
        at("17:30"),
        at("19:00"),
        "Sarunu kabinets",
        "Vecāku atbalsta grupa",
        "Група підтримки батьків",
        "Ieva Dzene",
        ESF,
        4,
        3,
        confidential=True,
    ),
    WeeklyEvent(
        2,
        at("16:00"),
        at("18:00"),
        "Jauniešu istaba",
        "Jauniešu ideju darbnīca",
        "Майстерня молодіжних ідей",
        "Kārlis Soms",
        ESF,
        18,
        9,
    ),
    WeeklyEvent(
        5,
        at("11:00"),
        at("13:00"),
        "Lielā zāle",
        "Vecāku skola: miegs un ekrāni",
        "Школа для батьків: сон і екрани",
        "Ieva Dzene",
        ESF,
        30,
        22,
    ),
)
MEETING_TITLE = "«Darbīgo kopienu» dalībnieku tikšanās"
MEETING_IN_UKRAINIAN = "Зустріч учасників «Активних громад»"
