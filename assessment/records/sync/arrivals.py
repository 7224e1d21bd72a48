"""After a copy came in from elsewhere: what came unsealed, a new key, and who was erased."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from assessment.records.erasing import end_of_erasures
from assessment.records.sealing.gym_keys import newest_key
from assessment.records.sealing.public_key import read_gym_key
from assessment.records.sealing.sealing_anew import seal_all
from assessment.records.store.transactions import Store


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a person has to see to after a copy came in."""

    has_new_key: bool
    """A key of the gym came along that this computer does not seal for yet."""
    left: tuple[Path, ...]
    """Files that may still hold a client who was erased elsewhere."""


def settle_arrival(
    store: Store, folder: Path, *, keys: int, erased: int, on_progress: Callable[[int, int], None]
) -> Arrival:
    """Seal what came unsealed into *store*, and erase the papers of who was erased elsewhere.

    *keys* and *erased* are how many of them came along.

    Raises:
        StoreError: The store cannot be read or written.
    """
    seal_for, newest = read_gym_key(folder), newest_key(store)
    seal_all(store, seal_for, on_progress=on_progress)
    has_new_key = bool(keys and newest and newest.public != seal_for.public)
    left = end_of_erasures(store, folder) if erased else ()
    return Arrival(has_new_key, tuple(left))
