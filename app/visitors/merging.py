"""Two people written down who are one: what belongs to one of them in this feature goes to the other."""

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, or_, select

from app.alphabet import place_in_the_alphabet
from app.database.cells import Cells
from app.text import LONGEST, keys, name_tokens
from app.visitors.collectors import merge_collectors
from app.visitors.details import VisitorDetails
from app.visitors.finding_keys import write_keys
from app.visitors.model import Consent, NotTheSame, SensitiveGroup, Visit, Visitor


def merge_visitors(cells: Cells, kept: Visitor, gone: Visitor, wanted: VisitorDetails) -> None:
    """Details, visits, consents, groups, children and marks of ``gone`` become those of ``kept``."""
    _write_details(cells, kept, wanted)
    _write_dates(cells, kept, gone)
    _one_stay_at_a_time(cells, kept.id, gone.id)
    _last_word_on_consents(cells, kept.id, gone.id)
    for model in (Visit, Consent, SensitiveGroup):
        rows = cells.session.scalars(
            select(model).where(model.visitor_id == gone.id, model.removed.is_(False))
        ).all()
        for row in rows:
            cells.write(row, "visitor_id", kept.id)
    _children(cells, kept.id, gone.id)
    merge_collectors(cells, kept.id, gone.id)
    _marks(cells, kept.id, gone.id)
    cells.write(gone, "import_id", None)  # taking the import back must not bring her back
    cells.write(gone, "kept_as_id", kept.id)
    for one in cells.session.scalars(select(Visitor).where(Visitor.kept_as_id == gone.id)).all():
        cells.write(one, "kept_as_id", kept.id)
    cells.write(gone, "removed", True)
    write_keys(cells.session, [kept, gone])


def with_other_spellings(
    wanted: VisitorDetails, merged: Iterable[VisitorDetails]
) -> VisitorDetails:
    """``wanted``, still found by every name that either was found by."""
    known = _keys(f"{wanted.given_name} {wanted.family_name} {wanted.other_names}")
    added = []
    for name in (n for one in merged for n in (one.given_name, one.family_name, one.other_names)):
        for word in name.split():
            if not _keys(word) <= known:
                added.append(word)
                known |= _keys(word)
    names = wanted.other_names.split()
    while added and len(" ".join([*names, *added])) > LONGEST:
        added.pop()
    return replace(wanted, other_names=" ".join([*names, *added]))


def _keys(name: str) -> frozenset[str]:
    return frozenset(key for token in name_tokens(name) for key in keys(token))


def _write_details(cells: Cells, kept: Visitor, wanted: VisitorDetails) -> None:
    for one in fields(wanted):
        value = getattr(wanted, one.name)
        if one.name == "roles":
            value = frozenset(str(role) for role in value)
        cells.write(kept, one.name, value)
    cells.write(kept, "sort_name", place_in_the_alphabet(kept.list_name))


def _write_dates(cells: Cells, kept: Visitor, gone: Visitor) -> None:
    """Known since the earlier day; told of the notice when she was told first."""
    cells.write(kept, "registered", min(kept.registered, gone.registered))
    explained = [one for one in (kept.notice_explained, gone.notice_explained) if one]
    cells.write(kept, "notice_explained", min(explained, default=None))


def _one_stay_at_a_time(cells: Cells, kept_id: UUID, gone_id: UUID) -> None:
    """Nobody is here twice at once: of visits that overlap one stays, from first to last."""
    visits = cells.session.scalars(
        select(Visit)
        .where(Visit.visitor_id.in_((kept_id, gone_id)), Visit.removed.is_(False))
        .order_by(Visit.arrived, Visit.id)
    ).all()
    stays: list[tuple[Visit, Visit]] = []  # the first of those that overlap, and who left last
    for visit in visits:
        if stays and _overlap(stays[-1][1], visit):
            stay, last = stays.pop()
            stays.append((stay, visit if _left_later(visit, last) else last))
            cells.write(stay, "activities", stay.activities | visit.activities)
            cells.write(visit, "removed", True)
            cells.write(stay, "activities", stay.activities | visit.activities)
            cells.write(stay, "room_id", visit.room_id or stay.room_id)
        else:
            stays.append((visit, visit))
    for stay, last in stays:  # only now: an open visit must not stand beside another one
        cells.write(stay, "left", last.left)
        cells.write(stay, "forgotten", last.forgotten)


def _overlap(before: Visit, visit: Visit) -> bool:
    return before.left is None or visit.arrived < before.left


def _left_later(one: Visit, other: Visit) -> bool:
    return other.left is not None and (one.left is None or one.left > other.left)


def _last_word_on_consents(cells: Cells, kept_id: UUID, gone_id: UUID) -> None:
    """What she withdrew last, she withdrew as one person: what was given before holds no more."""
    consents = cells.session.scalars(
        select(Consent).where(
            Consent.visitor_id.in_((kept_id, gone_id)), Consent.removed.is_(False)
        )
    ).all()
    withdrawn: dict[str, datetime] = {}
    for one in consents:
        if one.withdrawn is not None:
            last = withdrawn.get(one.purpose, one.withdrawn)
            withdrawn[one.purpose] = max(last, one.withdrawn)
    for one in consents:
        last_word = withdrawn.get(one.purpose)
        if one.withdrawn is None and last_word is not None and one.given < last_word:
            cells.write(one, "withdrawn", last_word)


def _children(cells: Cells, kept_id: UUID, gone_id: UUID) -> None:
    for child in cells.session.scalars(select(Visitor).where(Visitor.guardian_id == gone_id)).all():
        cells.write(child, "guardian_id", kept_id if child.id != kept_id else None)


def _marks(cells: Cells, kept_id: UUID, gone_id: UUID) -> None:
    """Whoever is not one with her is not one with who she is now; each pair is kept once."""
    marks = cells.session.scalars(
        select(NotTheSame).where(
            or_(NotTheSame.first_id == gone_id, NotTheSame.second_id == gone_id),
            NotTheSame.removed.is_(False),
        )
    ).all()
    for mark in marks:
        other = mark.second_id if mark.first_id == gone_id else mark.first_id
        first, second = min(kept_id, other), max(kept_id, other)
        said = select(func.count()).where(
            NotTheSame.first_id == first,
            NotTheSame.second_id == second,
            NotTheSame.removed.is_(False),
        )
        if other == kept_id or cells.session.scalar(said):
            cells.write(mark, "removed", True)
        else:
            cells.write(mark, "first_id", first)
            cells.write(mark, "second_id", second)
