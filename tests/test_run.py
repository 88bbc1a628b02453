"""The two commands: what they decide, said without a network and without a real `.venv`."""

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import run

ROOT = Path(__file__).resolve().parent.parent
HERE = ["python 3.12", "folder /srv/kopa"]
on_posix = pytest.mark.skipif(os.name == "nt", reason="the stand-in for Python is a shell script")


def test_any_python_from_3_8_can_read_it():
    ast.parse((ROOT / "run.py").read_text("utf-8"), feature_version=(3, 8))


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13), (3, 14)])
def test_a_fitting_python_is_taken(version):
    run.check_python(version)


@pytest.mark.parametrize("version", [(3, 8), (3, 10), (3, 15)])
def test_another_python_is_refused_in_words(version, monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(run.NotReadyError, match=r"needs Python 3\.11 to 3\.14; this is 3\."):
        run.check_python(version)


def test_a_fitting_python_beside_it_is_named(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: name if name == "python3.12" else None)
    with pytest.raises(run.NotReadyError, match=r"here: python3\.12 run\.py"):
        run.check_python((3, 9))


@pytest.mark.parametrize(
    ("stamp", "wanted"),
    [
        pytest.param([*HERE, "packages a"], run.READY, id="nothing changed"),
        pytest.param([*HERE, "packages b", "packages a"], run.READY, id="more than is needed"),
        pytest.param([*HERE, "packages b"], run.ADD, id="the list of packages changed"),
        pytest.param(["unfinished"], run.ANEW, id="killed while it was made"),
        pytest.param([], run.ANEW, id="empty after a power cut"),
        pytest.param(["python 3.11", HERE[1], "packages a"], run.ANEW, id="another Python"),
        pytest.param([HERE[0], "folder /home", "packages a"], run.ANEW, id="the folder was moved"),
    ],
)
def test_the_stamp_decides(stamp, wanted):
    assert run.decide(stamp, HERE, "packages a") == wanted


def test_a_folder_without_python_is_made_anew(tmp_path, monkeypatch):
    (tmp_path / ".venv").mkdir()
    monkeypatch.setattr(run, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(run, "PYTHON", tmp_path / ".venv" / "bin" / "python")
    monkeypatch.setattr(run, "STAMP", tmp_path / ".venv" / "kopa.stamp")
    assert run.plan(run.TO_RUN) == run.ANEW


def test_a_set_up_that_fails_begins_anew_next_time(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(run, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(run, "STAMP", tmp_path / ".venv" / "kopa.stamp")

    def fail(command, **_rest):
        raise subprocess.CalledProcessError(1, command)

    monkeypatch.setattr(subprocess, "run", fail)
    with pytest.raises(subprocess.CalledProcessError):
        run.set_up(run.TO_RUN)
    assert run.STAMP.read_text("utf-8") == run.UNFINISHED
    assert run.plan(run.TO_RUN) == run.ANEW
    assert "Making .venv" in capsys.readouterr().out


class Copy:
    """A copy of the project's door in a bare folder, and a `.venv` whose programs only say their words."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for name in ("run.py", "app/__init__.py", "app/preflight.py"):
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, root / name)
        (root / "packaging").mkdir()
        for name in ("requirements.txt", "requirements-test.txt"):
            (root / "packaging" / name).write_text(name, "utf-8")

    def pretend_set_up(self, script: str = 'echo "$@"') -> None:
        scripts = self.root / ".venv" / "bin"
        scripts.mkdir(parents=True)
        for name in ("python", "ruff", "mypy", "lint-imports", "pytest"):
            text = f"#!/bin/sh\n{script}\n".replace("$0", name)
            (scripts / name).write_text(text, "utf-8")
            (scripts / name).chmod(0o755)
        said = self.python(
            "import run; print(*run.made_here(), run.contents(run.TO_RUN),"
            "run.contents(run.TO_TEST), sep=chr(10))"
        )
        (self.root / ".venv" / "kopa.stamp").write_text(said, "utf-8")

    def python(self, code: str) -> str:
        command = [sys.executable, "-c", code]
        done = subprocess.run(command, cwd=self.root, capture_output=True, text=True, check=True)
        return done.stdout

    def run(self, *words: str, **environ: str) -> subprocess.CompletedProcess[str]:
        quiet = {"PATH": os.environ["PATH"], "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
        command = [sys.executable, str(self.root / "run.py"), "--no-system", *words]
        return subprocess.run(
            command,
            env=quiet | environ,
            capture_output=True,
            text=True,
            encoding="utf-8",
            stdin=subprocess.DEVNULL,
            check=False,
        )


@pytest.fixture
def copy(tmp_path):
    return Copy(tmp_path)


def test_help_needs_nothing_and_makes_nothing(copy):
    done = copy.run("--help")
    assert done.returncode == 0
    assert "python3 run.py" in done.stdout
    assert not (copy.root / ".venv").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
@pytest.mark.parametrize("words", [(), ("demo",)])
def test_without_a_screen_the_desk_says_so_in_one_sentence(copy, words):
    done = copy.run(*words)
    assert done.returncode == 78
    assert "`python3 run.py tour pictures`" in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (copy.root / ".venv").exists()


@on_posix
def test_words_go_to_the_program(copy):
    copy.pretend_set_up()
    done = copy.run("sheet", "a file.csv", "--help")
    assert (done.returncode, done.stdout) == (0, "-P -m ui sheet a file.csv --help\n")


@on_posix
def test_the_program_has_the_last_word_on_success(copy):
    copy.pretend_set_up("exit 3")
    assert copy.run("check").returncode == 3


@on_posix
def test_further_words_after_test_go_to_pytest_alone(copy):
    copy.pretend_set_up('echo "$QT_QPA_PLATFORM $0 $@"')
    done = copy.run("test", "tests/app", "-k", "slot")
    assert done.stdout == "offscreen pytest tests/app -k slot\n"


@on_posix
def test_the_stages_run_in_their_order_and_pytest_is_last(copy):
    copy.pretend_set_up('echo "$0 $@"')
    done = copy.run("test")
    said = [line for line in done.stdout.splitlines() if not line.startswith("==")]
    assert done.returncode == 0
    assert said[:-1] == [
        "ruff format --check .",
        "ruff check .",
        "mypy ",
        "lint-imports ",
    ]
    assert said[-1].startswith("pytest")


@on_posix
def test_the_first_stage_that_fails_ends_the_run(copy):
    copy.pretend_set_up('test "$0" != mypy || exit 2')
    done = copy.run("test")
    assert done.returncode == 2
    assert "types failed" in done.stderr
    assert "== types" in done.stdout
    assert "== tests" not in done.stdout


@on_posix
def test_a_missing_module_of_python_is_found_before_it_is_needed(copy):
    code = """
import sys, run
from app import preflight
preflight.missing_modules = lambda: ["ensurepip"]
preflight.this_release = lambda: {"ID": "debian"}
sys.exit(print(run.main(["--no-system", "check"])))
"""
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=copy.root, capture_output=True, text=True, check=False)
    assert done.stdout == "78\n"
    assert f"python3.{sys.version_info[1]}-venv" in done.stderr
    assert not (copy.root / ".venv").exists()


def versions(lock: Path) -> dict[str, str]:
    """Package → version (with its condition), as the list has them."""
    lines = lock.read_text("utf-8").splitlines()
    found = [re.match(r"([\w-]+)==([^\\]+)", line) for line in lines]
    return {match[1]: match[2].strip() for match in found if match}


def named(requirements: list[str]) -> set[str]:
    return {re.split(r"[\[<>=~! ]", line)[0].lower().replace("_", "-") for line in requirements}


def test_the_tests_meet_the_versions_that_people_run():
    assert versions(run.TO_RUN).items() <= versions(run.TO_TEST).items()


def test_every_package_is_in_its_list():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    needed = named(project["project"]["dependencies"])
    tested = named([*project["project"]["optional-dependencies"]["postgres"]])
    tested |= named(project["dependency-groups"]["test"])
    assert needed <= versions(run.TO_RUN).keys()
    assert needed | tested <= versions(run.TO_TEST).keys()


@pytest.mark.parametrize("lock", [run.TO_RUN, run.TO_TEST], ids=lambda lock: lock.name)
def test_the_lists_have_hashes_and_name_no_place_to_fetch_from(lock):
    text = lock.read_text("utf-8")
    entries = re.split(r"\n(?=[a-z])", text)[1:]
    assert entries
    assert all("--hash=sha256:" in entry for entry in entries)
    assert "://" not in text
    assert "--index" not in text
