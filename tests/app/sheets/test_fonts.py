from time import perf_counter

import pytest

from app.sheets.fonts import BOLD, MISSING, REGULAR, Style, fit, printable, width, wrap

STYLE = Style(REGULAR, 10, "#000000")


@pytest.mark.parametrize(
    "text",
    ["āčēģīķļņšūž ĀČĒĢĪĶĻŅŠŪŽ", "ґєії’ҐЄІЇ щьюя", "«Ēka» — 5 № „labi” … 10–12"],
)
def test_latvian_and_ukrainian_stay_as_they_are(text):
    assert printable(text) == text


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("An\0na", "Anna"),
        ("\u202eAnna\u2069", "Anna"),
        ("A\u0304nna", "Ānna"),  # written in two letters, drawn as one
        (" Anna\t\n Maria ", "Anna Maria"),
        ("Anna 😀", f"Anna {MISSING}"),
        ("❤\ufe0f", MISSING),
        ("\ud800", MISSING),
    ],
)
def test_what_is_drawn_for_odd_letters(text, drawn):
    assert printable(text) == drawn


def test_a_text_with_room_is_left_alone():
    assert fit("Anna", STYLE, 100, 8) == ("Anna", STYLE)


def test_a_wide_text_shrinks_before_it_is_cut():
    room = width("Anna Bērziņa", STYLE) * 0.9
    text, style = fit("Anna Bērziņa", STYLE, room, 8)
    assert text == "Anna Bērziņa"
    assert style.size == pytest.approx(9)


def test_a_wider_one_is_cut_and_still_fits():
    text, style = fit("Anna Bērziņa" * 50, STYLE, 80, 8)
    assert text.endswith("…")
    assert style.size == 8
    assert width(text, style) <= 80


def test_wrapping_keeps_every_word_and_every_width():
    words = "Kontaktus un ziņas par veselību šeit nerakstiet " * 5
    lines = wrap(words, STYLE, 100)
    assert " ".join(lines).split() == words.split()
    assert all(width(line, STYLE) <= 100 for line in lines)


def test_a_word_wider_than_the_room_is_cut():
    assert all(width(line, STYLE) <= 50 for line in wrap("a " + "W" * 5000 + " b", STYLE, 50))


def test_the_width_is_that_of_reportlab():
    from reportlab.pdfbase.pdfmetrics import stringWidth

    text = printable("Ģirts Ķēniņš Їжак")
    expected = stringWidth(text, BOLD, 11)
    assert width(text, Style(BOLD, 11, "#000000")) == pytest.approx(expected)


def test_a_million_letters_cost_nothing():
    start = perf_counter()
    fit(printable("x" * 1_000_000), STYLE, 80, 8)
    assert perf_counter() - start < 0.5
