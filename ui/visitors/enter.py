"""Whom Enter may check in, and what is said when it may not."""

from app.language import ntr, tr
from app.visitors.rows import VisitorRow
from app.visitors.search import How, Matches

SHORTEST = 3
"""Letters before Enter may check somebody in."""


def may_check_in(matches: Matches, row: VisitorRow | None) -> bool:
    """At least three letters or her whole number, and a person who is highlighted."""
    if row is None:
        return False
    text = matches.text.strip()
    return len(text) >= SHORTEST or (text.isdigit() and int(text) == row.number)


def why_not(matches: Matches) -> str:
    """What Enter says when it does not check in."""
    if matches.how is How.SHARED:
        if matches.more:
            return tr("Many people fit. Write more letters, or choose with the arrows.")
        return ntr(
            "{n} person fits. Choose the right one with the arrows.",
            "{n} people fit. Choose the right one with the arrows.",
            len(matches.rows),
        )
    if matches.how is How.GUESS:
        return tr("Nobody is written just so. Did you mean one of these? Choose with the arrows.")
    if matches.how is How.NONE:
        return tr("There is no such person. Shift+Enter registers “{name}”.", name=matches.text)
    return tr("Write at least three letters.")
