"""What somebody agreed to: each purpose stands alone, and is withdrawn as easily as given."""

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.clock import wall_now
from app.language import Message, day_month, say, short_date, tr, words
from app.people.withdraw import WithdrawConsent
from app.permission import Permission
from app.visitors.consents import (
    SENSITIVE,
    ClosedConsents,
    ConsentRow,
    Consents,
    ExtendConsent,
)
from app.visitors.model import Purpose
from app.visitors.queries import Card as CardRow
from ui.desk import QtDesk
from ui.kit.buttons import Button
from ui.kit.cards import Chip, FlatCard
from ui.kit.dialogs import ask_first
from ui.kit.labels import IconLabel, Label
from ui.theme import px
from ui.visitors.consent_drawer import ConsentDrawer
from ui.visitors.side_page import SidePage
from ui.visitors.told_groups import HOW
from ui.visitors.wording_drawer import WordingDrawer

TITLES: dict[Purpose, Message] = {
    Purpose.PHONE: say("Calls and messages: news of events"),
    Purpose.EMAIL: say("E-mails: news of events"),
    Purpose.PHOTO: say("Photographs and video at events"),
    Purpose.GROUPS: say("Target group, for the report to the funder"),
    Purpose.NEEDS: say("Needs: what is to be prepared"),
    Purpose.ASSISTANCE: say("Help in an evacuation"),
}
ICONS = {
    Purpose.PHONE: "phone",
    Purpose.EMAIL: "mail",
    Purpose.PHOTO: "photo",
    Purpose.GROUPS: "report",
    Purpose.NEEDS: "lock",
    Purpose.ASSISTANCE: "flag",
}
A_YEAR = timedelta(days=365)


