"""Hostile texts through the door, in every field of every form: kept as text, or refused kindly."""

import time
from collections.abc import Callable

import pytest
from sqlalchemy import String, select

from app import tables
from app.action import Action
from app.desk import Desk
from app.errors import Refused
from app.language import words
from app.text import LONGEST, clean
from app.visitors.duplicates import PossibleDuplicates
from app.visitors.same_person import Facts
from app.visitors.search import VisitorsMatching
from tests.hostile.forms import FORMS, Form, with_text
from tests.hostile.naughty import ALL, FEW, text_fields
from tests.making.visitors import make_visitor

SLOW = 2.0
"""Seconds of work that nothing may take."""
NOT_WRITTEN = {
    ("booking", "wishes"),
    ("event", "target_groups"),
    ("staff", "password_hash"),
    ("staff", "last_desk"),
    ("visitor", "sort_name"),
}
"""Text columns that the program fills by itself, not people in a form."""


@pytest.mark.parametrize("make", FORMS, ids=lambda make: make.__name__)
def test_every_field_keeps_text_as_text(file_desk: Desk, make: Callable[[Desk], Form]) -> None:
    attack(file_desk, make(file_desk), FEW)


@pytest.mark.long
@pytest.mark.parametrize("make", FORMS, ids=lambda make: make.__name__)
def test_every_field_and_every_text(desk: Desk, make: Callable[[Desk], Form]) -> None:
    attack(desk, make(desk), ALL)


def attack(desk: Desk, form: Form, texts: dict[str, str]) -> None:
    for field in text_fields(form.details):
        for text in texts.values():
            action, kept = with_text(form, field, text)
            refusal = done_or_refused(desk, action)
            if refusal:
                assert len(clean(text)) > LONGEST or not kept or field == "user_name", refusal
                continue
            assert kept in column(desk, form, field)
            assert desk.undo() is not None


def done_or_refused(desk: Desk, action: Action) -> str:
    """The reason when it was refused: one plain sentence, without the text that was wrong."""
    begun = time.process_time()
    try:
        said = words(desk.do(action).message)
    except Refused as refused:
        reason = str(refused)
        assert reason.endswith(".")
        assert len(reason) < 200
        return reason
    finally:
        assert time.process_time() - begun < SLOW
    assert clean(said) == said
    return ""


def column(desk: Desk, form: Form, field: str) -> list[str]:
    with desk.database.reading() as session:
        return list(session.scalars(select(getattr(form.model, field))))


def test_every_column_with_words_has_a_form(file_desk: Desk, empty_file: object) -> None:
    """Who adds a field for people to write in, adds it here by adding it to its form."""
    forms = [make(file_desk) for make in FORMS if make.__name__ != "centre"]
    forms += [make(file_desk) for make in FORMS if make.__name__ == "centre"]
    reached = {
        (form.model.__tablename__, field) for form in forms for field in text_fields(form.details)
    }
    columns = {
        (table.__tablename__, column.name)
        for table in {form.model for form in forms}
        for column in table.__table__.columns
        if type(column.type) is String and column.name != "language"
    }
    assert columns - reached <= NOT_WRITTEN
    assert tables.MODELS


@pytest.mark.parametrize("text", FEW.values(), ids=FEW)
def test_looking_for_it_finds_or_says_nothing(file_desk: Desk, text: str) -> None:
    look_for(file_desk, text)


@pytest.mark.long
@pytest.mark.parametrize("text", ALL.values(), ids=ALL)
def test_looking_for_everything(desk: Desk, text: str) -> None:
    look_for(desk, text)


def look_for(desk: Desk, text: str) -> None:
    known = make_visitor(desk, "Anna", clean(text)[:LONGEST], phone=clean(text)[:LONGEST])
    begun = time.process_time()
    found = desk.ask(VisitorsMatching(text))
    desk.ask(PossibleDuplicates(Facts(text, text, phone=text)))
    assert time.process_time() - begun < SLOW
    assert all(row.id == known for row in found.rows)
