"""What people need, what an event must arrange, and the match of both with rooms."""
