"""Screenings as a table for a spreadsheet or a statistics program, and what its columns mean."""
