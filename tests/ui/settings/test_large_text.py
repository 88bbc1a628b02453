"""The settings with text of 200 % on a screen of 1366 × 768."""

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.settings.conftest import Opened
from ui.kit.scroll import Scroll


@pytest.mark.parametrize("name", ["look", "rooms", "hours", "organisations", "staff"])
def test_a_section_has_the_width_it_needs(
    large_text: None, opened: Opened, qtbot: QtBot, name: str
) -> None:
    opened.tab.resize(1222, 648)
    opened.tab.show_this(name)
    opened.settle()
    section = opened.tab.section
    for page in section.findChildren(Scroll):
        qtbot.waitUntil(lambda page=page: page.widget().width() <= page.viewport().width())
    assert section.mapTo(opened.tab, section.rect().topRight()).x() < opened.tab.width()
    assert opened.tab.list.width() > section.width() * 0.9
