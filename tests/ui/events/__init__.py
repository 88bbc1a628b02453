"""The events tab, its drawers and the page of the sheet."""
