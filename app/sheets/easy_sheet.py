"""An attendance sheet that is easy to read: three steps with pictures, five people on a page.

Nobody's name stands on it beforehand, so it shows no list to anybody.
"""

from __future__ import annotations

from math import ceil

from app.language import Message, full_date_in, say, time_range_in, tr_in
from app.sheets.codes import sheet_digits, spaced
from app.sheets.fonts import BOLD, MEDIUM, NARROW, REGULAR, Style, fit, printable, width, wrap
from app.sheets.in_languages import centre_names, each, together
from app.sheets.page import BAND, INK, LINE, MARGIN, MM, SOFT, TEAL, Paper
from app.sheets.pictograms import draw_camera, draw_pencil, draw_signature
from app.sheets.sheet import SheetOptions, ToDraw, refuse_too_long
from app.sheets.sheet_title import draw_title

ON_A_PAGE = 5
_CODE = 17 * MM
_TITLE = Style(BOLD, 24, INK)
_WHEN = Style(REGULAR, 15, SOFT)
_STEP = Style(MEDIUM, 17, INK)
_OTHER = Style(REGULAR, 11, SOFT)
_NUMBER = Style(MEDIUM, 18, SOFT)
_ANSWER = Style(MEDIUM, 17, INK)
_FOOT = Style(REGULAR, 13, INK)
_SMALL = Style(REGULAR, 8, SOFT)
_SHEET = Style(BOLD, 9.5, INK)
_DIGITS = Style(NARROW, 7.6, SOFT)
_STEPS_TOP, _STEPS = MARGIN + 24 * MM, 25 * MM
_ROWS_TOP, _FOOT_HEIGHT = _STEPS_TOP + _STEPS + 3 * MM, 22 * MM
_BOX, _WORD = 10 * MM, 16.5 * MM
_COLUMNS = (0.0, 0.40, 0.66)
"""Where name, photograph and signature begin, in shares of the width."""

_WRITE = say("Write your name.")
_PHOTO = say("May we take your photo?")
_SIGN = say("Sign here.")
_YES, _NO = say("Yes"), say("No")
_WHY = say(
    "We count how many people came. If you do not want to write your name, tell us: that is fine. "
    "Help: at the front desk."
)
_NEUTRAL = say("Session")


