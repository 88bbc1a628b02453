"""Today: what a receptionist sees in the morning."""
