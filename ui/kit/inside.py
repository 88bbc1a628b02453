"""For widgets that only ever live inside another one."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object  # two bases that are both QObjects crash


class Inside(_Widget):
    """Showing it before it has a parent would flash it as a window of its own and take the focus.

    It is visible with its parent anyway, so such a wish is simply not needed yet.
    """

    def setVisible(self, visible: bool) -> None:
        if not visible or self.parentWidget() is not None:
            super().setVisible(visible)
