"""Journeys walk through the same dressed window as the tests of its parts."""

from tests.ui.conftest import garbage_on_the_main_thread, no_button_stays_pressed, qt_desk, sheets

__all__ = ["garbage_on_the_main_thread", "no_button_stays_pressed", "qt_desk", "sheets"]
