"""Open a passphrase's key in a process of its own: scrypt holds Python still for a second.

Standard input has one JSON object: the passphrase and the wrapped keys; standard output gets
the first private key that it opens, or nothing. All of it goes through pipes.
"""

from __future__ import annotations

import json
import subprocess
import sys
from base64 import b64decode, b64encode

from assessment.records.errors import SealedError, WrongSecretError
from assessment.records.sealing import age
from assessment.records.sealing.gym_keys import NO_KEY, keys_from
from assessment.records.sealing.payload import Keys
from assessment.records.store.repository import all_of
from assessment.records.store.transactions import Store
from assessment.records.store.values import GymKey

MOST_SECONDS = 120


def keys_of(store: Store, passphrase: str) -> Keys:
    """Return the keys of *store* that *passphrase* opens, and with them all older ones.

    Raises:
        Sealed: There is no key in *store*.
        WrongSecretError: It opens none.
        OSError: The process cannot be started, or does not end.
    """
    keys: list[GymKey] = all_of(store, GymKey)
    if not keys:
        raise SealedError(NO_KEY)
    keys.sort(key=lambda key: key.generation, reverse=True)
    request = {
        "passphrase": passphrase,
        "wrapped": [b64encode(key.wrapped).decode() for key in keys],
    }
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
        raise WrongSecretError(age.WRONG_PASSPHRASE)
    return keys_from(keys, secret)


def main() -> None:
    """Answer the one request on standard input."""
    request = json.loads(sys.stdin.buffer.read())
    for wrapped in request["wrapped"]:
        try:
            secret = age.unwrapped(b64decode(wrapped), request["passphrase"])
        except WrongSecretError:
            continue
        sys.stdout.write(secret.decode())
        return


if __name__ == "__main__":
    main()
