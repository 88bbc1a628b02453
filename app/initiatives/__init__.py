"""Residents' own ideas on their way from a line at the desk to something done."""
