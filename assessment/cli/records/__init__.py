"""``records``: what the trainer does with finished screenings. One module a job."""

from assessment.cli.records.group import records

__all__ = ["records"]
