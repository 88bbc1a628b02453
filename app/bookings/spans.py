"""Stretches of time taken together and taken away from one another."""

from collections.abc import Iterable, Iterator

from app.slot import Slot


def joined(slots: Iterable[Slot]) -> list[Slot]:
    """The same time in as few stretches as it takes, the earliest first."""
    found: list[Slot] = []
    for slot in sorted(slots):
        if found and slot.start <= found[-1].end:
            found[-1] = Slot(found[-1].start, max(found[-1].end, slot.end))
        else:
            found.append(slot)
    return found


def without(whole: Slot, taken: Iterable[Slot]) -> Iterator[Slot]:
    """What is left of ``whole``."""
    start = whole.start
    for slot in joined(taken):
        if start < min(slot.start, whole.end):
            yield Slot(start, min(slot.start, whole.end))
        start = max(start, slot.end)
    if start < whole.end:
        yield Slot(start, whole.end)


def common(one: Slot, other: Slot) -> Slot | None:
    """The time in both; None when they do not meet."""
    if not one.overlaps(other):
        return None
    return Slot(max(one.start, other.start), min(one.end, other.end))
