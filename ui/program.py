"""Wires everything: settings → theme → window → database → desk."""

import os
import platform
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from app.clock import Clock
from app.folders import Folders
from app.language import Language, tr, use
from app.settings import SIZES, Settings, read_settings, write_settings
from ui import theme
from ui.answers import Answers
from ui.entrance import Entrance
from ui.garbage import MainThreadGarbage
from ui.idle import Idle
from ui.immortal import keep_the_constants
from ui.kit.accessible import describe_kit
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
        self.demo = demo
        self.opener = ThreadPoolExecutor(1, "opening")
        self.answers = Answers()
        log_to(folders.log)
        self.window = window or Window()
        self.window.closing.connect(self.close)
        self.window.resized.connect(self._on_resized)
        self._idle = Idle(self.app)
        self._idle.for_long.connect(self._lock)
        self.app.focusChanged.connect(self._keep_focus)
        self._entrance = Entrance(self)
        self._entrance.opened.connect(self._opened)

    def start(self, size: tuple[int, int] = START_SIZE) -> None:
        """Show the first page, then load what stands behind it."""
        self._dress()
        self.window.resize(*size)
        self._entrance.open()
        self.window.show()
        self.window.activateWindow()

    @property
    def is_idle(self) -> bool:
        """Nothing asked is unanswered."""
        return self.answers.is_idle and (self.desk is None or self.desk.is_idle)

    def close(self) -> None:
        if self.desk is not None:
            self.desk.close()
            self.desk = None
        self.opener.shutdown(wait=True)

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
        self.desk.folders = None if self.demo or self.address else self.folders
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
        self._idle.wait(0 if self.demo else self.settings.lock_after_minutes)

    def _sign_out(self) -> None:
        if self.desk is None or self.view is None:
            return
        old = self.view
        self.desk.close()
        self.desk = self.view = None
        self._idle.wait(0)
        self.window.show_page(self._entrance.sign_in_page())
        self.window.drop_page(old)
        self._entrance.load()

    def _lock(self) -> None:
        if self.desk is None or self.view is None or self.demo:
            return
        from ui.sign_in.locked import LockedPage

        if isinstance(self.window.page, LockedPage):
            self.window.page.password.setFocus()  # it became so while it was turned to a visitor
            return
        person = self.desk.signed_in.name if self.desk.signed_in else ""
        locked = LockedPage(person, self.clock)
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
                before = self._focus_before
                if before is not None and shiboken6.isValid(before):
                    before.setFocus()

        self.answers.run(self.opener, job, then, None)

    # look, size, language

    def _speak(self, language: Language) -> None:
        self._apply_and_rebuild(replace(self.settings, language=str(language)))

    def _resize_text(self, step: int) -> None:
        """Ctrl+plus, Ctrl+minus; 0 goes back to 100 %."""
        here = SIZES.index(self.settings.size)
        size = SIZES[max(0, min(here + step, len(SIZES) - 1))] if step else SIZES[0]
        self._apply_and_rebuild(replace(self.settings, size=size))

    def apply(self, settings: Settings) -> None:
        if settings == self.settings:
            return
        redress = (settings.look, settings.size) != (self.settings.look, self.settings.size)
        self.settings = settings
        if self.desk is not None:
            self.desk.settings = settings
        use(Language(settings.language))
        if redress:
            self._dress()
        if not self.demo:
            self._remember(settings)

    def _remember(self, settings: Settings) -> None:
        """A full disk or a locked folder: the look is as wanted, only the next start forgets it."""
        try:
            write_settings(self.folders.settings, settings)
        except OSError:
            text = tr("The settings could not be saved: the disk is full or locked.")
            if self.view is not None:
                self.view.last_action_say(text, "warn")
            else:
                self._entrance.say(text)

    def _apply_and_rebuild(self, settings: Settings) -> None:
        if settings == self.settings:
            return
        self.apply(settings)
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
        view = self.view
        if now is None and view is not None and shiboken6.isValid(view) and view.isVisible():
            view.setFocus()

    def _on_resized(self, roomy: bool) -> None:
        if self.view is not None:
            self.view.set_narrow(self.settings.narrow or not roomy)
