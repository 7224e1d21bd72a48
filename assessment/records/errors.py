"""Why records cannot be kept, read or opened; each message is a sentence that can be shown.

    RecordsError
      StoreError               about the store
        StoreUnreachableError    the file cannot be opened, or the server does not answer
        StoreFullError           no room on the disk
        StoreReadOnlyError       nothing may be written
        StoreBusyError           another program was writing for too long
        StoreDamagedError        not a whole database, or not a whole record, any more
        StoreNewerError          a newer program made it
        BadAddressError          not an address of a store
          ServerRefusedError       the server is there; database, name or password are not right
        ForeignStoreError        a file, or tables, of something else
        NotFoundError            no such record or client
        SealedError              the gym's key is needed
        WrongSecretError         a passphrase, PIN or key that does not open
        BadBundleError           a file that is not a whole bundle
      GymKeyFileError          the gym's public key on this computer cannot be read
      DraftInUseError          another window of the program has the draft

No database is needed to import this: drafts of a sealed gym use it in the quiz.
"""

from __future__ import annotations


class RecordsError(Exception):
    """Something about records; never raised itself."""


class StoreError(RecordsError):
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


class ServerRefusedError(BadAddressError):
    """The server answers, and the database, the name or the password is not right."""


class ForeignStoreError(StoreError):
    """A file or a database is there, and it belongs to something else."""


class NotFoundError(StoreError):
    """There is no such record or client."""


class SealedError(StoreError):
    """It cannot be opened without the gym's key."""


class WrongSecretError(StoreError):
    """The passphrase, PIN or key does not open it."""


class BadBundleError(StoreError):
    """A file is not a whole bundle of records."""


class GymKeyFileError(RecordsError):
    """The file is there and does not hold a public key: nothing may be added unsealed."""


class DraftInUseError(RecordsError):
    """Another window of the program has this draft open."""


BUSY = "Another program is writing to {place}. Wait a moment and try again."
UNOPENED = "The store {place} cannot be opened. Look whether the folder is there."
