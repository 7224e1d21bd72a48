"""The exercises that may be named in the settings."""

from __future__ import annotations


def exercise_options() -> tuple[tuple[str, str], ...]:
    """Return each exercise that a plan may have, with its name.

    Most settings name none, and then nobody waits for the catalogue.
    """
    from assessment.catalogue.loader import load_catalogue

    return tuple((one.id, one.name) for one in load_catalogue().automatic)
