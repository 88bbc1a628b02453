"""Writes the two lists of exact, hashed packages from `pyproject.toml`, for every system at once.

Run `python packaging/lock.py` after changing a dependency; it needs `uv` on the PATH
(or named by the environment variable UV). Words after it go to uv:

    python packaging/lock.py                              keeps every version that still fits
    python packaging/lock.py --upgrade                    takes the newest that fit
    python packaging/lock.py --upgrade-package holidays   takes the newest of one
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parent
RUN = "requirements.txt"
TEST = "requirements-test.txt"
HEADING = """\
# {what}
# Written by packaging/lock.py from pyproject.toml: change that file, never this one.
"""


def main(words: list[str]) -> None:
    write(RUN, "What the program needs to run.", words)
    # The tests must meet the very versions that people run: the first list binds the second.
    bound = ["--constraint", f"packaging/{RUN}", "--extra", "postgres", "--group", "test"]
    write(
        TEST,
        "What the program needs to run, on either database, and to be tested.",
        [*bound, *words],
    )


def write(name: str, what: str, words: list[str]) -> None:
    command = [os.environ.get("UV", "uv"), "pip", "compile", "pyproject.toml", "--quiet"]
    command += ["--universal", "--python-version", "3.11", "--generate-hashes"]
    # No heading of uv's own: it repeats the command, with whatever addresses it was given.
    command += ["--no-header", "--output-file", f"packaging/{name}", *words]
    subprocess.run(command, cwd=FOLDER.parent, check=True)  # noqa: S603 - a developer's own words
    path = FOLDER / name
    path.write_text(HEADING.format(what=what) + path.read_text("utf-8"), "utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
