"""Why a store cannot do what it was asked; each message is a sentence that can be shown.

No database is needed to import this: drafts of a sealed gym use it in the quiz.
"""

from __future__ import annotations


class StoreError(Exception):
    """Something about the store; never raised itself."""


class StoreUnreachableError(StoreError):  # a state, said as it is
    """The file cannot be opened, or the server does not answer."""


class StoreFullError(StoreError):
    """There is no room on the disk; what was confirmed before is there."""


class StoreReadOnlyError(StoreError):
    """Nothing may be written here."""


class StoreBusyError(StoreError):
    """Another program was writing for too long."""


class StoreDamagedError(StoreError):
    """The file is not a whole database any more."""


class StoreNewerError(StoreError):
    """A newer program made the store."""


class BadAddressError(StoreError):
    """The address of a store is not one that this program can use."""


class NotFoundError(StoreError):
    """There is no such record or client."""


class SealedError(StoreError):
    """It cannot be opened without the gym's key."""


class WrongSecretError(StoreError):
    """The passphrase, PIN or key does not open it."""


class BadBundleError(StoreError):
    """A file is not a whole bundle of records."""


BUSY = "Another program is writing to {place}. Wait a moment and try again."
UNOPENED = "The store {place} cannot be opened. Look whether the folder is there."
