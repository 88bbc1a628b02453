"""The tab of access needs, its drawers, and the folded box of a person's card."""
