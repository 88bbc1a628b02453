"""The look of the window: colours, sizes and fonts, asked for by name from every widget."""

from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QDir, QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from ui.theme_tokens import LOOKS, Tokens

RESOURCES = Path(__file__).parent.parent / "resources"
MARK_FILE = RESOURCES / "icons" / "mark.svg"
FAMILY = "Roboto"
CONDENSED = "Roboto Condensed"
FONT_FILES = (
    "Roboto-Bold",
    "Roboto-Italic",
    "Roboto-Medium",
    "Roboto-Regular",
    "RobotoCondensed-Bold",
    "RobotoCondensed-Regular",
)
"""Bold before Medium: of two equally near, a weight of 600 takes the first."""
SYSTEM = "system"


class _Told(QObject):
    """Tells widgets that paint themselves that the look has changed."""

    changed = Signal()


_tokens: Tokens = LOOKS["light"]
_scale = 1.0
_told: _Told | None = None
_worn: Path | None = None
"""The folder of the sheet that the program is dressed in."""


def tokens() -> Tokens:
    return _tokens


def scale() -> float:
    return _scale


def px(size: float) -> int:
    """Pixels of a length given at 100 %."""
    return round(size * _scale)


def font(size: float, weight: QFont.Weight = QFont.Weight.Normal, family: str = FAMILY) -> QFont:
    """For painters: the style sheet's fonts do not reach what a widget paints itself."""
    made = QFont(family)
    made.setPixelSize(px(size))
    made.setWeight(weight)
    return made


def told() -> _Told:
    global _told  # noqa: PLW0603 - one look for the whole window
    if _told is None:
        _told = _Told()
    return _told


def begin(app: QApplication, name: str, size: float) -> None:
    """What the first frame needs: colours and sizes; the rest of the dress comes behind it."""
    _choose(app, name, size)
    app.setStyle("Fusion")
    app.setPalette(_palette(_tokens))


def apply(app: QApplication, name: str, size: float, cache: Path) -> None:
    """Dress the program: ``name`` is light, dark, contrast or system, ``size`` from 1.0 to 2.0.

    What it wears already is not put on again: each widget would be measured anew.
    """
    global _worn  # noqa: PLW0603 - one look for the whole window
    from ui.theme_sheet import prepared

    _choose(app, name, size)
    _load_fonts()
    folder = prepared(_tokens, _scale, cache)
    if folder != _worn:
        _put_on(app, folder)
        _worn = folder
    told().changed.emit()


def _choose(app: QApplication, name: str, size: float) -> None:
    global _tokens, _scale
    _tokens, _scale = LOOKS[system_look(app) if name == SYSTEM else name], size


def _put_on(app: QApplication, folder: Path) -> None:
    from ui.theme_sheet import SHEET

    app.setStyle("Fusion")
    app.setPalette(_palette(_tokens))
    QDir.setSearchPaths("icon", [str(folder / "material")])
    QDir.setSearchPaths("kopa", [str(folder)])
    app.setStyleSheet((folder / SHEET).read_text(encoding="utf-8"))
    app.setPalette(_palette(_tokens))  # the sheet has put its own in
    app.setFont(font(15))


def system_look(app: QApplication) -> str:
    """What the system asks for: high contrast before dark before light."""
    from PySide6.QtCore import Qt  # its 94 enumerations cost 26 ms: not before the first frame

    hints = app.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def _palette(look: Tokens) -> QPalette:
    """qt-material makes texts that delegates paint nearly invisible; so every role is set."""
    role = QPalette.ColorRole
    colours = {
        role.Window: look.bg,
        role.Base: look.surface,
        role.AlternateBase: look.surface2,
        role.Button: look.surface,
        role.Light: look.surface2,
        role.Midlight: look.surface2,
        role.Mid: look.divider,
        role.Dark: look.outline,
        role.Shadow: look.outline,
        role.Text: look.text,
        role.WindowText: look.text,
        role.ButtonText: look.text,
        role.BrightText: look.danger,
        role.PlaceholderText: look.text2,
        role.Highlight: look.primary,
        role.HighlightedText: look.on_primary,
        role.Accent: look.primary,
        role.Link: look.link,
        role.LinkVisited: look.link,
        role.ToolTipBase: look.raised,
        role.ToolTipText: look.text,
    }
    palette = QPalette()
    for one, colour in colours.items():
        palette.setColor(one, QColor(colour))
    for one in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, one, QColor(look.disabled))
    return palette


def _load_fonts() -> None:
    """Roboto lies inside the qt-material package, which is not imported for it."""
    if FAMILY in QFontDatabase.families():
        return
    found = find_spec("qt_material")
    if found is None or found.origin is None:
        return
    folder = Path(found.origin).parent / "fonts" / "roboto"
    for name in FONT_FILES:
        QFontDatabase.addApplicationFont(str(folder / f"{name}.ttf"))
