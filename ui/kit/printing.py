"""Puts a PDF on paper page by page, so that the window goes on and a long print can be stopped."""

from PySide6.QtCore import QObject, QSizeF, QTimer, Signal
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from ui.kit.preview import LoadedPdf, paint_page


def usual_printer() -> QPrinter | None:
    """The printer of this computer that is used when none is named; None: there is none."""
    usual = QPrinterInfo.defaultPrinter()
    if usual.isNull():
        return None
    return QPrinter(usual, QPrinter.PrinterMode.HighResolution)


def has_printer() -> bool:
    return bool(QPrinterInfo.availablePrinterNames())


class PrintJob(QObject):
    """One page in each turn of the event loop."""

    told = Signal(int, int)
    """Pages printed, and in all."""
    done = Signal(bool)
    """False: the printer did not take it, or it was stopped."""

    def __init__(self, parent: QObject, pdf: bytes, printer: QPrinter) -> None:
        super().__init__(parent)
        self._loaded, self._printer = LoadedPdf(pdf), printer
        self._painter = QPainter()
        self._page = 0
        self.was_stopped = False
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._next)

    def start(self) -> None:
        self._turn_the_paper()
        if self._painter.begin(self._printer):
            self._turn.start()
        else:
            self.done.emit(False)

    def stop(self) -> None:
        """Before the next page."""
        self.was_stopped = True

    def _turn_the_paper(self) -> None:
        size: QSizeF = self._loaded.document.pagePointSize(0)
        ways = QPageLayout.Orientation
        wide = size.width() > size.height()
        self._printer.setPageOrientation(ways.Landscape if wide else ways.Portrait)
        self._printer.setFullPage(True)

    def _next(self) -> None:
        if self.was_stopped:
            self._printer.abort()
            self._end(whole=False)
        elif self._page == self._loaded.pages:
            self._end(whole=True)
        else:
            if self._page:
                self._printer.newPage()
            paint_page(self._painter, self._loaded.document, self._page)
            self._page += 1
            self._turn.start()
            self.told.emit(self._page, self._loaded.pages)

    def _end(self, *, whole: bool) -> None:
        self._painter.end()
        self.done.emit(whole)
