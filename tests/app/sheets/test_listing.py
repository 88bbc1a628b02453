from functools import partial

import pytest

from app.language import Language
from app.sheets.fonts import REGULAR, Style
from app.sheets.listing import Piece, Titles, draw_listing
from app.sheets.page import Paper
from tests.app.sheets.reading import page_texts

TITLES = Titles("Centrs", "Saraksts", "šodien", "pamatne", Language.EN)


def write(text: str, paper: Paper, top: float) -> None:
    paper.text(50, top + 20, text, Style(REGULAR, 10, "#000000"))


def drawn(pieces: list[Piece]) -> list[str]:
    return page_texts(draw_listing(Paper(Language.EN, None), TITLES, pieces))


@pytest.mark.parametrize("before", range(18, 30))
def test_a_heading_is_never_alone_at_the_end_of_a_page(before):
    heading = Piece(30, partial(write, "HEADING"), leads=True)
    rows = [Piece(30, partial(write, f"row{n}.")) for n in range(before)]
    own = [Piece(30, partial(write, f"own{n}."), heading) for n in range(3)]
    pages = drawn([*rows, heading, *own])
    assert all("own" in page for page in pages if "HEADING" in page)
    assert all("HEADING" in page for page in pages if "own" in page)


def test_every_piece_is_drawn_once_and_pages_are_counted():
    pages = drawn([Piece(30, partial(write, f"row{n}.")) for n in range(60)])
    text = " ".join(pages)
    assert all(text.count(f"row{n}.") == 1 for n in range(60))
    assert f"Page 1 of {len(pages)}" in pages[0]


def test_an_empty_list_is_still_a_page():
    assert "Saraksts" in drawn([])[0]
