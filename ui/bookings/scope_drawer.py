"""One date of a series is to be changed or cancelled: only it, those that follow, or all to come."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.action import Action, Question
from app.bookings.series_edit import (
    CancelPlan,
    CancelSeries,
    EditSeries,
    SeriesCancelPreview,
    SeriesEditPreview,
)
from app.bookings.series_plan import Clash, Scope, ScopePlan, SeriesWish
from app.bookings.series_queries import SeriesCard
from app.errors import Refused
from app.ids import new_id
from app.language import day_month, ntr, tr, words
from app.slot import Place
from ui.bookings.scope_words import (
    Line,
    cancel_lines,
    days_of,
    edit_lines,
    name_of,
    what_becomes,
    what_is_new,
)
from ui.desk import QtDesk
from ui.kit.announce import announce
from ui.kit.cards import FlatCard, Note
from ui.kit.drawer import Drawer
from ui.kit.forms import Choice, Field
from ui.kit.labels import IconLabel, Label
from ui.kit.radio_cards import RadioCards
from ui.kit.radio_cards import Way as Card
from ui.theme import px, tokens

WIDTH = 620


class ScopeDrawer(Drawer):
    """Three cards with what each would do; those who derive ask and act."""

    kept = Signal()

    def __init__(self, caller: QWidget, desk: QtDesk, title: str, below: str) -> None:
        super().__init__(caller, title, width=WIDTH)
        self._desk = desk
        self._lines: list[QWidget] = []
        self.cards: RadioCards | None = None
        self.column.addWidget(Label(below, role="sub", wrap=True))
        self.refusal = Note("danger")
        self.refusal.hide()
        self.column.addWidget(self.refusal)
        self.accepted.connect(self._keep)

    def scope(self) -> Scope:
        return self.cards.value() if self.cards else Scope.THIS

    def look(self) -> None:
        self._desk.ask_beside(self.question(), self.show_plans, self._refused)

    def question(self) -> Question[object]:
        raise NotImplementedError

    def action(self) -> Action:
        raise NotImplementedError

    def show_plans(self, plans: object) -> None:
        raise NotImplementedError

    def show_cards(self, days: dict[Scope, tuple[date, ...]]) -> None:
        """Made with the first answer; the lines in them follow every answer."""
        ways = [
            Card(scope, name_of(scope), days_of(days[scope]), key=f"Alt+{n}")
            for n, scope in enumerate(Scope, 1)
        ]
        self.cards = RadioCards(self.title.text(), ways, Scope.THIS)
        self.column.addWidget(self.cards)
        self.cards.chosen.connect(lambda _: self.show_lines())
        if not self.form.isAncestorOf(self.focusWidget() or self):
            self.cards.cards[0].setFocus()

    def show_lines(self) -> None:
        raise NotImplementedError

    def fill_card(self, scope: Scope, lines: list[Line], *more: QWidget) -> None:
        if self.cards is None:
            return
        card = next(card for card in self.cards.cards if card.way.value is scope)
        card.setAccessibleDescription(" ".join(line.text for line in lines))
        for widget in (*map(line_widget, lines), *more):
            card.column.addWidget(widget)
            self._lines.append(widget)

    def clear_lines(self) -> None:
        for widget in self._lines:
            widget.hide()
            widget.deleteLater()
        self._lines = []

    def _keep(self) -> None:
        if self.primary is not None:
            self.primary.setEnabled(False)
        self._desk.do(self.action(), self._done, self._refused)

    def _done(self, _change: object) -> None:
        self.dismiss()
        self.kept.emit()

    def _refused(self, refusal: Refused) -> None:
        self.refusal.say(str(refusal))
        self.refusal.show()
        announce(self, str(refusal))
        if self.primary is not None:
            self.primary.setEnabled(self.cards is not None)


class EditScopeDrawer(ScopeDrawer):
    """What was changed in the form, and to which dates it shall apply."""

    def __init__(
        self,
        caller: QWidget,
        desk: QtDesk,
        wish: SeriesWish,
        series: SeriesCard,
        rooms: dict[UUID, str],
    ) -> None:
        below = f"{wish.seen.title} · {words(series.said)}"
        super().__init__(caller, desk, tr("What to change?"), below)
        self._wish = wish
        self._choices: dict[UUID, Place | None] = {}
        self._plans: dict[Scope, ScopePlan] = {}
        self._combos: dict[UUID, Choice] = {}
        self.column.addWidget(Note("info", what_is_new(wish, rooms)))
        self.happens = FlatCard()
        self.happens.column.addWidget(Label(tr("What will happen when you save"), role="h3"))
        self.set_verbs(tr("Change"), tr("Change nothing"))
        if self.primary is not None:
            self.primary.setEnabled(False)
        if self.other is not None:
            self.other.clicked.connect(self.dismiss)
        self.look()

    def question(self) -> Question[object]:
        return SeriesEditPreview(self._with_choices())

    def action(self) -> Action:
        for clash in self._plans[self.scope()].clashes:
            self._choices.setdefault(clash.booking_id, None)
        return EditSeries(self._with_choices(), self.scope(), new_id(), new_id())

    def show_plans(self, plans: object) -> None:
        assert isinstance(plans, tuple)
        self._plans = {plan.scope: plan for plan in plans}
        if self.cards is None:
            self.show_cards({scope: plan.days for scope, plan in self._plans.items()})
            self.column.addWidget(self.happens)
            self.column.addStretch(1)
        self.show_lines()

    def show_lines(self) -> None:
        focused = next((id_ for id_, one in self._combos.items() if one.hasFocus()), None)
        self.clear_lines()
        self._combos = {}
        for scope, plan in self._plans.items():
            here = scope is self.scope()
            chooses = [self._choose(clash) for clash in plan.clashes] if here else []
            self.fill_card(scope, edit_lines(plan), *chooses)
        plan = self._plans[self.scope()]
        for line in what_becomes(plan, self._wish):
            widget = line_widget(line)
            self.happens.column.addWidget(widget)
            self._lines.append(widget)
        if self.primary is not None:
            self.primary.setEnabled(bool(plan.shifts))
            text = ntr("Change {n} booking", "Change {n} bookings", len(plan.shifts))
            self.primary.setText(text)
        if focused in self._combos:
            self._combos[focused].setFocus()

    def _choose(self, clash: Clash) -> QWidget:
        choice = Choice([(way.place, words(way.said)) for way in clash.ways], clash.chosen)
        choice.picked.connect(lambda place: self._chosen(clash.booking_id, place))
        self._combos[clash.booking_id] = choice
        field = Field(day_month(clash.day), choice)
        choice.setAccessibleName(tr("What to do on {day}", day=day_month(clash.day)))
        return field

    def _chosen(self, booking_id: UUID, place: Place | None) -> None:
        self._choices[booking_id] = place
        self.refusal.hide()
        self.look()

    def _with_choices(self) -> SeriesWish:
        wish = self._wish
        return SeriesWish(
            wish.booking_id, wish.seen, wish.wanted, wish.at, tuple(self._choices.items())
        )


class CancelScopeDrawer(ScopeDrawer):
    """Which dates to cancel."""

    def __init__(
        self, caller: QWidget, desk: QtDesk, booking_id: UUID, title: str, series: SeriesCard
    ) -> None:
        super().__init__(caller, desk, tr("What to cancel?"), f"{title} · {words(series.said)}")
        self._booking_id, self._at = booking_id, desk.clock.now()
        self._plans: dict[Scope, CancelPlan] = {}
        self.set_verbs(tr("Cancel the booking"), tr("Change nothing"))
        if self.other is not None:
            self.other.clicked.connect(self.dismiss)
        self.look()

    def question(self) -> Question[object]:
        return SeriesCancelPreview(self._booking_id, self._at)

    def action(self) -> Action:
        return CancelSeries(self._booking_id, self.scope(), self._at, new_id())

    def show_plans(self, plans: object) -> None:
        assert isinstance(plans, tuple)
        self._plans = {plan.scope: plan for plan in plans}
        if self.cards is None:
            self.show_cards({scope: plan.days for scope, plan in self._plans.items()})
            self.column.addStretch(1)
        self.show_lines()

    def show_lines(self) -> None:
        self.clear_lines()
        for scope, plan in self._plans.items():
            self.fill_card(scope, cancel_lines(plan))
        count = len(self._plans[self.scope()].days)
        if self.primary is not None:
            self.primary.setEnabled(count > 0)
            self.primary.setText(ntr("Cancel {n} booking", "Cancel {n} bookings", count))


def line_widget(line: Line) -> QWidget:
    widget = QWidget()
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(8))
    row.addWidget(IconLabel(line.icon, getattr(tokens(), line.ink), 18))
    row.addWidget(Label(line.text, role="error" if line.ink == "danger" else "", wrap=True), 1)
    return widget
