"""The command ``kopa``: its words, and the desk they open."""

import gc
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.preflight import NOT_READY, hindrance

if TYPE_CHECKING:
    from argparse import ArgumentParser

WITHOUT_WINDOW = ("import", "sheet", "check")
READS_CALENDAR = "read-calendar"
"""Said by the program to itself (`app.exchange.calendars`), where it stands without Python."""


def main(words: Sequence[str] | None = None) -> int:
    """Run the program; the answer is its exit status."""
    words = sys.argv[1:] if words is None else list(words)
    if words and words[0] in WITHOUT_WINDOW:
        from app.cli import main as without_window

        return without_window(words)
    if words and words[0] == READS_CALENDAR:
        from app.exchange.calendar_child import main as read_calendar

        return read_calendar(words[1:])
    if words in ([], ["demo"]):  # what nearly every start says needs no parser: 11 ms
        return _open(demo=bool(words))
    wanted = _parser().parse_args(words)
    if wanted.word == "tour":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        if _is_hindered():
            return NOT_READY
        from ui.tour import tour

        return tour(wanted.out, wanted.language, wanted.theme, wanted.size)
    return _open(demo=wanted.word == "demo", address=wanted.database)


def _is_hindered() -> bool:
    why = hindrance("kopa")
    if why:
        print(why, file=sys.stderr)
    return bool(why)


def _open(*, demo: bool, address: str = "") -> int:
    if _is_hindered():
        return NOT_READY
    # Nothing is thrown away before the first frame; `ui.garbage` collects from then on.
    gc.disable()
    from ui.opening import open_desk

    return open_desk(demo=demo, address=address)


def _parser() -> "ArgumentParser":
    import argparse

    parser = argparse.ArgumentParser(
        prog="kopa",
        description="The front desk of a community resource centre.",
        epilog="Without a window: kopa import, kopa sheet, kopa check (each has --help).",
    )
    parser.add_argument(
        "--database", default="", metavar="ADDRESS", help="a shared PostgreSQL database"
    )
    words = parser.add_subparsers(dest="word", metavar="WORD")
    words.add_parser("demo", help="the sample centre in a database of its own, no sign-in")
    tour = words.add_parser("tour", help="drive the real window and keep a picture of every step")
    tour.add_argument("out", metavar="OUT", help="folder for the pictures")
    tour.add_argument("--language", choices=("lv", "en", "uk"), default="lv")
    tour.add_argument("--theme", choices=("light", "dark", "contrast"), default="light")
    tour.add_argument("--size", default="1366x768", help="of the window, in px")
    for word in WITHOUT_WINDOW:
        words.add_parser(word, help=f"see kopa {word} --help", add_help=False)
    return parser
