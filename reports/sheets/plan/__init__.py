"""The plan on paper: sessions, weeks, cards, and why each exercise is there."""
