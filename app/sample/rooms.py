"""The rooms of the sample centre: five rooms and a hall that can be divided in two."""

from dataclasses import dataclass, field

from app.bookings.model import Feature, Having, Setup

_Y, _L, _N = Having.YES, Having.LIMITED, Having.NO


@dataclass(frozen=True)
class SampleRoom:
    """``part_of`` names the whole; a feature that is not listed is unknown."""

    name: str
    short_name: str
    capacity: int
    where: str = "1. stāvs"
    part_of: str = ""
    wheelchair_places: int = 0
    seats: tuple[tuple[Setup, int], ...] = ()
    features: dict[Feature, tuple[Having, str]] = field(default_factory=dict)


ROOMS = (
    SampleRoom(
        "Lielā zāle",
        "LZ",
        80,
        wheelchair_places=4,
        seats=((Setup.THEATRE, 80), (Setup.CLASSROOM, 40), (Setup.CIRCLE, 60)),
        features={
            Feature.STEP_FREE: (_Y, ""),
            Feature.DOOR_WIDTH: (_Y, "92"),
            Feature.TURNING_SPACE: (_Y, "150"),
            Feature.ACCESSIBLE_TOILET: (_L, "18"),
            Feature.HEARING_LOOP: (_Y, ""),
            Feature.QUIET: (_N, ""),
            Feature.ADJUSTABLE_TABLE: (_N, ""),
            Feature.PROJECTOR: (_Y, ""),
            Feature.PARKING: (_Y, "2"),
        },
    ),
    SampleRoom("Lielā zāle, A daļa", "A", 50, part_of="Lielā zāle"),
    SampleRoom("Lielā zāle, B daļa", "B", 30, part_of="Lielā zāle"),
    SampleRoom(
        "Radošā darbnīca",
        "RD",
        16,
        wheelchair_places=2,
        features={
            Feature.STEP_FREE: (_Y, ""),
            Feature.HEARING_LOOP: (_N, ""),
            Feature.QUIET: (_L, "blakus zāle"),
            Feature.ADJUSTABLE_TABLE: (_Y, ""),
            Feature.DOOR_WIDTH: (_Y, "90"),
        },
    ),
    SampleRoom(
        "Mācību telpa",
        "MT",
        30,
        wheelchair_places=2,
        seats=((Setup.THEATRE, 40), (Setup.CLASSROOM, 30), (Setup.CIRCLE, 20)),
        features={
            Feature.STEP_FREE: (_Y, ""),
            Feature.HEARING_LOOP: (_N, ""),
            Feature.QUIET: (_L, "logi uz ielu"),
            Feature.ADJUSTABLE_TABLE: (_N, ""),
            Feature.PROJECTOR: (_Y, ""),
        },
    ),
    SampleRoom(
        "Jauniešu istaba",
        "JI",
        20,
        where="2. stāvs",
        features={
            Feature.STEP_FREE: (_L, "slieksnis 4 cm"),
            Feature.HEARING_LOOP: (_N, ""),
            Feature.QUIET: (_N, ""),
            Feature.LIFT: (_N, ""),
        },
    ),
    SampleRoom(
        "Sensorā telpa",
        "ST",
        6,
        wheelchair_places=1,
        features={
            Feature.STEP_FREE: (_Y, ""),
            Feature.HEARING_LOOP: (_N, ""),
            Feature.QUIET: (_Y, ""),
            Feature.ADJUSTABLE_LIGHT: (_Y, ""),
        },
    ),
    SampleRoom(
        "Sarunu kabinets",
        "SK",
        4,
        wheelchair_places=1,
        features={
            Feature.STEP_FREE: (_Y, ""),
            Feature.QUIET: (_Y, ""),
            Feature.ADJUSTABLE_TABLE: (_N, ""),
        },
    ),
)
