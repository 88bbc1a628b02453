"""Files in and out: lists of people as CSV and Excel."""
