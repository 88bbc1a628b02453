from datetime import date

import pytest

from app.language import Language
from app.sheets.recovery import draw_recovery
from tests.app.sheets.reading import page_texts

CODE = "7KQ2M-XW4RD-90ABC-HT6YP-5NEVS-J"


@pytest.mark.parametrize("language", list(Language))
def test_it_is_one_page_with_the_whole_code(language):
    (page,) = page_texts(draw_recovery("Liepkalnu centrs", CODE, date(2026, 10, 15), language))
    assert "Liepkalnu centrs" in page
    assert CODE.replace("-", "") in page.replace(" ", "")


def test_it_says_what_it_is_for_where_to_keep_it_and_when_it_was_made():
    (page,) = page_texts(draw_recovery("Centrs", CODE, date(2026, 10, 15), Language.LV))
    assert "Atkopšanas lapa" in page
    assert "Kur to glabāt" in page
    assert "Izveidota: 15.10.2026" in page


def test_a_code_of_another_shape_still_fits():
    (page,) = page_texts(draw_recovery("<b>", "ABCDEFGHJKMNPQRSTVWXYZ " * 3, date.min, Language.EN))
    assert "ABCDEFGHJKMNPQRSTVWXYZ" in page.replace(" ", "")
