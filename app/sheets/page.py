"""A document being drawn: inks, measures, lines, boxes, pictures, corner marks and codes.

All measures are points; ``y`` counts down from the top edge of the page. Texts are drawn straight
on the canvas: ReportLab's `Paragraph` would read markup in a name and load the files it points to.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import lru_cache
from io import BytesIO
from itertools import groupby
from typing import Literal

import segno
from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import FILL_NON_ZERO, Canvas

from app.language import Language
from app.sheets.fonts import BOLD, REGULAR, Style, fit, load_fonts, printable, width

rl_config.useA85 = 0  # text-safe streams cost a fifth of the drawing and of the file

INK, SOFT, LINE, BAND, ZEBRA = "#111A19", "#3F4B4D", "#9AA7A8", "#E3EFED", "#F6F9F9"
TEAL, GHOST, AMBER = "#00574E", "#D3DCDB", "#FFF3D6"
THIN, HEAVY = 0.5, 1.1
MM = 72 / 25.4
MARGIN = 14 * MM
_MASK = 7
_NO_PICTURE = (OSError, ValueError, SyntaxError, zlib.error, struct.error)
"""What is raised for bytes that only begin like a picture."""
_MOST_PIXELS = 16_000_000
"""A small file can unfold into gigabytes."""

Align = Literal["left", "right", "centre"]
Segment = tuple[float, float, float, float]
"""A line from ``x, y`` to ``x, y``."""


class Paper:
    """A document of one size of page, A4 unless told; `finish` gives its bytes.

    The same calls give the same bytes: the only moment inside is ``made``.
    """

    def __init__(
        self,
        language: Language,
        made: datetime | None,
        *,
        wide: bool = False,
        size: tuple[float, float] | None = None,
    ) -> None:
        load_fonts()
        self.width: float
        self.height: float
        self.width, self.height = size or (landscape(A4) if wide else A4)
        self._written = BytesIO()
        self._canvas = Canvas(
            self._written,
            pagesize=(self.width, self.height),
            lang=language.value,
            initialFontName=REGULAR,  # else every page names a Helvetica that is not embedded
            invariant=True,
        )
        self._ink = ""
        self._canvas.setCreator("Kopā")
        self._canvas.setSubject("")
        if made is not None:
            self._canvas.setDateFormatter(lambda *_: made.strftime("D:%Y%m%d%H%M%S"))

    def name(self, title: str, author: str) -> None:
        """What a reader of the file shows above it."""
        self._canvas.setTitle(printable(title))
        self._canvas.setAuthor(printable(author))

    @property
    def inner_width(self) -> float:
        return self.width - 2 * MARGIN

    @property
    def right(self) -> float:
        return self.width - MARGIN

    def text(self, x: float, y: float, text: str, style: Style, align: Align = "left") -> None:
        """Draw a printable text with its baseline at ``y``."""
        if align != "left":
            x -= width(text, style) * (1 if align == "right" else 0.5)
        line = self._canvas.beginText(x, self.height - y)
        line.setFont(style.font, style.size)
        line.textOut(text)
        self._fill_with(style.ink)
        self._canvas.drawText(line)

    def lines(self, segments: Iterable[Segment], ink: str = LINE, weight: float = THIN) -> None:
        height = self.height
        self._pen(ink, weight)
        self._canvas.lines([(a, height - b, c, height - d) for a, b, c, d in segments])

    def fills(self, areas: Iterable[Segment], ink: str) -> None:
        """Fill rectangles given as ``x, y, width, height`` from their upper left corners."""
        path = self._canvas.beginPath()
        for x, y, wide, high in areas:
            path.rect(x, self.height - y - high, wide, high)
        self._fill_with(ink)
        # Non-zero: under even-odd, what two rectangles share would stay white.
        self._canvas.drawPath(path, stroke=0, fill=1, fillMode=FILL_NON_ZERO)

    def boxes(
        self, corners: Iterable[tuple[float, float]], size: float, weight: float = 0.7
    ) -> None:
        """Draw empty squares to be ticked, given by their upper left corners."""
        path = self._canvas.beginPath()
        for x, y in corners:
            path.rect(x, self.height - y - size, size, size)
        self._pen(INK, weight)
        self._canvas.drawPath(path, stroke=1, fill=0)

    def frame(self, area: Segment, ink: str, *, dashed: bool = False, fill: str = "") -> None:
        """A rectangle with round corners; its area as in `fills`."""
        x, y, wide, high = area
        self._pen(ink, 0.8)
        if fill:
            self._fill_with(fill)
        self._canvas.setDash(*((3, 2) if dashed else ()))
        self._canvas.roundRect(
            x, self.height - y - high, wide, high, 2 * MM, stroke=1, fill=int(bool(fill))
        )
        self._canvas.setDash()

    def polygon(self, corners: Sequence[tuple[float, float]], ink: str) -> None:
        """Fill a shape given by its corners."""
        path = self._canvas.beginPath()
        (x, y), *others = corners
        path.moveTo(x, self.height - y)
        for x, y in others:
            path.lineTo(x, self.height - y)
        path.close()
        self._fill_with(ink)
        self._canvas.drawPath(path, stroke=0, fill=1)

    def disc(self, middle: tuple[float, float], radius: float, ink: str) -> None:
        self._fill_with(ink)
        x, y = middle
        self._canvas.circle(x, self.height - y, radius, stroke=0, fill=1)

    def curve(self, points: Sequence[tuple[float, float]], ink: str, weight: float) -> None:
        """A Bézier curve from the first point to the last."""
        self._pen(ink, weight)
        self._canvas.setLineCap(1)
        flat = [part for x, y in points for part in (x, self.height - y)]
        self._canvas.bezier(*flat)
        self._canvas.setLineCap(0)

    def corner_marks(self) -> None:
        """Squares a scanner finds; the lower right one is hollow and tells which way is up."""
        off, size = 6 * MM, 5 * MM
        far_x, far_y = self.width - off - size, self.height - off - size
        places = ((off, off), (far_x, off), (off, far_y), (far_x, far_y))
        self.fills([(x, y, size, size) for x, y in places], "#000000")
        hole = size * 0.3
        self.fills([(far_x + hole, far_y + hole, size * 0.4, size * 0.4)], "#FFFFFF")

    def code(self, x: float, y: float, size: float, text: str) -> None:
        """A QR code with its upper left corner at ``x, y``; its quiet zone is left to the page."""
        runs, modules = _modules(text)
        unit = size / modules
        # A hair more than a module, or printers show white seams between neighbours.
        self.fills(
            [
                (x + column * unit, y + row * unit, length * unit + 0.02, unit + 0.02)
                for row, column, length in runs
            ],
            "#000000",
        )

    def picture(self, area: Segment, png: bytes) -> bool:
        """Draw a picture inside an area, in its own proportions; False when it is none."""
        x, y, wide, high = area
        if not 0 < _pixels(png) <= _MOST_PIXELS:
            return False
        try:
            read = ImageReader(BytesIO(png))
            self._canvas.drawImage(
                read, x, self.height - y - high, wide, high, "auto", preserveAspectRatio=True
            )
        except _NO_PICTURE:
            return False
        return True

    def watermark(self, word: str) -> None:
        """A large grey word across the page; drawn first, so that it lies under everything."""
        style = Style(BOLD, 118, GHOST)
        word, style = fit(word, style, 0.95 * min(self.width, self.height), 40)
        canvas = self._canvas
        self._fill_with(style.ink)
        canvas.saveState()
        canvas.translate(self.width / 2, self.height * 0.42)
        canvas.rotate(38)
        canvas.setFont(style.font, style.size)
        canvas.drawCentredString(0, 0, word)
        canvas.restoreState()

    def next_page(self) -> None:
        self._canvas.showPage()
        self._ink = ""

    def finish(self) -> bytes:
        self._canvas.save()
        return self._written.getvalue()

    def _fill_with(self, ink: str) -> None:
        if ink != self._ink:
            self._canvas.setFillColor(_colour(ink))
            self._ink = ink

    def _pen(self, ink: str, weight: float) -> None:
        self._canvas.setStrokeColor(_colour(ink))
        self._canvas.setLineWidth(weight)


@lru_cache(maxsize=64)
def _colour(ink: str) -> HexColor:
    return HexColor(ink)


def _pixels(png: bytes) -> int:
    """From the first chunk of a PNG, before anything is unfolded."""
    return int.from_bytes(png[16:20]) * int.from_bytes(png[20:24])


def _modules(text: str) -> tuple[list[tuple[int, int, int]], int]:
    """The dark runs of a QR code, each as row, column and length; and the code's side."""
    # Weighing all eight masks costs more than the rest of a page; a reader is told which it is.
    matrix = segno.make(text, error="m", micro=False, mask=_MASK).matrix
    runs = []
    for row, modules in enumerate(matrix):
        column = 0
        for dark, same in groupby(modules):
            length = len(list(same))
            if dark:
                runs.append((row, column, length))
            column += length
    return runs, len(matrix)
