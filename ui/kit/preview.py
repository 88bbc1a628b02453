"""Shows the bytes of a PDF as they will be on paper, at once."""

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QMargins,
    QPointF,
    QRect,
    QRectF,
    QSizeF,
    Qt,
    QTimer,
)
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.language import tr
from ui.kit.buttons import IconButton, Segments
from ui.kit.cards import Chip
from ui.kit.flow import Flow
from ui.kit.labels import Label
from ui.theme import px, tokens

DRAWN_IN_MS = 90
"""The view draws a new page in a thread of its own; until then our own picture of it covers it."""

SHARPEST, POINTS = 300, 72
"""Dots per inch on paper: a page of 1,200, as some printers say, would be half a gigabyte."""


class LoadedPdf:
    """A document with the buffer it reads from: Qt keeps no hold of the buffer."""

    def __init__(self, pdf: bytes) -> None:
        self._bytes = QByteArray(pdf)
        self._buffer = QBuffer(self._bytes)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document = QPdfDocument()
        self.document.load(self._buffer)

    @property
    def pages(self) -> int:
        return self.document.pageCount()


class Preview(QWidget):
    """Page ‹ ›, the whole page or its width, and the sample mark."""

    def __init__(self, *, sample: bool = True) -> None:
        super().__init__()
        self._sample = sample
        self._loaded: LoadedPdf | None = None
        self.view = QPdfView()
        self.view.setAccessibleName(tr("Preview of the sheet"))
        self.view.setPageMode(QPdfView.PageMode.SinglePage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitInView)
        self.view.setDocumentMargins(QMargins())
        ground = self.view.palette()
        ground.setColor(QPalette.ColorRole.Dark, QColor(tokens().surface2))
        self.view.setPalette(ground)
        self._still = _Still(self.view)
        self._uncover = QTimer(self, singleShot=True, interval=DRAWN_IN_MS)
        self._uncover.timeout.connect(self._still.hide)
        self.back = IconButton("left", tr("Previous page"))
        self.forward = IconButton("right", tr("Next page"))
        self.back.clicked.connect(lambda: self.turn(-1))
        self.forward.clicked.connect(lambda: self.turn(+1))
        self.number = Label("", role="strong")
        self.zoom = Segments([tr("Whole page"), tr("Width")], tr("Size of the preview"))
        self.zoom.chosen.connect(self._zoomed)
        self._lay_out()

    @property
    def pages(self) -> int:
        return self._loaded.pages if self._loaded else 0

    @property
    def page(self) -> int:
        return self.view.pageNavigator().currentPage()

    @property
    def is_settled(self) -> bool:
        """False while a picture stands for what the view has not drawn yet."""
        return not self._uncover.isActive()

    def show_pdf(self, pdf: bytes) -> None:
        """Swap the document under a still picture of the new one; the page stays."""
        page = self.page
        covers = self._loaded is not None and self.isVisible()
        before, self._loaded = self._loaded, LoadedPdf(pdf)
        self.view.setDocument(self._loaded.document)
        self._jump(min(page, self.pages - 1))
        del before  # only now: the view may not point at a document that is gone
        if covers and self.pages:
            self._still.cover(self._picture())
            self._uncover.start()

    def _picture(self) -> QPixmap:
        """The page in front, where the view will have it."""
        assert self._loaded is not None
        port, ratio = self.view.viewport().size(), self.view.devicePixelRatio()
        picture = QPixmap(port * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(tokens().surface2))
        document = self._loaded.document
        points = document.pagePointSize(self.page)
        room = QSizeF(port.width(), port.height() - self.view.pageSpacing())
        if self.view.zoomMode() is QPdfView.ZoomMode.FitToWidth:
            room.setHeight(room.width() * points.height() / points.width())
        size = points.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        page = document.render(self.page, (size * ratio).toSize())
        page.setDevicePixelRatio(ratio)
        painter = QPainter(picture)
        left = int((port.width() - size.width()) / 2)
        painter.fillRect(QRect(left, 0, *size.toSize().toTuple()), Qt.GlobalColor.white)
        painter.drawImage(left, 0, page)
        painter.end()
        return picture

    def turn(self, by: int) -> None:
        self._jump(max(0, min(self.page + by, self.pages - 1)))

    def _jump(self, page: int) -> None:
        self.view.pageNavigator().jump(max(0, page), QPointF(), 0)
        self.number.setText(tr("Page {page} of {pages}", page=page + 1, pages=self.pages))
        self.back.setEnabled(page > 0)
        self.forward.setEnabled(page < self.pages - 1)

    def _zoomed(self, index: int) -> None:
        modes = (QPdfView.ZoomMode.FitInView, QPdfView.ZoomMode.FitToWidth)
        self.view.setZoomMode(modes[index])

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        row = Flow(px(8))
        row.add(self.back, self.number, self.forward)
        if self._sample:
            row.add(Chip(tr("Sample"), "warn", "info"))
        row.push()
        row.add(self.zoom)
        column.addLayout(row)
        column.addWidget(self.view, 1)


class _Still(QWidget):
    """A picture of the page, while the view is drawing it."""

    def __init__(self, view: QPdfView) -> None:
        super().__init__(view.viewport())
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._picture = QPixmap()
        self.hide()

    def cover(self, picture: QPixmap) -> None:
        self._picture = picture
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()


def print_pdf(pdf: bytes, printer: QPrinter) -> None:
    """A few pages at once; a long print goes page by page in `ui.kit.printing`."""
    loaded = LoadedPdf(pdf)
    painter = QPainter(printer)
    for page in range(loaded.pages):
        if page:
            printer.newPage()
        paint_page(painter, loaded.document, page)
    painter.end()


def paint_page(painter: QPainter, document: QPdfDocument, page: int) -> None:
    """As large as the paper, in its own proportions."""
    room = QRectF(painter.viewport())
    points = document.pagePointSize(page)
    wide = points.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    sharp = points * (SHARPEST / POINTS)
    pixels = wide if wide.width() < sharp.width() else sharp
    picture: QImage = document.render(page, pixels.toSize())
    corner = QPointF((room.width() - wide.width()) / 2, 0)
    painter.drawImage(QRectF(corner, wide), picture)
