"""Tests of bookings: rooms, who has them when, and when they are closed."""