class ConsentsPage(SidePage):
    """Consents for needs and groups are asked for only by who may see needs."""

    changed = Signal()

    def __init__(self, desk: QtDesk) -> None:
        super().__init__(desk, tr("Consents"))
        self._open: tuple[ConsentRow, ...] = ()
        self._closed: tuple[ConsentRow, ...] = ()
        paper = Button(tr("Print the notice…"), icon="print")
        paper.clicked.connect(self._print_notice)
        self.verbs.addWidget(paper)
        if desk.may(Permission.REGISTER_VISITORS):
            new = Button(tr("New consent"), kind="primary", icon="add")
            new.clicked.connect(self._new)
            self.verbs.addWidget(new)

    def show_card(self, card: CardRow) -> None:
        super().show_card(card)
        self._closed = ()
        self.desk.ask(Consents(card.row.id), self._show_open)
        if self.desk.may(Permission.SEE_NEEDS):
            self.desk.ask(ClosedConsents(card.row.id), self._show_closed)

    def _show_open(self, rows: tuple[ConsentRow, ...]) -> None:
        self._open = rows
        self._fill()

    def _show_closed(self, rows: tuple[ConsentRow, ...]) -> None:
        self._closed = rows
        self._fill()

    def _fill(self) -> None:
        self.clear()
        rows = sorted((*self._open, *self._closed), key=_order)
        for row in rows:
            self.column.addWidget(self._line(row))
        if not rows:
            self.column.addWidget(Label(tr("No consent is written down."), role="sub"))
        self.column.addStretch(1)
        notice = tr("The data notice was explained. That is not a consent.")
        if self.card is not None and not self.card.notice_explained:
            notice = tr("Nobody has ticked that the data notice was explained.")
        self.column.addWidget(Label(notice, role="sub", wrap=True))

    def _line(self, row: ConsentRow) -> FlatCard:
        today = wall_now(self.desk.clock).date()
        box = FlatCard()
        head = QHBoxLayout()
        head.setSpacing(px(10))
        head.addWidget(IconLabel(ICONS[row.purpose], size=20))
        title = words(TITLES[row.purpose])
        head.addWidget(Label(title, role="h3", wrap=True), 1)
        head.addWidget(_state(row, today))
        box.column.addLayout(head)
        box.column.addLayout(self._facts_line(row, title))
        if row.purpose in SENSITIVE and row.holds(today):
            warning = tr("Withdrawing deletes what rests on it at once. We ask first.")
            box.column.addWidget(Label(warning, role="cap", wrap=True))
        if row.withdrawn is None and self.desk.may(Permission.REGISTER_VISITORS):
            box.column.addLayout(self._verbs_of(row, title, today))
        box.setAccessibleName(title)
        return box

    def _facts_line(self, row: ConsentRow, title: str) -> QHBoxLayout:
        """The words she agreed to are one click away."""
        line = QHBoxLayout()
        line.setSpacing(px(10))
        version = tr("Text version {n}", n=row.wording)
        link = Button(version, kind="link")
        link.setAccessibleName(f"{version}: {title}")
        link.clicked.connect(partial(self._show_words, row))
        line.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Label(self._facts(row), role="sub", wrap=True), 1)
        return line

    def _facts(self, row: ConsentRow) -> str:
        parts = [
            tr("from {day}", day=short_date(row.given)),
            words(HOW[row.how]),
        ]
        if row.taken_by:
            parts.append(tr("taken by {name}", name=row.taken_by))
        if row.withdrawn is not None:
            parts.append(tr("withdrawn {day}", day=short_date(row.withdrawn)))
        else:
            parts.append(tr("until {day}", day=short_date(row.until)))
        return " · ".join(parts)

    def _verbs_of(self, row: ConsentRow, title: str, today: date) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addStretch(1)
        if not row.holds(today) or row.ends_soon(today):
            extend = Button(tr("Extend"), icon="repeat")
            extend.setAccessibleName(f"{tr('Extend')}: {title}")
            extend.clicked.connect(partial(self._extend, row, today))
            line.addWidget(extend)
        kind = "danger" if row.purpose in SENSITIVE else ""
        withdraw = Button(tr("Withdraw"), kind=kind)
        withdraw.setAccessibleName(f"{tr('Withdraw')}: {title}")
        withdraw.clicked.connect(partial(self._withdraw, row))
        line.addWidget(withdraw)
        return line

    def _extend(self, row: ConsentRow, today: date, _checked: bool = False) -> None:
        wanted = max(row.until, today) + A_YEAR
        self.desk.do(ExtendConsent(row.id, row.until, wanted))

    def _withdraw(self, row: ConsentRow, _checked: bool = False) -> None:
        if row.purpose in SENSITIVE and not self._really(row):
            return
        self.desk.do(WithdrawConsent(row.id, self.desk.clock.now()))

    def _really(self, row: ConsentRow) -> bool:
        """What cannot be taken back is asked first."""
        name = self.card.row.name if self.card else ""
        what = (
            tr("The needs of {name} written down under it are deleted at once.", name=name)
            if row.purpose is Purpose.NEEDS
            else tr("The target groups of {name} are deleted at once.", name=name)
        )
        more = tr("They cannot be brought back. That the consent was withdrawn stays written.")
        title = tr("Withdraw the consent?")
        return ask_first(self, title, f"{what} {more}", tr("Withdraw and delete"))

    def _new(self) -> None:
        if self.card is not None:
            ConsentDrawer(self._over, self.desk, self.card).open()

    def _show_words(self, row: ConsentRow, _checked: bool = False) -> None:
        WordingDrawer(self._over, row).open()

    def _print_notice(self) -> None:
        from ui.visitors.notice_drawer import NoticeDrawer

        speaks = self.card.details.language if self.card else ""
        NoticeDrawer(self._over, self.desk, speaks).open()

    @property
    def _over(self) -> QWidget:
        """The page itself goes when another stands in its place; a drawer stays with the tab."""
        return self.parentWidget() or self


def _order(row: ConsentRow) -> tuple[int, float]:
    return list(Purpose).index(row.purpose), -row.given.timestamp()


def _state(row: ConsentRow, today: date) -> Chip:
    if row.withdrawn is not None:
        chip = Chip(tr("Withdrawn"), "plain", "close")
    elif not row.holds(today):
        chip = Chip(tr("Ended"), "plain", "clock")
    elif row.ends_soon(today):
        chip = Chip(tr("Ends {day}", day=day_month(row.until)), "warn", "warn")
    else:
        chip = Chip(tr("In force"), "ok", "check")
    chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return chip
