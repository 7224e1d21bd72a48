"""A gym's wishes for its paper, as its settings file has them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from assessment.settings.model import REPORT
from assessment.settings.reading import SettingsFile
from reports.output.print_options import PrintOptions


def paper_of(wishes: Mapping[str, object], folder: Path) -> tuple[PrintOptions, tuple[str, ...]]:
    """Return the paper that *wishes* ask for, and for each that cannot be met ``key: reason``."""
    values = {f"{REPORT}.{key}": wish for key, wish in wishes.items()}
    used, faults = SettingsFile(folder / "settings.toml", values).used(REPORT)
    return used.print_options, tuple(f"{one.key}: {one.reason}" for one in faults)
