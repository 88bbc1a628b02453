"""Things that tests need, made through actions only."""
