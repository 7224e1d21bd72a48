"""Why a store cannot do what it was asked; each message is a sentence that can be shown.

No database is needed to import this: drafts of a sealed gym use it in the quiz.
"""

from __future__ import annotations


class StoreError(Exception):
    """Something about the store; never raised itself."""


class StoreUnreachable(StoreError):  # noqa: N818  # a state, said as it is
    """The file cannot be opened, or the server does not answer."""


class StoreFull(StoreError):  # noqa: N818
    """There is no room on the disk; what was confirmed before is there."""


class StoreReadOnly(StoreError):  # noqa: N818
    """Nothing may be written here."""


class StoreBusy(StoreError):  # noqa: N818
    """Another program was writing for too long."""


class StoreDamaged(StoreError):  # noqa: N818
    """The file is not a whole database any more."""


class StoreNewer(StoreError):  # noqa: N818
    """A newer program made the store."""


class BadAddress(StoreError):  # noqa: N818
    """The address of a store is not one that this program can use."""


class NotThere(StoreError):  # noqa: N818
    """There is no such record or client."""


class Sealed(StoreError):  # noqa: N818
    """It cannot be opened without the gym's key."""


class WrongSecret(StoreError):  # noqa: N818
    """The passphrase, PIN or key does not open it."""


class BadBundle(StoreError):  # noqa: N818
    """A file is not a whole bundle of records."""


BUSY = "Another program is writing to {place}. Wait a moment and try again."
UNOPENED = "The store {place} cannot be opened. Look whether the folder is there."
