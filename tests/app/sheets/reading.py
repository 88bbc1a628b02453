"""Reads a drawn PDF back, the way a reader of the file would."""

from io import BytesIO

from pypdf import PageObject, PdfReader


def pages(pdf: bytes) -> list[PageObject]:
    return list(PdfReader(BytesIO(pdf)).pages)


def page_texts(pdf: bytes) -> list[str]:
    """The words of each page, single spaces between them."""
    return [" ".join(page.extract_text().split()) for page in pages(pdf)]


def text_of(pdf: bytes) -> str:
    return " ".join(page_texts(pdf))


def placed(page: PageObject) -> dict[str, tuple[float, float]]:
    """Where each text begins, in points from the lower left corner."""
    found: dict[str, tuple[float, float]] = {}

    def visit(text: str, outer: list[float], inner: list[float], *_: object) -> None:
        if text.strip():
            found[text.strip()] = (round(inner[4], 2), round(inner[5], 2))

    page.extract_text(visitor_text=visit)
    return found


def fonts(pdf: bytes) -> dict[str, bool]:
    """Every font the pages name, and whether its letters are in the file."""
    found = {}
    for page in pages(pdf):
        for reference in page["/Resources"]["/Font"].values():
            font = reference.get_object()
            found[font["/BaseFont"]] = "/FontFile2" in font.get("/FontDescriptor", {})
    return found
