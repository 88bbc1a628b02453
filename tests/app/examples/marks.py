"""One prepared example of every action of attendance beyond a plain tick, and of the way back."""

from collections.abc import Callable
from datetime import timedelta

from app.action import Action
from app.clock import wall_now
from app.desk import Desk
from app.events.attending import MarkPresent, MarkPresentAgain, UnmarkPresent
from app.events.missed import SetAbsence, SetStay, Stay
from app.events.model import Absence
from app.events.photos import SetPhoto
from app.events.together import MarkTogether, NobodyElseCame, PutBackMarks, TakeBackMarks
from app.events.way_back_closing import CloseSheet, Closing, OpenSheetAgain
from app.events.way_back_rows import EmptyRow, RubOutRow, WriteRow, WriteRowAgain
from app.events.way_back_ticks import TickRows, UntickRows
from app.ids import new_id
from app.visitors.details import VisitorDetails
from tests.making.events import make_attendance, make_event, make_registration
from tests.making.papers import make_paper, ticks, written
from tests.making.visitors import make_visitor


def _excuse(desk: Desk) -> SetAbsence:
    event, visitor = make_event(desk), make_visitor(desk)
    make_registration(desk, event.event_id, visitor)
    return SetAbsence(new_id(), event.session_id, visitor, None, Absence.EXCUSED)


def _stay(desk: Desk) -> Action:
    attendance = make_attendance(desk, make_event(desk).session_id, make_visitor(desk))
    now = wall_now(desk.clock)
    return SetStay(attendance, Stay(now), Stay(now, now + timedelta(hours=1)))


def _photo(desk: Desk) -> Action:
    attendance = make_attendance(desk, make_event(desk).session_id, make_visitor(desk))
    return SetPhoto(attendance, None, False)


def _together(desk: Desk) -> Action:
    """One of the family was excused before: that comes back with the undo."""
    excuse = _excuse(desk)
    desk.do(excuse)
    people = (excuse.visitor_id, make_visitor(desk, "Oto", "Kalns"))
    now = desk.clock.now()
    return MarkTogether(
        tuple(MarkPresent(new_id(), excuse.session_id, one, now, new_id()) for one in people)
    )


def _nobody_else(desk: Desk) -> Action:
    excuse = _excuse(desk)
    return NobodyElseCame(
        (SetAbsence(new_id(), excuse.session_id, excuse.visitor_id, None, Absence.NO_SHOW),)
    )


def _take_back(desk: Desk) -> TakeBackMarks:
    attendance = make_attendance(desk, make_event(desk).session_id, make_visitor(desk))
    return TakeBackMarks((UnmarkPresent(attendance),))


def _put_back(desk: Desk) -> Action:
    take_back = _take_back(desk)
    desk.do(take_back)
    return PutBackMarks((MarkPresentAgain(take_back.steps[0].attendance_id),))  # type: ignore[union-attr]


def _tick(desk: Desk) -> Action:
    """The second was ticked at the door; only her word about photographs is new."""
    paper = make_paper(desk, "Bērziņa", "Kalna")
    make_attendance(desk, paper.event.session_id, paper.people[1])
    return ticks(desk, paper.sheet_id, 1, 2, photo=False)


def _untick(desk: Desk) -> Action:
    paper = make_paper(desk, "Bērziņa", "Kalna")
    desk.do(ticks(desk, paper.sheet_id, 1, 2))
    return UntickRows(paper.sheet_id, (1, 2))


def _write(desk: Desk) -> WriteRow:
    paper = make_paper(desk, "Bērziņa")
    return written(desk, paper, 2, new_id(), VisitorDetails("Viktors", "Prikulis"))


def _rub_out(desk: Desk) -> RubOutRow:
    write = _write(desk)
    desk.do(write)
    unmark = UnmarkPresent(write.mark.attendance_id, write.mark.registration_id)
    return RubOutRow(write.sheet_id, write.row, write.visitor_id, unmark, registered=True)


def _write_again(desk: Desk) -> Action:
    rubbed = _rub_out(desk)
    desk.do(rubbed)
    assert rubbed.unmark is not None
    again = MarkPresentAgain(rubbed.unmark.attendance_id, rubbed.unmark.walk_in)
    return WriteRowAgain(rubbed.sheet_id, rubbed.row, rubbed.visitor_id, again, registered=True)


def _empty(desk: Desk) -> Action:
    write = _write(desk)
    desk.do(write)
    return EmptyRow(write.sheet_id, write.row)


def _close(desk: Desk) -> CloseSheet:
    paper = make_paper(desk, "Bērziņa", "Kalna")
    desk.do(ticks(desk, paper.sheet_id, 1))
    return CloseSheet(paper.sheet_id, Closing(2, desk.clock.now(), "one cannot be read"))


def _open_again(desk: Desk) -> Action:
    close = _close(desk)
    desk.do(close)
    return OpenSheetAgain(close.sheet_id, close.closing.at)


EXAMPLES: dict[type, Callable[[Desk], Action]] = {
    SetAbsence: _excuse,
    SetStay: _stay,
    SetPhoto: _photo,
    MarkTogether: _together,
    NobodyElseCame: _nobody_else,
    TakeBackMarks: _take_back,
    PutBackMarks: _put_back,
    TickRows: _tick,
    UntickRows: _untick,
    WriteRow: _write,
    RubOutRow: _rub_out,
    WriteRowAgain: _write_again,
    EmptyRow: _empty,
    CloseSheet: _close,
    OpenSheetAgain: _open_again,
}
