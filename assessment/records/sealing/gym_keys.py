"""The gym's key: set up, open with the passphrase or the recovery sheet, change, renew, adopt.

The private key stands in the store under the trainer's passphrase, so that every laptop of
the gym can be opened with it. Each new key can open those before it (``GymKey.older``).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from assessment.records.errors import SealedError, WrongSecretError
from assessment.records.sealing import age_format
from assessment.records.sealing.payload import Keys
from assessment.records.sealing.public_key import NAME as KEY_FILE
from assessment.records.sealing.public_key import SealFor, read_gym_key, write_gym_key
from assessment.records.sealing.typed_secret import forms, kept_form
from assessment.records.store.repository import all_of, put_all
from assessment.records.store.transactions import Store
from assessment.records.store.values import GymKey

KEY_START = "AGE-SECRET-KEY-1"
LEAST_PASSPHRASE = 12
"""Characters. Whoever steals the laptop can try passphrases, about one a second and core."""
SHORT = (
    f"A passphrase needs at least {LEAST_PASSPHRASE} characters. "
    "Four or five words that do not belong together are good and easy to keep."
)
NO_KEY = "There is no key of the gym in this store. Set one up: posterior-chain seal setup"
ALREADY = (
    "The records are sealed already. To take a new key, use seal renew; to use the gym's key "
    "on this laptop, use seal adopt."
)
KEY_LOST = (
    "This computer seals records for the gym's key, but the store {place} does not hold that key. "
    "Bring it back with the records: from a backup (posterior-chain records merge FILE), from "
    "another laptop or from the server (records pull URL). Make no second key: it would open none "
    "of the records before. Only where there is no copy anywhere, take {file} away first."
)
STRANGE_KEY = "This key is whole, but it is not one of this gym's."


def check_passphrase(passphrase: str) -> None:
    """Make sure that *passphrase* is text, and long enough.

    Raises:
        WrongSecretError: It is not; the message says what is.
    """
    if len(kept_form(passphrase)) < LEAST_PASSPHRASE:
        raise WrongSecretError(SHORT)


def newest_key(store: Store) -> GymKey | None:
    """Return the key of the gym that came last, None where there is none."""
    keys: list[GymKey] = all_of(store, GymKey)
    return max(keys, key=lambda key: (key.generation, key.public), default=None)


def check_key_is_there(store: Store, folder: Path) -> None:
    """Make sure that *store* holds the key that this computer seals for, if it seals.

    Raises:
        GymKeyFileError: The file of the public key in *folder* is not whole.
        SealedError: The store has lost that key, or the store itself was lost.
    """
    public = read_gym_key(folder).public
    if public and public not in {key.public for key in all_of(store, GymKey)}:
        raise SealedError(KEY_LOST.format(place=store.place, file=folder / KEY_FILE))


def is_kept(store: Store, secret: str) -> bool:
    """Return whether the public key of the private key *secret* is in *store*."""
    return age_format.public_of(secret) in {key.public for key in all_of(store, GymKey)}


def set_up(store: Store, passphrase: str, *, secret: str) -> GymKey:
    """Put the new private key *secret* into *store* under *passphrase*, and return it.

    Print the recovery sheet before: what is sealed without one is lost with the passphrase.

    Raises:
        SealedError: There is a key already.
        WrongSecretError: The passphrase is too short.
    """
    if newest_key(store):
        raise SealedError(ALREADY)
    return _put_key(store, secret, passphrase, generation=1, older={})


def renew(store: Store, keys: Keys, passphrase: str, *, secret: str) -> GymKey:
    """Put *secret* into *store* as the gym's key from now on; it opens all those before it.

    Raises:
        WrongSecretError: The passphrase is too short.
    """
    newest = newest_key(store)
    generation = newest.generation + 1 if newest else 1
    return _put_key(store, secret, passphrase, generation=generation, older=keys.secrets)


def open_keys(store: Store, passphrase: str) -> Keys:
    """Return the keys that *passphrase* opens, and with them all older ones.

    Raises:
        SealedError: There is no key in *store*.
        WrongSecretError: It opens none.
    """
    return keys_among(all_of(store, GymKey), passphrase)


def keys_among(keys: Sequence[GymKey], passphrase: str) -> Keys:
    """Return those of *keys* that *passphrase* opens, and with them all older ones.

    Raises:
        SealedError: There are none.
        WrongSecretError: It opens none.
    """
    return keys_from(keys, unwrapped_secret(wrapped_secrets(keys), passphrase))


def wrapped_secrets(keys: Sequence[GymKey]) -> list[bytes]:
    """Return the wrapped private parts of *keys*, the newest first.

    Raises:
        SealedError: There are none.
    """
    if not keys:
        raise SealedError(NO_KEY)
    return [key.wrapped for key in sorted(keys, key=lambda key: key.generation, reverse=True)]


def unwrapped_secret(wrapped: Iterable[bytes], passphrase: str) -> str:
    """Return the first of the private keys *wrapped* that *passphrase* opens.

    Raises:
        WrongSecretError: It opens none.
    """
    every = tuple(wrapped)
    for form in forms(passphrase):
        for one in every:
            with suppress(WrongSecretError):
                return age_format.unwrapped(one, form).decode().strip()
    raise WrongSecretError(age_format.WRONG_PASSPHRASE)


def keys_from(keys: Iterable[GymKey], secret: str) -> Keys:
    """Return those of *keys* that the private key *secret* opens: itself and all older ones.

    Raises:
        WrongSecretError: It is no key.
    """
    public = age_format.public_of(secret)
    secrets = {public: secret}
    for key in keys:
        if key.public == public and key.older:
            text = age_format.opened(key.older, secret).decode()
            secrets |= {age_format.public_of(one): one for one in text.split()}
    return Keys(secrets)


def typed_key(text: str) -> str:
    """Return the private key that a person typed from the recovery sheet, groups and all.

    Raises:
        WrongSecretError: There is a slip in it.
    """
    plain = re.sub(r"[^A-Z0-9]", "", unicodedata.normalize("NFKC", text).upper())
    secret = KEY_START + plain.removeprefix(KEY_START.replace("-", ""))
    age_format.public_of(secret)
    return secret


def open_here(store: Store, secret: str) -> Keys:
    """Return the keys of *store* that the private key *secret* opens: itself and older ones.

    Raises:
        WrongSecretError: It is no key, or not one of this gym's.
    """
    keys = all_of(store, GymKey)
    if age_format.public_of(secret) not in {key.public for key in keys}:
        raise WrongSecretError(STRANGE_KEY)
    return keys_from(keys, secret)


def newest_of(store: Store, keys: Keys) -> GymKey:
    """Return the newest key of *store* that is among the open *keys*.

    Raises:
        SealedError: None is.
    """
    known: list[GymKey] = [key for key in all_of(store, GymKey) if key.public in keys.secrets]
    if not known:
        raise SealedError(NO_KEY)
    return max(known, key=lambda key: (key.generation, key.public))


def change_passphrase(store: Store, keys: Keys, passphrase: str) -> GymKey:
    """Put the newest key that is open under *passphrase* in place of the old one.

    Raises:
        SealedError: None of the store's keys is open.
        WrongSecretError: The passphrase is too short.
    """
    check_passphrase(passphrase)
    key = newest_of(store, keys)
    secret = f"{keys.secrets[key.public]}\n".encode()
    changed = replace(
        key, wrapped=age_format.wrapped(secret, kept_form(passphrase)), revision=key.revision + 1
    )
    put_all(store, [changed])
    store.compact()  # what the old passphrase opens is not left in the file
    return changed


def adopt(store: Store, folder: Path, keys: Keys) -> SealFor:
    """Have this computer seal for the newest of the store's keys that is open.

    Raises:
        SealedError: None of the store's keys is open.
        OSError: The public key cannot be kept here.
    """
    newest = newest_of(store, keys)
    seal_for = SealFor(newest.public, newest.generation)
    write_gym_key(folder, seal_for)
    return seal_for


def _put_key(
    store: Store, secret: str, passphrase: str, *, generation: int, older: Mapping[str, str]
) -> GymKey:
    check_passphrase(passphrase)
    public = age_format.public_of(secret)
    before = "\n".join(older.values())
    key = GymKey(
        public=public,
        generation=generation,
        wrapped=age_format.wrapped(f"{secret}\n".encode(), kept_form(passphrase)),
        revision=1,
        older=age_format.sealed(before.encode(), public) if before else b"",
    )
    put_all(store, [key])
    return key
