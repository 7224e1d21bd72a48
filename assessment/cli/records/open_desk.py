"""What the commands on records share: open the store, ask for the secret, say what went wrong."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assessment.cli.records import words
from assessment.cli.streams.exits import fail, refuse
from assessment.cli.streams.progress import working

if TYPE_CHECKING:
    from assessment.records.sealing.desk_session import Desk
    from assessment.records.store.transactions import Store
    from assessment.records.store.values import Record

NAME = "records"
BYTE_ORDER_MARK = "\ufeff"
"""Before the first line, where a file of Windows holds the secret."""
MOST_TYPED = 1000
"""Characters of a secret that are read, with the end of its line."""
TOO_LONG = "{what}: what stands on the line is longer than {most} characters; nothing was changed"
TRYING = "Trying it ..."


@contextmanager
def told(name: str = NAME) -> Iterator[None]:
    """Leave with a sentence where something about the store is wrong."""
    from assessment.records import errors

    try:
        yield
    except (
        errors.BadAddressError,
        errors.BadBundleError,
        errors.ForeignStoreError,
        errors.NotFoundError,
        errors.WrongSecretError,
    ) as error:
        refuse(name, (str(error),))
    except errors.RecordsError as error:
        fail(f"{name}: {error}")
    except PermissionError as error:
        fail(f"{name}: {error.filename or 'a file'}: you may not write there.")


def folder() -> Path:
    """Return the folder of the store, the gym's public key and the PIN on this computer."""
    from assessment.files.folders import data_folder

    return data_folder()


def say(sentence: str) -> None:
    """Tell something beside the result."""
    click.echo(sentence, err=True)


def open_here(tell: Callable[[str], None] = say) -> Store:
    """Return the store of this computer, with what waited for it and what was half erased."""
    from assessment.records.adding import take_waiting
    from assessment.records.erasing import finish_erasing
    from assessment.records.store.addresses import default_address
    from assessment.records.store.opening import open_store

    store = open_store(default_address(), tell)
    take_waiting(store, folder(), tell)
    for path in finish_erasing(store, folder()):
        tell(f"{path} may still hold a client who was erased; delete it by hand.")
    return store


def open_desk() -> Desk:
    """Return the desk of this computer, open: ask for the passphrase or the PIN."""
    from assessment.files.folders import settings_path
    from assessment.records.sealing.desk_session import Desk
    from assessment.records.sealing.guard import Guard
    from assessment.records.sealing.pin import ONLY_A_PIN
    from assessment.records.store.repository import note
    from assessment.settings.model import RECORDS
    from assessment.settings.reading import read_settings

    settings, faults = read_settings(settings_path()).used(RECORDS)
    for fault in faults:
        say(str(fault))
    desk = Desk(open_here(), folder(), idle_seconds=settings.idle_seconds)
    if desk.guard is Guard.NOTHING_YET:
        say(ONLY_A_PIN)
        pin = ask_new("A PIN for the desk, 4 to 12 digits")
        desk.choose_pin(pin)
        desk.open(pin)
    else:
        secret = ask("Passphrase" if desk.guard is Guard.PASSPHRASE else "PIN")
        with working(TRYING):
            desk.open(secret)
    note(desk.store, "desk", None)
    return desk


def open_at(record: str) -> tuple[Desk, Record]:
    """Return the desk of this computer, open, and the record of that id; refuse a corrected one."""
    from assessment.casebook.corrections import latest_of
    from assessment.records.store.repository import record_named

    desk = open_desk()
    found = record_named(desk.store, record)
    latest = latest_of(desk, found)
    if latest.id != found.id:
        refuse(NAME, (words.CORRECTED.format(latest=latest.id),))
    return desk, found


def check_free(file: Path, *, replaces: bool) -> None:
    """Leave where *file* is none, or stands there already and is not to be replaced."""
    if file.exists() and not file.is_file():
        refuse(str(file), (words.NOT_A_FILE,))
    if file.exists() and not replaces:
        refuse(str(file), (words.THERE_ALREADY,))


def ask(what: str) -> str:
    """Ask for a secret without showing it; from a pipe it is the next line."""
    from assessment.records.sealing.typed_secret import NOT_TEXT

    try:
        if sys.stdin.isatty():
            secret: str = click.prompt(what, hide_input=True, err=True)
            return secret
        line = sys.stdin.readline(MOST_TYPED)
    except UnicodeDecodeError:
        refuse(NAME, (NOT_TEXT,))
    if len(line) == MOST_TYPED and not line.endswith("\n"):
        refuse(NAME, (TOO_LONG.format(what=what, most=MOST_TYPED),))
    if not line:
        refuse(NAME, (f"{what} is needed, on a line of standard input",))
    return line.removeprefix(BYTE_ORDER_MARK).rstrip("\r\n")


def ask_new(what: str) -> str:
    """Ask for a new secret twice, so that a slip does not lock anybody out."""
    first = ask(what)
    if ask(f"{what}, once more") != first:
        refuse(NAME, ("the two are not the same; nothing was changed",))
    return first
