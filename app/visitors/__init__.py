"""People who come to the centre, their organisations, consents and visits."""
