"""Wires everything: settings → theme → window → database → desk."""

import atexit
import os
import platform
import shutil
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from app.clock import Clock, wall_now
from app.errors import Refused
from app.folders import Folders
from app.language import Language, tr, use
from app.settings import SIZES, Settings, read_settings, write_settings
from ui import theme
from ui.answers import Answers
from ui.garbage import MainThreadGarbage
from ui.idle import Idle
from ui.immortal import keep_the_constants
from ui.kit.accessible import describe_kit
from ui.kit.empty import Empty
from ui.kit.undo_keys import install_undo_keys
from ui.log_file import log_to
from ui.opening import START_SIZE, Opening
from ui.window import Window

if TYPE_CHECKING:
    from app.database.engine import Database
    from app.permission import SignedIn
    from ui.desk import QtDesk
    from ui.desk_view import DeskView

keep_the_constants()


def demo_folders(own: Folders) -> Folders:
    """A place for the sample centre that is gone when the program ends; the cache is the own one."""
    root = Path(tempfile.mkdtemp(prefix="kopa-demo-"))
    atexit.register(shutil.rmtree, root, ignore_errors=True)
    return Folders(root, own.cache)


class Program(QObject):
    """One run of the program. The window paints before the ORM is imported."""

    def __init__(
        self,
        folders: Folders,
        clock: Clock,
        *,
        demo: bool = False,
        address: str = "",
        window: Window | None = None,
    ) -> None:
        running = QApplication.instance()
        self.app = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
        super().__init__()
        self._garbage = MainThreadGarbage()
        self.folders = folders.make()
        self.clock = clock
        self.settings = read_settings(folders.settings)
        self.address = address or self.settings.database
        self.desk: QtDesk | None = None
        self.view: DeskView | None = None
        self._demo = demo
        self._thread = ThreadPoolExecutor(1, "opening")
        self._answers = Answers()
        self._answers.failed.connect(self._on_failed)
        log_to(folders.log)
        self._page: Any = None
        self.window = window or Window()
        self.window.closing.connect(self.close)
        self.window.resized.connect(self._on_resized)
        self._idle = Idle(self.app)
        self._idle.for_long.connect(self._lock)
        self.app.focusChanged.connect(self._keep_focus)

    def start(self, size: tuple[int, int] = START_SIZE) -> None:
        """Show the first page, then load what stands behind it."""
        self._dress()
        self.window.resize(*size)
        if self._demo:
            if not isinstance(self.window.page, Opening):
                self.window.show_page(Opening(takes_keys=True))
            self.window.show()
            self.window.activateWindow()
            QTimer.singleShot(0, self._open_sample)
            return
        first = not self.address and not self.folders.keys.exists()
        page = self._first_start_page() if first else self._sign_in_page()
        self.window.show_page(page)
        self.window.show()
        self.window.activateWindow()
        QTimer.singleShot(0, self._load)

    @property
    def is_idle(self) -> bool:
        """Nothing asked is unanswered."""
        return self._answers.is_idle and (self.desk is None or self.desk.is_idle)

    def close(self) -> None:
        if self.desk is not None:
            self.desk.close()
            self.desk = None
        self._thread.shutdown(wait=True)

    # before anybody is signed in

    def _sign_in_page(self) -> Any:
        from ui.sign_in.page import SignInPage

        self._page = SignInPage(self.settings.last_user_name, wall_now(self.clock))
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
        self._apply(replace(self.settings, language=str(language)))
        old, typed = self._page, self._page.typed()
        is_first = type(old).__name__ == "FirstStartPage"
        page = self._first_start_page() if is_first else self._sign_in_page()
        page.put_back(typed)
        self.window.show_page(page)
        self.window.drop_page(old)
        self._load()

    def _load(self) -> None:
        """Import the ORM while a password is typed."""

        def importing() -> None:
            import app.sign_in
            import app.tables  # noqa: F401

        self._answers.run(self._thread, importing, lambda _: self._page.set_ready(), None)

    def _sign_in(self, user_name: str, password: str) -> None:
        def job() -> Any:
            from app.sign_in import sign_in

            return sign_in(self.address or self.folders, user_name, password, self.clock)

        self._apply(replace(self.settings, last_user_name=user_name.strip()))
        self._answers.run(self._thread, job, self._opened, self._not_opened)

    def _recover(self, code: str, user_name: str, password: str) -> None:
        def job() -> Any:
            from app.sign_in import sign_in_with_recovery

            return sign_in_with_recovery(self.folders, code, user_name, password, self.clock)

        self._apply(replace(self.settings, last_user_name=user_name.strip()))
        self._answers.run(self._thread, job, self._opened, self._not_opened)

    def _first_start(self, wanted: Any) -> None:
        def job() -> Any:
            from app.sign_in import first_start

            return first_start(self.folders, wanted, self.clock)

        self._apply(replace(self.settings, last_user_name=wanted.person.user_name.strip()))
        self._answers.run(self._thread, job, self._opened_first, self._not_opened)

    def _open_sample(self) -> None:
        if not self._demo:  # never over the centre's own file
            self._demo, self.folders = True, demo_folders(self.folders)

        def job() -> Any:
            from app.sample import open_sample

            return open_sample(self.folders, self.clock)

        self._answers.run(self._thread, job, self._opened, self._not_opened)

    def _not_opened(self, refusal: Refused) -> None:
        self._say_before(str(refusal))

    def _say_before(self, text: str) -> None:
        """On the page before the desk; a demo has none, so it says it on one of its own."""
        if self._page is not None:
            self._page.say(text)
            return
        self.window.show_page(Empty("warn", tr("The desk did not open"), text))

    def _on_failed(self, _error: Exception) -> None:
        self._say_before(tr("The desk could not be opened. The reason is in the log."))

    # after

    def _opened_first(self, opened: "tuple[Database, SignedIn]") -> None:
        """The recovery sheet comes between making the centre and opening the desk."""
        self._page.offer_recovery(self.folders, opened, self.clock, lambda: self._opened(opened))

    def _opened(self, opened: "tuple[Database, SignedIn]") -> None:
        from app.desk import Desk
        from ui.desk import QtDesk
        from ui.desk_view import DeskView
        from ui.due import WorkThatIsDue

        database, person = opened
        desk = Desk(database, self.clock, name=f"{platform.node()} {os.getpid()}")
        desk.sign_in(person)
        self.desk = QtDesk(desk)
        self.desk.settings = self.settings
        self.desk.folders = None if self._demo or self.address else self.folders
        self.desk.listen()
        self.view = DeskView(self.desk, narrow=self.settings.narrow or not self.window.is_roomy)
        self.view.language_chosen.connect(self._speak)
        self.view.settings_changed.connect(self._apply_and_rebuild)
        self.view.size_wanted.connect(self._resize_text)
        self.view.lock_wanted.connect(self._lock)
        self.view.sign_out_wanted.connect(self._sign_out)
        opening = self.window.page
        self.window.show_page(self.view)
        self.view.omni.focus_all()
        if isinstance(opening, Opening):
            self.view.omni.go_on(opening.typed)
            self.window.drop_page(opening)
        self._due = WorkThatIsDue(self.desk)
        self._idle.wait(0 if self._demo else self.settings.lock_after_minutes)

    def _sign_out(self) -> None:
        if self.desk is None or self.view is None:
            return
        old = self.view
        self.desk.close()
        self.desk = self.view = None
        self._idle.wait(0)
        self.window.show_page(self._sign_in_page())
        self.window.drop_page(old)
        self._load()

    def _lock(self) -> None:
        if self.desk is None or self.view is None or self._demo:
            return
        from ui.sign_in.locked import LockedPage

        person = self.desk.signed_in.name if self.desk.signed_in else ""
        locked = LockedPage(person)
        locked.wanted.connect(lambda password: self._unlock(locked, password))
        locked.other_person.connect(self._sign_out)
        self._focus_before = self.app.focusWidget()
        self.window.show_page(locked)

    def _unlock(self, locked: Any, password: str) -> None:
        user_name = self.settings.last_user_name

        def job() -> bool:
            from app.sign_in import password_is_right

            return password_is_right(self.address or self.folders, user_name, password)

        def then(right: bool) -> None:
            if not right:
                locked.wrong()
            elif self.view is not None:
                self.window.show_page(self.view)
                self.window.drop_page(locked)
                if self._focus_before is not None:
                    self._focus_before.setFocus()

        self._answers.run(self._thread, job, then, None)

    # look, size, language

    def _speak(self, language: Language) -> None:
        self._apply_and_rebuild(replace(self.settings, language=str(language)))

    def _resize_text(self, step: int) -> None:
        """Ctrl+plus, Ctrl+minus; 0 goes back to 100 %."""
        here = SIZES.index(self.settings.size)
        size = SIZES[max(0, min(here + step, len(SIZES) - 1))] if step else SIZES[0]
        self._apply_and_rebuild(replace(self.settings, size=size))

    def _apply(self, settings: Settings) -> None:
        if settings == self.settings:
            return
        redress = (settings.look, settings.size) != (self.settings.look, self.settings.size)
        self.settings = settings
        if self.desk is not None:
            self.desk.settings = settings
        use(Language(settings.language))
        if not self._demo:
            write_settings(self.folders.settings, settings)
        if redress:
            self._dress()

    def _apply_and_rebuild(self, settings: Settings) -> None:
        if settings == self.settings:
            return
        self._apply(settings)
        if self.view is not None:
            self.view.rebuild()
        self._on_resized(self.window.is_roomy)

    def _dress(self) -> None:
        use(Language(self.settings.language))
        theme.apply(self.app, self.settings.look, self.settings.size / 100, self.folders.cache)
        install_undo_keys(self.app)
        describe_kit()
        self.window.setWindowIcon(QIcon(str(theme.MARK_FILE)))

    def _keep_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """A widget that is made anew must not take the keys with it into nothing."""
        if now is None and self.view is not None and self.view.isVisible():
            self.view.setFocus()

    def _on_resized(self, roomy: bool) -> None:
        if self.view is not None:
            self.view.set_narrow(self.settings.narrow or not roomy)
