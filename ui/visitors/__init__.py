"""Visitors: the omni box, the list, the card, the drawer in which people are registered."""
