"""Waits for me: requests at the left, the oldest first; at the right everything that was checked."""

from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.action import Action, Change, Kind
from app.bookings.deciding import Request, WaitingForDecision
from app.bookings.status import ConfirmBooking, RefuseBooking
from app.clock import wall_now
from app.errors import Refused
from app.language import day_month, ntr, tr, weekday_short
from ui.bookings.request_card import RequestCard
from ui.bookings.sentences import letter_of, times_of
from ui.desk import QtDesk
from ui.kit.buttons import Button
from ui.kit.cards import Note
from ui.kit.drawer import Drawer
from ui.kit.empty import Empty
from ui.kit.labels import Label
from ui.kit.lists import RowList
from ui.kit.row_painter import RowLook
from ui.theme import px

WIDTH, LIST = 1010, 392


class DecideDrawer(Drawer):
    """A approves, R refuses while the list has the focus; what was decided leaves the list."""

    move_wanted = Signal(object)
    """UUID of a booking that should get another time."""

    def __init__(self, caller: QWidget, desk: QtDesk) -> None:
        super().__init__(caller, tr("Waits for my decision"), width=WIDTH)
        self._desk = desk
        self.requests: tuple[Request, ...] = ()
        self.counted = Label("", role="sub", wrap=True)
        self.column.addWidget(self.counted)
        self.list = RowList(tr("Requests"), self._look)
        self.list.chosen.connect(self._choose)
        self.list.installEventFilter(self)
        self.list.setMinimumWidth(px(LIST - 60))
        self.card = RequestCard()
        self.refusal = Note("danger", "")
        self.refusal.hide()
        both = QHBoxLayout()
        both.setSpacing(px(16))
        both.addWidget(self.list, 4)
        both.addWidget(self.card, 6)
        self.column.addLayout(both, 1)
        self.empty = Empty("check", tr("Nothing waits for you"), tr("New requests appear here."))
        self.empty.hide()
        self.column.addWidget(self.empty, 1)
        self.column.addWidget(self.refusal)
        self.set_verbs(tr("Approve"))
        self.accepted.connect(self.approve)
        if self.primary is not None:
            self.primary.setToolTip("A")
        self.another = Button(tr("Propose another time"), icon="clock")
        self.another.clicked.connect(self._move)
        self.say_no = Button(tr("Refuse…"), kind="danger")
        self.say_no.clicked.connect(self.refuse)
        self.say_no.setToolTip("R")
        self.foot.addWidget(self.another)
        self.foot.addWidget(self.say_no)
        self.card.edited.connect(self._show_verb)
        desk.changed.connect(self._changed)
        self.reload()

    def reload(self) -> None:
        self._desk.ask(WaitingForDecision(), self._show)

    def approve(self) -> None:
        """Against a rule only with a reason: without one the line for it gets the focus."""
        request = self.current()
        if request is None:
            return
        if request.against_rules and not self.card.reason():
            self.card.ask_reason(tr("Write why it may stand, or refuse it."))
            return
        self._do(ConfirmBooking(request.id, self.card.reason()))

    def refuse(self) -> None:
        """The first press asks why, the second refuses."""
        request = self.current()
        if request is None:
            return
        if not self.card.reason():
            self.card.ask_reason(tr("Write why, so that it can be told to those who asked."))
            return
        self._do(RefuseBooking(request.id, self.card.reason()))

    def current(self) -> Request | None:
        row: Request | None = self.list.current_row()
        return row

    def focus_first(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The list would look for a row that begins with the letter."""
        if (
            watched is self.__dict__.get("list")
            and isinstance(event, QKeyEvent)
            and not event.modifiers()
        ):
            verb = {"a": self.approve, "ф": self.approve, "r": self.refuse, "к": self.refuse}.get(
                event.text().lower()
            )
            if verb is not None and event.type() == QEvent.Type.KeyPress:
                verb()
                return True
        return super().eventFilter(watched, event)

    def _do(self, action: Action) -> None:
        self.refusal.hide()
        self._desk.do(action, refused=self._refused)

    def _refused(self, refusal: Refused) -> None:
        self.refusal.say(str(refusal))
        self.refusal.show()

    def _changed(self, change: Change) -> None:
        if change.kinds & {Kind.BOOKINGS, Kind.ROOMS}:
            self.reload()

    def _show(self, requests: tuple[Request, ...]) -> None:
        self.requests = requests
        had_focus = self.list.hasFocus()
        self.list.set_rows(list(requests), choose_first=True)
        for widget in (self.list, self.card, self.another, self.say_no, self.primary):
            if widget is not None:
                widget.setVisible(bool(requests))
        self.empty.setVisible(not requests)
        self.counted.setText(self._count())
        self._choose(self.current())
        if had_focus and requests:
            QTimer.singleShot(0, self.focus_first)

    def _count(self) -> str:
        if not self.requests:
            return ""
        count = ntr("{n} request", "{n} requests", len(self.requests))
        oldest = self.requests[0].asked_at
        if oldest is None:
            return count
        days = (wall_now(self._desk.clock).date() - oldest.date()).days
        waits = ntr("the oldest waits {n} day", "the oldest waits {n} days", days)
        return f"{count} · {waits}" if days else count

    def _choose(self, request: Request | None) -> None:
        self.refusal.hide()
        if request is not None:
            self.card.show_request(request)
            self._show_verb()

    def _show_verb(self) -> None:
        request = self.current()
        if self.primary is not None and request is not None:
            with_reason = tr("Approve with the reason")
            self.primary.setText(with_reason if request.against_rules else tr("Approve"))

    def _move(self) -> None:
        request = self.current()
        if request is not None:
            booking_id: UUID = request.id
            self.dismiss()
            self.move_wanted.emit(booking_id)

    def _look(self, request: Request) -> RowLook:
        slot = request.details.place.slot
        when = f"{weekday_short(slot.start)} {day_month(slot.start)} · {times_of(slot)}"
        second = f"{when} · {request.room}"
        count = request.objections
        chip = (
            (ntr("{n} objection", "{n} objections", count), "danger", "warn")
            if count
            else (tr("all in order"), "ok", "check")
        )
        spoken = f"{request.details.title}, {second}, {chip[0]}"
        letter = letter_of(request.details.kind)
        return RowLook(request.details.title, second, disc=letter, chip=chip, spoken=spoken)
