"""The rules of the house, as sentences a machine can check."""

import ast
import dataclasses
import importlib
import inspect
import pkgutil
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import app
from app.database.base import Base, Keeping
from app.permission import Permission
from app.tables import MODELS

ROOT = Path(__file__).parent.parent
CODE = [path for half in ("app", "ui") for path in sorted((ROOT / half).rglob("*.py"))]
assert MODELS


def app_classes() -> Iterator[type]:
    for found in pkgutil.walk_packages(app.__path__, "app."):
        if ".migrations" in found.name:
            continue
        module = importlib.import_module(found.name)
        for _, one in inspect.getmembers(module, inspect.isclass):
            if one.__module__ == found.name and not getattr(one, "_is_protocol", False):
                yield one


MAPPERS = sorted(Base.registry.mappers, key=lambda m: m.class_.__name__)
ACTIONS = sorted((c for c in app_classes() if hasattr(c, "perform")), key=lambda c: c.__name__)
QUESTIONS = sorted((c for c in app_classes() if hasattr(c, "answer")), key=lambda c: c.__name__)


@pytest.mark.parametrize("one", ACTIONS + QUESTIONS, ids=lambda c: c.__name__)
def test_actions_and_questions_are_frozen_say_what_they_are_and_name_a_permission(
    one: type,
) -> None:
    assert dataclasses.is_dataclass(one), "a dataclass"
    assert one.__dataclass_params__.frozen, "frozen"  # type: ignore[attr-defined]
    assert one.__doc__, "a docstring"
    assert not one.__doc__.startswith(f"{one.__name__}("), "a docstring of its own"
    assert isinstance(one.permission, Permission)  # type: ignore[attr-defined]


def test_there_are_actions_and_questions() -> None:
    assert len(ACTIONS) > 30
    assert len(QUESTIONS) > 20


def test_action_names_are_told_apart() -> None:
    names = [one.__name__ for one in ACTIONS]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("mapper", MAPPERS, ids=lambda m: m.class_.__name__)
def test_every_table_says_why_it_is_kept(mapper) -> None:
    keeping = mapper.class_.keeping
    assert isinstance(keeping, Keeping)
    assert all(dataclasses.astuple(keeping))


def calls(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {
        node.func.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }


def test_nobody_but_the_engine_commits_or_rolls_back() -> None:
    allowed = {"engine.py", "upgrade.py"}
    found = [
        str(path.relative_to(ROOT))
        for path in CODE
        if path.parts[-3:-1] != ("migrations", "versions")
        and path.name not in allowed
        and calls(path) & {"commit", "rollback"}
    ]
    assert found == []


def test_only_these_files_ask_which_database_it_is() -> None:
    allowed = {"engine.py", "upgrade.py", "env.py", "0001_first.py", "cli.py"}
    allowed |= {
        "remembered.py",
        "finding_index.py",
        "attempt.py",
    }  # why, stands in their first sentences
    found = [
        str(path.relative_to(ROOT))
        for path in CODE
        if path.name not in allowed and "dialect.name" in path.read_text(encoding="utf-8")
    ]
    assert found == []


@pytest.mark.parametrize("path", CODE, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_file_opens_with_a_sentence_and_is_no_giant(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lines = len(text.splitlines())
    tree = ast.parse(text)
    assert ast.get_docstring(tree), "a module opens with one sentence"
    if "versions" not in path.parts:
        assert lines <= 350, "is there a second idea in it?"


NOT_OUR_WORDS = ("manager", "helper", "util", "handler", "controller", "service", "misc", "info")


def test_files_and_classes_use_the_words_of_the_trade() -> None:
    found = []
    for path in CODE:
        names = [path.stem]
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names += [node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
        for name in names:
            parts = re.findall(r"[A-Z]?[a-z]+", name)
            if any(part.lower() in NOT_OUR_WORDS for part in parts):
                found.append(f"{path.relative_to(ROOT)}: {name}")
    assert found == []


def test_the_first_paint_imports_no_orm() -> None:
    """Start-up: the sign-in page is painted before SQLAlchemy is imported (it costs 300 ms)."""
    script = (
        "import sys, tempfile, pathlib\n"
        "from app.folders import folders_in\n"
        "from app.clock import SystemClock\n"
        "from ui.program import Program\n"
        "root = pathlib.Path(tempfile.mkdtemp())\n"
        "folders = folders_in(root).make()\n"
        "folders.keys.write_text('{}')\n"
        "program = Program(folders, SystemClock())\n"
        "seen = []\n"
        "program.window.paintEvent = lambda e: seen.append('sqlalchemy' in sys.modules)\n"
        "program.start()\n"
        "program.window.grab()\n"
        "print('sqlalchemy' in sys.modules, 'reportlab' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**__import__("os").environ, "QT_QPA_PLATFORM": "offscreen"},
        timeout=60,
        check=False,
    )
    assert done.stdout.split() == ["False", "False"], done.stderr


FORBIDDEN = (
    r"https?://[^\s\"')]*(pypi|pythonhosted|simple/)",
    r"/(work|farm)/",
    r"\.\./shared",
)


def files_of_the_project() -> list[str]:
    """As git knows them; without git everything but what tools and set-up leave behind."""
    if shutil.which("git") and (ROOT / ".git").exists():
        said = subprocess.run(
            ["git", "ls-files"], capture_output=True, text=True, cwd=ROOT, check=False
        )
        return said.stdout.split("\n")
    paths = (path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file())
    left = (".venv", ".git", "build", "dist")
    return [
        str(path)
        for path in paths
        if path.parts[0] not in left
        and not any(part.endswith(("cache", "__")) for part in path.parts)
    ]


def test_nothing_in_the_project_names_a_package_index_or_a_path_of_one_machine() -> None:
    files = files_of_the_project()
    found = []
    for name in filter(None, files):
        path = ROOT / name
        if path == Path(__file__) or not path.exists():
            continue
        text = path.read_bytes().decode("utf-8", errors="ignore")
        found += [f"{name}: {pattern}" for pattern in FORBIDDEN if re.search(pattern, text)]
    assert found == []
