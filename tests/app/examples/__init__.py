"""One example of every action, for the test that takes each of them back."""
