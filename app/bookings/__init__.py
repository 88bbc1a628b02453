"""Rooms, what they offer, and who has them when."""
