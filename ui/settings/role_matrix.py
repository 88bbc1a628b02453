"""What each role may do, in words; it is read from the same list that the desk obeys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.language import Message, say, tr, words
from app.permission import GRANTS, Permission, Role
from ui.kit.four import Mark
from ui.kit.labels import ElidedLabel, Label
from ui.theme import px

ROLES: dict[Role, Message] = {
    Role.FRONT_DESK: say("Front desk"),
    Role.COORDINATOR: say("Coordinator"),
    Role.ADMINISTRATOR: say("Administrator"),
}
VERBS: tuple[tuple[Permission, Message], ...] = (
    (Permission.CHECK_IN, say("Check visitors in and out")),
    (Permission.REGISTER_VISITORS, say("Register visitors")),
    (Permission.SEE_NEEDS, say("See access needs, with a note in the journal")),
    (Permission.BOOK, say("Book and move rooms")),
    (Permission.MARK_ATTENDANCE, say("Mark attendance and print sheets")),
    (Permission.NOTE_IDEAS, say("Note down ideas, opinions and complaints")),
    (Permission.RUN_INITIATIVES, say("Lead initiatives on, and answer residents")),
    (Permission.PLAN_EVENTS, say("Plan events")),
    (Permission.IMPORT, say("Load visitors from a file")),
    (Permission.RUN_ROOMS, say("Change rooms and closures")),
    (Permission.RUN_CENTRE, say("Change the centre and its opening hours")),
    (Permission.RUN_STAFF, say("Add people and give roles")),
)


class RoleMatrix(QWidget):
    """Roles as columns; one person may have several."""

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(14))
        grid.setVerticalSpacing(px(3))
        grid.setColumnStretch(0, 1)
        grid.addWidget(Label(tr("What each role may do"), role="h3"), 0, 0)
        note = tr("An administrator alone does not see whose needs they are.")
        grid.addWidget(Label(note, role="sub", wrap=True), 1, 0)
        middle = Qt.AlignmentFlag.AlignHCenter
        for column, role in enumerate(ROLES, 1):
            grid.addWidget(_heading(words(ROLES[role])), 1, column)
        for row, (permission, verb) in enumerate(VERBS, 2):
            grid.addWidget(Label(words(verb), wrap=True), row, 0)
            for column, role in enumerate(ROLES, 1):
                allowed = permission in GRANTS[role]
                grid.addWidget(_mark(role, verb, allowed=allowed), row, column, middle)


def _heading(text: str) -> Label:
    label = ElidedLabel(text, role="cap")
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    label.setMinimumWidth(px(60))
    return label


def _mark(role: Role, verb: Message, *, allowed: bool) -> Mark:
    mark = Mark("yes" if allowed else "no", 24)
    may = tr("may") if allowed else tr("may not")
    mark.setAccessibleName(f"{words(ROLES[role])}: {words(verb)} – {may}")
    mark.setToolTip(may)
    return mark
