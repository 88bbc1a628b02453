"""The centre itself: its name, address and opening hours."""
