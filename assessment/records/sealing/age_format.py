"""Seal and open bytes in the age format (age-encryption.org/v1). Only this room knows pyrage.

Any age program opens what is sealed here, with the same key or passphrase.
"""

from __future__ import annotations

import pyrage

from assessment.records.errors import GymKeyFileError, WrongSecretError

WRONG_PASSPHRASE = "This passphrase does not open the gym's key. Nothing was changed."  # noqa: S105  # a sentence
WRONG_KEY = "This is not a whole key. Compare it with the recovery sheet, group by group."
WRONG_PUBLIC = (
    "The gym's public key on this computer is not whole, so nothing can be sealed. Take its file "
    "from another laptop of the gym, or make it anew with: posterior-chain seal adopt"
)
OTHER_KEY = "It is sealed for another key."


def new_secret() -> str:
    """Return a new private key, as text that begins with AGE-SECRET-KEY-1."""
    return str(pyrage.x25519.Identity.generate())


def public_of(secret: str) -> str:
    """Return the public key that belongs to the private key *secret*.

    Raises:
        WrongSecretError: *secret* is not a private key; a slip in one letter is seen.
    """
    return str(_identity(secret).to_public())


def sealed(content: bytes, *publics: str) -> bytes:
    """Return *content* so that the private key of any of *publics* opens it, and nothing else.

    Raises:
        GymKeyFileError: One of *publics* is not a whole public key.
    """
    try:
        recipients = [pyrage.x25519.Recipient.from_str(public) for public in publics]
    except pyrage.RecipientError as error:
        raise GymKeyFileError(WRONG_PUBLIC) from error
    return bytes(pyrage.encrypt(content, recipients))


def opened(content: bytes, *secrets: str) -> bytes:
    """Return what was sealed in *content*.

    Raises:
        WrongSecretError: None of *secrets* opens it, or it was changed since.
    """
    try:
        return bytes(pyrage.decrypt(content, [_identity(one) for one in secrets]))
    except pyrage.DecryptError as error:
        raise WrongSecretError(OTHER_KEY) from error


def wrapped(content: bytes, passphrase: str) -> bytes:
    """Return *content* under *passphrase*; scrypt makes each guess cost about a second."""
    return bytes(pyrage.passphrase.encrypt(content, passphrase))


def unwrapped(content: bytes, passphrase: str) -> bytes:
    """Return what was put under *passphrase*.

    Raises:
        WrongSecretError: It was another passphrase, or *content* was changed since.
    """
    try:
        return bytes(pyrage.passphrase.decrypt(content, passphrase))
    except pyrage.DecryptError as error:
        raise WrongSecretError(WRONG_PASSPHRASE) from error


def _identity(secret: str) -> pyrage.x25519.Identity:
    try:
        return pyrage.x25519.Identity.from_str(secret)
    except pyrage.IdentityError as error:
        raise WrongSecretError(WRONG_KEY) from error
