"""The first start: the centre, its first person, the recovery sheet."""
