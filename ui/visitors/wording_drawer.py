"""The drawer that shows the very words somebody agreed to, in every language they exist in."""

from PySide6.QtWidgets import QWidget

from app.language import Language, current, language_name, tr, words
from app.visitors.consents import PURPOSES, ConsentRow
from app.visitors.wordings import newest, wording
from ui.kit.cards import FlatCard, Note
from ui.kit.drawer import Drawer
from ui.kit.labels import Label


class WordingDrawer(Drawer):
    """Says also whether other words are read out today."""

    def __init__(self, caller: QWidget, row: ConsentRow) -> None:
        super().__init__(caller, words(PURPOSES[row.purpose]), width=460)
        version = tr("Text version {n}", n=row.wording)
        self.column.addWidget(Label(version, role="h2"))
        texts = wording(row.purpose, row.wording)
        if texts is None:
            self.column.addWidget(Note("warn", tr("These words are not in this program.")))
        elif row.wording != newest(row.purpose):
            now = tr("Today version {n} is read out.", n=newest(row.purpose))
            self.column.addWidget(Note("info", now))
        languages = sorted(Language, key=lambda one: one is not current())
        for language in languages if texts else ():
            box = FlatCard()
            box.column.addWidget(Label(language_name(language), role="sub"))
            box.column.addWidget(Label(texts[language] if texts else "", wrap=True))
            self.column.addWidget(box)
        self.column.addStretch(1)
