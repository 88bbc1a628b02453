"""What stands before the desk: first start, signing in, coming back, the sample centre.

Each opens the database on another thread, so that the page goes on answering.
"""

import atexit
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import Refused
from app.folders import Folders, Found
from app.language import Language, tr
from ui.kit.empty import Empty
from ui.opening import Opening

if TYPE_CHECKING:
    from ui.program import Program


def demo_folders(own: Folders) -> Folders:
    """A place for the sample centre that is gone when the program ends; the cache is the own one."""
    root = Path(tempfile.mkdtemp(prefix="kopa-demo-"))
    atexit.register(shutil.rmtree, root, ignore_errors=True)
    return Folders(root, own.cache)


class Entrance(QObject):
    """Shows the page that fits what lies in the data folder."""

    opened = Signal(object)
    """(Database, SignedIn): somebody may come in."""

    def __init__(self, program: "Program") -> None:
        super().__init__(program)
        self._program = program
        self._page: Any = None
        program.answers.failed.connect(self._on_failed)

    def open(self) -> None:
        """The first page now, what stands behind it when it is painted."""
        program = self._program
        if program.demo:
            if not isinstance(program.window.page, Opening):
                program.window.show_page(Opening(takes_keys=True))
            QTimer.singleShot(0, self._open_sample)
            return
        found = Found.WHOLE if program.address else program.folders.found()
        program.window.show_page(self._first_page(found))
        QTimer.singleShot(0, self.load)

    def _first_page(self, found: Found) -> Any:
        """By what lies in the data folder; a missing file is named before anything is asked."""
        if found is Found.WHOLE:
            return self.sign_in_page()
        if found is Found.NOTHING:
            return self._first_start_page()
        from ui.sign_in.missing import MissingPage

        self._page = MissingPage(self._program.folders, found)
        self._page.decided.connect(self._go_on_with)
        self._page.language_chosen.connect(lambda one: self._go_on_with(found, one))
        return self._page

    def _go_on_with(self, found: Found, language: Language | None = None) -> None:
        if language is not None:
            self._program.apply(replace(self._program.settings, language=str(language)))
        old = self._page
        self._program.window.show_page(self._first_page(found))
        self._program.window.drop_page(old)
        self.load()

    def sign_in_page(self) -> Any:
        from ui.sign_in.page import SignInPage

        self._page = SignInPage(self._program.settings.last_user_name, self._program.clock)
        self._page.wanted.connect(self._sign_in)
        self._page.recovery_wanted.connect(self._recover)
        self._page.language_chosen.connect(self._speak_before)
        return self._page

    def _first_start_page(self) -> Any:
        from ui.first_start.page import FirstStartPage

        self._page = FirstStartPage()
        self._page.wanted.connect(self._first_start)
        self._page.sample_wanted.connect(self._open_sample)
        self._page.language_chosen.connect(self._speak_before)
        return self._page

    def _speak_before(self, language: Language) -> None:
        """Another language before signing in: the page is made anew and keeps what was typed."""
        self._program.apply(replace(self._program.settings, language=str(language)))
        old, typed = self._page, self._page.typed()
        is_first = type(old).__name__ == "FirstStartPage"
        page = self._first_start_page() if is_first else self.sign_in_page()
        page.put_back(typed)
        self._program.window.show_page(page)
        self._program.window.drop_page(old)
        self.load()

    def load(self) -> None:
        """Import the ORM while a password is typed."""

        def importing() -> None:
            import app.sign_in
            import app.tables  # noqa: F401

        self._run(importing, lambda _: self._page.set_ready())

    def _sign_in(self, user_name: str, password: str) -> None:
        def job() -> Any:
            from app.sign_in import sign_in

            return sign_in(
                self._program.address or self._program.folders,
                user_name,
                password,
                self._program.clock,
            )

        self._program.apply(replace(self._program.settings, last_user_name=user_name.strip()))
        self._run(job, self.opened.emit)

    def _recover(self, code: str, user_name: str, password: str) -> None:
        def job() -> Any:
            from app.sign_in import sign_in_with_recovery

            return sign_in_with_recovery(
                self._program.folders, code, user_name, password, self._program.clock
            )

        self._program.apply(replace(self._program.settings, last_user_name=user_name.strip()))
        self._run(job, self.opened.emit)

    def _first_start(self, wanted: Any) -> None:
        def job() -> Any:
            from app.sign_in import first_start

            return first_start(self._program.folders, wanted, self._program.clock)

        self._program.apply(
            replace(self._program.settings, last_user_name=wanted.person.user_name.strip())
        )
        self._run(job, self._opened_first)

    def _open_sample(self) -> None:
        if not self._program.demo:  # never over the centre's own file
            self._program.demo, self._program.folders = True, demo_folders(self._program.folders)

        def job() -> Any:
            from app.sample import open_sample

            return open_sample(self._program.folders, self._program.clock)

        self._run(job, self.opened.emit)

    def _not_opened(self, refusal: Refused) -> None:
        self.say(str(refusal))

    def say(self, text: str) -> None:
        """On the page before the desk; a demo has none, so it says it on one of its own."""
        if self._page is not None:
            self._page.say(text)
            return
        self._program.window.show_page(Empty("warn", tr("The desk did not open"), text))

    def _on_failed(self, _error: Exception) -> None:
        self.say(tr("The desk could not be opened. The reason is in the log."))

    def _opened_first(self, opened: Any) -> None:
        """The recovery sheet comes between making the centre and opening the desk."""
        self._page.offer_recovery(
            self._program.folders, opened, self._program.clock, lambda: self.opened.emit(opened)
        )

    def _run(self, job: Callable[[], Any], then: Callable[[Any], None]) -> None:
        self._program.answers.run(self._program.opener, job, then, self._not_opened)
