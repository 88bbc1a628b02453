"""The look of the window: qt-material under our own tokens, prepared once and kept.

qt-material costs 130 ms at every start and rewrites its icons each time; its output with our
overrides behind it is kept in the cache folder and set directly afterwards (5 ms).
"""

import hashlib
import re
import tempfile
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QDir, QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from ui.theme_tokens import LOOKS, Tokens

RESOURCES = Path(__file__).parent.parent / "resources"
OVERRIDES = RESOURCES / "theme" / "overrides.qss"
MARK_FILE = RESOURCES / "icons" / "mark.svg"
FAMILY = "Roboto"


class _Told(QObject):
    """Tells widgets that paint themselves that the look has changed."""

    changed = Signal()


_tokens: Tokens = LOOKS["light"]
_scale = 1.0
_told: _Told | None = None


def tokens() -> Tokens:
    return _tokens


def scale() -> float:
    return _scale


def px(size: float) -> int:
    """Pixels of a length given at 100 %."""
    return round(size * _scale)


def told() -> _Told:
    global _told  # noqa: PLW0603 - one look for the whole window
    if _told is None:
        _told = _Told()
    return _told


def apply(app: QApplication, name: str, size: float, cache: Path) -> None:
    """Dress the program: ``name`` is light, dark or contrast, ``size`` from 1.0 to 2.0."""
    global _tokens, _scale
    _tokens, _scale = LOOKS[name], size
    _load_fonts()
    folder = _prepared(app, cache)
    QDir.setSearchPaths("icon", [str(folder / "material")])
    app.setStyle("Fusion")
    app.setStyleSheet((folder / "kopa.qss").read_text(encoding="utf-8"))
    app.setPalette(_palette(_tokens))
    font = QFont(FAMILY)
    font.setPixelSize(px(15))
    app.setFont(font)
    told().changed.emit()


def _prepared(app: QApplication, cache: Path) -> Path:
    """The folder with the finished sheet and its pictures; made beside, then renamed."""
    mark = hashlib.sha256()
    for part in (repr(_tokens), str(_scale), version("qt-material"), OVERRIDES.read_text("utf-8")):
        mark.update(part.encode())
    folder = cache / f"theme-{_tokens.name}-{round(_scale * 100)}-{mark.hexdigest()[:12]}"
    if (folder / "kopa.qss").exists():
        return folder
    try:
        cache.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=folder.name, dir=cache))
    except OSError:  # a cache that cannot be written: prepared anew at every start
        folder = Path(tempfile.mkdtemp(prefix="kopa-theme-"))
        beside = folder
    _prepare(app, beside, folder)
    if beside != folder:
        try:
            beside.rename(folder)
        except OSError:
            if not (folder / "kopa.qss").exists():
                raise
    return folder


def _prepare(app: QApplication, beside: Path, folder: Path) -> None:
    import qt_material

    xml = beside / "colours.xml"
    xml.write_text(_colours(_tokens), encoding="utf-8")
    extra = {
        "density_scale": "-1",
        "font_size": f"{px(15) + 1}px",
        "font_family": FAMILY,
        "danger": _tokens.danger,
        "warning": _tokens.warn,
        "success": _tokens.ok,
    }
    sheet = qt_material.build_stylesheet(
        theme=str(xml), invert_secondary=False, extra=extra, parent=str(beside / "material")
    )
    ours = OVERRIDES.read_text(encoding="utf-8")
    pictures = _draw_pictures(beside)
    for name, file in pictures.items():
        ours = ours.replace(f"@{name}@", (folder / file).as_posix())
    ours = re.sub(r"@(\w+)@", lambda found: str(getattr(_tokens, found[1])), ours)
    ours = re.sub(r"\b(\d+)u\b", lambda found: f"{px(int(found[1]))}px", ours)
    (beside / "kopa.qss").write_text(f"{sheet}\n{ours}", encoding="utf-8")


def _colours(look: Tokens) -> str:
    colours = {
        "primaryColor": look.primary,
        "primaryLightColor": look.container,
        "secondaryColor": look.surface,
        "secondaryLightColor": look.divider,
        "secondaryDarkColor": look.bg,
        "primaryTextColor": look.text,
        "secondaryTextColor": look.text,
    }
    lines = "".join(f'  <color name="{name}">{value}</color>\n' for name, value in colours.items())
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<resources>\n{lines}</resources>\n'


def _draw_pictures(folder: Path) -> dict[str, str]:
    """Ticks, radio buttons and arrows in the colours of the look; names as in the sheet."""
    t = _tokens
    from ui.kit.icons import path_of

    bodies = {
        "on": f'<rect x="2" y="2" width="20" height="20" rx="4" fill="{t.primary}"/>'
        f'<path fill="{t.on_primary}" d="M10 16.4L6 12.4l1.4-1.4L10 13.6 16.6 7 18 8.4z"/>',
        "off": f'<rect x="3" y="3" width="18" height="18" rx="3.4" fill="{t.surface}" '
        f'stroke="{t.outline}" stroke-width="2"/>',
        "ron": f'<circle cx="12" cy="12" r="9" fill="{t.surface}" stroke="{t.primary}" '
        f'stroke-width="2"/><circle cx="12" cy="12" r="5" fill="{t.primary}"/>',
        "roff": f'<circle cx="12" cy="12" r="9" fill="{t.surface}" stroke="{t.outline}" '
        f'stroke-width="2"/>',
        "down": f'<path fill="{t.text2}" d="{path_of("down")}"/>',
        "up": f'<path fill="{t.text2}" d="{path_of("up")}"/>',
    }
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
    for name, body in bodies.items():
        (folder / f"kopa_{name}.svg").write_text(f"{head}{body}</svg>", encoding="utf-8")
    return {f"svg_{name}": f"kopa_{name}.svg" for name in bodies}


def _palette(look: Tokens) -> QPalette:
    role = QPalette.ColorRole
    colours = {
        role.Window: look.bg,
        role.Base: look.surface,
        role.AlternateBase: look.surface2,
        role.Button: look.surface,
        role.Text: look.text,
        role.WindowText: look.text,
        role.ButtonText: look.text,
        role.PlaceholderText: look.text2,
        role.Highlight: look.primary,
        role.HighlightedText: look.on_primary,
        role.Link: look.link,
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
    for file in sorted((Path(found.origin).parent / "fonts" / "roboto").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
