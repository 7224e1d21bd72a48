"""Lists, keys and lines that many screens are made of."""
