"""The finished style sheet: qt-material under our own tokens, prepared once and kept in a cache.

qt-material costs 130 ms at every start and rewrites its icons each time; its output with our
overrides behind it is kept in a folder and set directly afterwards (5 ms).
"""

import atexit
import hashlib
import os
import re
import shutil
import tempfile
from importlib.util import find_spec
from pathlib import Path

from ui.theme_tokens import Tokens

OVERRIDES = Path(__file__).parent.parent / "resources" / "theme" / "overrides.qss"
SHEET = "kopa.qss"
LENGTH = re.compile(r"\b(\d+)u(?:-(\d+))?\b")
"""``34u`` is 34 px at 100 %; ``34u-4`` takes away 4 px that do not grow, such as a border."""


def prepared(look: Tokens, size: float, cache: Path) -> Path:
    """The folder with the finished sheet and its pictures.

    Made beside and then renamed: of many programs that start at once, one wins and all have it.
    """
    folder = cache / f"theme-{look.name}-{round(size * 100)}-{_fingerprint(look)}"
    if (folder / SHEET).exists():
        return folder
    try:
        cache.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=folder.name, dir=cache))
    except OSError:
        return _unkept(look, size)
    _prepare(look, size, beside)
    try:
        beside.rename(folder)
    except OSError:
        if not (folder / SHEET).exists():
            raise
        shutil.rmtree(beside, ignore_errors=True)
    return folder


def _unkept(look: Tokens, size: float) -> Path:
    """The cache cannot be written: prepared anew at every start, gone at the end."""
    folder = Path(tempfile.mkdtemp(prefix="kopa-theme-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    _prepare(look, size, folder)
    return folder


def _fingerprint(look: Tokens) -> str:
    """Changes with everything the sheet is made from."""
    made_from = (repr(look), _installed(), OVERRIDES.read_text("utf-8"))
    return hashlib.sha256("\n".join(made_from).encode()).hexdigest()[:12]


def _installed() -> str:
    """Which qt-material is there: asking the packages' metadata would cost 10 ms at every start."""
    found = find_spec("qt_material")
    return str(Path(found.origin).stat().st_mtime_ns) if found and found.origin else ""


def _prepare(look: Tokens, size: float, folder: Path) -> None:
    _draw_pictures(look, folder)
    theirs = _their_sheet(look, size, folder)
    ours = filled(OVERRIDES.read_text(encoding="utf-8"), look, size)
    (folder / SHEET).write_text(f"{theirs}\n{ours}", encoding="utf-8")


def filled(sheet: str, look: Tokens, size: float) -> str:
    """Put colours for ``@token@`` and pixels for lengths."""
    coloured = re.sub(r"@(\w+)@", lambda found: str(getattr(look, found[1])), sheet)
    return LENGTH.sub(
        lambda found: f"{round(int(found[1]) * size) - int(found[2] or 0)}px", coloured
    )


def _their_sheet(look: Tokens, size: float, folder: Path) -> str:
    import qt_material

    xml = folder / "colours.xml"
    xml.write_text(_colours(look), encoding="utf-8")
    extra = {
        "density_scale": "-1",
        "font_size": f"{round(15 * size) + 1}px",  # its density takes one away
        "font_family": "Roboto",
        "danger": look.danger,
        "warning": look.warn,
        "success": look.ok,
    }
    before = dict(os.environ)
    sheet: str = qt_material.build_stylesheet(
        theme=str(xml), invert_secondary=False, extra=extra, parent=str(folder / "material")
    )
    for name in set(os.environ) - set(before):
        del os.environ[name]  # it leaves its colours there
    return sheet


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


def _draw_pictures(t: Tokens, folder: Path) -> None:
    """Ticks, radio buttons and arrows in the colours of the look; ``kopa:on.svg`` in the sheet."""
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
        "left": f'<path fill="{t.text}" d="{path_of("left")}"/>',
        "right": f'<path fill="{t.text}" d="{path_of("right")}"/>',
    }
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
    for name, body in bodies.items():
        (folder / f"{name}.svg").write_text(f"{head}{body}</svg>", encoding="utf-8")
