"""What was chosen for a sheet, written down and read back."""

from __future__ import annotations

from dataclasses import asdict
from json import dumps, loads

from app.language import Language
from app.sheets.sheet import Layout, Names, Order, SheetOptions

_USUAL = SheetOptions()


def as_json(options: SheetOptions) -> str:
    return dumps(asdict(options))


def read_options(written: str) -> SheetOptions | None:
    """What `as_json` wrote; what cannot be understood is as usual, and None when nothing can."""
    try:
        chosen = loads(written)
        languages = tuple(Language(one) for one in chosen["languages"])
        return SheetOptions(
            layout=Layout(chosen["layout"]),
            languages=languages,
            names=Names(chosen["names"]),
            order=Order(chosen.get("order", _USUAL.order)),
            blank_rows=int(chosen["blank_rows"]),
            **{name: bool(chosen[name]) for name in _TICKS},
        )
    except (ValueError, KeyError, TypeError):
        return None


_TICKS = ("organisation", "photo", "signature", "walk_in_ages")
