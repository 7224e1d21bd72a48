"""The cards of the records that this computer could open, in one sealed file beside the store.

With it the desk opens without unsealing each record; without it that takes longer, no more.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from assessment.files.atomic_write import write_whole_file
from assessment.records.errors import WrongSecretError
from assessment.records.sealing import age_format
from assessment.records.sealing.payload import Card, Keys
from assessment.records.sealing.public_key import SealFor

CACHE = "cards.age"

Cards = Mapping[str, tuple[str, Card]]
"""By the id of a record: the mark of how its card was sealed, and the card."""


def drop_kept_cards(folder: Path) -> None:
    """Take the sealed copy of the cards away; it comes again when the desk opens."""
    (folder / CACHE).unlink(missing_ok=True)


def kept_cards(folder: Path, keys: Keys) -> Cards:
    """Return the cards of the sealed copy; none where it is old or *keys* do not open it."""
    if not keys.secrets:
        return {}
    with suppress(OSError, WrongSecretError, ValueError, TypeError, KeyError):
        packed = age_format.opened((folder / CACHE).read_bytes(), *keys.secrets.values())
        return {
            name: (mark, Card(**{**card, "retest_weeks": tuple(card["retest_weeks"])}))
            for name, (mark, card) in json.loads(packed).items()
        }
    return {}


def keep_cards(folder: Path, seal_for: SealFor, cards: Cards) -> None:
    """Keep *cards*, sealed, where the gym seals its records."""
    if not seal_for.seals:
        return
    packed = json.dumps({name: (mark, asdict(card)) for name, (mark, card) in cards.items()})
    with suppress(OSError):  # the next opening takes longer, and that is all
        write_whole_file(folder / CACHE, age_format.sealed(packed.encode(), seal_for.public))
