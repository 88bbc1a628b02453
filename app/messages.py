"""A sentence kept apart from its language: the words come late, when somebody reads it.

The journal stores messages, not sentences, so that another desk reads them in its own language
and a name that was erased disappears from what is already written.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TypeAlias
from uuid import UUID

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
Names: TypeAlias = Callable[[UUID], str]


@dataclass(frozen=True)
class PersonName:
    """A person's name inside a sentence; only the id is written down."""

    id: UUID
    shown: str

    def __str__(self) -> str:
        return self.shown


@dataclass(frozen=True)
class Message:
    """An English message id with its values; ``many`` and ``n`` belong to a counted one.

    A value is a string, a number, a date or time, a `PersonName`, another message, or a tuple of
    these (shown with commas). Anything else is a mistake of the program and raises `TypeError`.
    """

    text: str
    many: str = ""
    n: int | None = None
    values: tuple[tuple[str, object], ...] = ()

    def __post_init__(self) -> None:
        for name, value in self.values:
            _written(value, name)

    def as_json(self) -> dict[str, Json]:
        """Plain values for a JSON column; of a `PersonName` only the id is kept."""
        written: dict[str, Json] = {"text": self.text}
        if self.n is not None:
            written |= {"many": self.many, "n": self.n}
        if self.values:
            written["values"] = {name: _written(value, name) for name, value in self.values}
        return written

    @classmethod
    def from_json(cls, written: Mapping[str, Json], names: Names) -> Message:
        """Read back what `as_json` wrote; ``names`` says how a person is called today."""
        values = written.get("values")
        count = written.get("n")
        return cls(
            str(written["text"]),
            str(written.get("many", "")),
            count if isinstance(count, int) else None,
            tuple((name, _read(value, names)) for name, value in values.items())
            if isinstance(values, dict)
            else (),
        )


def say(text: str, /, **values: object) -> Message:
    """A sentence to be put into words later."""
    return Message(text, values=tuple(values.items()))


def say_count(one: str, many: str, n: int, /, **values: object) -> Message:
    """A counted sentence to be put into words later; ``{n}`` is available in it."""
    return Message(one, many, n, tuple(values.items()))


def _written(value: object, name: str) -> Json:
    match value:
        case bool() | int() | float() | None:
            return value
        case str():
            return str(value)
        case PersonName():
            return {"person": str(value.id)}
        case Message():
            return {"message": value.as_json()}
        case tuple():
            return [_written(part, name) for part in value]
    return _written_time(value, name)


def _written_time(value: object, name: str) -> Json:
    match value:
        case datetime():
            return {"datetime": value.isoformat()}
        case date():
            return {"date": value.isoformat()}
        case time():
            return {"time": value.isoformat()}
    raise TypeError(f"a message cannot hold {type(value).__name__} as {name!r}")


def _read(written: Json, names: Names) -> object:
    if isinstance(written, list):
        return tuple(_read(part, names) for part in written)
    if not isinstance(written, dict):
        return written
    ((kind, value),) = written.items()
    if isinstance(value, dict):
        return Message.from_json(value, names)
    return _READERS[kind](str(value), names)


def _person(value: str, names: Names) -> PersonName:
    person = UUID(value)
    return PersonName(person, names(person))


_READERS: dict[str, Callable[[str, Names], object]] = {
    "person": _person,
    "datetime": lambda value, _: datetime.fromisoformat(value),
    "date": lambda value, _: date.fromisoformat(value),
    "time": lambda value, _: time.fromisoformat(value),
}
