"""Widgets that know nothing of the centre."""
