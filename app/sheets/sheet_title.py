"""The title of an attendance sheet: large on one line, or whole on two."""

from __future__ import annotations

from app.sheets.fonts import Style, fit, fit_lines, width
from app.sheets.page import MARGIN, Paper

_SMALL = 0.6
"""Of its usual size: where two lines take over."""
_SMALLEST = 8


def draw_title(paper: Paper, base: float, text: str, style: Style, room: float) -> None:
    """``base``: where the one line stands, and a little above it the second of two."""
    small = style.size * _SMALL
    if style.size * room >= small * width(text, style):
        paper.text(MARGIN, base, *fit(text, style, room, small))
        return
    lines, style = fit_lines(text, style._replace(size=small), room, 2, _SMALLEST)
    first, second = lines[0], " ".join(lines[1:])
    paper.text(MARGIN, base - 0.95 * style.size, first, style)
    paper.text(MARGIN, base + 0.2 * style.size, *fit(second, style, room, _SMALLEST))
