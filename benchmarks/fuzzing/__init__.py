"""Throws at the program what nobody means: it has to take it or to refuse it in words."""
