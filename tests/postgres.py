"""Debian's PostgreSQL for the tests: a socket, a folder of its own, never as root."""

import getpass
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HOW_TO_GET_IT = "PostgreSQL 15 or later is not installed: apt-get install postgresql"


def binaries() -> Path | None:
    """The newest server installed, of version 15 or later."""
    found = [
        folder / "bin"
        for folder in Path("/usr/lib/postgresql").glob("*")
        if folder.name.isdigit() and int(folder.name) >= 15 and (folder / "bin/initdb").exists()
    ]
    return max(found, key=lambda folder: int(folder.parent.name), default=None)


@contextmanager
def running_server(bin_folder: Path) -> Iterator[Path]:
    """A server that listens on a socket in the folder it yields, and nowhere else."""
    folder = Path(tempfile.mkdtemp(prefix="kopa-pg-"))
    as_user = _as_somebody_else(folder)
    cluster = folder / "data"
    _run(
        as_user,
        bin_folder / "initdb",
        *("-D", cluster, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync"),
        *("--locale", "C.UTF-8"),
    )
    options = f"-c listen_addresses='' -k {folder} -c fsync=off -c max_connections=200"
    control = bin_folder / "pg_ctl"
    log = folder / "log"
    try:
        _run(as_user, control, "-D", cluster, "-w", "-l", log, "-o", options, "start")
        yield folder
    finally:
        _run(as_user, control, "-D", cluster, "-m", "immediate", "-w", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def _as_somebody_else(folder: Path) -> list[str]:
    if os.geteuid() != 0:
        return []
    somebody = next(entry for name in ("postgres", "nobody") for entry in _entries(name))
    os.chown(folder, somebody.pw_uid, somebody.pw_gid)
    setpriv = shutil.which("setpriv") or "setpriv"
    ids = (f"--reuid={somebody.pw_uid}", f"--regid={somebody.pw_gid}")
    return [setpriv, *ids, "--clear-groups"]


def _entries(name: str) -> list[pwd.struct_passwd]:
    try:
        return [pwd.getpwnam(name)]
    except KeyError:
        return []


def _run(as_user: list[str], *command: object) -> None:
    env = {**os.environ, "LC_ALL": "C.UTF-8", "USER": getpass.getuser()}
    subprocess.run(
        [*as_user, *map(str, command)],
        check=True,
        env=env,
        cwd="/",
        stdout=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
    )
