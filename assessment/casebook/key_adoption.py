"""The gym's key taken into use on this computer: everything that is here is sealed for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from assessment.records.drafts.draft import DraftFile
from assessment.records.errors import DraftInUseError
from assessment.records.sealing.card_cache import drop_kept_cards
from assessment.records.sealing.gym_keys import adopt
from assessment.records.sealing.payload import Keys
from assessment.records.sealing.sealing_anew import seal_all
from assessment.records.store.repository import note
from assessment.records.store.transactions import Store


@dataclass(frozen=True, slots=True)
class SealedStore:
    """How many records were sealed, and which drafts stay unsealed while somebody answers."""

    records: int
    drafts_in_use: tuple[Path, ...]


def seal_store(
    store: Store,
    folder: Path,
    keys: Keys,
    drafts: Iterable[Path],
    on_progress: Callable[[int, int], None],
) -> SealedStore:
    """Seal for the newest of *keys* from now on, and what is here; erase unsealed *drafts*.

    Raises:
        StoreError: The store cannot be read or written.
        OSError: The public key cannot be kept in *folder*, or a draft not be erased.
    """
    seal_for = adopt(store, folder, keys)
    in_use = tuple(path for path in drafts if not _erased(path))
    drop_kept_cards(folder)
    count = seal_all(store, seal_for, keys, on_progress)
    note(store, "sealed", None, f"{count} records")
    return SealedStore(count, in_use)


def _erased(path: Path) -> bool:
    """Erase the draft at *path*; return False where it is being filled in."""
    draft = DraftFile(path)
    if not path.exists():
        return True
    try:
        with draft.held():
            draft.erase()
    except DraftInUseError:
        return False
    return True
