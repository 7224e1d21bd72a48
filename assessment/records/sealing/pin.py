"""The PIN of a desk without sealing: it keeps eyes off the screen, it does not seal a file."""

from __future__ import annotations

from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError, VerifyMismatchError

from assessment.files.atomic_write import write_whole_file
from assessment.files.owner_only import make_folder
from assessment.records.errors import WrongSecretError
from assessment.records.sealing.typed_secret import plain_digits

NAME = "desk-pin.txt"
LEAST_DIGITS, MOST_DIGITS = 4, 12
WRONG_FORM = f"A PIN has {LEAST_DIGITS} to {MOST_DIGITS} digits."
WRONG_PIN = "This is not the PIN of this desk."
LOST_PIN = "The file {path} is not a PIN any more. Take it away, and choose a PIN anew."
ONLY_A_PIN = (
    "The records on this computer are not sealed: the PIN keeps them off the screen, but "
    "whoever takes the disk can read the files. Only sealing protects them: "
    "posterior-chain seal setup"
)


def has_pin(folder: Path) -> bool:
    """Return whether a PIN was chosen for the desk that keeps its things in *folder*."""
    return (folder / NAME).exists()


def check_form(pin: str) -> None:
    """Make sure that *pin* can be one.

    Raises:
        WrongSecretError: It is not 4 to 12 digits.
    """
    if not (pin.isascii() and pin.isdigit() and LEAST_DIGITS <= len(pin) <= MOST_DIGITS):
        raise WrongSecretError(WRONG_FORM)


def set_pin(folder: Path, pin: str) -> None:
    """Choose *pin*; what is kept of it is an argon2id hash.

    Raises:
        WrongSecretError: It is not 4 to 12 digits.
        OSError: It cannot be kept.
    """
    check_form(pin)
    make_folder(folder)
    write_whole_file(folder / NAME, PasswordHasher().hash(pin).encode())


def check_pin(folder: Path, pin: str) -> None:
    """Make sure that *pin* is the one that was chosen.

    Raises:
        WrongSecretError: It is not.
        OSError: The file of the PIN cannot be read.
    """
    try:
        kept = (folder / NAME).read_text(encoding="ascii")
        PasswordHasher().verify(kept, plain_digits(pin).encode(errors="replace"))
    except VerifyMismatchError as error:
        raise WrongSecretError(WRONG_PIN) from error
    except (InvalidHashError, UnicodeDecodeError, VerificationError) as error:
        raise WrongSecretError(LOST_PIN.format(path=folder / NAME)) from error


def drop_pin(folder: Path) -> None:
    """Take the PIN away: the passphrase opens the desk from now on."""
    (folder / NAME).unlink(missing_ok=True)
