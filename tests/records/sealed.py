"""A gym with a key, made once for all tests: a passphrase costs a second each time."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assessment.records.sealing import age_format
from assessment.records.sealing.payload import Keys
from assessment.records.sealing.public_key import SealFor, write_gym_key
from assessment.records.store.repository import put_all
from assessment.records.store.transactions import Store
from assessment.records.store.values import GymKey

PASSPHRASE = "copper ladder autumn violin"  # noqa: S105  # of the gym in the tests


@dataclass(frozen=True)
class Gym:
    key: GymKey
    secret: str

    @property
    def keys(self) -> Keys:
        return Keys({self.key.public: self.secret})

    @property
    def seal_for(self) -> SealFor:
        return SealFor(self.key.public, self.key.generation)

    def seals(self, store: Store) -> Store:
        """Return *store* with this gym's key in it and beside it."""
        put_all(store, [self.key])
        write_gym_key(Path(store.place).parent, self.seal_for)
        return store


@cache
def gym() -> Gym:
    secret = age_format.new_secret()
    wrapped = age_format.wrapped(f"{secret}\n".encode(), PASSPHRASE)
    return Gym(GymKey(age_format.public_of(secret), 1, wrapped, 1), secret)
