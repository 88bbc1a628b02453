"""Icons: outlines on a 24 grid, drawn in a colour of the look."""

import json
from functools import cache
from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.theme import RESOURCES, px, tokens

LEAST_SHARP = 2
"""Drawn at least at twice the size, so that it stays sharp when moved to a finer screen."""


@cache
def _paths() -> dict[str, str]:
    found: dict[str, str] = json.loads((RESOURCES / "icons" / "paths.json").read_text("utf-8"))
    return found


def path_of(name: str) -> str:
    return _paths()[name]


def pixmap(name: str, colour: str, size: int) -> QPixmap:
    """``size`` in real pixels (already through ``px``)."""
    screen = QGuiApplication.instance()
    finest = screen.devicePixelRatio() if isinstance(screen, QGuiApplication) else 1
    return _drawn(name, colour, size, max(LEAST_SHARP, ceil(finest)))


@cache
def _drawn(name: str, colour: str, size: int, sharpness: int) -> QPixmap:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
        f'<path fill="{colour}" d="{path_of(name)}"/></svg>'
    )
    picture = QPixmap(size * sharpness, size * sharpness)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(svg.encode()).render(painter)
    painter.end()
    picture.setDevicePixelRatio(sharpness)
    return picture


def icon(name: str, colour: str = "", size: int = 20) -> QIcon:
    """``size`` at 100 %; grey where the button is disabled."""
    made = QIcon(pixmap(name, colour or tokens().text2, px(size)))
    made.addPixmap(pixmap(name, tokens().disabled, px(size)), QIcon.Mode.Disabled)
    return made
