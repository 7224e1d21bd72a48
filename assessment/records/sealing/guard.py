"""What guards the records of this computer: the gym's key, a PIN, or nothing yet."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from assessment.records.sealing.pin import has_pin
from assessment.records.sealing.public_key import read_gym_key


class Guard(StrEnum):
    """What opens the records."""

    PASSPHRASE = "passphrase"  # noqa: S105  # its name, not one
    PIN = "PIN"
    NOTHING_YET = "nothing yet"
    UNKNOWN = "unknown"
    """The gym's public key cannot be read."""


def guard_of(folder: Path, has_key: Callable[[], bool]) -> Guard:
    """Return what guards the records beside *folder*; *has_key* says whether the store has a key.

    Raises:
        GymKeyFileError: The gym's public key cannot be read.
    """
    if read_gym_key(folder).seals or has_key():
        return Guard.PASSPHRASE
    return Guard.PIN if has_pin(folder) else Guard.NOTHING_YET
