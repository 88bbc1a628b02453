"""The same program without a window: import a list, draw a sheet, check the database.

It asks for the same sign-in as the window and meets the same permissions.
"""

import argparse
import getpass
import sys
from collections.abc import Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from app.clock import SystemClock, today
from app.errors import Refused
from app.folders import own_folders
from app.language import Language, say, tr, use, words
from app.settings import read_settings
from app.sheets.sheet import Layout

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.desk import Desk

REFUSED, USAGE = 1, 2


def main(arguments: Sequence[str]) -> int:
    """``import``, ``sheet`` or ``check``; the answer is the exit status."""
    settings = read_settings(own_folders().settings)
    use(Language(settings.language))
    wanted = _parser().parse_args(list(arguments))
    wanted.address = wanted.database or settings.database
    wanted.user = wanted.user or settings.last_user_name
    try:
        status: int = wanted.run(wanted)
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        return REFUSED
    return status


def _parser() -> argparse.ArgumentParser:
    both = argparse.ArgumentParser(add_help=False)  # the word comes first, then these
    both.add_argument("--user", default="", help="who signs in; asked for when not given")
    both.add_argument("--database", default="", metavar="ADDRESS", help="a shared database")
    parser = argparse.ArgumentParser(prog="kopa")
    words_ = parser.add_subparsers(required=True, metavar="WORD")
    told = "take a list of visitors in, as one undoable step"
    bring = words_.add_parser("import", parents=[both], help=told)
    bring.add_argument("what", choices=("visitors",))
    bring.add_argument("file", type=Path, metavar="FILE", help="CSV, XLSX, ODS or vCard")
    bring.add_argument("--preview", action="store_true", help="only say what would happen")
    bring.set_defaults(run=_import)
    told = "draw the attendance sheet of a session as PDF"
    sheet = words_.add_parser("sheet", parents=[both], help=told)
    sheet.add_argument("file", type=Path, metavar="FILE.pdf")
    sheet.add_argument("--session", type=UUID, help="its id; without it the next session")
    sheet.add_argument("--blank-rows", type=int, default=6)
    sheet.add_argument("--layout", type=Layout, choices=list(Layout), default=Layout.PORTRAIT)
    sheet.set_defaults(run=_sheet)
    check = words_.add_parser("check", parents=[both], help="see whether the database is whole")
    check.set_defaults(run=_check)
    return parser


@contextmanager
def _signed_in(wanted: argparse.Namespace) -> "Iterator[Desk]":
    from app.desk import Desk
    from app.sign_in import sign_in

    clock = SystemClock()
    user = wanted.user or input(tr("User name") + ": ")
    database, person = sign_in(wanted.address or own_folders(), user, _password(), clock)
    try:
        desk = Desk(database, clock, name="command line")
        desk.sign_in(person)
        yield desk
    finally:
        database.close()


def _password() -> str:
    """From the keyboard unseen, or the first line of standard input in a script."""
    if sys.stdin.isatty():
        return getpass.getpass(tr("Password") + ": ")
    return sys.stdin.readline().rstrip("\n")


def _import(wanted: argparse.Namespace) -> int:
    from app.exchange.people import read_people
    from app.ids import new_id
    from app.visitors.import_list import ImportVisitors
    from app.visitors.import_preview import ImportPreview, people_from
    from app.visitors.import_report import report_lines

    found = read_people(wanted.file)
    for problem in found.problems:
        print(tr("Line {n}: {what}", n=problem.line_number, what=words(problem.message)))
    for heading in found.unknown_columns:
        print(tr("Column not taken over: {name}", name=heading))
    for heading in found.locked_columns:
        print(tr("Column never taken over: {name}", name=heading))
    if found.damage is not None:
        wrong, right = found.damage
        print(tr("Damaged letters mended: “{wrong}” is “{right}”", wrong=wrong, right=right))
    if not found.has_names:
        raise Refused(say("There is no column with names in this list. Write headings above it."))
    with _signed_in(wanted) as desk:
        preview = desk.ask(ImportPreview(people_from(found.rows)))
        print(words(preview.message))
        for line in report_lines((), preview, ()):
            print(tr("Line {n}: {what}", n=line.number, what=line.outcome))
        if wanted.preview or not preview.new:
            return 0
        change = desk.do(ImportVisitors(new_id(), preview.new, desk.clock.now()), _show_share)
        print(words(change.message))
    return 0


def _show_share(share: float) -> None:
    """On one line of a terminal; in a script nothing."""
    if sys.stderr.isatty():
        print(f"\r{share:.0%}", end="" if share < 1 else "\n", file=sys.stderr, flush=True)


def _sheet(wanted: argparse.Namespace) -> int:
    from app.events.queries import NextSession
    from app.events.sheets import AttendanceSheet
    from app.sheets.attendance import SheetOptions, draw_attendance
    from app.sheets.beside import write_beside

    with _signed_in(wanted) as desk:
        session_id = wanted.session or desk.ask(NextSession(desk.clock.now()))
        if session_id is None:
            print(tr("No event is planned."), file=sys.stderr)
            return REFUSED
        head, lines = desk.ask(AttendanceSheet(session_id, course=wanted.layout is Layout.COURSE))
    options = SheetOptions(wanted.layout, blank_rows=wanted.blank_rows)
    write_beside(wanted.file, draw_attendance(head, lines, options, None, None))
    print(wanted.file)
    return 0


def _check(wanted: argparse.Namespace) -> int:
    from app.database.upgrade import HEAD, faults, version_of

    with _signed_in(wanted) as desk:
        found = faults(desk.database)
        version = version_of(desk.database)
    for fault in found:
        print(fault, file=sys.stderr)
    if found or version != HEAD:
        return REFUSED
    print(tr("The database is whole ({day}).", day=today(SystemClock())))
    return 0
