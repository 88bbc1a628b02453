"""What sounds like a diagnosis, and what does not."""

import pytest

from app.accessibility.guard import sounds_like_diagnosis


@pytest.mark.parametrize(
    "text",
    [
        "Diagnoze: astma",
        "bērnam autisms",
        "epilepsy",
        "F84",
        "g40.1",
        "E11.9",
        "діагноз є",
        "аутизм",
        "шизофренія",
        "cukura diabēts",
        "HIV",
        "Down syndrome",
    ],
)
def test_sounds_like_a_diagnosis(text: str) -> None:
    assert sounds_like_diagnosis(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ceļš līdz galdam vismaz 90 cm",
        "hearing aids, a seat in front",
        "a seat downstairs",
        "room B12",
        "18 pt letters",
        "місце біля виходу",
        "klusa vieta pārtraukumam",
    ],
)
def test_says_what_is_to_be_prepared(text: str) -> None:
    assert not sounds_like_diagnosis(text)
