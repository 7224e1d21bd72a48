"""A trainer's changes to a plan: what they are, what they make of it, and why one may not be."""
