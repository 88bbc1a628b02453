"""Sets Kopā up and opens it: `python3 run.py`. Sets it up and tests it: `python3 run.py test`.

Standard library only, and readable by any Python from 3.8, so that it can say what is missing.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

HELP = """\
python3 run.py [--no-system] [WORD …]

  (no word)      sets everything up and opens the desk
  demo           opens a desk with an invented centre in it
  tour FOLDER    draws every screen into a folder; needs no display
  import, sheet, check, …
                 the same program without a window; each explains itself with --help
  test [WORD …]  sets everything up, then checks layout, lint, types and layers, and runs the tests;
                 with further words it runs pytest only, with them

  --no-system    never installs system packages, only says which are missing

Everything is put into the folder .venv beside this file; deleting that folder takes it back."""

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "kopa.stamp"
TO_RUN = ROOT / "packaging" / "requirements.txt"
TO_TEST = ROOT / "packaging" / "requirements-test.txt"

OLDEST, NEWEST = (3, 11), (3, 14)
NOT_READY = 78  # as in app/preflight.py
ON_SCREEN = ("", "demo")
OFF_SCREEN = ("tour", "test")
READY, ADD, ANEW = "ready", "add", "anew"
UNFINISHED = "unfinished"

STAGES = {
    "layout": ["ruff", "format", "--check", "."],
    "lint": ["ruff", "check", "."],
    "types": ["mypy"],
    "layers": ["lint-imports"],
}


class NotReadyError(Exception):
    """This computer must be changed before the program can start; the text says how."""


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
        print(f"Stopped; the reason stands above: {shlex.join(failed.cmd)}", file=sys.stderr)
    except OSError as error:
        print(f"Stopped: {error}", file=sys.stderr)
    except KeyboardInterrupt:
        print("Stopped. The same command begins again where it must.", file=sys.stderr)
    return 1


def check_python(version: tuple[int, ...]) -> None:
    if OLDEST <= version <= NEWEST:
        return
    said = "Kopā needs Python 3.{} to 3.{}; this is {}.{}."
    said = said.format(OLDEST[1], NEWEST[1], version[0], version[1])
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        if shutil.which(f"python3.{minor}"):
            said += f" A fitting one is here: python3.{minor} run.py"
            break
    raise NotReadyError(said)


def start(words: list[str], may_install: bool) -> int:
    word = words[0] if words else ""
    wanted = TO_TEST if word == "test" else TO_RUN
    prepare_system(word, wanted, may_install)
    if plan(wanted) != READY:
        with alone():
            set_up(wanted)
    if word == "test":
        return test(words[1:])
    # -P: the folder the person stands in is not searched for modules.
    return become([str(PYTHON), "-P", "-m", "ui", *words])


def prepare_system(word: str, wanted: Path, may_install: bool) -> None:
    """Bring what the system itself must give, or say what is missing; Qt would only abort."""
    from app import preflight

    where = preflight.display()
    if word in ON_SCREEN and where is None:
        raise NotReadyError(preflight.no_display("python3 run.py"))
    missing = missing_from_system(word, wanted)
    if missing:
        if not (may_install and preflight.bring(missing)):
            raise NotReadyError(preflight.in_words(missing))
        missing = missing_from_system(word, wanted)
    if missing:
        raise NotReadyError(preflight.in_words(missing))
    if word in ON_SCREEN and where and not preflight.answers(where):
        raise NotReadyError(preflight.silent_display("python3 run.py"))


def missing_from_system(word: str, wanted: Path) -> list[str]:
    from app import preflight

    missing = preflight.missing_modules() if plan(wanted) == ANEW else []
    if word in ON_SCREEN:
        missing += preflight.missing_libraries(preflight.display() or preflight.OFFSCREEN)
    if word in OFF_SCREEN:
        missing += preflight.missing_libraries(preflight.OFFSCREEN)
    return missing


def plan(wanted: Path) -> str:
    """What `.venv` needs before the packages in `wanted` can be used."""
    if not VENV.exists():
        return ANEW
    stamp = STAMP.read_text("utf-8").splitlines() if STAMP.exists() else None
    return decide(stamp, made_here(), contents(wanted)) if PYTHON.exists() else ANEW


def decide(stamp: list[str] | None, here: list[str], packages: str) -> str:
    if stamp is None:
        return ADD if made_by_hand() else ANEW
    if UNFINISHED in stamp or not set(here) <= set(stamp):
        return ANEW
    return READY if packages in stamp else ADD


def made_here() -> list[str]:
    """What a virtual environment cannot survive: another Python, another folder."""
    return ["python {}.{}".format(*sys.version_info), f"folder {ROOT}"]


def contents(lock: Path) -> str:
    import hashlib

    return f"packages {hashlib.sha256(lock.read_bytes()).hexdigest()}"


def made_by_hand() -> bool:
    """Whether a `.venv` without our stamp has this Python and a pip to add packages with."""
    probe = f"import pip, sys; sys.exit(sys.version_info[:2] != {tuple(sys.version_info[:2])})"
    done = subprocess.run([str(PYTHON), "-c", probe], stderr=subprocess.DEVNULL, check=False)
    return done.returncode == 0


def set_up(wanted: Path) -> None:
    """Fill `.venv`. Whoever is interrupted leaves a stamp that says so, and begins anew."""
    todo = plan(wanted)  # again: another run.py may have done it while this one waited
    if todo == READY:
        return
    if todo == ANEW and VENV.exists():
        say(
            "The folder .venv is unfinished, or belongs to another Python or place: making it anew."
        )
        shutil.rmtree(VENV)
    VENV.mkdir(exist_ok=True)
    STAMP.write_text(UNFINISHED, "utf-8")
    if todo == ANEW:
        say("Making .venv …")
        own = getattr(sys, "_base_executable", sys.executable)  # not a python inside .venv itself
        subprocess.run([own, "-m", "venv", str(VENV)], check=True)
    say("Fetching the packages (the first time about 150 MB) …")
    install(wanted)
    show_the_way()
    done = [*made_here(), contents(wanted), contents(TO_RUN)]  # the longer list holds the shorter
    STAMP.write_text("\n".join(done), "utf-8")


def install(wanted: Path) -> None:
    """Exactly what the list names, checked by its hashes, and no package that would run code."""
    command = [str(PYTHON), "-m", "pip", "install", "--require-hashes", "--only-binary", ":all:"]
    command += ["--requirement", str(wanted), "--no-input", "--disable-pip-version-check"]
    if not sys.stdout.isatty():
        command.append("--quiet")
    subprocess.run(command, env={**os.environ, "PIP_USER": "0"}, check=True)


def show_the_way() -> None:
    """Let the Python in `.venv` find this folder, wherever the person stands."""
    import sysconfig

    place = sysconfig.get_path("purelib", "venv", {"base": str(VENV), "platbase": str(VENV)})
    # A line of code and not a bare path: it can be written in ASCII, whatever the folder's name.
    line = f"import sys; sys.path.append({str(ROOT)!a})\n"
    Path(place, "kopa.pth").write_text(line, "ascii")


@contextmanager
def alone() -> Iterator[None]:
    """One set-up at a time in this folder; the system frees the lock if the program dies."""
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    folder = os.open(ROOT, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network folders know no locks
            fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def test(words: list[str]) -> int:
    """Stop at the first stage that fails; pytest comes last and has the last word."""
    os.chdir(ROOT)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    pytest = str(SCRIPTS / "pytest")
    if words:
        return become([pytest, *words])
    for name, (tool, *rest) in STAGES.items():
        say(f"== {name}: {' '.join([tool, *rest])}")
        if (code := subprocess.call([str(SCRIPTS / tool), *rest])) != 0:
            print(f"Stopped: {name} failed.", file=sys.stderr)
            return max(code, 1)
    say("== tests: pytest")
    return become([pytest, *in_parallel()])


def in_parallel() -> list[str]:
    """One worker for each core; more than four would wait for each other's databases."""
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    return ["-n", str(min(cores, 4))] if cores > 1 else []


def become(command: list[str]) -> int:
    """Hand over to the program; this process is it from now on, where the system can do that."""
    sys.stdout.flush()
    if os.name != "nt":
        os.execv(command[0], command)
    return subprocess.call(command)


def say(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
