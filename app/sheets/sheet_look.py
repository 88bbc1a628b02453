"""How large everything on an attendance sheet is, layout by layout."""

from __future__ import annotations

from dataclasses import dataclass

from app.sheets.page import MM
from app.sheets.sheet import Layout


@dataclass(frozen=True)
class Look:
    """Heights and sides in points, letters by their size."""

    row: float = 9.2 * MM
    walk_in: float = 12.6 * MM
    """A row with the ages to be ticked under the writing."""
    name: float = 10.8
    number: float = 9.5
    box: float = 4.1 * MM
    heading: float = 8.6
    note: float = 7.4
    title: float = 20
    value: float = 10.2
    code: float = 22 * MM
    number_column: float = 9 * MM
    photo_column: float = 20 * MM

    @property
    def baseline(self) -> float:
        """How far below its middle a line of names stands."""
        return self.name * 0.343


_LANDSCAPE = Look(row=8.8 * MM)
LOOKS = {
    Layout.PORTRAIT: Look(),
    Layout.EMPTY: Look(),
    Layout.LANDSCAPE: _LANDSCAPE,
    Layout.COURSE: Look(row=8.8 * MM, code=20 * MM),
    Layout.LARGE: Look(
        row=15.5 * MM,
        walk_in=15.5 * MM,
        name=18,
        number=16,
        box=7.5 * MM,
        heading=14,
        note=11,
        title=26,
        value=14,
        code=27 * MM,
        number_column=16 * MM,
        photo_column=44 * MM,
    ),
}
"""The easy sheet is no table and is drawn by itself."""
