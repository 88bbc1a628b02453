"""Which needs count for a session: of people on its list or who came, while the consent holds."""

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, or_, select

from app.accessibility.model import Need
from app.events.model import Attendance, EventSession, Registration, RegistrationStatus
from app.visitors.consents import holds
from app.visitors.model import Consent


def needed_at(session_ids: Collection[UUID], today: date, *columns: Any) -> Select[Any]:
    """Rows of need, consent, session and registration; somebody who only waits does not count yet."""
    came = (
        select(Attendance.id)
        .where(
            Attendance.session_id == EventSession.id,
            Attendance.visitor_id == Registration.visitor_id,
            ~Attendance.removed,
        )
        .correlate(EventSession, Registration)
    )
    return (
        select(*columns)
        .select_from(EventSession)
        .join(
            Registration,
            and_(Registration.event_id == EventSession.event_id, ~Registration.removed),
        )
        .join(Need, and_(Need.visitor_id == Registration.visitor_id, ~Need.removed))
        .join(Consent, Consent.id == Need.consent_id)
        .where(
            EventSession.id.in_(session_ids),
            or_(Registration.status == RegistrationStatus.REGISTERED, came.exists()),
            or_(Need.event_id.is_(None), Need.event_id == EventSession.event_id),
            holds(today),
        )
    )
