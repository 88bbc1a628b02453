"""The foot of an attendance sheet: what happens with the data, and a line for the office."""

from __future__ import annotations

import datetime

from app.language import Language, say, tr_in
from app.sheets.fonts import MEDIUM, REGULAR, Style, printable, width, wrap
from app.sheets.in_languages import Languages, centre_name, each
from app.sheets.page import INK, LINE, MARGIN, MM, SOFT, Paper
from app.sheets.sheet import SheetHead

_FOOT = Style(REGULAR, 7.4, SOFT)
_PAGE = Style(MEDIUM, 9, INK)
_BETWEEN = 1.6
_GAP = 6 * MM
_LEFT_SHARE = 0.58
"""The note on data is the longer one."""

_DATA = say(
    "{centre} uses these data to count who took part and to report to the funder. The sheet is "
    "locked away, and destroyed once the report is approved. Please do not write contacts or "
    "anything about health here: tell the front desk."
)
_CONFIDENTIAL_DATA = say(
    "{centre} uses this list only to count who took part. It is locked away, seen only by those "
    "who must see it, and destroyed once the report is approved. Please do not write contacts or "
    "anything about health here."
)
_PHOTO = say(
    "“Yes”: I agree that I (my child) may be photographed and the picture published in the "
    "municipality’s channels. Consent can be withdrawn at any time. No tick means no photograph."
)
_NO_PHOTO = say("We do not photograph or film here.")
_NO_NAME = say("If you would rather not write your name, write only the number. That is fine.")


class Notes:
    """The notes in two columns, measured when made."""

    def __init__(
        self, head: SheetHead, photo: bool, languages: Languages, room: float, size: float
    ) -> None:
        self._first = languages[0]
        self._style = Style(REGULAR, size, SOFT)
        self._step = size * 1.25
        self._left_width = (room - _GAP) * _LEFT_SHARE
        right_width = room - _GAP - self._left_width
        self._left = [
            wrap(_data_note(head, language), self._style, self._left_width)
            for language in languages
        ]
        self._right = [
            wrap(note, self._style, right_width) for note in _right_notes(head, photo, languages)
        ]
        self._height = max(self._tall(self._left), self._tall(self._right))
        self.height = MARGIN + 4 * MM + self._height + 3 * MM
        """How much of the page, from its lower edge, the rows leave free."""

    def draw(self, paper: Paper, printed: datetime.datetime | None, page: str) -> None:
        top = paper.height - MARGIN - 4 * MM - self._height + self._style.size * 0.6
        right = MARGIN + self._left_width + _GAP
        for x, notes in ((MARGIN, self._left), (right, self._right)):
            y = top
            for lines in notes:
                for line in lines:
                    paper.text(x, y, line, self._style)
                    y += self._step
                y += _BETWEEN
        rule = paper.height - MARGIN - 2.8 * MM
        paper.lines([(MARGIN, rule, paper.right, rule)], LINE)
        y = paper.height - MARGIN + 2.1 * MM
        printed_at = _printed(self._first, printed)
        paper.text(MARGIN, y, printed_at, _FOOT)
        paper.text(paper.right, y, page, _PAGE, "right")
        office = _office(self._first)
        after = MARGIN + width(printed_at, _FOOT) + 6 * MM
        paper.text(max(after, paper.width * 0.52 - width(office, _FOOT) / 2), y, office, _FOOT)

    def _tall(self, notes: list[list[str]]) -> float:
        return sum(len(lines) * self._step + _BETWEEN for lines in notes)


def _data_note(head: SheetHead, language: Language) -> str:
    note = _CONFIDENTIAL_DATA if head.confidential else _DATA
    return printable(tr_in(language, note.text, centre=centre_name(head.centre, language)))


def _right_notes(head: SheetHead, photo: bool, languages: Languages) -> list[str]:
    if photo:
        return each(_PHOTO, languages)
    notes = each(_NO_PHOTO, languages)
    if head.confidential:
        pairs = zip(notes, each(_NO_NAME, languages), strict=True)
        return [f"{first} {second}" for first, second in pairs]
    return notes


def _printed(language: Language, printed: datetime.datetime | None) -> str:
    if printed is None:
        return tr_in(language, "Sample, not printed")
    return tr_in(language, "Printed {at}", at=printed)


def _office(language: Language) -> str:
    return tr_in(
        language,
        "For the centre to fill in:   present {short}   entered {short}   signature {long}",
        short="_" * 8,
        long="_" * 14,
    )
