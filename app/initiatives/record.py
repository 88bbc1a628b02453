"""What every action of initiatives asks and answers."""

from uuid import UUID

from sqlalchemy.orm import Session

from app.action import Action, Change, Kind, about
from app.errors import ChangedElsewhere
from app.initiatives.model import Initiative
from app.language import Message, say


def own_initiative(session: Session, initiative_id: UUID) -> Initiative:
    """The initiative, when it is there. Raises ChangedElsewhere."""
    found = session.get(Initiative, initiative_id)
    if found is None or found.removed:
        raise ChangedElsewhere(say("This idea is no longer there."))
    return found


def changed_meanwhile(found: Initiative) -> ChangedElsewhere:
    return ChangedElsewhere(
        say("“{title}” was changed in the meantime. Look at it again.", title=found.title)
    )


def change(found: Initiative, message: Message, undo: Action | None) -> Change:
    return Change(message, frozenset({about(Kind.INITIATIVES, found.id)}), undo)
