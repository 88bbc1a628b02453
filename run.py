"""Sets Kopā up and opens it: `python3 run.py`. Sets it up and tests it: `python3 run.py test`.

Standard library only, and readable by any Python 3.8 or newer, so that it can say what is missing.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

HELP = """\
python3 run.py [--no-system] [WORD …]

  (no word)       sets everything up and opens the desk
  demo            opens a desk with an invented centre, which keeps nothing
  tour FOLDER     draws every screen into a folder; needs no display
  import, sheet, check, …
                  the same program without a window; each explains itself with --help
  test [WORD …]   sets everything up, then checks layout, lint, types, layers and runs the tests;
                  with further words it runs only pytest, with them

  --no-system     never installs system packages, only says which are missing

Everything is put into the folder .venv beside this file; deleting that folder undoes it."""

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "kopa.stamp"
TO_RUN = ROOT / "packaging" / "requirements.txt"
TO_TEST = ROOT / "packaging" / "requirements-test.txt"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")

OLDEST, NEWEST = (3, 11), (3, 14)
NOT_READY = 78  # as in app/preflight.py: the computer must be changed, not the program
UNFINISHED = "unfinished"
ON_SCREEN = ("", "demo")
OFF_SCREEN = ("tour", "test")

READY, ADD, ANEW = "ready", "add", "anew"


class NotReadyError(Exception):
    """The program cannot start on this computer yet; the text says what to do."""


def main(words: list[str]) -> int:
    try:
        check_python(sys.version_info[:2])
        may_install = "--no-system" not in words
        words = [word for word in words if word != "--no-system"]
        if words and words[0] in ("-h", "--help", "help"):
            print(HELP)
            return 0
        return start(words, may_install)
    except NotReadyError as reason:
        print(reason, file=sys.stderr)
        return NOT_READY
    except subprocess.CalledProcessError as failed:
        print(f"Stopped: this did not succeed: {shlex.join(failed.cmd)}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"Stopped: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped. The same command begins again where it is needed.", file=sys.stderr)
        return 130


def start(words: list[str], may_install: bool) -> int:
    word = words[0] if words else ""
    look_for_screen(word)
    wanted = TO_TEST if word == "test" else TO_RUN
    prepare_system(word, wanted, may_install)
    set_up(wanted)
    look_for_screen(word, answering=True)
    if word == "test":
        return test(words[1:])
    # -P keeps the folder the person stands in from being searched for modules.
    return become([str(PYTHON), "-P", "-m", "app.cli", *words])


def check_python(version: tuple[int, ...]) -> None:
    if OLDEST <= version <= NEWEST:
        return
    found = [name for name in names_of_python() if shutil.which(name)]
    here = f" It is here too: {found[0]} run.py" if found else ""
    raise NotReadyError(
        "Kopā needs Python 3.{} to 3.{}; this is Python {}.{}.{}".format(
            OLDEST[1], NEWEST[1], version[0], version[1], here
        )
    )


def names_of_python() -> list[str]:
    return [f"python3.{minor}" for minor in range(NEWEST[1], OLDEST[1] - 1, -1)]


# The computer ----------------------------------------------------------------


def look_for_screen(word: str, answering: bool = False) -> None:
    """Before the packages: is a display named? After them: does it answer?"""
    from app import preflight

    if word not in ON_SCREEN:
        return
    where = preflight.display()
    if where is None:
        raise NotReadyError(preflight.no_display("python3 run.py"))
    if answering and not preflight.answers(where):
        raise NotReadyError(preflight.silent_display("python3 run.py"))
