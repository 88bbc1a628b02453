"""Visitor cards on paper: whole names, true codes, the right size."""

import re
from collections import Counter
from io import BytesIO

import pytest
import segno
from PIL import Image

from app.language import Language
from app.sheets.cards import CentreOnCard, NameCard, draw_cards
from app.sheets.page import MM
from app.visitors.card_code import card_digits, readable
from tests.app.sheets.reading import fonts, page_texts, pages, placed, text_of

CENTRE = CentreOnCard("Preiļu novada Kopienas resursu centrs")
LONGEST = 200


def card(number: int, given: str = "", family: str = "") -> NameCard:
    code = card_digits(number)
    return NameCard(number, code, readable(code), given, family)


def png(side: int = 40) -> bytes:
    written = BytesIO()
    Image.new("RGBA", (side, side), (200, 0, 0, 120)).save(written, "PNG")
    return written.getvalue()


def dark_modules(pdf: bytes) -> set[tuple[int, int]]:
    """The squares of the code, as row and column, read from the drawing of a card alone."""
    (page,) = pages(pdf)
    top = float(page.mediabox.height)
    unit = 21 * MM / 21  # 21 mm, 21 modules: version 1
    left, upper = (85.6 - 5 - 21) * MM, 28.5 * MM
    found = set()
    drawing = page.get_contents().get_data().decode("latin-1")
    for rectangle in re.findall(r"(\S+) (\S+) (\S+) (\S+) re\b", drawing):
        x, y, wide, high = map(float, rectangle)
        if abs(high - unit - 0.02) > 0.01:
            continue
        row = round((top - y - high - upper) / unit)
        first = round((x - left) / unit)
        found |= {(row, first + n) for n in range(round(wide / unit))}
    return found


def test_ten_to_a_sheet_and_the_rest_on_the_next() -> None:
    cards = [card(n, f"Anna{n:02}", "Bērziņa") for n in range(1, 13)]
    found = pages(draw_cards(CENTRE, cards, Language.LV))
    assert [(round(p.mediabox.width), round(p.mediabox.height)) for p in found] == [(595, 842)] * 2
    texts = page_texts(draw_cards(CENTRE, cards, Language.LV))
    assert [text.count("Bērziņa") for text in texts] == [10, 2]


def test_a_card_says_the_centre_the_person_the_number_and_its_digits() -> None:
    text = text_of(draw_cards(CENTRE, [card(347, "Юлія", "Шевченко")], Language.LV))
    for words in (CENTRE.name, "Юлія", "Шевченко", "00347", "1 0000347 90"):
        assert words in text


def test_each_by_itself_is_as_large_as_a_bank_card() -> None:
    found = pages(draw_cards(CENTRE, [card(1, "Anna"), card(2, "Ilze")], Language.LV, alone=True))
    sizes = [(float(p.mediabox.width) / MM, float(p.mediabox.height) / MM) for p in found]
    assert sizes == [pytest.approx((85.6, 54), abs=0.01)] * 2


@pytest.mark.parametrize("number", [1, 347, 9_999_999])
def test_the_square_is_the_code_of_the_digits(number: int) -> None:
    pdf = draw_cards(CENTRE, [card(number, "Anna")], Language.LV, alone=True)
    wanted = segno.make(card_digits(number), error="m", micro=False, mask=7).matrix
    dark = {(y, x) for y, row in enumerate(wanted) for x, on in enumerate(row) if on}
    assert len(wanted) == 21
    assert dark_modules(pdf) == dark


@pytest.mark.parametrize(
    ("given", "family"),
    [
        ("Maksimiliāns-Kristofers Aleksandrs", "Vanags-Ozoliņš-Bērzkalnietis-Kokenbergs"),
        ("Ķ" * LONGEST, "Ž" * LONGEST),
        ("vārds " * (LONGEST // 6), "uzvārds " * (LONGEST // 8)),
        ("", "W" * LONGEST),
    ],
)
def test_a_long_name_is_whole_and_stays_between_band_and_code(given: str, family: str) -> None:
    pdf = draw_cards(CENTRE, [card(5, given, family)], Language.LV, alone=True)
    text = text_of(pdf)
    written = Counter(text.replace(" ", ""))
    for letter, many in Counter((given + family).replace(" ", "")).items():
        assert written[letter] >= many
    assert "…" not in text
    (page,) = pages(pdf)
    letters = set(given + family) - {" "}
    for words, (x, y) in placed(page).items():
        if set(words) - {" "} <= letters:
            assert x == pytest.approx(5 * MM, abs=0.1)
            assert 26 * MM < y < 42 * MM


def test_a_card_without_a_name_has_the_number_large_and_once() -> None:
    text = text_of(draw_cards(CENTRE, [card(88)], Language.EN))
    assert text.count("No. 00088") == 1
    assert "1 0000088" in text


def test_the_own_language_stands_beside_and_equal_words_once() -> None:
    code = card_digits(3)
    one = NameCard(3, code, readable(code), "Olena", "", Language.EN)
    assert text_of(draw_cards(CENTRE, [one], Language.EN)).count("Visitor card") == 1


def test_a_logo_is_drawn_and_a_broken_one_is_not() -> None:
    plain = draw_cards(CENTRE, [card(1, "Anna")], Language.LV)
    (page,) = pages(draw_cards(CentreOnCard("Centrs", png()), [card(1)], Language.LV))
    assert len(page.images) == 1
    huge = png()[:16] + (60_000).to_bytes(4) * 2 + png()[24:]
    for bad in (b"\x89PNG\r\n\x1a\n", png()[:60], png()[:-30], b"no picture", huge):
        drawn = draw_cards(CentreOnCard(CENTRE.name, bad), [card(1, "Anna")], Language.LV)
        assert text_of(drawn) == text_of(plain)
        assert not pages(drawn)[0].images


def test_a_long_name_of_the_centre_stays_in_its_band() -> None:
    name = "Preiļu novada pašvaldības Kopienas resursu centrs " * 4
    pdf = draw_cards(
        CentreOnCard(name[:LONGEST], png()), [card(1, "Anna")], Language.LV, alone=True
    )
    (page,) = pages(pdf)
    for words, (_x, y) in placed(page).items():
        if "resursu" in words:
            assert y > 43 * MM
    assert text_of(pdf).count("resursu") == name[:LONGEST].count("resursu")


def test_hostile_names_are_letters_only_and_every_font_is_in_the_file() -> None:
    bad = '<img src="file:///etc/hostname">\0\u202e{0}%s'
    pdf = draw_cards(CentreOnCard(bad), [card(1, bad, bad)], Language.UK)
    assert "<img" in text_of(pdf)
    assert all(fonts(pdf).values())


def test_the_same_cards_give_the_same_bytes() -> None:
    cards = [card(1, "Anna")]
    assert draw_cards(CENTRE, cards, Language.LV) == draw_cards(CENTRE, cards, Language.LV)


def test_nobody_is_an_empty_sheet() -> None:
    assert len(pages(draw_cards(CENTRE, [], Language.LV))) == 1
