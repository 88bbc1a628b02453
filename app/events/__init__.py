"""Activities open to people: sessions, registrations, attendance."""
