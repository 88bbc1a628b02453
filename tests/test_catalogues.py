import gettext
import io
import re
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message

from resources.languages.catalogues import (
    LANGUAGES,
    compiled,
    mo_path,
    read,
    said,
    template,
    untranslated,
)


@pytest.fixture(scope="module")
def used() -> Catalog:
    return template()


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def ids(catalogue: Catalog) -> set[str | tuple[str, ...]]:
    return {tuple(m.id) if m.pluralizable else m.id for m in catalogue if m.id}


def holes(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def forms(message: Message) -> list[str]:
    """What is translated; that nothing is missing has a test of its own."""
    return [form for form in (message.string if message.pluralizable else [message.string]) if form]


def test_every_sentence_of_the_program_is_in_the_catalogue(language: str, used: Catalog) -> None:
    assert ids(used) - ids(read(language)) == set()


def test_nothing_is_in_the_catalogue_that_the_program_does_not_say(
    language: str, used: Catalog
) -> None:
    catalogue = read(language)
    assert ids(catalogue) - ids(used) == set()
    assert not catalogue.obsolete


def test_every_sentence_is_translated_and_none_only_guessed(language: str) -> None:
    assert [message.id for message in untranslated(read(language))] == []


def test_every_translation_has_the_same_places_for_values(language: str) -> None:
    wrong = [
        (message.id, form)
        for message in read(language)
        if message.id
        for form in forms(message)
        if holes(form) != holes(message.id[1] if message.pluralizable else message.id)
    ]
    assert wrong == []


def test_every_counted_sentence_has_three_forms(language: str) -> None:
    counted = [message for message in read(language) if message.id and message.pluralizable]
    assert counted
    assert [message.id for message in counted if len(message.string) != 3] == []


def test_the_compiled_catalogue_is_the_written_one(language: str) -> None:
    with mo_path(language).open("rb") as shipped:
        words = gettext.GNUTranslations(shipped)
    fresh = gettext.GNUTranslations(io.BytesIO(compiled(read(language))))
    for message in read(language):
        if not message.id:
            continue
        if message.pluralizable:
            one, many = message.id
            for n in (0, 1, 2, 5, 11, 21):
                assert words.ngettext(one, many, n) == fresh.ngettext(one, many, n)
        else:
            assert words.gettext(message.id) == fresh.gettext(message.id)
            assert words.gettext(message.id) == (message.string or message.id)


def test_ends_of_sentences_are_kept(language: str) -> None:
    """A colon, an ellipsis or a question mark at the end belongs to the sentence."""
    wrong = [
        (message.id, message.string)
        for message in read(language)
        if message.id and not message.pluralizable
        if re.search(r"[:…?]$", message.id) and not message.string.endswith(message.id[-1])
    ]
    assert wrong == []


def test_sentences_inside_other_sentences_are_found() -> None:
    source = 'tr("a" " b")\nf"{tr(\'inside\')} {ntr(\'one\', \'many\', n)}"\nself.tr("c", x=tr("d"))\ntr(x)'
    assert list(said(source)) == [("a b",), ("inside",), ("one", "many"), ("c",), ("d",)]
