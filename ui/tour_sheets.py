"""Steps of the tour about paper: every layout of the sheet, a week of sheets, badges, certificates."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from app.events.queries import Agenda
from app.language import Language, tr
from app.sheets.sheet import Layout
from ui.events.badge_choices import Paper
from ui.events.sheet_options import Scope
from ui.tour import Guide

if TYPE_CHECKING:
    from ui.events.badges_drawer import BadgesDrawer
    from ui.events.sheet_page import SheetPage

MONDAY, DAYS = date(2026, 10, 12), 14
POTTERY, GROUP, COURSE = "Keramikas darbnīca", "Vecāku atbalsta grupa", "Latviešu valoda"


class SheetSteps:
    """The sheets of the sample, layout by layout."""

    def __init__(self, guide: Guide) -> None:
        self.g = guide

    def steps(self) -> tuple[tuple[str, str, Callable[[], None]], ...]:
        return (
            ("sheet_wide", tr("The sheet across, in three languages"), self.wide),
            ("sheet_large", tr("The sheet in large print"), self.large),
            ("sheet_easy", tr("The sheet that is easy to read, with pictures"), self.easy),
            ("sheet_empty", tr("The empty sheet, to write in"), self.empty),
            ("sheet_guarded", tr("A support group: neutral title, no full names"), self.guarded),
            ("sheet_course", tr("A course: names by dates"), self.course),
            ("badges", tr("Name badges, ten on a sheet"), self.badges),
            ("certificates", tr("Certificates for who came often enough"), self.certificates),
            ("sheet_week", tr("The sheets of seven days in one go"), self.week),
            ("sheet_week_saved", tr("Every sheet of the week has its number"), self.save_week),
        )

    def wide(self) -> None:
        page = self._opened(POTTERY)
        for language in (Language.EN, Language.UK):
            page.choices.languages[language].setChecked(True)
        self._lay_out(Layout.LANDSCAPE, wide=True)

    def large(self) -> None:
        page = self._page()
        for language in (Language.EN, Language.UK):
            page.choices.languages[language].setChecked(False)
        self._lay_out(Layout.LARGE, wide=False)

    def easy(self) -> None:
        self._lay_out(Layout.EASY, wide=True)

    def empty(self) -> None:
        self._lay_out(Layout.EMPTY, wide=False)

    def guarded(self) -> None:
        page = self._opened(GROUP)
        self._lay_out(Layout.PORTRAIT, wide=False)
        self.g.expect(page.choices.guarded.isVisible(), "it is not said that it is confidential")

    def course(self) -> None:
        self._opened(COURSE)
        self._lay_out(Layout.COURSE, wide=True)

    def week(self) -> None:
        self._drawer().dismiss()
        self.g.settle()
        page = self._opened(POTTERY)
        page.choices.scope.set_value(Scope.WEEK)
        self._lay_out(Layout.PORTRAIT, wide=False)
        seen = page.preview
        self.g.wait(lambda: seen.pages > 5 and page.is_settled, "the sheets of the week")

    def save_week(self) -> None:
        path = self.g.out / "week.pdf"
        self._page().save_to(path)
        self.g.settle()
        self.g.wait(path.exists, "the PDF of the week")

    def badges(self) -> None:
        page = self._opened(COURSE)
        page.badges.click()
        drawer = self._drawer()
        seen = drawer.preview
        self.g.wait(lambda: seen.pages > 0 and seen.is_settled, "the badges")
        drawer.save_to(self.g.out / "badges.pdf")

    def certificates(self) -> None:
        drawer = self._drawer()
        drawer.choices.papers.choose(Paper.CERTIFICATES)
        self.g.settle()
        seen = drawer.preview
        self.g.wait(lambda: seen.pages > 1 and seen.is_settled, "the certificates")
        drawer.save_to(self.g.out / "certificates.pdf")
        self.g.settle()

    def _lay_out(self, layout: Layout, *, wide: bool) -> None:
        page = self._page()
        page.choices.layout_.set_value(layout)

        def turned() -> bool:
            size = page.preview.view.document().pagePointSize(0)
            return page.is_settled and bool((size.width() > size.height()) is wide)

        self.g.wait(turned, f"the layout {layout}")

    def _opened(self, title: str) -> "SheetPage":
        """The sheet of the next session whose event begins so."""
        self.g.view.show_tab("events", ("sheet", self._session(title)))
        self.g.settle()
        return self._page()

    def _session(self, title: str) -> UUID:
        days = self.g.ask(Agenda(MONDAY, DAYS))
        rows = [row for day in days for row in day.rows if row.title.startswith(title)]
        self.g.expect(rows, f"{title} is not in the sample")
        return rows[0].session_id

    def _page(self) -> "SheetPage":
        page: SheetPage = self.g.view.tab().events.sheet  # type: ignore[attr-defined]
        self.g.expect(page.isVisible(), "the page of the sheet is not shown")
        return page

    def _drawer(self) -> "BadgesDrawer":
        from ui.events.badges_drawer import BadgesDrawer

        self.g.settle()
        found = [d for d in self.g.program.window.findChildren(BadgesDrawer) if d.isVisible()]
        self.g.expect(found, "the drawer of badges did not open")
        return found[-1]
