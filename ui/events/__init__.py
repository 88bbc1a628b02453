"""The events tab: agenda, board of a session, form, and the page that prints the sheet."""
