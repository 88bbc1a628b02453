"""Several pages in one place, of which one is in front."""

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Pages(QVBoxLayout):
    """The first page is in front at the beginning."""

    def __init__(self, *pages: QWidget) -> None:
        super().__init__()
        self.every = pages
        self.current = pages[0]
        for page in pages:
            self.addWidget(page, 1)
        for page in pages[1:]:
            page.hide()

    def turn_to(self, page: QWidget) -> None:
        self.current = page
        for one in self.every:
            one.setVisible(one is page)
