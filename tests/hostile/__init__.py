"""Tests that wish the program ill."""
