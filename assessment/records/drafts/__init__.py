"""Screenings that are not finished, one small file each."""
