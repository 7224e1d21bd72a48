"""Drawings made from numbers, so that the paper and the screen can draw the same ones."""
