"""Planning events, the list, attendance and the sheet."""
