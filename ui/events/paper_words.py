"""What papers of an event have in common: the names of their files, what is said without a printer."""

from datetime import date

from app.language import say

FORBIDDEN = '<>:"/\\|?*'
"""In file names, somewhere."""
NO_PRINTER = say(
    "This computer has no printer. Save the paper as a PDF (Ctrl+S) and print it on another one."
)
NOTHING_TAKEN = say(
    "The printer took nothing. See whether it is switched on, or save the paper as a PDF."
)


def file_name(title: str, day: date) -> str:
    """Without what some computers do not allow in the name of a file."""
    clean = "".join(" " if letter in FORBIDDEN else letter for letter in title).strip(" .")
    return f"{clean[:80]} {day.isoformat()}.pdf"
