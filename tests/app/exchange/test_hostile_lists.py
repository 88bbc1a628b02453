"""Whatever is in a file, reading it ends in a list or in a plain sentence."""

import random
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import Refused
from app.exchange.encodings import decode
from app.exchange.people import people_in, read_people
from app.exchange.table import Table
from app.exchange.tables import read_written
from app.language import say

LISTS = Path(__file__).parents[2] / "lists"
TODAY = date(2026, 10, 15)


def read_text(raw: bytes) -> Table:
    found = decode(raw)
    if found is None:
        raise Refused(say("no text"))
    return read_written(*found)


@given(st.binary(max_size=400))
def test_any_bytes(raw: bytes) -> None:
    try:
        table = read_text(raw)
    except Refused:
        return
    people_in(table, Path("list.csv"), today=TODAY)


@given(st.lists(st.lists(st.text(max_size=12), min_size=4, max_size=4), max_size=6))
def test_any_cells_under_known_headings(cells: list[list[str]]) -> None:
    lines = ["Vārds;Dzimšanas datums;Tālrunis;Foto", *(";".join(line) for line in cells)]
    table = read_text("\n".join(lines).encode("utf-8", "replace"))
    found = people_in(table, Path("list.csv"), today=TODAY)
    for person in found.rows:
        assert person.given_name
        assert person.birth_year is None or 1916 <= person.birth_year <= 2026
        assert not person.phone or person.phone.startswith("+")


@pytest.mark.parametrize("seed", range(40))
def test_a_workbook_with_bytes_changed(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    raw = bytearray((LISTS / "apmekletaji.xlsx").read_bytes())
    for _ in range(chance.randint(1, 20)):
        raw[chance.randrange(len(raw))] = chance.randrange(256)
    path = tmp_path / "list.xlsx"
    path.write_bytes(raw)
    with suppress(Refused):
        read_people(path, today=TODAY)
