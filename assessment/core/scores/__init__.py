"""Answers -> a score per region, and what it is made of."""
