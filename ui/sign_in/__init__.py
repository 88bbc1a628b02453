"""Before anybody has signed in, and while the desk is locked: no tabs, no names of visitors."""
