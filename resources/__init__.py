"""Pictures, style sheets and words that are shipped with the program."""
