"""The command ``kopa``: its words, and the desk they open."""

import argparse
import os
import sys
from collections.abc import Sequence

from app.preflight import NOT_READY, hindrance

WITHOUT_WINDOW = ("import", "sheet", "check")


def main(words: Sequence[str] | None = None) -> int:
    """Run the program; the answer is its exit status."""
    words = sys.argv[1:] if words is None else list(words)
    if words and words[0] in WITHOUT_WINDOW:
        from app.cli import main as without_window

        return without_window(words)
    wanted = _parser().parse_args(words)
    if wanted.word == "tour":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if why := hindrance("kopa"):
        print(why, file=sys.stderr)
        return NOT_READY
    if wanted.word == "tour":
        from ui.tour import tour

        return tour(wanted.out, wanted.language, wanted.theme, wanted.size)
    from ui.opening import open_desk

    return open_desk(demo=wanted.word == "demo", address=wanted.database)


def _parser() -> argparse.ArgumentParser:
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
