"""What the gym chooses for all plans, from its settings file."""

from __future__ import annotations

from pathlib import Path

from assessment.catalogue.gym_choices import NO_CHOICES, GymChoices
from assessment.files.folders import is_there, settings_path
from assessment.settings.model import PLAN, QUIZ
from assessment.settings.reading import read_settings


def gym_choices(path: Path | None = None) -> GymChoices:
    """Return what the settings in *path*, or in the usual file, choose.

    A wrong line is not used; whoever shows the settings tells of it.
    """
    place = path or settings_path()
    return read_settings(place).used(QUIZ, PLAN)[0].gym_choices if is_there(place) else NO_CHOICES