class EasySheet:
    """Drawn page by page; five rows on each."""

    def __init__(self, paper: Paper, wanted: ToDraw, options: SheetOptions) -> None:
        self.paper, self._head, self._photo = paper, wanted.head, options.photo
        self._languages, self._first = options.languages, options.languages[0]
        self._issued = wanted.issued
        rows = len(wanted.lines) + options.blank_rows
        self.count = max(1, ceil(rows / ON_A_PAGE))
        refuse_too_long(self.count)
        self._title = printable(self._head.title)
        if self._head.confidential:
            self._title = together(_NEUTRAL, self._languages)

    def name(self) -> None:
        sheet = tr_in(self._first, "Attendance sheet")
        centre = centre_names(self._head.centre, self._languages)
        self.paper.name(f"{sheet} — {self._title}", centre)

    def draw(self, page: int) -> None:
        paper = self.paper
        if self._issued is None:
            paper.watermark(tr_in(self._first, "Sample"))
        paper.corner_marks()
        self._draw_head(page)
        self._draw_steps()
        high = (paper.height - _ROWS_TOP - _FOOT_HEIGHT - MARGIN) / ON_A_PAGE
        for row in range(ON_A_PAGE):
            number = page * ON_A_PAGE + row + 1
            self._draw_row(number, _ROWS_TOP + row * high, high)
        self._draw_foot(page)
        paper.next_page()

    def _draw_head(self, page: int) -> None:
        paper, head = self.paper, self._head
        room = paper.inner_width - _CODE - 45 * MM
        draw_title(paper, MARGIN + 8 * MM, self._title, _TITLE, room)
        day = full_date_in(self._first, head.date)
        when = f"{day}, {time_range_in(self._first, head.start, head.end)}"
        text = printable(". ".join(filter(None, (when, head.place))))
        paper.text(MARGIN, MARGIN + 16.5 * MM, *fit(text, _WHEN, paper.inner_width - _CODE, 9))
        if self._issued is None:
            return
        digits = sheet_digits(self._issued.number, page + 1)
        paper.code(paper.right - _CODE, MARGIN - 1 * MM, _CODE, digits)
        x = paper.right - _CODE - 3 * MM
        numbered = tr_in(self._first, "Sheet No. {number}", number=self._issued.number)
        paper.text(x, MARGIN + 4 * MM, numbered, _SHEET, "right")
        paper.text(x, MARGIN + 8.4 * MM, spaced(digits), _DIGITS, "right")

    def _draw_steps(self) -> None:
        paper = self.paper
        area = (MARGIN, _STEPS_TOP, paper.inner_width, _STEPS)
        paper.frame(area, BAND, fill=BAND)
        steps = [(_WRITE, draw_pencil), (_PHOTO, draw_camera), (_SIGN, draw_signature)]
        ends = [*_COLUMNS[1:], 1.0]
        number = 0
        for place, (message, picture) in enumerate(steps):
            if message is _PHOTO and not self._photo:
                continue
            number += 1
            x = MARGIN + _COLUMNS[place] * paper.inner_width + 4 * MM
            picture(paper, x, _STEPS_TOP + 5 * MM, 15 * MM)
            room = (ends[place] - _COLUMNS[place]) * paper.inner_width - 26 * MM
            self._draw_step(f"{number}. ", message, x + 19 * MM, room)

    def _draw_step(self, number: str, message: Message, x: float, room: float) -> None:
        first, *others = each(message, self._languages)
        lines = [(line, _STEP) for line in wrap(number + first, _STEP, room)[:2]]
        lines += [fit(other, _OTHER, room, 7) for other in others]
        tall = sum(style.size * 1.2 for _, style in lines)
        y = _STEPS_TOP + (_STEPS - tall) / 2
        for text, style in lines:
            y += style.size * 1.2
            self.paper.text(x, y - style.size * 0.3, *fit(text, style, room, 7))

    def _draw_row(self, number: int, top: float, high: float) -> None:
        paper, wide = self.paper, self.paper.inner_width
        base = top + high * 0.72
        name, photo, sign = (MARGIN + share * wide for share in _COLUMNS)
        paper.text(name, base, str(number), _NUMBER)
        end = photo - 8 * MM if self._photo else sign - 8 * MM
        paper.lines([(name + 11 * MM, base + 1 * MM, end, base + 1 * MM)], INK, 1.1)
        paper.lines([(sign + 4 * MM, base + 1 * MM, paper.right, base + 1 * MM)], INK, 1.1)
        if self._photo:
            x = photo + 6 * MM
            for message in (_YES, _NO):
                paper.boxes([(x, base - _BOX + 1 * MM)], _BOX, 1.2)
                word = together(message, self._languages, "/")
                text, style = fit(word, _ANSWER, _WORD, 8)
                paper.text(x + _BOX + 2 * MM, base - 1.5 * MM, text, style)
                x += _BOX + 4 * MM + max(width(text, style), 12 * MM)
        paper.lines([(MARGIN, top + high, paper.right, top + high)], LINE)

    def _draw_foot(self, page: int) -> None:
        paper = self.paper
        y = paper.height - MARGIN - _FOOT_HEIGHT + 7 * MM
        size = _FOOT if len(self._languages) == 1 else _FOOT._replace(size=9.5)
        for text in each(_WHY, self._languages):
            paper.text(MARGIN, y, *fit(text, size, paper.inner_width, 7))
            y += size.size * 1.3
        printed = tr_in(self._first, "Sample, not printed")
        if self._issued is not None:
            printed = tr_in(self._first, "Printed {at}", at=self._issued.at)
        foot = paper.height - MARGIN + 1 * MM
        paper.text(MARGIN, foot, printed, _SMALL)
        pages = tr_in(self._first, "Page {page} of {pages}", page=page + 1, pages=self.count)
        paper.text(paper.right, foot, pages, Style(MEDIUM, 11, TEAL), "right")
