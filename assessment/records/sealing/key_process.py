"""Open a passphrase's key in a process of its own: scrypt holds Python still for a second.

Standard input has one JSON object: the passphrase and the wrapped keys; standard output gets
the first private key that it opens, or nothing. All of it goes through pipes.
"""

from __future__ import annotations

import json
import subprocess
import sys
from base64 import b64decode, b64encode
from contextlib import suppress

from assessment.records.errors import WrongSecretError
from assessment.records.sealing import age_format
from assessment.records.sealing.gym_keys import keys_from, unwrapped_secret, wrapped_secrets
from assessment.records.sealing.payload import Keys
from assessment.records.sealing.typed_secret import kept_form
from assessment.records.store.repository import all_of
from assessment.records.store.transactions import Store
from assessment.records.store.values import GymKey

MOST_SECONDS = 120


def keys_of(store: Store, passphrase: str) -> Keys:
    """Return the keys of *store* that *passphrase* opens, and with them all older ones.

    Raises:
        SealedError: There is no key in *store*.
        WrongSecretError: It opens none, or is no text.
        OSError: The process cannot be started, or does not end.
    """
    kept_form(passphrase)
    keys: list[GymKey] = all_of(store, GymKey)
    wrapped = [b64encode(one).decode() for one in wrapped_secrets(keys)]
    request = {"passphrase": passphrase, "wrapped": wrapped}
    safe_path = ("-P",) if sys.flags.safe_path else ()
    try:
        done = subprocess.run(
            [sys.executable, *safe_path, "-m", "assessment.records.sealing.key_process"],
            input=json.dumps(request).encode(),
            capture_output=True,
            timeout=MOST_SECONDS,
            check=True,
        )
    except subprocess.SubprocessError as error:
        raise OSError(0, "the passphrase could not be tried") from error
    secret = done.stdout.decode().strip()
    if not secret:
        raise WrongSecretError(age_format.WRONG_PASSPHRASE)
    return keys_from(keys, secret)


def main() -> None:
    """Answer the one request on standard input."""
    request = json.loads(sys.stdin.buffer.read())
    wrapped = map(b64decode, request["wrapped"])
    with suppress(WrongSecretError):
        secret = unwrapped_secret(wrapped, request["passphrase"])
        sys.stdout.buffer.write(secret.encode())  # whatever this person's outputs are to be in


if __name__ == "__main__":
    main()
