"""Everything about the centre and this desk that can be set."""
