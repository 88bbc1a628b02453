"""Ideas of residents in the window."""
