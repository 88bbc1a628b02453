"""Keeps the catalogues in step with the code: ``python -m resources.languages.catalogues``.

Collects every English id in ``app`` and ``ui``, brings both ``.po`` files up to date (new ids come
in empty, unused ones go), compiles the ``.mo`` files, and names what still waits for a translator.
"""

from __future__ import annotations

import ast
import io
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

LANGUAGES = ("lv", "uk")
KEYWORDS = {
    "tr": (0,),
    "ntr": (0, 1),
    "say": (0,),
    "say_count": (0, 1),
    "tr_in": (1,),
    "ntr_in": (1, 2),
}
"""Where the English ids stand among the arguments, counted from 0."""

_HEADER = "# The words of Kopā. Edited by hand or with any gettext editor; see CONTRIBUTING.md."
_SINCE = datetime(
    2026, 11, 22, tzinfo=UTC
)  # a date that moves would only make noise in the history

_HERE = Path(__file__).resolve().parent
_PROJECT = _HERE.parent.parent


def template() -> Catalog:
    """Every id the code uses, with the files that use it."""
    found = Catalog(project="Kopā", charset="utf-8")
    for folder in ("app", "ui"):
        for path in sorted((_PROJECT / folder).rglob("*.py")):
            place = path.relative_to(_PROJECT).as_posix()
            for ids in said(path.read_text(encoding="utf-8")):
                found.add(ids if len(ids) > 1 else ids[0], locations=[(place, 1)])
    return found


def said(source: str) -> Iterator[tuple[str, ...]]:
    """The ids in one file, in its order: one, or a singular and a plural.

    Read from the syntax tree: Babel's own reader works on tokens, and before Python 3.12 those
    show nothing of what stands inside an f-string.
    """
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        name = getattr(call.func, "id", getattr(call.func, "attr", ""))
        places = KEYWORDS.get(name, ())
        ids = [call.args[n] for n in places if n < len(call.args)]
        texts = [one.value for one in ids if isinstance(one, ast.Constant)]
        if places and len(texts) == len(places) and all(texts):
            yield tuple(str(text) for text in texts)


def po_path(language: str) -> Path:
    return _HERE / language / "LC_MESSAGES" / "kopa.po"


def mo_path(language: str) -> Path:
    return po_path(language).with_suffix(".mo")


def read(language: str) -> Catalog:
    path = po_path(language)
    if not path.exists():
        return Catalog(locale=language, project="Kopā", fuzzy=False)
    with path.open("rb") as written:
        return read_po(written, locale=language)


def write(language: str, catalogue: Catalog) -> None:
    """Write the ``.po`` in alphabetical order and the ``.mo`` beside it."""
    catalogue.fuzzy = False
    catalogue.header_comment = _HEADER
    catalogue.creation_date = catalogue.revision_date = _SINCE
    catalogue.project, catalogue.version = "Kopā", "1"
    catalogue.last_translator = catalogue.language_team = "Kopā"
    catalogue.msgid_bugs_address = ""
    path = po_path(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    written = io.BytesIO()
    write_po(
        written,
        catalogue,
        width=100,
        sort_output=True,
        ignore_obsolete=True,
        include_lineno=False,
    )
    path.write_bytes(written.getvalue())
    mo_path(language).write_bytes(compiled(read(language)))


def compiled(catalogue: Catalog) -> bytes:
    machine = io.BytesIO()
    write_mo(machine, catalogue)
    return machine.getvalue()


def update(language: str, ids: Catalog) -> Catalog:
    """The language's catalogue with exactly these ids; no guessed translations."""
    catalogue = read(language)
    catalogue.update(ids, no_fuzzy_matching=True, update_creation_date=False)
    return catalogue


def untranslated(catalogue: Catalog) -> Iterator[Message]:
    """Messages without words, or with a plural form left empty."""
    for message in catalogue:
        forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
        if message.id and (message.fuzzy or not all(forms)):
            yield message


def main() -> int:
    ids = template()
    waiting = 0
    for language in LANGUAGES:
        catalogue = update(language, ids)
        write(language, catalogue)
        for message in untranslated(catalogue):
            waiting += 1
            sys.stdout.write(f"{language}: {message.id!r}\n")
    sys.stdout.write(f"{len(ids)} sentences, {waiting} translations missing\n")
    return 1 if waiting else 0


if __name__ == "__main__":
    raise SystemExit(main())
