"""Roboto on paper: the letters it has, how wide they are, and how a text is made to fit."""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

REGULAR, MEDIUM, BOLD, NARROW = "Roboto", "Roboto-Medium", "Roboto-Bold", "RobotoCondensed"
MISSING = "\N{REPLACEMENT CHARACTER}"
"""Stands for a letter that Roboto cannot draw."""

_FILES = {
    REGULAR: "Roboto-Regular",
    MEDIUM: "Roboto-Medium",
    BOLD: "Roboto-Bold",
    NARROW: "RobotoCondensed-Regular",
}
_LONGEST = 2000
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)
_loading = Lock()


class Style(NamedTuple):
    """A font, its size in points, and the colour of its ink as ``#rrggbb``."""

    font: str
    size: float
    ink: str


def load_fonts() -> None:
    """Read the font files once; every paper calls it first."""
    with _loading:
        _letters()


def printable(text: str) -> str:
    """One line that can be drawn: no control letters, and a mark for what the font lacks.

    Invisible letters are left out, also those that turn the direction of writing: a name must not
    be able to move its neighbours. Nothing is wider than a page can be, so the rest is not read.
    """
    return " ".join(unicodedata.normalize("NFC", text[:_LONGEST]).translate(_letters()).split())


def width(text: str, style: Style) -> float:
    return sum(map(_widths(style.font).__getitem__, text)) * style.size


def fit(text: str, style: Style, room: float, smallest: float) -> tuple[str, Style]:
    """Shrink a text as far as ``smallest`` points, then cut it with an ellipsis."""
    wide = width(text, style)
    if wide <= room:
        return text, style
    size = style.size * room / wide
    if size >= smallest:
        return text, style._replace(size=size)
    style = style._replace(size=min(smallest, style.size))
    return _cut(text, style, room), style


def wrap(text: str, style: Style, room: float) -> list[str]:
    """The lines of a paragraph; a word wider than the room is cut."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if width(longer, style) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        line = word if width(word, style) <= room else _cut(word, style, room)
    return [*lines, line] if line else lines


def wrap_whole(text: str, style: Style, room: float) -> list[str]:
    """The lines of a paragraph with every letter of it: a word wider than the room is broken."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if width(longer, style) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        *broken, line = _broken(word, style, room)
        lines += broken
    return [*lines, line] if line else lines


def fit_lines(
    text: str, style: Style, room: float, most: int, smallest: float
) -> tuple[list[str], Style]:
    """Shrink a text as far as ``smallest`` points until it stands in ``most`` lines; never cut it."""
    while style.size > smallest:
        lines = wrap_whole(text, style, room)
        if len(lines) <= most and all(width(line, style) <= room for line in lines):
            return lines, style
        style = style._replace(size=max(smallest, style.size * 0.94))
    return wrap_whole(text, style, room), style


def _broken(word: str, style: Style, room: float) -> list[str]:
    pieces, piece, wide = [], "", 0.0
    for letter in word:
        letter_wide = width(letter, style)
        if piece and wide + letter_wide > room:
            pieces.append(piece)
            piece, wide = "", 0.0
        piece += letter
        wide += letter_wide
    return [*pieces, piece]


def _cut(text: str, style: Style, room: float) -> str:
    kept, too_many = 0, len(text)
    while too_many - kept > 1:
        middle = (kept + too_many) // 2
        if width(text[:middle].rstrip() + "…", style) <= room:
            kept = middle
        else:
            too_many = middle
    return text[:kept].rstrip() + "…"


class _Letters(dict[int, str | None]):
    """What is drawn for a code point; decided when it is first met."""

    def __init__(self, drawn: frozenset[int]) -> None:
        super().__init__()
        self._drawn = drawn

    def __missing__(self, code: int) -> str | None:
        self[code] = letter = self._decide(code)
        return letter

    def _decide(self, code: int) -> str | None:
        letter = chr(code)
        if letter.isspace():
            return " "
        if unicodedata.category(letter) in {"Cc", "Cf"} or code in _VARIATION_SELECTORS:
            return None
        return letter if code in self._drawn else MISSING


class _Widths(dict[str, float]):
    """How wide a letter is at one point; ReportLab's own sum takes three times as long."""

    def __init__(self, font: str) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, letter: str) -> float:
        self[letter] = wide = float(pdfmetrics.stringWidth(letter, self._font, 1))
        return wide


@cache
def _widths(font: str) -> _Widths:
    return _Widths(font)


@cache
def _letters() -> _Letters:
    folder = _font_folder()
    drawn: frozenset[int] | None = None
    for name, file in _FILES.items():
        font = TTFont(name, str(folder / f"{file}.ttf"))
        pdfmetrics.registerFont(font)
        has = frozenset(font.face.charToGlyph)
        drawn = has if drawn is None else drawn & has
    return _Letters(drawn or frozenset())


def _font_folder() -> Path:
    # Importing qt_material would bring Qt along; its folder can be found without that.
    spec = find_spec("qt_material")
    for place in (spec and spec.submodule_search_locations) or ():
        folder = Path(place) / "fonts" / "roboto"
        if folder.is_dir():
            return folder
    raise FileNotFoundError("The Roboto fonts of qt-material are not installed")
