"""Tests of the bookings tab."""
