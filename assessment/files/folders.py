"""Where the program keeps things on this computer."""

from __future__ import annotations

from pathlib import Path

import platformdirs

APP = "posterior-chain"


def data_folder() -> Path:
    """Return the folder for drafts, the store, the gym's public key and the PIN."""
    return Path(platformdirs.user_data_dir(APP, appauthor=False))


def draft_path() -> Path:
    """Return the file for the screening that is not finished."""
    return data_folder() / "draft.jsonl"


def keying_path() -> Path:
    """Return the file for the paper questionnaire that is being keyed in."""
    return draft_path().with_name("keying.jsonl")


def log_folder() -> Path:
    """Return the folder for the log of faults in the program. Never holds an answer."""
    return Path(platformdirs.user_log_dir(APP, appauthor=False))


def reports_folder() -> Path:
    """Return the folder where reports are saved unless another is named."""
    return Path(platformdirs.user_documents_dir()) / APP


def settings_path() -> Path:
    """Return the file of the gym's settings, which a person writes."""
    return Path(platformdirs.user_config_dir(APP, appauthor=False)) / "settings.toml"
