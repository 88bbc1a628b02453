"""Who of a family is a child and who the guardian, seen from the card of one of them."""

from app.visitors.queries import Card, Relative

GROWN_UP = 18


def whole_family(card: Card) -> tuple[Relative, ...]:
    """She herself first."""
    herself = Relative(card.row.id, card.row.name, card.row.birth_year, False, card.row.since)
    return (herself, *card.family)


def guardian_of(card: Card) -> Relative | None:
    """The guardian we know; she herself, when she has none and there are children."""
    known = next((one for one in card.family if one.is_guardian), None)
    if known is not None or card.details.guardian_name or not card.family:
        return known
    return whole_family(card)[0]


def children_of(card: Card, this_year: int) -> tuple[Relative, ...]:
    """Those who have a guardian and are not grown up, as far as their years are known."""
    guarded = bool(card.details.guardian_name) or any(one.is_guardian for one in card.family)
    them = whole_family(card) if guarded else card.family
    return tuple(
        one
        for one in them
        if not one.is_guardian and (not one.birth_year or this_year - one.birth_year < GROWN_UP)
    )


def has_family(card: Card, this_year: int) -> bool:
    """A page of her family has something to say."""
    return bool(card.family) or bool(children_of(card, this_year))
