"""Where the program keeps its files: the data, the cache, the log."""

import os
from dataclasses import dataclass
from pathlib import Path

NAME = "Kopa"


@dataclass(frozen=True)
class Folders:
    """``data`` is backed up and never deleted; ``cache`` may vanish at any time."""

    data: Path
    cache: Path

    @property
    def database(self) -> Path:
        return self.data / "kopa.db"

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
