"""The gym's public key on this computer: it can seal what is added, and open nothing.

A file of age recipients, so that any age program can seal for it too. It says which key this
computer trusts; a key that comes with a copy of records is used only after the trainer's
passphrase has opened it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from assessment.files.atomic_write import write_whole_file
from assessment.files.owner_only import make_folder
from assessment.records.errors import GymKeyFileError
from assessment.records.store.values import PLAIN

NAME = "gym-key.txt"
TEXT = """\
# The gym's public key. It seals records and opens nothing. posterior-chain needs this file.
# generation {generation}
{public}
"""
_GENERATION = re.compile(r"^# generation (\d{1,9})$", re.MULTILINE)
_PUBLIC = re.compile(r"^(age1[a-z0-9]{58})$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class SealFor:
    """The key that new records are sealed for; ``public`` is empty where they are not."""

    public: str = PLAIN
    generation: int = 0

    @property
    def seals(self) -> bool:
        """Whether records are sealed."""
        return bool(self.public)


UNSEALED = SealFor()


def read_gym_key(folder: Path) -> SealFor:
    """Return the key in *folder*, or ``UNSEALED`` where there is none.

    Raises:
        GymKeyFileError: The file cannot be read or is not one.
    """
    path = folder / NAME
    try:
        text = path.read_text(encoding="ascii")
    except FileNotFoundError:
        return UNSEALED
    except (OSError, UnicodeDecodeError) as error:
        raise GymKeyFileError(f"{path} cannot be read, so nothing can be sealed.") from error
    public, generation = _PUBLIC.search(text), _GENERATION.search(text)
    if not public or not generation:
        raise GymKeyFileError(
            f"{path} is not the gym's public key any more. Take it from another laptop of the "
            "gym, or make it anew with: posterior-chain seal adopt"
        )
    return SealFor(public[1], int(generation[1]))


def write_gym_key(folder: Path, key: SealFor) -> None:
    """Have this computer seal for *key* from now on.

    Raises:
        OSError: It cannot be written; what was there before is there.
    """
    make_folder(folder)
    text = TEXT.format(generation=key.generation, public=key.public)
    write_whole_file(folder / NAME, text.encode())
