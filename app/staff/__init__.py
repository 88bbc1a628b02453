"""The people who work at the desk: accounts, roles, signing in."""
