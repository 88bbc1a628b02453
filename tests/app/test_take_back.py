"""Every action that can be taken back leaves every table as it was, and can be done again."""

from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import pytest

from app import tables
from app.action import Action
from app.desk import Desk
from app.visitors.finding_index import Wanted, name_words, numbers_matching
from tests.app import examples
from tests.test_architecture import ACTIONS

EXAMPLES: dict[type, Callable[[Desk], Action]] = {}
for found in iter_modules(examples.__path__):
    EXAMPLES.update(import_module(f"{examples.__name__}.{found.name}").EXAMPLES)

LEFT_OUT = {"turn", "journal", "name_word"}
"""Words of names stay known until nobody has them; who is found by them is looked at instead."""


def everything(desk: Desk) -> dict[str, set[tuple[Any, ...]]]:
    """All rows of all tables that are not marked removed."""
    rows = {}
    with desk.database.reading() as session:
        for table in tables.METADATA.sorted_tables:
            only = table.info.get("only")
            if table.name in LEFT_OUT or (only and desk.database.is_file):
                continue
            wanted = f'SELECT * FROM "{table.name}"'  # made anew, each would be compiled anew
            if "removed" in table.c:
                wanted += " WHERE NOT removed"
            found = session.connection().exec_driver_sql(wanted)
            rows[table.name] = {tuple(row) for row in found}
        rows["found"] = {
            (word, number)
            for word in name_words(session)
            for number in numbers_matching(session, [Wanted(frozenset({word}))], 1000)
        }
    return rows


def test_every_action_has_an_example() -> None:
    named = {action.__name__ for action in EXAMPLES}
    assert {action.__name__ for action in ACTIONS} - named == set()


@pytest.mark.parametrize(
    "action", sorted(EXAMPLES, key=lambda c: c.__name__), ids=lambda c: c.__name__
)
def test_taken_back_and_done_again(action: type, desk: Desk) -> None:
    wanted = EXAMPLES[action](desk)
    assert isinstance(wanted, action)
    before = everything(desk)
    change = desk.do(wanted)
    after = everything(desk)
    if change.undo is None:
        return
    desk.undo()
    assert everything(desk) == before
    desk.redo()
    assert everything(desk) == after
    desk.undo()
    assert everything(desk) == before
