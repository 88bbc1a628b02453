"""Reads a calendar of another program (.ics), in a process of its own that is ended when it takes too long."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from time import monotonic
from typing import Any

import app
from app.errors import Refused
from app.exchange.calendar_found import READY, CalendarDate, CalendarProblem, FoundCalendar
from app.language import Message, say

LARGEST = 20 * 1024 * 1024
"""Bytes: ten thousand entries have four to six million."""
BEGINNING = 20.0
"""Seconds until the process is ready; a busy computer may need some."""
READING, READING_MB, READING_MOST = 2.0, 3.0, 20.0
"""Seconds a file may take, how many more for each megabyte: three times what it takes; and at most."""
LOOK = 0.02
WORD = "read-calendar"
"""What the program itself is told where it is one file without Python beside it."""

Progress = Callable[[], None]
"""Called while waiting; stops the reading by raising."""


def read_calendar(
    path: Path, span: tuple[date, date], progress: Progress | None = None
) -> FoundCalendar:
    """Raises Refused when the file is no calendar, too large, or takes too long."""
    size = _size(path)
    first, last = span
    words = [str(path.absolute()), first.isoformat(), last.isoformat()]
    seconds = min(READING + READING_MB * size / 1e6, READING_MOST)
    written = _wait(_begin(words), seconds, progress or _go_on)
    try:
        answer = json.loads(written)
    except ValueError as error:
        raise _cannot_be_read() from error
    if "refused" in answer:
        raise Refused(_message(answer["refused"]))
    return _found(path, answer)


def _size(path: Path) -> int:
    try:
        if path.exists() and not path.is_file():
            raise Refused(say("This is not a calendar. Choose an .ics file."))
        size = path.stat().st_size
    except (OSError, ValueError) as error:
        raise Refused(
            say(
                "The file {name} cannot be read. If it is open in another program, close it there.",
                name=path.name,
            )
        ) from error
    if size > LARGEST:
        raise Refused(
            say(
                "This calendar is too large: {size} MB of at most {most}. Save a shorter time of it.",
                size=size // 1_000_000,
                most=LARGEST // 1024 // 1024,
            )
        )
    return size


def _begin(words: list[str]) -> subprocess.Popen[bytes]:
    here = str(Path(app.__file__).resolve().parent.parent)
    if getattr(sys, "frozen", False):
        command, environment = [sys.executable, WORD], dict(os.environ)
    else:
        command = [sys.executable, "-P", "-m", "app.exchange.calendar_child"]
        environment = {**os.environ, "PYTHONPATH": here}
    return subprocess.Popen(  # noqa: S603 - ourselves, with a path and two dates
        [*command, *words],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _wait(process: subprocess.Popen[bytes], seconds: float, progress: Progress) -> bytes:
    """What the process writes. It is ended whatever happens; the time counts from its ``ready``."""
    written = bytearray()
    ready = threading.Event()

    def listen() -> None:
        assert process.stdout is not None
        if process.stdout.readline() == READY:
            ready.set()
            written.extend(process.stdout.read())

    listening = threading.Thread(target=listen, daemon=True)
    listening.start()
    deadline = monotonic() + BEGINNING
    begun = False
    try:
        while listening.is_alive():
            listening.join(LOOK)
            progress()
            if ready.is_set() and not begun:
                begun, deadline = True, monotonic() + seconds
            if monotonic() > deadline:
                raise Refused(
                    say(
                        "This calendar takes too long to read. "
                        "Something in it repeats too often, or without an end."
                    )
                )
        return bytes(written)
    finally:
        process.kill()
        process.wait()
        listening.join()
        if process.stdout is not None:
            process.stdout.close()


def _found(path: Path, answer: Mapping[str, Any]) -> FoundCalendar:
    return FoundCalendar(
        path,
        answer["name"],
        answer["entries"],
        answer["endless"],
        tuple(_date(one) for one in answer["dates"]),
        tuple(
            CalendarProblem(line, title, _message(message))
            for line, title, message in answer["problems"]
        ),
    )


def _date(written: Mapping[str, Any]) -> CalendarDate:
    times = {name: datetime.fromisoformat(written[name]) for name in ("starts", "ends")}
    return CalendarDate(**{**written, **times})


def _message(written: Mapping[str, Any]) -> Message:
    return Message.from_json(written, str)


def _cannot_be_read() -> Refused:
    return Refused(say("This calendar cannot be read. Save it again in the program it comes from."))


def _go_on() -> None:
    return
