"""Paper, drawn from plain values: it asks no database, and reads no clock."""
