"""A name somebody wrote into an empty row: known beyond doubt, new, or to be looked at."""

from dataclasses import dataclass, replace
from typing import ClassVar

from sqlalchemy.orm import Session

from app.permission import Permission
from app.text import name_keys
from app.visitors.details import VisitorDetails
from app.visitors.rows import VisitorRow
from app.visitors.search import How, Matches, VisitorsMatching, typed_words

MOST = 6
LEAST_WORDS = 2


@dataclass(frozen=True)
class WhoWrote:
    """As at the desk, but paper has whole names: where only a beginning fits, it is a guess."""

    text: str
    permission: ClassVar[Permission] = Permission.SEE_VISITORS

    def answer(self, session: Session) -> Matches:
        matches = VisitorsMatching(self.text, MOST).answer(session)
        if matches.how is How.EXACT and not self._is_whole(matches.rows[0]):
            return replace(matches, how=How.GUESS)
        return matches

    def _is_whole(self, one: VisitorRow) -> bool:
        typed = typed_words(self.text)
        if len(typed) == 1 and self.text.replace(" ", "").isdigit():
            return True  # her card, or her telephone
        known = name_keys(one.given_name, one.family_name, one.other_names)
        return len(typed) >= LEAST_WORDS and not any(word.isdisjoint(known) for word in typed)


def details_from(written: str, town: str) -> VisitorDetails:
    """``Viktors Prikulis`` or ``Prikulis, Viktors``; small letters become capitals."""
    family, comma, given = written.partition(",")
    if not comma:
        given, _, family = written.strip().rpartition(" ")
    if not given.strip():
        given, family = family, ""
    return VisitorDetails(_capital(given), _capital(family), town=town.strip())


def _capital(name: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in name.split())
