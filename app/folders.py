"""Where the program keeps its files, and which of them are there."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

NAME = "Kopa"
BESIDE = ("", "-wal", "-shm")
"""A database file and what SQLite keeps beside it while it is open."""


class Found(Enum):
    """What lies in the data folder; whatever interrupts the first start ends in one of these."""

    NOTHING = auto()
    UNFINISHED = auto()
    """The key file and a whole database that has not got its name yet."""
    WHOLE = auto()
    NO_DATABASE = auto()
    NO_KEYS = auto()


@dataclass(frozen=True)
class Folders:
    """``data`` is backed up and never deleted; ``cache`` may vanish at any time."""

    data: Path
    cache: Path

    @property
    def database(self) -> Path:
        return self.data / "kopa.db"

    @property
    def making(self) -> Path:
        """The database during the first start; it gets its own name as the very last step."""
        return self.data / "kopa.db.making"

    @property
    def keys(self) -> Path:
        return self.data / "kopa.keys"

    @property
    def settings(self) -> Path:
        return self.data / "settings.json"

    @property
    def log(self) -> Path:
        return self.data / "kopa.log"

    def make(self) -> "Folders":
        """Create both, readable by this person only; raises OSError where that is not allowed."""
        for folder in (self.data, self.cache):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return self

    def found(self) -> Found:
        """An empty database file counts as none: nothing can be lost in it."""
        keys = self.keys.exists()
        if _is_filled(self.database):
            return Found.WHOLE if keys else Found.NO_KEYS
        if not keys:
            return Found.NOTHING
        return Found.UNFINISHED if _is_filled(self.making) else Found.NO_DATABASE

    def forget_making(self) -> None:
        """What an interrupted first start left; nobody has ever worked in it."""
        for end in BESIDE:
            _with_end(self.making, end).unlink(missing_ok=True)

    @contextmanager
    def earlier_set_aside(self, day: str) -> Iterator[None]:
        """Room for a new centre: an earlier key file is kept under another name.

        So is what an earlier database left beside itself: its log over a new file would spoil it.
        After an error everything has its old name again, and nothing of the new centre is left.
        """
        in_the_way = (self.keys, *(_with_end(self.database, end) for end in BESIDE))
        moved: list[tuple[Path, Path]] = []
        begun = False
        try:
            for path in in_the_way:
                if path.exists():
                    kept = _free_name(path, day)
                    moved.append((kept, path))
                    put_in_place(path, kept)
            begun = True
            yield
        except BaseException:
            if begun:
                for path in in_the_way:
                    path.unlink(missing_ok=True)
                self.forget_making()
            for kept, path in moved:
                if kept.exists():
                    put_in_place(kept, path)
            raise


def put_in_place(beside: Path, path: Path) -> None:
    """Rename, and have the new name itself on the disk before anything else happens."""
    beside.replace(path)
    if os.name != "posix":
        return  # Windows keeps no descriptors of folders
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    except OSError as error:
        if error.errno != errno.EINVAL:  # some network folders cannot
            raise
    finally:
        os.close(folder)


def _is_filled(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0


def _with_end(path: Path, end: str) -> Path:
    return path.with_name(path.name + end)


def _free_name(path: Path, day: str) -> Path:
    kept, n = _with_end(path, f".{day}"), 1
    while kept.exists():
        n += 1
        kept = _with_end(path, f".{day}-{n}")
    return kept


def folders_in(root: Path) -> Folders:
    return Folders(root / "data", root / "cache")


def own_folders() -> Folders:
    """The folders of the person who runs the program; ``KOPA_HOME`` puts both in one place."""
    if home := os.environ.get("KOPA_HOME"):
        return folders_in(Path(home))
    import platformdirs

    return Folders(
        Path(platformdirs.user_data_dir(NAME, appauthor=False)),
        Path(platformdirs.user_cache_dir(NAME, appauthor=False)),
    )
