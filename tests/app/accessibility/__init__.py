"""Recording needs, preparing for them, and who may see whose they are."""
