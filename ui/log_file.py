"""The log: kinds of errors and places in the code, never personal words."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

MOST_BYTES = 262_144
"""Of each of the two files."""


def log_to(path: Path) -> None:
    """Once for the program; a second call changes nothing."""
    log = logging.getLogger("kopa")
    if not log.handlers:
        file = RotatingFileHandler(
            path, maxBytes=MOST_BYTES, backupCount=1, encoding="utf-8", delay=True
        )
        file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        log.addHandler(file)
