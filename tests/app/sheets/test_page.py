from app.language import Language
from app.sheets.page import MARGIN, Paper
from tests.app.sheets.reading import fonts, pages


def test_a_page_is_a4_either_way():
    for wide, size in ((False, (595, 842)), (True, (842, 595))):
        paper = Paper(Language.LV, None, wide=wide)
        paper.corner_marks()
        paper.code(MARGIN, MARGIN, 60, "920260147011")
        paper.next_page()
        (page,) = pages(paper.finish())
        assert (round(page.mediabox.width), round(page.mediabox.height)) == size


def test_a_page_without_words_names_no_foreign_font():
    paper = Paper(Language.UK, None)
    paper.watermark("Зразок " * 40)
    paper.next_page()
    assert all(fonts(paper.finish()).values())
