"""All that the quiz needs beyond its first frame, loaded while the welcome stands.

Importing this module is the slow part: it brings pydantic, the bank and every other screen.
"""

from __future__ import annotations

from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from assessment.catalogue.gym_choices import GymChoices
from assessment.catalogue.loader import load_catalogue
from assessment.catalogue.model import Catalogue
from assessment.records.drafts.draft import DraftFile
from assessment.records.errors import DraftInUseError
from assessment.settings.kit import with_kit
from assessment.settings.model import PLAN, QUIZ, REPORT
from assessment.settings.reading import read_settings
from assessment.tui import session
from assessment.ui.terminal.garbage import keep_for_good
from questions.loader import load_questionnaire
from questions.questionnaire import Questionnaire
from reports.figures.poses_loader import load_poses

SCREENS = session
"""Brings every other screen: no later import of theirs has to wait for the disk."""


@dataclass(frozen=True)
class Loaded:
    """The content, and the draft that answers are kept in."""

    questionnaire: Questionnaire
    catalogue: Catalogue
    draft: DraftFile
    in_use: bool
    """Another window of the program has the draft."""
    lock_after: timedelta
    """How long nobody touches anything until the answers are hidden."""
    gym: str
    """Its name; empty where the gym has not set one."""
    choices: GymChoices
    """What it chooses for all plans."""
    faults: tuple[str, ...]
    """A sentence for each line of the gym's settings for the quiz that is not used."""


def load(draft_path: Path, held: ExitStack, settings_path: Path | None = None) -> Loaded:
    """Return the content, with the draft kept from other windows as long as *held* is open.

    Raises:
        ContentError: The content has mistakes.
    """
    draft = DraftFile(draft_path)
    in_use = False
    with suppress(OSError):  # where nothing can be written, each answer will say so
        try:
            held.enter_context(draft.held())
            draft.erase_old()
        except DraftInUseError:
            in_use = True
    read = read_settings(settings_path)
    settings, faults = read.used(QUIZ, PLAN)
    gym = read.used(REPORT)[0].gym
    questionnaire = with_kit(load_questionnaire(), settings.kit)
    lock_after = timedelta(minutes=settings.lock_minutes)
    catalogue = load_catalogue()
    load_poses()  # no key waits for them later
    keep_for_good()
    said = tuple(map(str, faults))
    return Loaded(
        questionnaire, catalogue, draft, in_use, lock_after, gym, settings.gym_choices, said
    )
