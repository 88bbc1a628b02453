"""Lengths of time in hours, as they stand in a month."""

from app.language import Language, current

QUARTER = 15


def hours(minutes: int) -> str:
    """``6,5``; quarters of an hour are enough, and whole hours above a hundred."""
    if minutes >= 100 * 60:
        return str(round(minutes / 60))
    text = f"{round(minutes / QUARTER) / 4:g}"
    return text if current() is Language.EN else text.replace(".", ",")
