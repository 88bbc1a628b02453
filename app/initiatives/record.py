"""What every action of initiatives asks and answers."""

from uuid import UUID

from sqlalchemy.orm import Session

from app.action import Action, Change, Kind, about
from app.errors import ChangedElsewhere, NotAllowed
from app.initiatives.model import Initiative
from app.language import Message, say
from app.permission import Permission, SignedIn


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


def refuse_unless_leading(session: Session) -> None:
    """What a team has made of an idea is not taken out at the desk. Raises NotAllowed."""
    person: SignedIn | None = session.info.get("signed_in")
    if person is not None and not person.may(Permission.RUN_INITIATIVES):
        raise NotAllowed(say("{name} may not do this. Ask the coordinator.", name=person.name))


def change(found: Initiative, message: Message, undo: Action | None) -> Change:
    return Change(message, frozenset({about(Kind.INITIATIVES, found.id)}), undo)
