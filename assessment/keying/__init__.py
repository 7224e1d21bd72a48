"""Keying a questionnaire in that was filled in on paper: line by line, on any terminal."""
