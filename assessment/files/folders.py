"""Where the program keeps things on this computer."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import platformdirs

APP = "posterior-chain"
NO_HOME = Path(os.devnull, "HOME is not set")
"""In place of a folder where neither the environment nor the system knows whose home it is in.

Nothing can be made or found there by anybody, as in any other folder that is not writable.
"""


def data_folder() -> Path:
    """Return the folder for drafts, the store, the gym's public key and the PIN."""
    return _known(lambda: platformdirs.user_data_dir(APP, appauthor=False))


def draft_path() -> Path:
    """Return the file for the screening that is not finished."""
    return data_folder() / "draft.jsonl"


def keying_path() -> Path:
    """Return the file for the paper questionnaire that is being keyed in."""
    return draft_path().with_name("keying.jsonl")


def log_folder() -> Path:
    """Return the folder for the log of faults in the program. Never holds an answer."""
    return _known(lambda: platformdirs.user_log_dir(APP, appauthor=False))


def reports_folder() -> Path:
    """Return the folder where reports are saved unless another is named."""
    return _known(platformdirs.user_documents_dir) / APP


def settings_path() -> Path:
    """Return the file of the gym's settings, which a person writes."""
    return _known(lambda: platformdirs.user_config_dir(APP, appauthor=False)) / "settings.toml"


def _known(found: Callable[[], str]) -> Path:
    try:
        return Path(found())
    except RuntimeError:
        return NO_HOME


def is_there(path: Path) -> bool:
    """Return whether something is at *path*: also where nobody may look; who reads it says so."""
    try:
        return path.exists()
    except OSError:
        return True
