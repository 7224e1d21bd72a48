"""What we ask: the questionnaire as data, and how it is read."""
