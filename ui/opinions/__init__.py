"""What residents say, in the window."""
