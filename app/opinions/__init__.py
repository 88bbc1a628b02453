"""What residents say: faces after an event, ideas and complaints at the desk, and our answer."""
