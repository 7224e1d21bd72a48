"""The trainer's desk: shut, until a passphrase (or a PIN) opens it for a while."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from assessment.records.errors import SealedError, WrongSecretError
from assessment.records.sealing.guard import Guard, guard_of
from assessment.records.sealing.gym_keys import adopt, check_key_is_there, newest_key, open_keys
from assessment.records.sealing.login_throttle import throttled
from assessment.records.sealing.payload import NO_KEYS, Card, Content, Keys, open_card, open_content
from assessment.records.sealing.pin import check_pin, drop_pin, set_pin
from assessment.records.sealing.public_key import SealFor, read_gym_key
from assessment.records.sealing.sealing_anew import seal_all
from assessment.records.store.transactions import Store
from assessment.records.store.values import Record

IDLE_SECONDS = 300.0
"""How long an open desk stays open when nobody touches it."""
SHUT = "The desk is shut. Open it first."
NO_PIN = "Choose a PIN for the desk first: posterior-chain records pin"


class Desk:
    """What a trainer may read of *store*. Keys are held only while it is open.

    *folder* has the gym's public key or the PIN; *clock* gives seconds that only grow.
    """

    def __init__(
        self,
        store: Store,
        folder: Path,
        *,
        clock: Callable[[], float] = time.monotonic,
        idle_seconds: float = IDLE_SECONDS,
    ) -> None:
        self.store = store
        self.folder = folder
        self._clock = clock
        self._idle_seconds = idle_seconds
        self._keys: Keys | None = None
        self._touched = 0.0

    @property
    def guard(self) -> Guard:
        """What opens this desk."""
        return guard_of(self.folder, lambda: newest_key(self.store) is not None)

    @property
    def seal_for(self) -> SealFor:
        """The key that new records of this computer are sealed for."""
        return read_gym_key(self.folder)

    @property
    def is_open(self) -> bool:
        """Whether it is open; it shuts itself when nobody has touched it for a while."""
        if self._keys is not None and self._clock() - self._touched > self._idle_seconds:
            self.shut()
        return self._keys is not None

    def open(self, secret: str, keys_of: Callable[[Store, str], Keys] = open_keys) -> None:
        """Open the desk with the passphrase, or the PIN where nothing is sealed.

        A gym's key that came from another laptop, and that this passphrase opens, is used on
        this computer from now on, and what is not sealed here is sealed for it.
        *keys_of* opens the passphrase's keys, which takes a second.

        Raises:
            WrongSecretError: It does not open it, no PIN was chosen yet, or after so many wrong
                tries the next has to wait.
            SealedError: The store does not hold the key that this computer seals for.
            StoreError: The store cannot be read.
            OSError: The public key cannot be kept here.
        """
        guard = self.guard
        if guard is Guard.NOTHING_YET:
            raise WrongSecretError(NO_PIN)
        if guard is Guard.PASSPHRASE:
            check_key_is_there(self.store, self.folder)
        with throttled(self.folder):
            if guard is Guard.PIN:
                check_pin(self.folder, secret)
                self._hold(NO_KEYS)
                return
            keys = keys_of(self.store, secret)
        self.open_with(keys)

    def open_with(self, keys: Keys) -> None:
        """Open the desk with *keys*, from the passphrase or the recovery sheet."""
        seal_for = adopt(self.store, self.folder, keys)
        seal_all(self.store, seal_for, keys)
        drop_pin(self.folder)
        self._hold(keys)

    def choose_pin(self, pin: str) -> None:
        """Choose the PIN of a desk without sealing; the old one has to have opened it.

        Raises:
            WrongSecretError: The desk has a PIN and is shut, or *pin* is not 4 to 12 digits.
        """
        if self.guard is not Guard.NOTHING_YET and not self.is_open:
            raise WrongSecretError(SHUT)
        set_pin(self.folder, pin)

    def touch(self) -> None:
        """Somebody is at the desk: it stays open for another while."""
        if self.is_open:
            self._touched = self._clock()

    def shut(self) -> None:
        """Shut the desk, and keep no key."""
        self._keys = None

    @property
    def keys(self) -> Keys:
        """The keys of an open desk.

        Raises:
            SealedError: It is shut.
        """
        if not self.is_open or self._keys is None:
            raise SealedError(SHUT)
        return self._keys

    def card(self, record: Record) -> Card:
        """Return what a list shows of *record*.

        Raises:
            SealedError: The desk is shut, or the record is sealed for another key.
            StoreDamagedError: The record is not whole.
        """
        return open_card(record, self.keys)

    def content(self, record: Record) -> Content:
        """Return the answers and the assessment of *record*; raises as ``card`` does."""
        return open_content(record, self.keys)

    def _hold(self, keys: Keys) -> None:
        self._keys = keys
        self._touched = self._clock()
