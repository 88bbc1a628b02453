"""How somebody is called on screen and paper; who gave no name has her number instead."""

from app.language import tr


def full_name(given_name: str, family_name: str, number: int) -> str:
    return f"{given_name} {family_name}".strip() or numbered(number)


def name_in_lists(given_name: str, family_name: str, number: int) -> str:
    """Surname first."""
    return f"{family_name} {given_name}".strip() or numbered(number)


def initials(given_name: str, family_name: str) -> str:
    return (given_name[:1] + family_name[:1]).upper() or "№"


def numbered(number: int) -> str:
    return tr("No. {number}", number=f"{number:05}")
