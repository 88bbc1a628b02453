"""The window: the only half of the program that knows Qt."""
