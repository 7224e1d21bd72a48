"""What we advise: exercises, doses, norms, cautions and references as data."""
