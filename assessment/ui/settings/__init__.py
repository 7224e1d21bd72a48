"""The gym's settings on the screen."""
