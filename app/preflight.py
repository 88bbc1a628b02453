"""Finds what this computer lacks before Qt is imported, and brings it: Qt itself would only abort.

Standard library only (and what is wanted only where something is missing comes in there: 14 ms of
every start), and nothing of the program: `run.py` loads it on a bare machine. Its
sentences stay English, because the catalogues are read with what is not installed yet.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path

NOT_READY = 78  # EX_CONFIG of sysexits.h: the computer must be changed, not the program
OFFSCREEN = "offscreen"
PIP_MODULE = "ensurepip"

# What the wheels of Qt 6.12 load from the system, and the Debian package that brings it. Debian 13
# renamed one of them to libglib2.0-0t64; apt finds it by the old name on both.
ALWAYS = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11.so.6": "libx11-6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libbrotlidec.so.1": "libbrotli1",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libzstd.so.1": "libzstd1",
    "libz.so.1": "zlib1g",
}
ON_SCREEN = {
    "xcb": {
        "libX11-xcb.so.1": "libx11-xcb1",
        "libxcb.so.1": "libxcb1",
        "libxcb-cursor.so.0": "libxcb-cursor0",
        "libxcb-icccm.so.4": "libxcb-icccm4",
        "libxcb-image.so.0": "libxcb-image0",
        "libxcb-keysyms.so.1": "libxcb-keysyms1",
        "libxcb-randr.so.0": "libxcb-randr0",
        "libxcb-render.so.0": "libxcb-render0",
        "libxcb-render-util.so.0": "libxcb-render-util0",
        "libxcb-shape.so.0": "libxcb-shape0",
        "libxcb-shm.so.0": "libxcb-shm0",
        "libxcb-sync.so.1": "libxcb-sync1",
        "libxcb-util.so.1": "libxcb-util1",
        "libxcb-xfixes.so.0": "libxcb-xfixes0",
        "libxcb-xkb.so.1": "libxcb-xkb1",
        "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    },
    "wayland": {
        "libwayland-client.so.0": "libwayland-client0",
        "libwayland-cursor.so.0": "libwayland-cursor0",
        "libwayland-egl.so.1": "libwayland-egl1",
    },
}


def hindrance(program: str = "kopa") -> str | None:
    """Why a window cannot open here, in words, and what to do about it; None where it can."""
    where = display()
    if where is None:
        return no_display(program)
    if absent := missing_libraries(where):
        return in_words(absent)
    return None if answers(where) else silent_display(program)


def display(environ: Mapping[str, str] = os.environ) -> str | None:
    """The platform Qt will draw on; None when there is nothing to draw on."""
    if chosen := environ.get("QT_QPA_PLATFORM"):
        return chosen.split(";")[0].split(":")[0].removesuffix("-egl")
    if not sys.platform.startswith("linux"):
        return "native"
    if environ.get("DISPLAY"):
        return "xcb"
    return "wayland" if environ.get("WAYLAND_DISPLAY") else None


def missing_libraries(where: str) -> list[str]:
    """File names of the system libraries that Qt would look for in vain."""
    if not sys.platform.startswith("linux"):
        return []
    wanted = ALWAYS | ON_SCREEN.get(where, {})
    return [name for name in wanted if load(name) is None]


def answers(where: str) -> bool:
    """Whether somebody draws at the address that the environment names: Qt aborts if nobody does."""
    library, opener, closer = {
        "xcb": ("libX11.so.6", "XOpenDisplay", "XCloseDisplay"),
        "wayland": ("libwayland-client.so.0", "wl_display_connect", "wl_display_disconnect"),
    }.get(where, ("", "", ""))
    opened = load(library) if library and sys.platform.startswith("linux") else None
    if opened is None:
        return True
    connect, disconnect = getattr(opened, opener), getattr(opened, closer)
    connect.argtypes, connect.restype = [ctypes.c_char_p], ctypes.c_void_p
    disconnect.argtypes = [ctypes.c_void_p]
    connection = connect(None)
    if connection:
        disconnect(connection)
    return bool(connection)


def missing_modules() -> list[str]:
    """What Debian splits off from Python and `python -m venv` cannot do without."""
    import importlib.util

    importlib.invalidate_caches()
    wanted = ("venv", PIP_MODULE)
    return [PIP_MODULE] if any(importlib.util.find_spec(name) is None for name in wanted) else []


def install_command(
    missing: Collection[str], release: Mapping[str, str] | None = None
) -> list[str]:
    """The command that brings what is missing, without `sudo`; empty where we do not know one."""
    release = this_release() if release is None else release
    family = {release.get("ID", ""), *release.get("ID_LIKE", "").split()}
    if family & {"debian", "ubuntu"}:
        debian = {PIP_MODULE: f"python3.{sys.version_info[1]}-venv"}
        debian |= ALWAYS | ON_SCREEN["xcb"] | ON_SCREEN["wayland"]
        wanted = {debian[name] for name in missing}
        return ["apt-get", "install", "--yes", "--no-install-recommends", *sorted(wanted)]
    if PIP_MODULE in missing:
        return []
    # RPM packages can be asked for by the library they bring, so no list of names is needed.
    wanted = {f"{name}()(64bit)" for name in missing}
    if family & {"fedora", "rhel"}:
        return ["dnf", "install", *sorted(wanted)]
    if family & {"suse", "opensuse"}:
        return ["zypper", "install", *sorted(wanted)]
    return []


def in_words(missing: Collection[str]) -> str:
    """The sentence, and the one line to copy."""
    import shlex

    command = install_command(missing)
    if not command:
        return f"This computer lacks what Kopā needs; please install: {', '.join(sorted(missing))}"
    line = shlex.join(["sudo", *command])
    return f"This computer lacks what Kopā needs. This line brings it:\n    {line}"


def bring(missing: Collection[str]) -> bool:
    """Install it with apt, at once for root, for others if they agree; False if that cannot be.

    Raises CalledProcessError when apt fails.
    """
    import shlex
    import subprocess

    command = install_command(missing)
    if "apt-get" not in command:
        return False
    if os.geteuid() != 0:
        if not agreed(missing):
            return False
        command = ["sudo", *command]
    print("Installing system packages:", shlex.join(command), flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    update = [*command[: command.index("apt-get") + 1], "update"]
    if not any(Path("/var/lib/apt/lists").glob("*Packages*")):
        subprocess.call(update, env=quiet)
    if subprocess.call(command, env=quiet) != 0:
        subprocess.call(update, env=quiet)  # the list of packages may be older than the packages
        subprocess.run(command, env=quiet, check=True)
    return True


def agreed(missing: Collection[str]) -> bool:
    import shutil

    if not (shutil.which("sudo") and sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    print(in_words(missing))
    with suppress(EOFError):
        return input("Run it now? [y/N] ").strip().lower() in ("y", "yes", "j", "jā")
    return False


def no_display(program: str) -> str:
    return (
        "There is no screen to open the desk on (DISPLAY and WAYLAND_DISPLAY are not set); "
        f"`{program} tour pictures` draws every screen into the folder `pictures` without one."
    )


def silent_display(program: str) -> str:
    return (
        "The screen that DISPLAY or WAYLAND_DISPLAY names does not answer, so the desk cannot open; "
        f"`{program} tour pictures` draws every screen into the folder `pictures` without one."
    )


def this_release() -> Mapping[str, str]:
    import platform

    try:
        return platform.freedesktop_os_release()
    except OSError:
        return {}


def load(name: str) -> ctypes.CDLL | None:
    try:
        return ctypes.CDLL(name)
    except OSError:
        return None
